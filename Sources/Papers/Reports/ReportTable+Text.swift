import Cells

extension ReportTable {
  /// The most columns that a word may take in a line; a longer one goes on under itself.
  private static let widest = 40

  /// The heading and the rows in columns: words to the left, figures to the right.
  public var lines: [String] {
    let places = columns.indices.filter { !columns[$0].isDetail }
    // By column, of each cell the pieces that stand under each other.
    let cells = places.map { place in
      ([columns[place].heading] + rows.map { $0.shown(place) }).map { text in
        columns[place].isNumber ? [text] : Text.pieces(of: text, to: Self.widest, on: .paper)
      }
    }
    let table = Table(
      line: zip(places, cells).map { place, cells in
        let width = cells.joined().map { Text.columns(of: $0, on: .paper) }.max() ?? 0
        return .init("", width, alignment: columns[place].isNumber ? .right : .left)
      }, gap: 2)
    return (0...rows.count).flatMap { row in
      let pieces = cells.map { $0[row] }
      return (0..<(pieces.map(\.count).max() ?? 0)).map { line in
        table.line(pieces.map { $0.indices.contains(line) ? $0[line] : "" }, on: .paper)
      }
    }
  }

  /// The whole table as text, its title first and its notes last.
  public var text: String { ([title] + lines + notes).joined(separator: "\n") + "\n" }

  /// The table as spreadsheet programs open it.
  public var csv: [UInt8] { CSVText.bytes(LongTable(self)) }
}
