import Cells

/// What the parts of a bar stand for, in one line beside the heading of a list with bars.
struct BarLegend {
  /// What the full part is called on the screen.
  var used: String
  var waiting = "待办"
  /// Nil where a bar's length is not out of a whole.
  var empty: String? = "余额"

  /// Draws it at the right end of columns `from` to `to`; nothing where there is no room.
  func draw(into pane: inout Grid, row: Int, from: Int, to: Int) {
    let parts: [(BarPart, String)] =
      [(.used, used), (.waiting, waiting)] + (empty.map { [(.empty, $0)] } ?? [])
    let width = parts.reduce(0) { $0 + 2 + Text.columns(of: $1.1) } + 2 * (parts.count - 1)
    var column = to - width
    guard column >= from else { return }
    for (part, name) in parts {
      pane.bar(
        row: row, column: column, width: 1, used: part == .used ? 1 : 0, waiting: part == .waiting ? 1 : 0,
        of: 1)
      pane.write(name, row: row, column: column + 2, style: .dim)
      column += 4 + Text.columns(of: name)
    }
  }
}
