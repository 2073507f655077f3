import Cells

extension Table {
  /// Draws its head and below it the rows of a list that are in sight; where there are none, a sentence instead.
  ///
  /// - Parameters:
  ///   - top: the row of the head.
  ///   - height: how many rows of the list there is room for; all down to the foot where nobody says.
  ///   - style: of a row that is not chosen.
  func draw<Row>(
    _ rows: [Row], of list: ListState, from top: Int, height: Int? = nil, orSay empty: String = "",
    into pane: inout Grid, style: (Row) -> Style = { _ in .normal }, cells: (Row) -> [String]
  ) {
    drawHead(into: &pane, row: top)
    if rows.isEmpty { pane.write(empty, row: top + 2, column: 2, width: pane.columns - 3, style: .dim) }
    for (line, row, isChosen) in list.shown(rows, height: height ?? pane.rows - top - 1) {
      draw(cells(row), into: &pane, row: top + 1 + line, style: isChosen ? .selected : style(row))
    }
  }
}
