public import Casework

/// A row that could be read, with what the clerk should know of it.
public struct OldLedgerRowNotes: Hashable, Sendable {
  public var row: OldLedgerRow
  /// Headings of cells that hold something for which the item has no input.
  public var unused: [String]
  /// The code's check digits are not those that the rest of it asks for.
  public var hasDoubtfulCode: Bool
}
