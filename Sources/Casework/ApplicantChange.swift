public import CaseModel

/// A change of an applicant's data: who made it, and of what. The data themselves stand in the journal.
public struct ApplicantChange: Hashable, Sendable {
  /// Data that payments go by or that decisions rest on.
  public static let followed: [Applicant.Field] = [.name, .kind, .district, .parent, .code, .bank, .account]

  public var fields: [Applicant.Field]
  public var by: String
  public var at: String
  /// How many filings the office had then: a filing with a lower number was there already.
  let filesThen: Int

  /// What differs between two states of an applicant.
  static func fields(from old: Applicant, to new: Applicant) -> [Applicant.Field] {
    followed.filter { old[$0] != new[$0] }
  }
}
