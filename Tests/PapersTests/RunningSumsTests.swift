import CaseModel
import Testing
import Workbooks

@testable import Papers

/// Rows of sums in a workbook: a formula where the figure is what stands above it, to the fen; else the figure as it is.
@Suite("Sums by formula")
struct RunningSumsTests {
  private typealias Cell = ReportTable.Cell

  private func fen(_ fen: Int128) -> Cell { .money(MoneyTotal(fen: fen)) }
  private func row(_ cell: Cell) -> ReportTable.Row { .init([.text("行"), cell]) }

  /// Takes rows in, from the second row of the sheet on, and gives the cells of those that are sums.
  private func totals(_ rows: [ReportTable.Row]) -> [[WorkbookCell]] {
    var sums = RunningSums(columns: 2)
    var totals: [[WorkbookCell]] = []
    for (number, row) in rows.enumerated() {
      if row.isTotal { totals.append(sums.total(row, number + 2)) } else { sums.add(row, number + 2) }
    }
    return totals
  }

  private func total(_ cell: Cell) -> ReportTable.Row { .init([.text("合计"), cell], isTotal: true) }

  @Test("What is the sum of the rows above is a formula, a fen beside it is not")
  func one() {
    let rows = [row(fen(1)), row(fen(2))]
    #expect(totals(rows + [total(fen(3))]) == [[.text("合计"), .sum(of: [2...3], .money(0.03))]])
    #expect(totals(rows + [total(fen(4))]) == [[.text("合计"), .money(0.04)]])
    #expect(
      totals([row(.count(2)), row(.count(3)), total(.count(5))]) == [
        [.text("合计"), .sum(of: [2...3], .count(5))]
      ])
    #expect(
      totals([row(.difference(MoneyTotal(fen: -5))), total(.difference(MoneyTotal(fen: -5)))]) == [
        [.text("合计"), .sum(of: [2...2], .difference(-0.05))]
      ])
  }

  @Test("Sums of parts add their own rows, the last adds all rows and no sum")
  func parts() {
    let rows = [
      row(fen(100)), row(fen(200)), total(fen(300)), row(fen(400)), total(fen(400)), total(fen(700)),
    ]
    #expect(
      totals(rows).map { $0[1] } == [
        .sum(of: [2...3], .money(3)), .sum(of: [5...5], .money(4)), .sum(of: [2...3, 5...5], .money(7)),
      ])
  }

  @Test("Words, blanks, days, shares and pieces are no figures")
  func others() throws {
    let day = try #require(CivilDate("2019-03-01"))
    let cells: [(Cell, WorkbookCell)] = [
      (.text("甲"), .text("甲")), (.text(""), .blank), (.blank, .blank), (.day(day), .day(43525)),
      (.pieces(2), .text("2 件")), (.decimal("1.5"), .text("1.5")),
      (.share(MoneyTotal(fen: 1), of: MoneyTotal(fen: 2)), .share(0.5)),
    ]
    for (cell, kept) in cells {
      #expect(totals([row(cell), total(cell)]) == [[.text("合计"), kept]], "\(cell)")
    }
    // A row that is shorter than the table, and one that is longer.
    #expect(totals([.init([.text("行")]), total(fen(0))]) == [[.text("合计"), .sum(of: [2...2], .money(0))]])
    #expect(
      totals([.init([.text("行"), fen(1), fen(9)]), total(fen(1))]) == [
        [.text("合计"), .sum(of: [2...2], .money(0.01))]
      ])
  }

  @Test("A sum over nothing is as it is written; a formula names at most sixty runs of rows")
  func limits() {
    #expect(totals([total(fen(0))]) == [[.text("合计"), .money(0)]])
    func runs(_ count: Int) -> [ReportTable.Row] {
      (0..<count).flatMap { _ in [row(fen(1)), total(fen(1))] } + [total(fen(Int128(count)))]
    }
    guard case .sum(let ranges, _)? = totals(runs(60)).last?[1] else {
      return #expect(Bool(false), "no formula over sixty")
    }
    #expect(ranges.count == 60 && ranges.first == 2...2 && ranges.last == 120...120)
    #expect(totals(runs(61)).last?[1] == .money(0.61))
  }

  @Test("What a spreadsheet can't keep to the fen stands as words, and is no formula")
  func large() {
    let most: Int128 = 999_999_999_999_999
    #expect(
      totals([row(fen(most)), total(fen(most))])[0][1] == .sum(of: [2...2], .money(9_999_999_999_999.99)))
    #expect(
      totals([row(fen(most)), row(fen(1)), total(fen(most + 1))])[0][1] == .text("10,000,000,000,000.00"))
  }

  @Test("Below the last row stand the sums of the columns that ask for them")
  func below() {
    let columns = [ReportTable.Column("a", "名称"), ReportTable.Column("b", "金额", isNumber: true).summed]
    var sums = RunningSums(columns: 2)
    #expect(sums.total(of: columns) == nil)
    for place in 2...4 { sums.add(row(fen(10)), place) }
    #expect(sums.total(of: columns) == [.text("合计"), .sum(of: [2...4], .money(0.3))])
    #expect(sums.total(of: [columns[0], columns[0]]) == nil)
  }
}
