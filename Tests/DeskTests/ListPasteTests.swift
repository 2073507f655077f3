import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing

@testable import Desk

/// Rows that clerks copy from their spreadsheets into the list.
@Suite struct ListPasteTests {
  /// The list of an agency's grants, and what the pasted rows made of it.
  private func list(_ rows: [[String]]) throws -> (list: ListEntry, message: String) {
    var session = try DeskSession.demo("<F2>dlsq<Tab>A006<Tab><Tab><C-t>")
    let text = rows.map { $0.joined(separator: "\\t") }.joined(separator: "\\n")
    try session.press("<Down><Paste \"\(text)\\n\">")
    return (try #require(session.model.listEntry), session.model.message?.text ?? "")
  }

  private func numbers(_ session: DeskSession) throws -> [String] {
    let list = try #require(session.model.listEntry)
    return texts(list).map { $0[0] }
  }

  private func texts(_ list: ListEntry) -> [[String]] {
    list.filled().map { $0.fields.map(\.editor.text) }
  }

  /// Field case 01: 序号 in front, and one cell more than the list has columns.
  @Test func moreCellsThanColumnsAreAskedFor() throws {
    var session = try DeskSession.demo(Self.open)
    try session.press(Self.paste(Self.wide))
    #expect(session.message.contains("没有放进去：粘贴的有 5 栏，列表有 4 栏"), "\(session.message)")
    #expect(session.title.contains("粘贴的栏目") && session.model.listEntry?.filled().isEmpty == true)
    // Nothing is put while nobody says what is what.
    try session.press("<F8>")
    #expect(session.message == "没有放进去：请至少指明一栏。")
    let serial = "<Down>"
    try session.press(serial + "<F4>专利申请号<Enter><F4>授权公告日<Enter><F4>地址<Enter><F4>75<Enter><F8>")
    var list = try #require(session.model.listEntry)
    #expect(
      texts(list) == [["201820200011.8", "2019/3/1", "是", "否"], ["201820200012.2", "2019/3/2", "是", "否"]])
    #expect(list.preview.rows.map { $0.decision.outcome.isServed } == [false, false])
    // The next table of this form is asked about again, with what was said.
    #expect(session.columnsKept.map(\.columns.count) == [5])
    try session.press(Self.paste(Self.wide) + "<F8>")
    list = try #require(session.model.listEntry)
    #expect(list.filled().count == 4)
  }

  private static let open = "<F2>dlsq<Tab>A006<Tab><Tab><C-t>"
  private static let wide = [
    ["1", "201820200011.8", "2019/3/1", "是", "否"], ["2", "201820200012.2", "2019/3/2", "是", "否"],
  ]

  private static func paste(_ rows: [[String]]) -> String {
    "<Paste \"\(rows.map { $0.joined(separator: "\\t") }.joined(separator: "\\n"))\\n\">"
  }

  @Test func aHeadingThatMayMeanTwoThingsIsAskedFor() throws {
    var session = try DeskSession.demo("<F2>发明年费<Tab>A011<Tab><Tab><C-t>")
    try session.press(Self.paste([["专利号", "日期"], ["201610200013.2", "2019/3/20"]]))
    #expect(session.message.contains(#""日期"看不准是申请日还是"#), "\(session.message)")
    #expect(session.model.listEntry?.filled().isEmpty == true)
    try session.press("<F4>缴费<Enter><F8>")
    let list = try #require(session.model.listEntry)
    let paid = try #require(list.columns.firstIndex { $0.id == "paidOn" })
    #expect(list.filled().map { $0.fields[paid].editor.text } == ["2019/3/20"])
    // Said once, it is known.
    try session.press(Self.paste([["专利号", "日期"], ["201610200014.7", "2019/3/21"]]))
    #expect(session.title.contains("列表录入"))
    #expect(session.message.contains("第一行当作栏目名称"))
  }

  @Test func twoColumnsThatSayTwoThingsAreAskedFor() throws {
    let rows = [["申请号", "专利号", "授权日"], ["201820200011.8", "201820200012.2", "2019/3/1"]]
    var session = try DeskSession.demo(Self.open)
    try session.press(Self.paste(rows))
    #expect(session.message.contains(#"第 1 行的"申请号"和"专利号"不同"#), "\(session.message)")
    try session.press("<F8>")
    #expect(session.message.contains("只能读其中一栏"))
    try session.press("<F4>不读<Enter><F8>")
    var numbers = try self.numbers(session)
    #expect(numbers == ["201820200012.2"])
    // One that only fills what the other leaves empty, or says the same in another dress, is no question.
    session = try DeskSession.demo(Self.open)
    try session.press(
      Self.paste([
        rows[0], ["", "201820200012.2", "2019/3/1"], ["ZL201820200011.8", "201820200011.8", "2019/3/1"],
      ]))
    numbers = try self.numbers(session)
    #expect(numbers == ["201820200012.2", "ZL201820200011.8"])
  }

  /// What stands in the rows stays: cells that are free are filled beside it, rows that are not go below.
  @Test func aPasteCoversNothing() throws {
    var session = try DeskSession.demo(Self.open)
    try session.press(Self.paste([["201820200011.8"], ["201820200012.2"]]))
    try session.press("<Up><Tab>" + Self.paste([["2019/3/1", "是"], ["2019/3/2", "是"]]))
    let numbers = ["201820200011.8", "201820200012.2"]
    var list = try #require(session.model.listEntry)
    #expect(texts(list) == [[numbers[0], "2019/3/1", "是", ""], [numbers[1], "2019/3/2", "是", ""]])
    try session.press(
      "<S-Tab>" + Self.paste([["201820200031.5", "2019/7/1"], ["201820200032.X", "2019/7/1"]]))
    list = try #require(session.model.listEntry)
    #expect(texts(list).map { $0[0] } == numbers + ["201820200031.5", "201820200032.X"])
  }

  /// Field case 17: a console without bracketed paste types the table, Tab between cells and Enter at their ends.
  @Test func aTableThatIsTypedBecomesRows() throws {
    var session = try DeskSession.demo(Self.open)
    try session.press(
      "201820200061.6<Tab>2019/3/1<Tab>是<Tab>是<Enter>201820200062.0<Tab>2019/3/1<Tab>是<Tab>是<Enter>")
    var list = try #require(session.model.listEntry)
    let common = list.rows.cells[0].map(\.editor.text)
    #expect(common == ["", "", "", ""])
    #expect(
      texts(list) == [["201820200061.6", "2019/3/1", "是", "是"], ["201820200062.0", "2019/3/1", "是", "是"]])
    #expect(list.preview.rows.map { $0.decision.outcome.isServed } == [true, true])
    // With what is the same everywhere above them, rows of fewer cells are rows too.
    session = try DeskSession.demo(Self.open)
    try session.press(
      "<Up><Tab><Tab>是<Tab>是<Down>201820200061.6<Tab>2019/3/1<Enter>201820200062.0<Tab>2019/3/1<Enter>")
    list = try #require(session.model.listEntry)
    #expect(
      texts(list) == [["201820200061.6", "2019/3/1", "", ""], ["201820200062.0", "2019/3/1", "", ""]])
    #expect(list.preview.rows.map { $0.decision.outcome.isServed } == [true, true])
  }

  /// Of four rows the second and the fourth repeat one: F7 goes to each, and they keep their numbers once the others
  /// are saved, so that they are found on the paper list again.
  @Test func refusedRowsAreGoneToAndKeepTheirNumbers() throws {
    var session = try DeskSession.demo("<F2>dlsq<Tab>A006<Tab><Tab><C-t>")
    let rows = ["201820200011.8", "201820200011.8", "201820200012.2", "201820200012.2"].map {
      "\($0)\\t2019/3/1\\t是\\t是"
    }
    try session.press("<Down><Paste \"\(rows.joined(separator: "\\n"))\\n\"><Up><Up><Up><Up>")
    #expect(session.screen.contains("4 行，可保存 2 行") && session.screen.contains("不成立 2 行，按 F7 逐行看"))
    try session.press("<F7>")
    #expect(session.model.listEntry?.row == 2)
    try session.press("<F7>")
    #expect(session.model.listEntry?.row == 4)
    try session.press("<F7>")
    #expect(session.model.listEntry?.row == 2)
    try session.press("<F8>")
    #expect(session.message == "已保存 2 件。还有 2 行不成立（第 2、4 行），留在列表里，请改好或删去。")
    let list = try #require(session.model.listEntry)
    #expect([1, 2].map(list.number) == [2, 4] && list.number(ofRow: 3) == 5)
    // A row that is deleted takes its number with it.
    try session.press("<C-y>")
    #expect(session.model.listEntry?.number(ofRow: 1) == 4)
    try session.press("<C-z>")
    #expect(session.model.listEntry?.number(ofRow: 1) == 2)
  }

  @Test func headingsSayWhatColumnsAre() throws {
    let (list, message) = try list([
      ["序号", "申请日", "授权公告日", "申请号"], ["1", "2020/6/5", "2021/3/9", "202020100001.4"],
    ])
    #expect(texts(list) == [["202020100001.4", "2021/3/9", "", ""]])
    #expect(message.contains("没有用到：序号、申请日。"))
    // Granted after the measure ended.
    #expect(list.preview.rows.map(\.decision.award) == [.zero])
  }

  @Test func aRowWithoutDigitsStays() throws {
    let (list, _) = try list([
      ["201820200031.5", "2019/7/1", "是", "是"], ["申请中", "二〇一九年七月一日", "是", "是"],
      ["201820200032.X", "2019/7/1", "是", "是"],
    ])
    #expect(list.filled().count == 3)
    #expect(texts(list)[1][0] == "申请中")
    #expect(list.preview.rows.map { $0.decision.outcome.isServed } == [true, false, true])
  }

  @Test func hoursBehindDaysAreRead() throws {
    let (list, _) = try list([
      ["201820200041.9", "2019/3/1 0:00", "是", "是"], ["201820200042.3", "2019/3/1 0:00:00", "是", "是"],
    ])
    #expect(list.preview.rows.map { $0.decision.outcome.isServed } == [true, true])
  }

  @Test func aRowOfSumsIsNoFiling() throws {
    let (list, message) = try list([["201820200041.9", "2019/3/1", "是", "是"], ["合计", "1件", "", ""]])
    #expect(list.filled().count == 1)
    #expect(message.contains("合计、落款行 1 行没有录入"))
  }

  @Test func aSecondOfAUnitsNameNeedsAReason() throws {
    let name = "英德市样泉机械有限公司"
    var session = try DeskSession.demo("<F3>\(name)<Tab>1<Tab>英德市<F8>")
    let first = try #require(session.state.people.applicants.last)
    #expect(first.name == name)
    let count = session.state.people.applicants.count
    try session.press("<F3>英德市样泉机械 有限公司<Tab>1<Tab>英德市<F8>")
    #expect(session.state.people.applicants.count == count)
    #expect(session.model.message?.text.contains("已有同名的 \(first.id)") == true)
    try session.press("两家重名<F8>")
    #expect(session.state.people.applicants.last?.note == "两家重名")
  }

  /// One code is one unit, whatever it is called: no reason makes two of it.
  @Test(arguments: ["英德市样泉机械有限公司", "英德市另一机械有限公司"])
  func anEqualCodeIsToldAsOne(name: String) throws {
    let code = "91441802MAFARM019H"
    var session = try DeskSession.demo("<F3>英德市样泉机械有限公司<Tab>1<Tab>英德市<Tab>\(code)<F8>")
    let first = try #require(session.state.people.applicants.last)
    #expect(first.code == code)
    try session.press("<F3>\(name)<Tab>1<Tab>英德市<Tab>\(code.lowercased())")
    #expect(session.screen.contains("代码与 \(first.id)") && !session.screen.contains("同名"), "\(session.screen)")
    try session.press("<F8>")
    #expect(session.message.contains("这个代码已属于申请人 \(first.id)"), "\(session.message)")
    #expect(session.state.people.applicants.last == first)
  }
}
