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

  /// What pressing on a column of the bar does; nil where no key stands there.
  func event(at place: Int, width: Int) -> Event? {
    let (hints, dressing) = fitting(width)
    var column = 1
    for hint in hints {
      let key = Text.columns(of: hint.key)
      let end = column + key + (dressing.isSpaced ? 1 : 0) + Text.columns(of: hint.label)
      if (column..<end).contains(place) {
        let second = place >= column + (key + 1) / 2 ? hint.name.second : nil
        return second ?? hint.name.event
      }
      column = end + dressing.gap
    }
    return nil
  }

  private struct Dressing {
    /// Columns between two keys.
    var gap: Int
    /// Whether a blank stands between a key and what it does.
    var isSpaced: Bool
  }

  /// The hints with as much air as the width allows, and on a wide screen all of them; where that is too much, without
  /// the minor ones, the last of them first. Help tells those too.
  private func fitting(_ width: Int) -> ([KeyHint], Dressing) {
    let airy = Dressing(gap: 2, isSpaced: true)
    let close = Dressing(gap: 1, isSpaced: true)
    let tight = Dressing(gap: 1, isSpaced: false)
    var shown = hints
    // Columns of the texts alone, kept current as hints go.
    var columns = shown.reduce(0) { $0 + Self.columns($1) }
    while true {
      let dressing = (width >= 120 ? [airy, close, tight] : [airy, close]).first {
        1 + columns + shown.count * (($0.isSpaced ? 1 : 0) + $0.gap) - $0.gap <= width
      }
      if let dressing { return (shown, dressing) }
      guard let last = shown.lastIndex(where: \.isMinor) else { return (shown, tight) }
      columns -= Self.columns(shown.remove(at: last))
    }
  }

  private static func columns(_ hint: KeyHint) -> Int {
    Text.columns(of: hint.key) + Text.columns(of: hint.label)
  }
}
