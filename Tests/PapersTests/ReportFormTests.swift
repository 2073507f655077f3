import CaseModel
import Foundation
import Testing

@testable import Papers

/// One table in each form that a report takes: what people read, what a spreadsheet adds up, what a program reads
/// (`interchange.md`: money is a string of yuan, counts are numbers).
@Suite("A table in every form")
struct ReportFormTests {
  private static let cells: [(cell: ReportTable.Cell, shown: String, csv: String, json: String)] = [
    (.blank, "", "", "null"), (.text("清远甲"), "清远甲", "清远甲", #""清远甲""#),
    // A spreadsheet would take these for a number or run them.
    (.text("0071"), "0071", "\t0071", #""0071""#), (.text("=1+2"), "=1+2", "\t=1+2", #""=1+2""#),
    (.text("甲\n乙\u{202E}"), "甲 乙", "甲 乙", #""甲\n乙\#u{202E}""#),
    (.count(0), "0", "0", "0"), (.count(-12), "-12", "-12", "-12"),
    (.count(1_234_567), "1234567", "1234567", "1234567"),
    (.pieces(3), "3 件", "3 件", "3"), (.decimal("12.50"), "12.50", "12.50", #""12.50""#),
    (.day(CivilDate(year: 2019, month: 3, day: 1) ?? .first), "2019-03-01", "\t2019-03-01", #""2019-03-01""#),
    (.money(MoneyTotal(fen: 0)), "0.00", "0.00", #""0.00""#),
    (.money(MoneyTotal(fen: 1)), "0.01", "0.01", #""0.01""#),
    (.money(MoneyTotal(fen: 123_456_789)), "1,234,567.89", "1234567.89", #""1234567.89""#),
    (.money(MoneyTotal(fen: -5)), "-0.05", "-0.05", #""-0.05""#),
    (.difference(MoneyTotal(fen: 100_000)), "+1,000.00", "1000.00", #""1000.00""#),
    (.difference(MoneyTotal(fen: -100_000)), "-1,000.00", "-1000.00", #""-1000.00""#),
    (.difference(.zero), "0.00", "0.00", #""0.00""#),
    (.share(MoneyTotal(fen: 1), of: MoneyTotal(fen: 4)), " 25.0% █████░░░░░░░░░░░░░░░", "25.0%", #""25.0%""#),
    (.share(MoneyTotal(fen: 1), of: .zero), "", "", "null"),
  ]

  private func table(_ rows: [ReportTable.Row], notes: [String] = []) -> ReportTable {
    ReportTable(
      title: "表", columns: [.init("name", "名称"), .init("figure", "数", isNumber: true)], rows: rows,
      notes: notes)
  }

  @Test("Each kind of cell", arguments: cells.indices)
  func cell(place: Int) throws {
    let (cell, shown, csv, json) = Self.cells[place]
    #expect(cell.shown == shown)
    let table = table([.init([.text("甲"), cell])])
    #expect(String(decoding: table.csv, as: UTF8.self).hasSuffix("\r\n\"甲\",\"\(csv)\"\r\n"))
    let text = String(decoding: table.json(name: "r", year: 2019), as: UTF8.self)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let row = try #require((object["rows"] as? [[String: Any]])?.first)
    if json == "null" {
      #expect(row["figure"] is NSNull)
    } else if json.hasPrefix("\"") {
      // Programs get a text as it is kept.
      if case .text(let whole) = cell { #expect(row["figure"] as? String == whole) }
      #expect(row["figure"] is String)
      if !json.contains("\\") { #expect("\"\(row["figure"] as? String ?? "")\"" == json) }
    } else {
      #expect(row["figure"] as? Int == Int(json))
    }
  }

  @Test("Sums stand apart from rows; a report that was made again says what has moved since")
  func parts() throws {
    let now = table([.init([.text("甲"), .count(3)]), .init([.text("合计"), .count(3)], isTotal: true)])
    func object(_ since: ReportTable?) throws -> [String: Any] {
      let bytes = now.json(name: "totals", year: 2019, since: since)
      #expect(bytes.last == UInt8(ascii: "\n"))
      return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }
    let plain = try object(nil)
    #expect(
      plain["report"] as? String == "totals" && plain["year"] as? Int == 2019
        && plain["title"] as? String == "表")
    #expect((plain["rows"] as? [[String: Any]])?.map { $0["name"] as? String } == ["甲"])
    #expect((plain["totals"] as? [[String: Any]])?.map { $0["figure"] as? Int } == [3])
    #expect(plain["since"] == nil)
    let then = table([.init([.text("甲"), .count(1)])])
    let since = try #require(try object(ReportTable.since(then, now))["since"] as? [[String: Any]])
    #expect(since.map { $0["difference"] as? String } == ["+2", "+3"])
  }

  @Test(
    "As text: words over forty columns go on under themselves, figures never; details and blanks behind are left out"
  )
  func text() {
    let long = String(repeating: "字", count: 21)
    var table = ReportTable(
      title: "表",
      columns: [
        .init("a", "名称"), ReportTable.Column("b", "细节").asDetail, .init("c", "数", isNumber: true),
        .init("d", "备注"),
      ],
      rows: [
        .init([.text(long), .text("不印"), .count(12_345), .text("")]), .init([.text("乙")]),
        .init([.text("甲" + String(repeating: "x", count: 39)), .blank, .blank, .text("y")]),
      ], notes: ["一句。", "两句。"])
    let twenty = String(repeating: "字", count: 20)
    #expect(
      table.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) == [
        "表", "名称" + String(repeating: " ", count: 36) + "     数  备注", twenty + "  12345", "字", "乙",
        "甲" + String(repeating: "x", count: 38) + "         y", "x", "一句。", "两句。", "",
      ])
    // No word is too wide for a column that it fills exactly.
    table.rows = [.init([.text(twenty), .blank, .count(1), .blank])]
    #expect(table.lines.count == 2 && table.lines[1] == twenty + "   1")
    table.rows = []
    #expect(table.text == "表\n名称  数  备注\n一句。\n两句。\n")
  }

  @Test("As a page: names can't become tags, figures and bars have their class, a wide table lies across")
  func html() throws {
    let templates = try PrintOffice.templates()
    var table = table([
      .init([.text("<甲>&\"乙\""), .money(MoneyTotal(fen: 100_000))]),
      .init([.text("合计"), .count(1)], isTotal: true),
    ])
    table.columns.append(.init("share", "占比"))
    table.rows[0].cells.append(.share(MoneyTotal(fen: 1), of: MoneyTotal(fen: 2)))
    let html = try table.html(office: "清远市<局>", templates: templates)
    for part in [
      "<td>&lt;甲&gt;&amp;&quot;乙&quot;</td>", #"<td class="figure">1,000.00</td>"#,
      #"<td class="bar"> 50.0%"#,
      #"<tr class="total"><td>合计</td>"#, "清远市&lt;局&gt;",
    ] { #expect(html.contains(part), "\(part)") }
    #expect(!html.contains("A4 landscape") && !html.contains("与现在相比"))
    table.columns += (3...8).map { .init("c\($0)", "栏\($0)") }
    #expect(try table.html(office: "", templates: templates).contains("A4 landscape"))
    table.columns.removeLast()
    #expect(try !table.html(office: "", templates: templates).contains("A4 landscape"))
    let since = ReportTable.since(table, table)
    #expect(try table.html(office: "", templates: templates, since: since).contains("此后没有变动。"))
  }
}
