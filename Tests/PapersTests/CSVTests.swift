import CaseModel
import Testing

@testable import Papers

@Suite("CSV that a spreadsheet opens without harm")
struct CSVTests {
  @Test("Byte order mark, CRLF, every field in quotes, sums that can be added")
  func bytes() {
    let table = ReportTable(
      title: "不写入", columns: [.init("name", "申请人"), .init("award", "资助额", isNumber: true)],
      rows: [
        .init([.text("甲\"乙\",丙\n丁"), .money(MoneyTotal(fen: 1_234_567_89))]), .init([.blank, .count(3)]),
        .init([.text("差"), .difference(MoneyTotal(fen: -30_000))]),
      ])
    let expected =
      "\u{FEFF}\"申请人\",\"资助额\"\r\n\"甲\"\"乙\"\",丙 丁\",\"1234567.89\"\r\n\"\",\"3\"\r\n\"差\",\"-300.00\"\r\n"
    #expect(table.csv == Array(expected.utf8))
  }

  @Test(
    "A number, or what a spreadsheet would run, gets a tab in front",
    arguments: [
      "201710601862.3", "2017106018623", "6228485636049280981", "441802198309120701", "441802-2019-000024",
      "20200001234567E9", "2019-03-01", "０１２", "=1+2", "+86 13800000000", "-甲", "@SUM(A1)", "＝1", " =1",
      "12%",
    ])
  func guarded(text: String) { #expect(SpreadsheetText.guarded(text) == "\t" + text) }

  @Test(
    "Other words stay as they are",
    arguments: [
      "清远市禾雀陶瓷有限公司", "91441802MAG45LY19G", "ZL 2018 2 0285658.5", "4418**********0013", "第2条", "", "甲=乙",
    ])
  func plain(text: String) { #expect(SpreadsheetText.guarded(text) == text) }
}
