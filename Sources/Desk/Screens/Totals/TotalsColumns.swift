import CaseModel
import Casework
import Cells
import Wording

/// A table of sums: name, how many, the sum, and a bar in which what is decided stands full.
struct TotalsColumns {
  /// Columns of a sum.
  private static let sum = 15

  private let table: Table

  init(_ name: String, _ order: ListOrder<TotalsColumn>?, width: Int) {
    func titled(_ column: TotalsColumn, _ title: String) -> String { order?.titled(column, title) ?? title }
    table = Table(
      [
        .init(titled(.name, name), 7, stretches: true),
        .init(titled(.count, "件数"), 6, alignment: .right),
        .init(titled(.award, "资助额"), Self.sum, alignment: .right),
        .init("", max(0, min(30, width - 47))),
      ], width: width)
  }

  func drawHead(into pane: inout Grid) { table.drawHead(into: &pane, row: 0) }

  func draw(
    _ line: TotalsLine, name: String, largest: MoneyTotal, into pane: inout Grid, row: Int, style: Style
  ) {
    draw(name, line.count, line.award, into: &pane, row: row, style: style)
    guard let bar = table.place(of: 3), bar.count >= 8, largest > .zero else { return }
    pane.bar(
      row: row, place: bar, used: line.decided, waiting: line.award - line.decided, of: largest)
  }

  func draw(
    _ name: String, _ count: Int, _ award: MoneyTotal, into pane: inout Grid, row: Int, style: Style
  ) {
    table.draw(
      [name, String(count), MoneyWording.grouped(award, in: Self.sum)], into: &pane, row: row, style: style)
  }
}

extension Grid {
  /// A bar of sums. Fen of all of a city's awards pass `Int` only beyond ninety thousand billion yuan.
  mutating func bar(
    row: Int, place: Range<Int>, used: MoneyTotal, waiting: MoneyTotal, of whole: MoneyTotal
  ) {
    bar(
      row: row, column: place.lowerBound, width: place.count, used: Int(clamping: used.fen),
      waiting: Int(clamping: waiting.fen), of: Int(clamping: whole.fen))
  }
}
