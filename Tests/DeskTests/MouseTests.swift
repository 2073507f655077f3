import Casework
import Cells
import Testing

@testable import Desk

/// What the mouse presses is what stands there.
@Suite struct MouseTests {
  private func row(of text: String, in session: DeskSession) throws -> Int {
    try #require((0..<session.model.device.rows).first { session.line($0).contains(text) }, "\(text)")
  }

  private func column(of text: String, row: Int, in session: DeskSession) throws -> Int {
    let line = session.line(row)
    // F1 is another key than F10.
    let all = line.ranges(of: text).filter { $0.upperBound == line.endIndex || line[$0.upperBound] != "0" }
    let start = try #require(all.first, "\(text)").lowerBound
    return Text.columns(of: String(line[..<start]))
  }

  private static let sizes = [(24, 80), (30, 110), (16, 60), (45, 160)]

  /// On every screen with a list, at every size: the third row, and then its page or form.
  @Test(arguments: ["", "2", "3", "[4", "5", "7"], sizes)
  func aRowIsChosenByPressingOnIt(_ screen: String, _ size: (Int, Int)) throws {
    var session = try DeskSession.demo(screen, rows: size.0, columns: size.1)
    var byKeys = session
    try byKeys.press("<Down><Down>")
    // The row that the keys choose is drawn as chosen: the mouse presses on it.
    let grid = byKeys.grid
    let line = try #require(
      (0..<size.0).first { row in grid.cells(inScreenRow: row).contains { $0.style == .selected } })
    try session.press("<Press \(line) 3>")
    #expect(session.screen == byKeys.screen)
    try session.press("<Release \(line) 3><Press \(line) 3>")
    try byKeys.press("<Enter>")
    #expect(session.screen == byKeys.screen)
  }

  @Test func belowTheListNothingIsChosen() throws {
    let before = try DeskSession.demo("4").screen
    #expect(try DeskSession.demo("4<Press 22 3><Press 0 3><Press 12 3>").screen == before)
    #expect(try DeskSession.demo("2<F7>bjyd<Press 10 3>").screen == DeskSession.demo("2<F7>bjyd").screen)
  }

  @Test func aLockedDeskLeavesItsListsAlone() throws {
    let locked = try DeskSession.demo("<C-o>")
    let pressed = try DeskSession.demo("<C-o><Press 4 3><WheelDown 4 3>")
    #expect(pressed.screen == locked.screen)
    #expect(pressed.model.states.worklist.list == locked.model.states.worklist.list)
  }

  /// What lies over a screen: a press does what the keys to that row do.
  @Test(
    arguments: [
      // A menu's row is chosen, and opened when it is pressed again.
      ("<F6>", "不予资助", 1, "<F6><Down>"), ("<F6>", "不予资助", 2, "<F6><Down><Enter>"),
      ("<F4>", "营业执照", 1, "<F4><Down>"),
      // A field gets the cursor; a choice is taken.
      ("<C-b>", "文书", 1, "<C-b><Tab><Tab>"),
      ("<C-b><F4>", "专利权被宣告无效", 1, "<C-b><F4><Down><Enter>"),
      ("6<Down><F2>", "主题 *", 1, "6<Down><F2><Tab><Tab>"),
      ("<F9><Enter><F8>", "文件名", 1, "<F9><Enter><F8><Tab>"),
      // Choices of the forms' own fields.
      ("<F2>ysqy<Tab><Tab><Tab><F4>", "3  省", 1, "<F2>ysqy<Tab><Tab><Tab><F4><Down><Down><Enter>"),
      ("<F3><Tab><F4>", "7  个人", 1, "<F3><Tab><F4><Down><Down><Down><Down><Down><Down><Enter>"),
    ], sizes)
  func whatLiesOnTopIsPressedToo(_ press: (String, String, Int, String), _ size: (Int, Int)) throws {
    var session = try DeskSession.demo(press.0, rows: size.0, columns: size.1)
    let lines = 0..<size.0 - 2
    let found = lines.first { session.line($0).contains(press.1) && !session.line($0).contains("还没有填") }
    // On a small screen the row may lie further down.
    guard let row = found else { return #expect(size.0 == 16) }
    let column = press.1.hasPrefix("3  省") ? try self.column(of: press.1, row: row, in: session) : 3
    for _ in 0..<press.2 { try session.press("<Press \(row) \(column)><Release \(row) \(column)>") }
    #expect(try session.screen == DeskSession.demo(press.3, rows: size.0, columns: size.1).screen)
  }

  @Test func theWheelMoves() throws {
    #expect(try DeskSession.demo("<WheelDown 5 5>").screen == DeskSession.demo("<Down><Down><Down>").screen)
    #expect(try DeskSession.demo("<End><WheelUp 5 5>").screen == DeskSession.demo("<End><Up><Up><Up>").screen)
    #expect(
      try DeskSession.demo(Scene.cutGrant + "<WheelDown 5 60>").screen
        == DeskSession.demo(Scene.cutGrant + "<PageDown>").screen)
    #expect(try DeskSession.demo("<F10><WheelDown 5 5>").screen == DeskSession.demo("<F10>").screen)
  }

  @Test func aTabIsChosenByPressingOnIt() throws {
    var session = try DeskSession.demo("5")
    try session.press("<Press 1 \(column(of: "按月份", row: 1, in: session))>")
    #expect(session.screen.contains("[按月份]"))
  }

  /// Each key of a bar, pressed where it stands, does what the key does.
  @Test(arguments: ["", "2", "3", "5", "<F2>dl", Scene.cutGrant, "<F3>", "<F10>", Scene.cutGrant + "<C-t>"])
  func aKeyOfTheBarIsPressed(_ start: String) throws {
    let session = try DeskSession.demo(start)
    let bar = session.model.device.rows - 1
    for (name, keys) in [
      ("F8", "<F8>"), ("F2", "<F2>"), ("F1", "<F1>"), ("F10", "<F10>"), ("Tab", "<Tab>"),
      ("Enter", "<Enter>"),
      ("Esc", "<Esc>"), ("Ctrl-D", "<C-d>"), ("PgDn", "<PageDown>"), ("空格", " "), ("1-7", "<C-p>"),
    ] where session.keyBar.contains(name) {
      var (pressed, typed) = (session, session)
      try pressed.press("<Press \(bar) \(column(of: name, row: bar, in: session))>")
      try typed.press(keys)
      #expect(pressed.screen == typed.screen, "\(name)")
      #expect(pressed.hasLeft == typed.hasLeft)
    }
  }

  @Test func aFieldIsChosenByPressingOnIt() throws {
    var session = try DeskSession.demo(Scene.cutGrant)
    let row = try row(of: "授权公告日", in: session)
    try session.press("<Press \(row) 20>")
    #expect(session.grid.caret?.row == row)
    try session.press("<Press 1 20><Press 4 20>")
    #expect(session.grid.caret?.row == 1)
    var applicant = try DeskSession.demo("<F3>甲")
    try applicant.press("<Press 3 20>")
    #expect(applicant.screen.contains("1  清远市"))
    var list = try DeskSession.demo(Scene.cutGrant + "<C-t><Down>12<Up>")
    try list.press("<Press 5 20>")
    #expect(list.grid.caret?.row == 5)
    try list.press("<Press 3 20>")
    #expect(list.grid.caret?.row == 3)
  }

  @Test func aCandidateIsTakenByPressingOnIt() throws {
    var session = try DeskSession.demo("<F2>dl")
    let row = try row(of: "代理机构设立", in: session)
    try session.press("<Press \(row) 50>")
    #expect(session.screen.contains("项目             代理机构设立"))
    var palette = try DeskSession.demo("<C-p>")
    try palette.press("<Press \(self.row(of: "新申请人", in: palette)) 5>")
    #expect(palette.title.hasPrefix(" 新申请人"))
  }

  @Test func thePaletteTakesTheMouseAndGivesItBack() throws {
    var session = try DeskSession.demo("<C-p>使用鼠标<Enter>")
    #expect(session.usesMouse)
    #expect(session.message == "鼠标可用了；要选取文字复制时，按住 Shift 或停用鼠标。")
    try session.press("<C-p>停用鼠标<Enter>")
    #expect(!session.usesMouse)
    #expect(session.message == "鼠标已停用，可以用终端选取文字复制。")
  }
}
