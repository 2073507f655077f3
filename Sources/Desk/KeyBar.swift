import Cells

/// The line at the bottom: every key that works here and now, however narrow the screen.
struct KeyBar {
  var hints: [KeyHint]

  func draw(into grid: inout Grid, row: Int, width: Int) {
    grid.fill(Area(row: row, column: 0, rows: 1, columns: width), style: .keyBar)
    let (hints, dressing) = fitting(width)
    var column = 1
    for hint in hints {
      column += grid.write(hint.key, row: row, column: column, style: .keyName)
      if dressing.isSpaced { column += 1 }
      column += grid.write(hint.label, row: row, column: column, style: .keyBar)
      column += dressing.gap
    }
  }

  private struct Dressing {
    /// Columns between two keys.
    var gap: Int
    /// Whether a blank stands between a key and what it does.
    var isSpaced: Bool
  }

  /// The hints with as much air as the width allows; where even that is too much without the minor ones, which help
  /// tells too.
  private func fitting(_ width: Int) -> ([KeyHint], Dressing) {
    let airy = Dressing(gap: 2, isSpaced: true)
    let close = Dressing(gap: 1, isSpaced: true)
    let tight = Dressing(gap: 1, isSpaced: false)
    let major = hints.filter { !$0.isMinor }
    let choices = [(hints, airy), (hints, close), (hints, tight), (major, airy), (major, close)]
    return choices.first { Self.columns($0.0, $0.1) <= width } ?? (major, tight)
  }

  private static func columns(_ hints: [KeyHint], _ dressing: Dressing) -> Int {
    hints.reduce(1) {
      $0 + Text.columns(of: $1.key) + Text.columns(of: $1.label) + (dressing.isSpaced ? 1 : 0) + dressing.gap
    } - dressing.gap
  }
}
