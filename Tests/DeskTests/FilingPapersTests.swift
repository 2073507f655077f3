import CaseModel
import Casework
import SubsidyRules
import Testing

@testable import Desk

/// Papers ticked off while a filing is typed, values entered before, and the filing that came first.
@Suite struct FilingPapersTests {
  private static let id = "441800-2020-000003"

  private func ticks(_ desk: DeskSession) throws -> [PaperTick] {
    desk.state.tickList(of: try #require(desk.state.file(Self.id))).compactMap(\.tick)
  }

  /// Article 2's papers: the licence is missing, the rest is not looked at and so not asked for.
  @Test func whatWasFoundIsSavedWithTheFiling() throws {
    var desk = try DeskSession.demo(Scene.cutGrant + "<Tab><F4>  <Up> ")
    #expect(desk.title.contains("材料核对") && desk.screen.contains("新申报 代理授权"))
    try desk.press("<F8>")
    #expect(desk.screen.contains("不齐 1 未核 6"))
    // Nothing is saved before the filing is.
    #expect(desk.state.file(Self.id) == nil)
    try desk.press("<F8>")
    #expect(desk.message == "已保存 \(Self.id)：核减 100.00 元，要补正 1 项。")
    #expect(try ticks(desk).map(\.verdict) == [.inOrder, .missing])
    // One save for both.
    #expect(desk.journal.count == 1)
  }

  @Test func spaceFindsEverythingInOrderOrTakesItBack() throws {
    var desk = try DeskSession.demo(Scene.cutGrant + "<Tab> ")
    #expect(desk.screen.contains("齐备"))
    try desk.press(" ")
    #expect(desk.screen.contains("未核对 8 项"))
    try desk.press(" <F8>")
    #expect(desk.message == "已保存 \(Self.id)：核减 100.00 元。")
    #expect(try ticks(desk).count == 8)
    // The next filing of the list starts without.
    try desk.press("<F2><C-d>")
    #expect(desk.screen.contains("未核对 8 项"))
  }

  /// What was found at the counter is never wiped by one key: only what is open is completed.
  @Test func spaceLeavesWhatWasFoundAlone() throws {
    var desk = try DeskSession.demo(Scene.cutGrant + "<Tab><F4>  <Up> <F8>")
    #expect(desk.screen.contains("不齐 1 未核 6") && desk.keyBar.contains("空格 全齐"))
    try desk.press(" ")
    #expect(desk.screen.contains("不齐 1 项") && !desk.keyBar.contains("空格"))
    try desk.press(" <F8>")
    let verdicts = try ticks(desk).map(\.verdict)
    #expect(verdicts.count == 8 && verdicts.filter { $0 == .missing }.count == 1)
    #expect(verdicts.filter { $0 == .inOrder }.count == 7)
  }

  @Test func theKeyBarSaysWhat空格Does() throws {
    var desk = try DeskSession.demo(Scene.cutGrant + "<Tab>")
    #expect(desk.keyBar.contains("空格 全齐"))
    try desk.press(" ")
    #expect(desk.keyBar.contains("空格 收回核对"))
  }

  /// Papers of an item chosen before are not saved with another's.
  @Test func anotherItemHasItsOwnPapers() throws {
    var desk = try DeskSession.demo(Scene.cutGrant + "<Tab> ")
    try desk.press("<Up><Up><Up><Up><Up><Up><Up>")
    try desk.press("<Backspace><Backspace><Backspace><Backspace>dlsl<Tab>")
    let item = try #require(desk.model.filing?.item.chosen?.id)
    let codes = Set(desk.state.policy.papers(of: item).map(\.id))
    #expect(try #require(desk.model.filing).ticks(desk.state).allSatisfy { codes.contains($0.paper) })
  }

  /// One tick list for all rows of a list: article 2's papers, the licence missing, for each of two grants.
  @Test func aListHasOneTickListForAllItsRows() throws {
    var desk = try DeskSession.demo("<F2>dlsq<Tab>A006<Tab><Tab><C-t>")
    let rows = ["201820200011.8", "201820200012.2"].map { "\($0)\\t2019/3/1\\t是\\t是" }
    try desk.press("<Down><Paste \"\(rows.joined(separator: "\\n"))\\n\">")
    #expect(desk.screen.contains("2 行，可保存 2 行") && desk.screen.contains("材料未核对 8 项"))
    #expect(desk.keyNames.contains("F4"))
    try desk.press("<F4><C-a><Up> <F8>")
    #expect(desk.title.contains("列表录入") && desk.message == "材料核对已记下，随列表里的每一件一起保存。")
    try desk.press("<F8>")
    #expect(desk.message == "已保存 2 件。")
    let filings = desk.state.files(of: "A006").map(\.filing.id).suffix(2)
    for id in filings {
      let rows = desk.state.tickList(of: try #require(desk.state.file(id)))
      #expect(rows.compactMap(\.tick).count == 8)
    }
  }

  @Test func aPaperThatFailsNeedsItsReasonHereToo() throws {
    var desk = try DeskSession.demo(Scene.cutGrant + "<Tab><F4>缺<Backspace><F8>")
    #expect(desk.message.contains("哪里不符合要求"))
    try desk.press("没有盖章<F8><F8>")
    #expect(try ticks(desk).map(\.verdict) == [.failing("没有盖章")])
  }

  /// The insurance of A017: the policy number of its last filing under the item is offered, and taken.
  @Test func whatWasEnteredBeforeIsOffered() throws {
    var desk = try DeskSession.demo("<F2>zlbx<Tab>A017<Tab><Tab><F4>")
    let last = try #require(
      desk.state.files(of: "A017").map(\.filing).filter { $0.item == desk.model.filing?.item.chosen?.id }
        .max { ($0.received, $0.id) < ($1.received, $1.id) })
    guard case .text(let number)? = last.input("policyNumber") else {
      Issue.record("the filing states no policy number")
      return
    }
    #expect(desk.screen.contains("1  \(number)"))
    try desk.press("<Enter>")
    #expect(desk.model.filing?.inputs[0].editor.text == number)
    // Nothing was entered before by whoever files for the first time.
    try desk.press("<F10><Enter><F2>dlsq<Tab>A074<Tab><Tab><F4>")
    #expect(desk.message == "这个申请人这一栏以前没有填过别的内容。")
  }

  @Test func theFilingThatCameFirstIsOneKeyAway() throws {
    var desk = try DeskSession.demo(Scene.cutGrant + "<C-e>")
    #expect(desk.message == "这一件没有与先收的重复。")
    try desk.press("<F8>" + Scene.cutGrant)
    #expect(desk.keyNames.contains("Ctrl-E"))
    try desk.press("<C-e>")
    #expect(desk.title.contains("申报详情") && desk.screen.contains(Self.id))
    // Back to what was being typed.
    try desk.press("<F10>")
    #expect(desk.title.contains("新申报") && desk.screen.contains("ZL 2018 2 0123456.0"))
    // In a list too.
    try desk.press("<C-t>")
    #expect(desk.keyNames.contains("Ctrl-E"))
    try desk.press("<C-e>")
    #expect(desk.screen.contains(Self.id))
  }
}
