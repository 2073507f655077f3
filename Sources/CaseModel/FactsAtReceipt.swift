/// Facts of the applicant that a decision rests on, kept with the filing as of its receipt.
public struct FactsAtReceipt: Hashable, Sendable {
  public var kind: ApplicantKind
  public var district: String
  /// The head of the applicant's family.
  public var family: String
  /// Heads of further families in which a decided filing uses room, by corrections and changes entered since.
  public var further: [String]

  public init(kind: ApplicantKind, district: String, family: String, further: [String] = []) {
    self.kind = kind
    self.district = district
    self.family = family
    self.further = further
  }

  /// The heads of all families in which the filing counts.
  public var heads: [String] { [family] + further }
}
