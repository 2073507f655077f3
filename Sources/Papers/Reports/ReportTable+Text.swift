extension ReportTable {
  /// The most columns that a word may take in a line; a longer one goes on under itself.
  private static let widest = 40

  /// The heading and the rows in columns: words to the left, figures to the right.
  public var lines: [String] {
    let shown = ([columns.map(\.heading)] + rows.map { $0.cells.map(\.shown) }).map { cells in
      columns.indices.map { column in
        let cell = cells.indices.contains(column) ? cells[column] : ""
        return columns[column].isNumber ? [cell] : TextWidth.pieces(of: cell, width: Self.widest)
      }
    }
    let widths = columns.indices.map { column in
      shown.flatMap { $0[column] }.map { TextWidth.of($0) }.max() ?? 0
    }
    return shown.flatMap { cells in
      (0..<(cells.map(\.count).max() ?? 0)).map { row in
        line(cells.map { $0.indices.contains(row) ? $0[row] : "" }, widths)
      }
    }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let parts = columns.indices.map { column in
      TextWidth.padded(cells[column], to: widths[column], onRight: columns[column].isNumber)
    }
    var line = Substring(parts.joined(separator: "  "))
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  /// The whole table as text, its title first.
  public var text: String { ([title] + lines).joined(separator: "\n") + "\n" }

  /// The table as spreadsheet programs open it.
  public var csv: [UInt8] { CSVText.bytes(self) }
}
