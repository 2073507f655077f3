extension ReportTable {
  /// The heading and the rows in columns: words to the left, figures to the right.
  public var lines: [String] {
    let shown = [columns.map(\.heading)] + rows.map { $0.cells.map(\.shown) }
    let widths = columns.indices.map { column in
      shown.map { $0.indices.contains(column) ? TextWidth.of($0[column]) : 0 }.max() ?? 0
    }
    return shown.map { cells in
      let parts = zip(columns.indices, cells).map { column, cell in
        TextWidth.padded(cell, to: widths[column], onRight: columns[column].isNumber)
      }
      var line = Substring(parts.joined(separator: "  "))
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }

  /// The whole table as text, its title first.
  public var text: String { ([title] + lines).joined(separator: "\n") + "\n" }

  /// The table as spreadsheet programs open it.
  public var csv: [UInt8] { CSVText.bytes(self) }
}
