public import CaseModel

/// Whom somebody of a name may be, as caps and once-only keys take it.
enum NameDoubt {
  /// The doubt about one who is called like others of its kind, itself aside; nil where nobody is, or where codes of their
  /// own tell them all apart.
  ///
  /// Units of one name are one while at most one has a valid code. Where several codes bear the name, a record without one
  /// joins none: it is asked for its code, and so is one that a new code parts. Source: identifiers.md, Names.
  static func doubt(about applicant: Applicant, among namesakes: [Applicant]) -> Doubt? {
    guard let same = namesakes.first(where: { !Units.areToldApart($0, applicant) }) else { return nil }
    if let code = applicant.provenCode, let owner = namesakes.first(where: { $0.provenCode == code }) {
      return .sameCode(applicant: owner.id)
    }
    guard applicant.kind.isUnit else { return .sameName(applicant: same.id, isUnit: false) }
    let coded = namesakes.filter(Units.hasValidCode)
    guard !Units.hasValidCode(applicant) else {
      // With the codes of others the one without can be anybody's.
      let uncoded = namesakes.first { !Units.hasValidCode($0) }
      guard let uncoded, let other = coded.first(where: { Units.areToldApart($0, applicant) }) else {
        return .sameName(applicant: same.id, isUnit: true)
      }
      return .leavesUnit(applicant: uncoded.id, other: other.id)
    }
    let isSettled = coded.allSatisfy { one in !coded.contains { Units.areToldApart($0, one) } }
    return isSettled
      ? .sameName(applicant: same.id, isUnit: true) : .sameNameAsSeveral(applicants: coded.map(\.id))
  }
}

extension OfficeState {
  /// The doubt about one who is called like others of its kind that are there.
  public func nameDoubt(about applicant: Applicant) -> Doubt? {
    NameDoubt.doubt(about: applicant, among: namesakes(of: applicant))
  }
}
