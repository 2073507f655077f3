import CaseModel
import Folders
import Foundation
import Testing

@testable import Papers
@testable import Workbooks

@Suite("Tables as workbooks")
struct WorkbookFormTests {
  /// What our own reader shows of a workbook's first sheet, row by row.
  private func shown(_ bytes: [UInt8]) throws -> [[String]] {
    let book = try Workbook(bytes)
    return try book.sheet(try #require(book.sheets.first)).rows.map(\.cells)
  }

  /// The sheet as it stands in the file.
  private func source(_ bytes: [UInt8]) throws -> String {
    let archive = try Archive(bytes)
    var text: [UInt8] = []
    try archive.read(try #require(archive.part("xl/worksheets/sheet1.xml"))) {
      text += $0
      return true
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func table(_ cells: [ReportTable.Cell]) -> ReportTable {
    ReportTable(
      title: "表", columns: [.init("a", "名称"), .init("b", "内容")], rows: cells.map { .init([.text("行"), $0]) })
  }

  @Test("Every kind of cell is read again with the value that was written")
  func values() throws {
    let cells: [(ReportTable.Cell, String)] = [
      (.text("=1+2"), "=1+2"), (.text("201710601862.3"), "201710601862.3"),
      (.text("6228485636049280981"), "6228485636049280981"), (.text("0071"), "0071"),
      (.text("2.01E+12"), "2.01E+12"), (.text("_x000D_甲_x0041_"), "_x000D_甲_x0041_"),
      (.text("甲\n乙\u{1}丙"), "甲 乙 丙"), (.text("甲\u{202E}乙"), "甲乙"), (.text("<&>\"'"), "<&>\"'"),
      (.text(" 甲 "), " 甲 "), (.text("𠮷😀①"), "𠮷😀①"), (.text("2019-03-01"), "2019-03-01"),
      (.count(0), "0"), (.count(-12), "-12"), (.count(1_234_567), "1234567"),
      (.money(MoneyTotal(fen: 5)), "0.05"), (.money(MoneyTotal(fen: 123_456_789)), "1234567.89"),
      (.money(MoneyTotal(fen: 1_680_32)), "1680.32"), (.money(MoneyTotal(fen: 100_000)), "1000"),
      (.money(MoneyTotal(fen: 999_999_999_999_999)), "9999999999999.99"),
      (.money(MoneyTotal(fen: 1_000_000_000_000_000)), "10,000,000,000,000.00"),
      (.difference(MoneyTotal(fen: -30_010)), "-300.1"),
      (.share(MoneyTotal(fen: 1), of: MoneyTotal(fen: 3)), "33.3%"),
      (.day(try day("2019-03-01")), "2019-03-01"), (.day(try day("1900-03-01")), "1900-03-01"),
      (.day(try day("1900-02-28")), "1900-02-28"), (.day(try day("9999-12-31")), "9999-12-31"),
    ]
    let rows = try shown(try table(cells.map(\.0)).workbook(office: ""))
    #expect(rows.first == ["名称", "内容"])
    #expect(rows.dropFirst().map { $0.last ?? "" } == cells.map(\.1))
  }

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  @Test("Texts and numbers lie in the file as what they are; money has two decimals, a day is a day")
  func kinds() throws {
    let text = try source(
      try table([.text("0071"), .count(7), .money(MoneyTotal(fen: 700)), .day(try day("2019-03-01"))])
        .workbook(office: ""))
    #expect(text.contains(">0071</t>") && text.contains("<v>7</v>"))
    // 43525 is the number that spreadsheets have for 1 March 2019.
    #expect(text.contains("<v>43525</v>"))
    #expect(!text.contains("<v>0071</v>") && !text.contains("<v>71</v>"))
  }

  @Test("Headings stay in sight and come again on every A4 page; Chinese has the room it takes")
  func layout() throws {
    let columns = [ReportTable.Column("a", "名称"), .init("b", "金额", isNumber: true)]
    let table = ReportTable(
      title: "拨付 & 追回", columns: columns,
      rows: [.init([.text("清远市甲陶瓷有限公司"), .money(MoneyTotal(fen: 123_456_789_00))])])
    let bytes = try table.workbook(office: "清远市知识产权局")
    let text = try source(bytes)
    #expect(text.contains(#"<pane ySplit="1" topLeftCell="A2""#) && text.contains(#"state="frozen""#))
    #expect(text.contains(#"paperSize="9""#) && text.contains(#"fitToHeight="0""#))
    #expect(text.contains("拨付 &amp;&amp; 追回</oddHeader>"))
    #expect(text.contains("清远市知识产权局&amp;R第 &amp;P 页"))
    let widths = text.split(separator: "<col ").dropFirst().compactMap { part in
      part.split(separator: "width=\"").dropFirst().first?.split(separator: "\"").first.flatMap { Double($0) }
    }
    // Ten signs of two columns; 123,456,789.00 is fourteen characters.
    #expect(widths.count == 2 && widths[0] >= 20 && widths[1] >= 14)
    #expect(try Workbook(bytes).sheets == ["拨付 & 追回"])
  }

  @Test("A tab bears what a tab can bear")
  func tab() {
    let names = [
      "2019/2020:[限额]*?": "20192020限额", String(repeating: "长", count: 40): String(repeating: "长", count: 31),
      "'": "表",
    ]
    for (name, tab) in names { #expect(WorkbookSheet(name: name, title: "", columns: []).name == tab) }
  }

  @Test("汇总表: each county's sum adds its rows, the whole adds all counties' rows, never a sum twice")
  func batchSums() throws {
    let bytes = try #require(try PrintOffice.printout(.batch, ["F2", "F4", "F3"]).workbook())
    let text = try source(bytes)
    for formula in ["SUM(H2:H2)", "SUM(H4:H5)", "SUM(H2:H2,H4:H5)", "SUM(G2:G2,G4:G5)"] {
      #expect(text.contains("<f>\(formula)</f>"))
    }
    // 1 000.00 and 4 350.00, as on the printed list.
    let rows = try shown(bytes)
    #expect(rows.map { $0.count > 7 ? $0[7] : "" } == ["资助额", "1000", "1000", "100", "4250", "4350", "5350"])
  }

  @Test("拨付表: accounts whole and as text, the sum of the money by formula")
  func payment() throws {
    let printout = try PrintOffice.printout(.payment, ["F4"])
    let bytes = try #require(try printout.workbook())
    let csv = String(decoding: try #require(printout.csv).dropFirst(3), as: UTF8.self)
    let account = csv.split(separator: "\r\n")[1].split(separator: ",")[4].filter { $0.isNumber }
    #expect(account.count > 11)
    let rows = try shown(bytes)
    #expect(rows[1][4] == account && rows[1][5] == "4250" && rows.last?[5] == "4250")
    #expect(try source(bytes).contains("<f>SUM(F2:F2)</f><v>4250</v>"))
  }

  @Test("A figure that is not the sum of what stands above it is no formula")
  func noSum() throws {
    let table = ReportTable(
      title: "表", columns: [.init("a", "名称"), .init("b", "件数", isNumber: true)],
      rows: [
        .init([.text("甲"), .count(2)]), .init([.text("乙"), .count(3)]),
        .init([.text("不重复的"), .count(4)], isTotal: true),
      ], notes: ["一句说明。"])
    let bytes = try table.workbook(office: "")
    #expect(try !source(bytes).contains("<f>"))
    #expect(try shown(bytes).suffix(2) == [["不重复的", "4"], ["一句说明。"]])
  }

  @Test("Columns that ask for it are added up below the last row, to the fen")
  func longSums() throws {
    let column = ReportTable.Column("b", "资助额", isNumber: true).summed
    let table = LongTable(title: "申报", columns: [.init("a", "编号"), column], count: 3000) { number in
      ReportTable.Row([.text("F\(number)"), .money(MoneyTotal(fen: 10))])
    }
    let bytes = try table.workbook(office: "")
    #expect(try source(bytes).contains("<f>SUM(B2:B3001)</f><v>300</v>"))
    #expect(try shown(bytes).count == 3002 && shown(bytes).last == ["合计", "300"])
    let none = LongTable(title: "申报", columns: [.init("a", "编号"), column], count: 0) { _ in
      ReportTable.Row([])
    }
    #expect(try shown(try none.workbook(office: "")) == [["编号", "资助额"]])
  }

  @Test("A text longer than a cell holds is cut with a sign; more rows than a sheet holds are refused")
  func limits() throws {
    let long = String(repeating: "长", count: 40_000)
    let rows = try shown(try table([.text(long)]).workbook(office: ""))
    #expect(rows.last?.last == String(repeating: "长", count: 32_766) + "…")
    let writer = try WorkbookWriter()
    try writer.begin(WorkbookSheet(name: "表", title: "", columns: [.init("a", width: 8, isNumber: false)]))
    for _ in 1..<WorkbookWriter.rows { try writer.add([]) }
    #expect(throws: WorkbookWriterError.tooManyRows) { try writer.add([.count(1)]) }
  }

  @Test("What was written on the way is gone afterwards, finished or not")
  func nothingStays() throws {
    var folders: [String] = []
    for isFinished in [true, false] {
      let writer = try WorkbookWriter()
      try writer.begin(WorkbookSheet(name: "表", title: "", columns: [.init("甲", width: 8, isNumber: false)]))
      folders.append(writer.folder.path)
      #expect(FileManager.default.fileExists(atPath: writer.folder.path))
      if isFinished { _ = try writer.finish() }
    }
    for folder in folders { #expect(!FileManager.default.fileExists(atPath: folder)) }
  }

  @Test("A paper that is no table is no workbook")
  func letters() throws {
    let printout = try PrintOffice.printout(.receipt, ["F1"])
    #expect(!printout.isTable)
    #expect(try printout.workbook() == nil)
  }
}
