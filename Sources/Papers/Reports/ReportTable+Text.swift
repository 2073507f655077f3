extension ReportTable {
  /// The most columns that a word may take in a line; a longer one goes on under itself.
  private static let widest = 40

  /// The heading and the rows in columns: words to the left, figures to the right.
  public var lines: [String] {
    let places = columns.indices.filter { !columns[$0].isDetail }
    let shownColumns = places.map { columns[$0] }
    let cells = rows.map { row in places.map { row.cells.indices.contains($0) ? row.cells[$0].shown : "" } }
    let shown = ([shownColumns.map(\.heading)] + cells).map { cells in
      shownColumns.indices.map { column in
        shownColumns[column].isNumber
          ? [cells[column]] : TextWidth.pieces(of: cells[column], width: Self.widest)
      }
    }
    let widths = shownColumns.indices.map { column in
      shown.flatMap { $0[column] }.map { TextWidth.of($0) }.max() ?? 0
    }
    return shown.flatMap { cells in
      (0..<(cells.map(\.count).max() ?? 0)).map { row in
        Self.line(cells.map { $0.indices.contains(row) ? $0[row] : "" }, shownColumns, widths)
      }
    }
  }

  private static func line(_ cells: [String], _ columns: [Column], _ widths: [Int]) -> String {
    let parts = columns.indices.map { column in
      TextWidth.padded(cells[column], to: widths[column], onRight: columns[column].isNumber)
    }
    var line = Substring(parts.joined(separator: "  "))
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  /// The whole table as text, its title first and its notes last.
  public var text: String { ([title] + lines + notes).joined(separator: "\n") + "\n" }

  /// The table as spreadsheet programs open it.
  public var csv: [UInt8] { CSVText.bytes(LongTable(self)) }
}
