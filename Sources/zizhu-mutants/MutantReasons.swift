/// Why a mutant that no case kills is no other policy, by its place and change.
enum MutantReasons {
  private static let reasons = [
    "signed  2018-07-04 -> 2018-07-05":
      "the day of signing is only shown: which events are paid, and which with the warning, is in the periods"
  ]

  static func reason(for mutant: Mutant) -> String? { reasons[mutant.path + "  " + mutant.change] }
}
