import CaseModel
import Casework
import Cells
import Wording

/// A table of sums: name, how many, the sum, and a bar in which what is decided stands full.
struct TotalsColumns {
  private let width: Int
  private let countWidth = 6
  private let sumWidth = 16

  init(width: Int) { self.width = width }

  private var barWidth: Int { max(0, min(30, width - 22 - countWidth - sumWidth - 3)) }
  private var nameWidth: Int { max(8, width - countWidth - sumWidth - barWidth - 3) }

  func drawHeading(_ name: String, _ order: ListOrder<TotalsColumn>?, into pane: inout Grid) {
    func titled(_ column: TotalsColumn, _ title: String) -> String { order?.titled(column, title) ?? title }
    pane.fill(Area(row: 0, column: 0, rows: 1, columns: pane.columns), style: .heading)
    pane.write(titled(.name, name), row: 0, column: 1, width: nameWidth - 1, style: .heading)
    pane.write(
      titled(.count, "件数"), row: 0, column: nameWidth + 1, width: countWidth, style: .heading,
      alignment: .right)
    pane.write(
      titled(.award, "资助额"), row: 0, column: nameWidth + 1 + countWidth, width: sumWidth, style: .heading,
      alignment: .right)
  }

  func draw(
    _ line: TotalsLine, name: String, largest: MoneyTotal, into pane: inout Grid, row: Int, style: Style
  ) {
    if style == .selected {
      pane.fill(Area(row: row, column: 0, rows: 1, columns: pane.columns), style: style)
    }
    pane.write(name, row: row, column: 1, width: nameWidth - 1, style: style)
    drawFigures(count: line.count, award: line.award, into: &pane, row: row, style: style)
    guard barWidth >= 8, largest > .zero else { return }
    // Fen of all of a city's awards pass Int only beyond ninety thousand billion yuan.
    pane.bar(
      row: row, column: width - barWidth - 1, width: barWidth, used: Int(clamping: line.decided.fen),
      waiting: Int(clamping: (line.award - line.decided).fen), of: Int(clamping: largest.fen))
  }

  func drawFigures(count: Int, award: MoneyTotal, into pane: inout Grid, row: Int, style: Style) {
    pane.write(
      String(count), row: row, column: nameWidth + 1, width: countWidth, style: style, alignment: .right)
    pane.write(
      MoneyWording.grouped(award), row: row, column: nameWidth + 1 + countWidth, width: sumWidth,
      style: style, alignment: .right)
  }
}
