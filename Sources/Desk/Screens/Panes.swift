import Cells

extension Model {
  /// Draws a list of so many columns and, beside it or below it in so many rows, what is told of the chosen row.
  func drawPanes(
    into pane: inout Grid, listWidth: Int, detailHeight: Int, inset: Int = 1, hasDetail: Bool = true,
    list: (inout Grid) -> Void, detail: (inout Grid) -> Void
  ) {
    let (first, second) =
      isWide ? pane.area.splitLeft(listWidth) : pane.area.splitBottom(detailHeight)
    pane.within(first, list)
    guard hasDetail else { return }
    pane.within(second) { pane in
      if isWide { pane.verticalLine(column: 0) } else { pane.horizontalLine(row: 0) }
      let inside = isWide ? pane.area.splitLeft(1).rest : pane.area.splitTop(1).rest
      pane.within(inside) { pane in pane.within(pane.area.splitLeft(inset).rest, detail) }
    }
  }
}
