import Cells

/// Lines that may be more than their pane has room for, scrolled by pages; the last row says how many are left.
struct LinesPane: Sendable {
  /// Lines above the first one shown.
  private var top = 0
  /// Lines that can be above it.
  private(set) var reach = 0

  /// Takes in how many lines there are and the rows they have.
  mutating func fit(_ count: Int, rows: Int) {
    reach = count > rows ? count - rows + 1 : 0
    top = min(top, reach)
  }

  /// Scrolls; false where the key does something else.
  mutating func press(_ key: Key, rows: Int) -> Bool {
    let page = max(1, rows - 2)
    switch key {
    case .pageDown: top = min(reach, top + page)
    case .pageUp: top = max(0, top - page)
    default: return false
    }
    return true
  }

  var keyHints: [KeyHint] { reach > 0 ? [KeyHint("PgDn", "往下看", isMinor: true)] : [] }

  func draw(_ lines: [DecisionLines.Line], into pane: inout Grid) {
    let isLong = lines.count > pane.rows
    let height = isLong ? pane.rows - 1 : pane.rows
    let first = max(0, min(top, lines.count - height))
    for (row, line) in lines.dropFirst(first).prefix(height).enumerated() { line.draw(into: &pane, row: row) }
    guard isLong else { return }
    let left = lines.count - first - height
    pane.write(
      left > 0 ? "下面还有 \(left) 行，按 PgDn" : "到底了，按 PgUp 往上", row: pane.rows - 1, width: pane.columns - 1,
      style: .dim, alignment: .right)
  }
}

/// A title, fields, and below them what follows from what is typed; side by side where each has its room.
struct FieldsAndLines {
  var title: String
  var fields: FieldSet
  var lines: [DecisionLines.Line]
  var pane: LinesPane

  /// Whether fields and lines stand side by side.
  private static func isWide(_ desk: Surroundings) -> Bool { desk.columns >= 110 }

  /// Rows that the lines have.
  static func rows(beside fields: FieldSet, _ desk: Surroundings) -> Int {
    max(1, desk.rows - 1 - (isWide(desk) ? 0 : fields.height + 1))
  }

  /// Columns that they have.
  static func columns(_ desk: Surroundings) -> Int {
    (isWide(desk) ? desk.columns - FilingForm.fieldsWidth(of: desk.columns) - 2 : desk.columns - 1) - 1
  }

  func draw(into grid: inout Grid, _ desk: Surroundings) {
    if let list = fields.list { return list.draw(into: &grid) }
    grid.write(title, row: 0, column: 1, width: grid.columns - 2, style: .strong)
    let rest = grid.area.splitTop(1).rest
    if Self.isWide(desk) {
      let (left, right) = rest.splitLeft(FilingForm.fieldsWidth(of: grid.columns))
      grid.within(left) { fields.draw(into: &$0, today: desk.today) }
      grid.within(right) { grid in
        grid.verticalLine(column: 0)
        grid.within(grid.area.splitLeft(2).rest) { pane.draw(lines, into: &$0) }
      }
    } else {
      let (top, bottom) = rest.splitTop(fields.height)
      grid.within(top) { fields.draw(into: &$0, today: desk.today) }
      grid.within(bottom) { grid in
        grid.horizontalLine(row: 0)
        grid.within(grid.area.splitTop(1).rest.splitLeft(1).rest) { pane.draw(lines, into: &$0) }
      }
    }
  }
}
