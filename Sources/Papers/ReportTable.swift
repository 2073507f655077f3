/// A report as plain values: a title, columns and rows of text.
public struct ReportTable: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    public var heading: String
    public var isNumber: Bool
  }

  public var title: String
  public var columns: [Column]
  public var rows: [[String]]

  /// The report as text in columns: words to the left, figures to the right. A Chinese character takes two
  /// columns.
  public var text: String {
    let widths = columns.indices.map { index in
      ([columns[index].heading] + rows.map { $0[index] }).map(Self.columnsOf).max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let parts = cells.enumerated().map { index, cell in
        let space = String(repeating: " ", count: max(0, widths[index] - Self.columnsOf(cell)))
        return columns[index].isNumber ? space + cell : cell + space
      }
      var line = parts.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
    return ([title, line(columns.map(\.heading))] + rows.map(line)).joined(separator: "\n") + "\n"
  }

  private static func columnsOf(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
  }
}
