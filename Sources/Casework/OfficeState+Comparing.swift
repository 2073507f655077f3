import CaseModel

extension OfficeState {
  /// Whether another state knows the same and has worked out the same; in which order it came to it plays no part.
  public func agrees(with other: OfficeState) -> Bool { differing(from: other).isEmpty }

  /// The parts in which another state differs, by their names here.
  public func differing(from other: OfficeState) -> [String] {
    let parts: [(String, Bool)] = [
      ("office", office == other.office), ("operators", operators == other.operators),
      ("policyHash", policyHash == other.policyHash),
      ("readingChoices", readingChoices == other.readingChoices),
      ("serials", serials == other.serials), ("applicants", applicants == other.applicants),
      ("applicantHistories", applicantHistories == other.applicantHistories),
      ("totals", awards == other.awards), ("capUses", capUses == other.capUses),
      ("applicantChanges", applicantChanges == other.applicantChanges),
      ("ruleChanges", ruleChanges == other.ruleChanges), ("news", news == other.news),
      ("seals", seals == other.seals),
      ("isAloneAllowed", isAloneAllowed == other.isAloneAllowed),
      ("lastAt", lastAt == other.lastAt), ("clockJumps", clockJumps == other.clockJumps),
      ("files", files.agree(with: other.files)),
    ]
    return parts.filter { !$0.1 }.map(\.0)
  }

  /// The same state in the place of another: with what whoever opened that one brought along, and a version of its
  /// own, so that no list made from the other stays.
  public func following(_ other: OfficeState) -> OfficeState {
    var state = self
    state.calendar = other.calendar
    state.version = Swift.max(version, other.version) + 1
    return state
  }

  /// The years in which anything is paid.
  private var awards: [Int: Totals] { totalsByYear.filter { $0.value.award > .zero } }
}

extension FileList {
  /// Whether another list holds the same filings in the same order; each is made from its record, on all cores.
  fileprivate func agree(with other: FileList) -> Bool {
    guard count == other.count else { return false }
    return inParallel(count) { numbers in [numbers.allSatisfy { self[$0] == other[$0] }] }.allSatisfy(\.self)
  }
}
