import CaseModel
import Casework
import Cells
import Testing

@testable import Desk

/// What was typed and not saved is taken up again as it was.
@Suite struct DraftTests {
  private static let at = "2020-03-27T01:20:00Z"

  /// Another desk of the same operator, which is offered what a desk after these keys left behind.
  private func resumed(_ script: String) throws -> (before: DeskSession, after: DeskSession) {
    let before = try DeskSession.demo(script)
    var after = try DeskSession(before.state)
    after.model.offer([LeftBehind(name: "drafts/a", at: Self.at, work: before.model.unsaved)])
    try after.press("<Enter>")
    return (before, after)
  }

  static let scripts = [
    // 第2条, cut by the cap; with a reason for a wrong check digit; an item being looked for.
    Scene.cutGrant,
    "<F2>syxx<Tab>英德市浈阳<Tab><Tab>201820777777.X<Tab>证书原件如此<Tab>20190505",
    "<F2>dl",
    "<F2>dlsq<Tab>ydf",
    // A list with a row that does not stand, the cursor in it.
    Scene.cutGrant + "<C-t><Paste \"ZL201810000001.X\\t2019-06-15\\n乱写1\\t今天\\n\">",
    "<F3>英德测试分所<Tab>6<Tab>8<Tab><Tab><Tab>13800000000<Tab><Tab><Tab>湟川",
    // An applicant over a filing.
    "<F2>zlbx<Tab>英德新陶瓷厂<F3><Tab>1",
    // Changes of what was entered before.
    "3<F7>441800-2020-000002<Enter><Enter><F4><Tab>9",
    "2<F7>A036<Enter><F4><Tab><Tab><Tab><Tab>王",
    // Records of the work register, new and changed.
    "6<Down><F2>英德<Tab>20200302<Tab>专利申请实务<Tab>",
    "6<Enter><Enter><Tab><Tab>补",
    // Papers found, in a row of their own.
    Scene.cutGrant + "<Tab><F4> <Down>  <Down>户名不符<F8>",
  ]

  @Test(arguments: scripts) func aDraftLooksAsItDid(_ script: String) throws {
    let (before, after) = try resumed(script)
    #expect(!before.model.unsaved.isEmpty)
    #expect(after.model.unsaved == before.model.unsaved)
    // The forms, and the cursor in them; the year and the message are the screen's below.
    let rows = 1..<before.model.device.rows - 2
    #expect(rows.map(after.line) == rows.map(before.line))
    #expect(after.grid.caret == before.grid.caret)
    #expect(after.message == "已取回没有保存的内容，请核对后保存。")
  }

  @Test func whatWasSavedOrGivenUpLeavesNothing() throws {
    for script in [Scene.cutGrant + "<F8>", Scene.cutGrant + "<F10><Enter>", "<F2>", "<F3>", ""] {
      #expect(try DeskSession.demo(script).model.unsaved.isEmpty, "\(script)")
    }
    // The row that does not stand stays, and with it the draft.
    let list = try DeskSession.demo(Scene.cutGrant + "<C-t><Down><Paste \"乱写1\"><F8>")
    #expect(list.model.unsaved.list?.rows.count == 2)
  }

  private func asked(_ count: Int = 1) throws -> DeskSession {
    let work = try DeskSession.demo(Scene.cutGrant).model.unsaved
    var session = try DeskSession(DemoOffice.full())
    session.model.offer((0..<count).map { LeftBehind(name: "drafts/\($0)", at: Self.at, work: work) })
    return session
  }

  @Test func theQuestionSaysWhatItIsAndWhenItWas() throws {
    let session = try asked(2)
    #expect(session.message.hasPrefix("有没保存的内容（共 2 份）：新申报 代理授权 清远市北江"))
    #expect(session.keyNames == ["Enter", "Del", "Esc"])
    let wide = try DeskSession.demo("<F3>甲公司<Tab>1")
    var next = try DeskSession(DemoOffice.full(), rows: 30, columns: 110)
    next.model.offer([LeftBehind(name: "drafts/a", at: Self.at, work: wide.model.unsaved)])
    #expect(next.message == "有没保存的内容：新申请人 甲公司，2020-03-27 09:20。")
  }

  /// A filing that another machine had entered, whose history does not count, comes back as if it had been typed here; of an
  /// applicant whom the office does not have, theirs lies over it.
  @Test(arguments: [true, false]) func whatComesBackIsTypedAlready(isKnown: Bool) throws {
    var session = try DeskSession(DemoOffice.full(), rows: 30, columns: 110)
    let state = session.state
    let file = try #require(state.file("441800-2020-000002"))
    var one = ReturnedFiling(
      filing: file.filing, facts: file.received,
      applicant: try #require(state.applicant(file.filing.applicant)), by: "李经办", at: Self.at)
    if !isKnown {
      (one.applicant.id, one.applicant.name, one.applicant.code) = ("441800-A09999", "英德市另一家陶瓷厂", nil)
    }
    let work = UnsavedWork(one, in: state, today: try #require(DemoOffice.today))
    #expect(work.receipt == file.filing.id)
    session.model.offer([LeftBehind(name: "drafts/a", at: Self.at, work: work)])
    #expect(session.message.hasPrefix("市局退回、要重新登记的：新"))
    #expect(session.message.contains("另一台机器的编号 441800-2020-000002"))
    try session.press("<Enter>")
    let form = try #require(session.model.unsaved.filing)
    #expect(form.amended == nil && form.choice("item") == file.filing.item)
    #expect(form.text("received") == file.filing.received.description)
    for input in file.filing.inputs {
      if case .text(let text) = input.value { #expect(form.text(input.name) == text, "\(input.name)") }
    }
    #expect(form.choice("applicant") == (isKnown ? file.filing.applicant : nil))
    #expect(session.model.unsaved.applicant?.text("name") == (isKnown ? nil : "英德市另一家陶瓷厂"))
  }

  @Test func laterKeepsItAndAsksAboutTheNext() throws {
    var session = try asked(2)
    try session.press("<Esc>")
    #expect(session.message.contains("有没保存的内容：新申报"))
    try session.press("<Esc>")
    #expect(session.message == "没有保存的内容仍留着，下次打开时再问。")
    #expect(session.model.unsaved.isEmpty)
  }

  @Test func throwingAwayAsksFirst() throws {
    var session = try asked()
    try session.press("<Delete>")
    #expect(session.message == "要丢弃这份没有保存的内容吗？丢弃请按 Enter，留着请按 Esc。")
    var kept = session
    try kept.press("<Esc>")
    #expect(kept.message == "没有保存的内容仍留着，下次打开时再问。")
    try session.press("<Enter>")
    #expect(session.message == "已丢弃那份没有保存的内容。")
    #expect(session.model.unfinished.leftBehind.isEmpty)
  }

  /// The question about a draft says which keys answer it, and one that throws it away is asked about anew.
  @Test func anotherKeyLeavesTheQuestionStanding() throws {
    var session = try asked()
    for key in ["<F5>", " ", "<Down>"] {
      try session.press(key)
      #expect(session.model.question == .resume && session.message.contains("Enter 接着填写，Del 丢弃"), "\(key)")
    }
    try session.press("<Delete><Down>")
    #expect(session.model.question == .resume && session.message.hasPrefix("没有丢弃。"))
    #expect(session.model.unfinished.leftBehind.count == 1)
    try session.press("<Enter>")
    #expect(session.model.filing != nil)
  }

  @Test func aRecordThatHasMovedOnIsNotOpenedAndTheDraftStays() throws {
    var work = try DeskSession.demo(Self.scripts[7]).model.unsaved
    work.filing?.amended?.id = "441800-2020-999999"
    var session = try DeskSession(DemoOffice.full())
    session.model.offer([LeftBehind(name: "drafts/a", at: Self.at, work: work)])
    try session.press("<Enter>")
    #expect(session.message.contains("原来的记录已不能修改，这份内容没有打开，仍留着"))
    #expect(session.model.filing == nil)
  }

  @Test func anotherDeskWasQuicker() throws {
    var session = try asked()
    let draft = try #require(session.model.unfinished.leftBehind.first)
    session.model.drop(Asking.self)
    session.model.resumedElsewhere(draft)
    #expect(session.message == "那份内容已在另一个窗口里接着填写。")
  }

  @Test func leavingWithAChangedFilingUnderAnUntouchedFormAsks() throws {
    let session = try DeskSession.demo(Scene.cutGrant + "<Up><Up><Up><Up><Up><F3><C-q>")
    #expect(session.message.contains("内容还没有保存"))
  }
}
