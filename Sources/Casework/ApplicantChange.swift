import CaseModel

/// A change of an applicant's data: who made it, and of what. The data themselves stand in the journal.
public struct ApplicantChange: Hashable, Sendable {
  /// Data that payments go by or that decisions rest on.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    case name, kind, district, parent, code, bank, account

    /// Whether a payment goes by it.
    public var isPayee: Bool { self == .name || self == .bank || self == .account }

    func value(of applicant: Applicant) -> String? {
      switch self {
      case .name: applicant.name
      case .kind: applicant.kind.rawValue
      case .district: applicant.district
      case .parent: applicant.parent
      case .code: applicant.code
      case .bank: applicant.bank
      case .account: applicant.account
      }
    }
  }

  public var fields: [Field]
  public var by: String
  public var at: String
  /// How many filings the office had then: a filing with a lower number was there already.
  let filesThen: Int

  /// What differs between two states of an applicant.
  static func fields(from old: Applicant, to new: Applicant) -> [Field] {
    Field.allCases.filter { $0.value(of: old) != $0.value(of: new) }
  }
}
