import CaseModel
import Testing

@testable import Papers

/// casework.md: any report can be made again "as known on that day", with the difference since; by hand.
@Suite("What has moved since")
struct SinceFigureTests {
  private typealias Cell = ReportTable.Cell

  private func table(_ rows: [[Cell]]) -> ReportTable {
    ReportTable(
      title: "合计",
      columns: [.init("item", "项目"), .init("who", "申请人"), .number("count", "件数"), .number("sum", "金额")],
      rows: rows.enumerated().map { place, cells in
        .init(cells, filings: ["F\(place)"], behind: ["sum": ["S\(place)"]])
      })
  }

  private func since(_ then: [[Cell]], _ now: [[Cell]]) -> [[String]] {
    ReportTable.since(table(then), table(now)).rows.map { $0.cells.map(\.shown) }
  }

  private func row(_ item: String, _ who: String, _ count: Cell, _ sum: Cell) -> [Cell] {
    [.text(item), .text(who), count, sum]
  }

  private func yuan(_ yuan: Int64) -> Cell { .money(Money(yuan: yuan)) }

  @Test("The same twice: one sentence and no row")
  func same() {
    let rows = [row("代理授权", "甲", .count(2), yuan(700))]
    let table = ReportTable.since(table(rows), table(rows))
    #expect(table.rows.isEmpty && table.notes == ["此后没有变动。"])
    #expect(table.columns.map(\.heading) == ["行", "栏目", "当时", "现在", "差额"])
  }

  @Test("Each figure that moved has a row, more or less")
  func moved() {
    #expect(
      since(
        [row("代理授权", "甲", .count(2), yuan(700)), row("标准", "乙", .count(5), yuan(100_000))],
        [row("代理授权", "甲", .count(3), yuan(1_200)), row("标准", "乙", .count(4), yuan(100_000))]) == [
          ["代理授权 甲", "件数", "2", "3", "+1"], ["代理授权 甲", "金额", "700.00", "1,200.00", "+500.00"],
          ["标准 乙", "件数", "5", "4", "-1"],
        ])
  }

  @Test("A row that came or went shows with all its figures, where it stood")
  func rows() {
    #expect(
      since([row("代理授权", "甲", .count(2), yuan(700))], [row("标准", "乙", .count(1), yuan(100_000))]) == [
        ["代理授权 甲", "件数", "2", "", "-2"], ["代理授权 甲", "金额", "700.00", "", "-700.00"],
        ["标准 乙", "件数", "", "1", "+1"], ["标准 乙", "金额", "", "100,000.00", "+100,000.00"],
      ])
    // Nothing there is no figure, not a nought.
    #expect(since([], [row("代理授权", "甲", .blank, .blank)]).isEmpty)
  }

  @Test("Words tell rows apart, in whatever order they stand")
  func order() {
    let (one, two) = (row("代理授权", "甲", .count(1), yuan(1)), row("代理授权", "乙", .count(2), yuan(2)))
    #expect(since([one, two], [two, one]).isEmpty)
  }

  @Test("Pieces differ by pieces; where the limit has changed its kind there is no difference")
  func pieces() {
    let then = row("限额", "甲", .count(1), .pieces(2))
    #expect(since([then], [row("限额", "甲", .count(1), .pieces(1))]) == [["限额 甲", "金额", "2 件", "1 件", "-1 件"]])
    #expect(since([then], [row("限额", "甲", .count(1), .blank)]) == [["限额 甲", "金额", "2 件", "", "-2 件"]])
    #expect(since([then], [row("限额", "甲", .count(1), yuan(5))]) == [["限额 甲", "金额", "2 件", "5.00", ""]])
  }

  @Test("Behind each figure stand the filings of now, or of then where the row is gone")
  func behind() {
    let (then, now) = (
      table([row("代理授权", "甲", .count(1), yuan(1))]), table([row("代理授权", "甲", .count(2), yuan(2))])
    )
    #expect(ReportTable.since(then, now).rows.map(\.filings) == [["F0"], ["S0"]])
    #expect(ReportTable.since(then, table([])).rows.map(\.filings) == [["F0"], ["S0"]])
  }
}
