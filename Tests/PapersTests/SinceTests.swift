import CaseModel
import Testing

@testable import Papers

/// A report of a past day beside the same report now.
struct SinceTests {
  private func table(
    _ columns: [(key: String, heading: String, isNumber: Bool)], _ rows: [[ReportTable.Cell]]
  )
    -> ReportTable
  {
    ReportTable(
      title: "核对", columns: columns.map { .init($0.key, $0.heading, isNumber: $0.isNumber) },
      rows: rows.map { .init($0) }, notes: [])
  }

  /// A city that has gathered its first office since names offices in a column of their own.
  @Test func `A column that one of them lacks moves no figure into another`() {
    let then = table(
      [("item", "项目", false), ("count", "件数", true), ("sum", "金额", true)],
      [[.text("代理授权"), .count(2), .money(MoneyTotal(Money(yuan: 1_000)))]])
    let now = table(
      [("item", "项目", false), ("office", "局", false), ("count", "件数", true), ("sum", "金额", true)],
      [[.text("代理授权"), .text("英德"), .count(3), .money(MoneyTotal(Money(yuan: 1_000)))]])
    let rows = ReportTable.since(then, now).rows.map { $0.cells.map(\.shown) }
    #expect(rows == [["代理授权", "件数", "2", "3", "+1"]])
  }
}
