@testable import Cells

extension Grid {
  /// Draws a frame along the edge of `area`, or of the whole current area, with a title in its upper line.
  mutating func frame(_ area: Area? = nil, title: String = "", style: Style = .frame) {
    let area = area ?? self.area
    guard area.rows > 1, area.columns > 1 else { return }
    let (bottom, right) = (area.row + area.rows - 1, area.column + area.columns - 1)
    for row in [area.row, bottom] {
      horizontalLine(row: row, column: area.column, length: area.columns, style: style)
    }
    for column in [area.column, right] {
      verticalLine(row: area.row, column: column, length: area.rows, style: style)
    }
    if !title.isEmpty, area.columns > 6 {
      let shown = Text.clipped(title, to: area.columns - 6)
      write(" \(shown) ", row: area.row, column: area.column + 2, style: .heading)
    }
  }
}
