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

  /// The hints with as much air as the width allows; where even that is too much without the minor ones, the last of
  /// them first. Help tells those too.
  private func fitting(_ width: Int) -> ([KeyHint], Dressing) {
    let airy = Dressing(gap: 2, isSpaced: true)
    let close = Dressing(gap: 1, isSpaced: true)
    let tight = Dressing(gap: 1, isSpaced: false)
    var shown = hints
    while true {
      if let dressing = [airy, close, tight].first(where: { Self.columns(shown, $0) <= width }) {
        return (shown, dressing)
      }
      guard let last = shown.lastIndex(where: \.isMinor) else { return (shown, tight) }
      shown.remove(at: last)
    }
  }

  private static func columns(_ hints: [KeyHint], _ dressing: Dressing) -> Int {
    hints.reduce(1) {
      $0 + Text.columns(of: $1.key) + Text.columns(of: $1.label) + (dressing.isSpaced ? 1 : 0) + dressing.gap
    } - dressing.gap
  }
}
