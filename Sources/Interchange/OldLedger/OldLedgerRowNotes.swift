public import Casework

/// A row that could be read, with what the clerk should know of it.
public struct OldLedgerRowNotes: Hashable, Sendable {
  public var row: OldLedgerRow
  /// Headings of cells that hold something for which the item has no input, or that another column says otherwise.
  public var unused: [String]
  public var doubts: [Doubt]
}
