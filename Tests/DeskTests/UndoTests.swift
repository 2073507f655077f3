import CaseModel
import Casework
import Cells
import Testing

@testable import Desk

/// Ctrl-Z: the typing in a field, and elsewhere what was saved last at this desk.
@Suite struct UndoTests {
  // MARK: - In a field

  @Test(
    "Typing in one go is one step, and goes back to what stood before",
    arguments: [
      // A day; a list's choice; yes and no; a copied value; the search field; the palette.
      ("<F2>dlsq<Tab>ydfs<Tab>", "<Backspace><Backspace>01", 2),
      ("<F2>ysqy<Tab><Tab><Tab>", "<F4><Down><Enter><Up>", 1),
      (Scene.cutGrant, " ", 1), (Scene.cutGrant + "<Backspace>", "甲<Left>乙", 2),
      ("<F3>甲公司", "<Backspace>司所", 2), ("<F3>甲<Tab>", "<F4><Down><Enter><Up>", 1),
      ("<F7>甲<Left>", "乙", 1), ("3<F7>甲<Left>", "乙", 1), ("<C-p>x<Left>", "s", 1),
      (Scene.cutGrant + "<C-t>", "<C-y>", 1),
      (Scene.cutGrant + "<C-t><Down>", "1<Tab>2", 2),
      (Scene.cutGrant + "<C-t>", "<Paste \"1\\t20190101\\n2\\t20190102\\n\">", 1),
      ("<F5>", "<Tab>甲", 1),
    ])
  func typing(start: String, keys: String, steps: Int) throws {
    let before = try DeskSession.demo(start)
    var session = before
    try session.press(keys)
    let typed = session.screen
    try session.press(String(repeating: "<C-z>", count: steps))
    #expect(session.screen != typed)
    let rows = 0..<before.model.device.rows - 2
    // The field has what stood there; where the cursor went is not typing.
    func texts(_ session: DeskSession) -> [String] {
      start.hasPrefix("<F5>") ? [session.model.overlay is StepForm ? "step" : ""] : rows.map(session.line)
    }
    #expect(texts(session) == texts(before))
  }

  @Test("What was looked up comes back: the choice typed over, the letters before the choice")
  func lookingUp() throws {
    var session = try DeskSession.demo(Scene.cutGrant + "<Up><Up><Up><Up><Up>")
    let chosen = session.screen
    try session.press("英德市浈阳")
    #expect(!session.screen.contains("英德分所"))
    try session.press("<C-z>")
    #expect(session.screen == chosen)
    var item = try DeskSession.demo("<F2>dlsq<Tab><S-Tab>")
    try item.press("<C-z>")
    #expect(item.line(1).contains("dlsq"))
    // The fields of an item that was typed over stand again, with what they said.
    var fields = try DeskSession.demo(Scene.cutGrant + "<Up><Up><Up><Up><Up><Up>zl")
    #expect(!fields.screen.contains("授权公告日"))
    try fields.press("<C-z>")
    #expect(fields.screen.contains("授权公告日       2019-06-15"))
    #expect(fields.screen.contains("余额 100.00 -> 0.00"))
  }

  @Test(arguments: ["<F2>", "<F3>", Scene.cutGrant + "<C-t>", "<F7>"])
  func nothingTypedIsSaid(_ start: String) throws {
    #expect(try DeskSession.demo(start + "<C-z>").message == "这一栏没有可以撤销的输入。")
  }

  // MARK: - Elsewhere

  @Test func nothingSavedIsSaid() throws {
    #expect(try DeskSession.demo("<C-z>").message == "这次打开以来没有可以撤销的办理。以前的，请用命令 zizhu undo 撤销。")
  }

  @Test("A change shows what goes back, and goes back only after F8")
  func changing() throws {
    var session = try DeskSession.demo("2<F7>A036<Enter><F4><Tab><Tab><Tab><Tab>某某<F8><C-z>")
    let changed = try #require(session.state.applicant("A036")?.contact)
    #expect(session.title.hasPrefix(" 撤销修改"))
    #expect(session.screen.contains("演示 2020-03-27 09:30 修改了 A036 英德市浈阳红茶机械有限公司。撤销后："))
    #expect(session.screen.contains("联系人：\(changed) -> "))
    try session.press("<F10>")
    #expect(session.state.applicant("A036")?.contact == changed)
    try session.press("<C-z><F8>")
    #expect(session.message == "已撤销 A036 的最后一次修改。")
    #expect(try session.state.applicant("A036")?.contact == DemoOffice.full().applicant("A036")?.contact)
    try session.press("<C-z>")
    #expect(session.message.hasPrefix("这次打开以来没有可以撤销的办理"))
  }

  @Test("Steps are taken back together, with a reason")
  func steps() throws {
    var session = try DeskSession.demo("  <F5><F8>")
    #expect(session.message.contains("2 件"))
    try session.press("<C-z>")
    #expect(session.title.hasPrefix(" 撤销"))
    try session.press("<Tab>办错了<F8>")
    #expect(session.message.contains("2 件"))
  }

  @Test("What has no way back says what to do instead")
  func noWayBack() throws {
    #expect(
      try DeskSession.demo(Scene.cutGrant + "<F8><C-z>").message
        == "最后一次是收件 441800-2020-000003：收件不能撤销，不要的请按 F6 撤回。")
    let applicant = try DeskSession.demo("<F3>甲公司<Tab>1<Tab>英德市<F8><C-z>")
    #expect(applicant.message.hasPrefix("最后一次是录入申请人"))
    let ticked = try DeskSession.demo("<F4> <F8><C-z>")
    #expect(ticked.message.hasPrefix("最后一次是核对"))
  }

  @Test("Another's change since is left alone")
  func another() throws {
    var session = try DeskSession.demo("2<F7>A036<Enter><F4><Tab><Tab><Tab><Tab>某某<F8>")
    session.model.seat.operatorName = "王复核"
    try session.press("<C-z>")
    #expect(session.message == "A036 之后又由 演示 办理过，不能在这里撤销。")
  }

  @Test("Whoever goes back through several saves does it one by one")
  func several() throws {
    var session = try DeskSession.demo("2<F7>A036<Enter><F4><Tab><Tab><Tab><Tab>甲<F8>")
    try session.press(
      "<F7><Backspace><Backspace><Backspace><Backspace>A001<Enter><F4><Tab><Tab><Tab><Tab>乙<F8>")
    try session.press("<C-z>")
    #expect(session.screen.contains("A001"))
    try session.press("<F8><C-z>")
    #expect(session.screen.contains("修改了 A036"))
  }

  @Test("What was taken back is not brought again by the next Ctrl-Z")
  func takingBackIsNotTakenBack() throws {
    let again = "<F7><Backspace><Backspace><Backspace><Backspace>A036<Enter><F4><Tab><Tab><Tab><Tab>"
    var session = try DeskSession.demo("2<F7>A036<Enter><F4><Tab><Tab><Tab><Tab>甲<F8>" + again + "乙<F8>")
    let first = try #require(session.state.history(ofApplicant: "A036").dropLast().last)
    try session.press("<C-z><F8>")
    #expect(session.message == "已撤销 A036 的最后一次修改。")
    let contact = session.state.applicant("A036")?.contact
    try session.press("<C-z>")
    #expect(session.message == "A036 后来的修改已经撤销；这一次修改请按 F4 改回。")
    try session.press("<F8>")
    #expect(session.state.applicant("A036")?.contact == contact && first.by == "演示")
  }

  @Test("What was received and changed is a receipt again once the change is taken back")
  func receivedAndChanged() throws {
    var session = try DeskSession.demo("<F3>甲公司<Tab>1<Tab>英德市<F8>")
    let id = try #require(session.state.people.applicants.first { $0.name == "甲公司" }?.id)
    try session.press("2<F7>甲公司<Enter><F4><Tab><Tab><Tab><Tab>乙<F8><C-z><F8>")
    #expect(session.message == "已撤销 \(id) 的最后一次修改。")
    try session.press("<C-z>")
    #expect(session.message.hasPrefix("最后一次是录入申请人 \(id)"))
  }
}
