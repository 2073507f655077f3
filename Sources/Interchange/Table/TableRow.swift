/// One record of a table of separated values.
public struct TableRow: Hashable, Sendable {
  /// Where it begins, counted from 1 as an editor does: a cell with line breaks takes several lines.
  public var line: Int
  public var cells: [String]
  /// A quotation mark opened a cell and none closed it; the record was taken to end with its line.
  public var hasOpenQuote = false

  public init(line: Int, cells: [String], hasOpenQuote: Bool = false) {
    self.line = line
    self.cells = cells
    self.hasOpenQuote = hasOpenQuote
  }

  /// Whether nothing stands in it.
  public var isBlank: Bool { cells.allSatisfy { CellText.clean($0).isEmpty } }
}
