import Cells

/// Lines to be read from top to end, under a title where they have one.
protocol LinesLayer: Layer {
  var pane: LinesPane { get set }
  var title: String { get }
  /// The lines, for the columns that there are.
  func lines(_ desk: Surroundings) -> [DecisionLines.Line]
}

extension LinesLayer {
  var title: String { "" }
  var keyHints: [KeyHint] { pagingHints }
  var pagingHints: [KeyHint] {
    pane.reach > 0
      ? [KeyHint(.upDown, "翻行", isMinor: canSave), KeyHint(.pageDown, "翻页", isMinor: canSave)] : []
  }

  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer {
    pane.press(key, byLine: true) ? .stays() : .passes
  }

  mutating func renew(_ desk: Surroundings) {
    pane.show(lines(desk), rows: max(1, desk.rows - (title.isEmpty ? 0 : 2)))
  }

  func draw(into grid: inout Grid, _ desk: Surroundings) {
    grid.write(title, row: 0, column: 1, width: grid.columns - 2, style: .strong)
    grid.within(grid.area.splitTop(title.isEmpty ? 0 : 2).rest.splitLeft(1).rest) { pane.draw(into: &$0) }
  }
}
