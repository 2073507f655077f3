public import Casework

/// A row that could be read, with what the clerk should know of it.
public struct OldLedgerRowNotes: Hashable, Sendable {
  public var row: OldLedgerRow
  /// Headings of cells that hold something for which the item has no input, or that another column says otherwise.
  public var unused: [String]
  public var doubts: [OldLedgerDoubt]
}

/// What asks for a second look at a row before it is taken, and refuses nothing.
public enum OldLedgerDoubt: Hashable, Sendable {
  /// The code's check digits are not those that the rest of it asks for.
  case code
  /// The middle of the identity number is hidden, so that it is not taken.
  case maskedCode
  /// What stands for an account is none (a spreadsheet has rounded it, or it is a word), and is not taken.
  case notAccount
  /// The same of a phone.
  case notPhone
  /// A person's card whose last digit is not the one that the rest asks for.
  case cardCheck
  /// The account is in another name than the applicant's.
  case otherPayee
  /// Characters that were lost on the way; the heading.
  case brokenText(String)
}
