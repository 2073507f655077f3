import CaseModel
import Casework
import Forms
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

  private func texts(_ list: ListEntry) -> [[String]] {
    list.filled().map { $0.fields.map(\.editor.text) }
  }

  @Test func moreCellsThanColumnsAreNotGuessed() throws {
    let (list, message) = try list([
      ["1", "201820200011.8", "2019/3/1", "是", "否"], ["2", "201820200012.2", "2019/3/2", "是", "否"],
    ])
    #expect(list.filled().isEmpty)
    #expect(message.contains("没有放进去：粘贴的有 5 栏"))
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
    let first = try #require(session.state.applicants.last)
    #expect(first.name == name)
    let count = session.state.applicants.count
    try session.press("<F3>英德市样泉机械 有限公司<Tab>1<Tab>英德市<F8>")
    #expect(session.state.applicants.count == count)
    #expect(session.model.message?.text.contains("已有同名的 \(first.id)") == true)
    try session.press("两家重名<F8>")
    #expect(session.state.applicants.last?.note == "两家重名")
  }
}
