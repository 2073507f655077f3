public import CaseModel

/// What a decision needs to know of the applicant, as of the filing's receipt.
public struct Facts: Hashable, Sendable {
  /// The applicant's own id, which holds the caps of a single applicant.
  public var applicant: String
  /// The head of the chain of parents, which holds the caps of an agency with its branches.
  public var family: String
  /// Further families in which a decided filing takes its room and its key.
  public var further: [String]
  public var kind: ApplicantKind
  public var district: String

  public init(
    applicant: String, family: String, further: [String] = [], kind: ApplicantKind, district: String
  ) {
    self.applicant = applicant
    self.family = family
    self.further = further
    self.kind = kind
    self.district = district
  }
}
