import CaseModel

/// What a column of an old ledger says.
public enum OldLedgerColumn: Hashable, Sendable {
  /// The receipt number by which a row is known again.
  case receipt
  case received
  case item
  case applicant(Party)
  case status
  /// What was approved.
  case decided
  /// What was paid out; it says that the filing is paid, too.
  case paid
  case reclaimed
  /// Why an application number is taken whose check digit fails.
  case override
  /// An input of the item, by its name in the policy.
  case input(String)

  /// What a column says of the applicant.
  public enum Party: String, Hashable, Sendable, CaseIterable {
    case id, name, kind, code, district, parent, contact, phone, bank, account
  }

  private static let plain: [(word: String, column: OldLedgerColumn)] = [
    ("receipt", .receipt), ("received", .received), ("item", .item), ("status", .status),
    ("decided", .decided),
    ("paid", .paid), ("reclaimed", .reclaimed), ("override", .override),
  ]

  /// The word that a mapping file has for it: `received`, `applicant.name`, `input.grantedOn`.
  public var word: String {
    switch self {
    case .applicant(let party): "applicant." + party.rawValue
    case .input(let name): "input." + name
    default: Self.plain.first { $0.column == self }?.word ?? ""
    }
  }

  /// Every column that rows of these inputs can have.
  public static func all(inputs: [String]) -> [OldLedgerColumn] {
    plain.map(\.column) + Party.allCases.map(OldLedgerColumn.applicant) + inputs.map(OldLedgerColumn.input)
  }
}
