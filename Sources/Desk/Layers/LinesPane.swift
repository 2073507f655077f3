import Cells

/// Lines that may be more than their pane has room for; the last row then says how many are left.
struct LinesPane: Sendable {
  private(set) var lines: [DecisionLines.Line] = []
  private var rows = 0
  /// Lines above the first one shown.
  private var top = 0

  /// Takes in the lines and the rows that they have; what was in sight stays there.
  mutating func show(_ lines: [DecisionLines.Line], rows: Int) {
    self.lines = lines
    self.rows = rows
    top = min(top, reach)
  }

  /// Lines that can be above the first one shown.
  var reach: Int { lines.count > rows ? lines.count - rows + 1 : 0 }

  /// Scrolls by pages, and where nothing else wants these keys by lines; false where the key does something else.
  mutating func press(_ key: Key, byLine: Bool = false) -> Bool {
    let page = max(1, rows - 2)
    switch key {
    case .pageDown: top += page
    case .pageUp: top -= page
    case .down where byLine, .enter where byLine: top += 1
    case .up where byLine: top -= 1
    case .home where byLine: top = 0
    case .end where byLine: top = reach
    default: return false
    }
    top = max(0, min(top, reach))
    return true
  }

  var keyHints: [KeyHint] { reach > 0 ? [KeyHint(.pageDown, "往下看", isMinor: true)] : [] }

  func draw(into pane: inout Grid) {
    let height = reach > 0 ? pane.rows - 1 : pane.rows
    let shown = lines.dropFirst(top).prefix(max(0, height))
    for (row, line) in shown.enumerated() { line.draw(into: &pane, row: row) }
    guard reach > 0 else { return }
    let left = lines.count - top - height
    let text = left > 0 ? "下面还有 \(left) 行，按 PgDn" : "到底了，按 PgUp 往上"
    let place = "  \(top + height)/\(lines.count)"
    let fits = Text.columns(of: text + place) < pane.columns
    pane.write(
      fits ? text + place : text, row: pane.rows - 1, width: pane.columns - 1, style: .dim,
      alignment: .right)
  }
}
