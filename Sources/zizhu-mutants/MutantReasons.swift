/// Why a mutant that no case kills is no other policy.
enum MutantReasons {
  private static let reasons: [(path: String, reason: String)] = [
    (
      "inputs.standardNumber.record",
      "the mark only says that an input may go unused; this one is used, in the once-only key of one reading"
    )
  ]

  static func reason(for mutant: Mutant) -> String? {
    let path = mutant.path.joined(separator: ".")
    return reasons.first { path.hasSuffix($0.path) }?.reason
  }
}
