import Casework
import Testing

@testable import Desk

/// What a finger does by itself loses, saves and leaves nothing.
@Suite struct ByAccidentTests {
  @Test func ctrlNHeldDownOnAnEmptyFormAsksOnceAndSavesNothing() throws {
    var desk = try DeskSession.demo("<F2>syxx<Tab>冯晓岚<Tab><C-n><C-n><C-n>")
    let count = try DemoOffice.full().files.count
    #expect(desk.message.contains("没有填专利申请号、授权公告日") && desk.message.contains("照收请按 Enter"))
    #expect(desk.state.files.count == count)
    // An applicant may have come without the papers: Enter receives it all the same, and the next asks again.
    try desk.press("<Enter>")
    #expect(desk.state.files.count == count + 1 && desk.message.contains("请录下一件"))
    try desk.press("<C-n><Esc>")
    #expect(desk.state.files.count == count + 1 && desk.title.contains("新申报"))
  }

  /// F8 asks as Ctrl-N does, and the Enter that answers it does not go on to a next one.
  @Test func f8OnAnEmptyFormAsksToo() throws {
    var desk = try DeskSession.demo("<F2>syxx<Tab>冯晓岚<Tab><F8><F8><F8>")
    let count = try DemoOffice.full().files.count
    #expect(desk.message.contains("没有填专利申请号、授权公告日") && desk.state.files.count == count)
    var other = desk
    try other.press("<Esc><A-8><Enter>")
    #expect(other.message.contains("照收请按 Enter") && other.state.files.count == count)
    try desk.press("<Enter>")
    #expect(desk.state.files.count == count + 1 && desk.title.contains("待办"))
  }

  /// What was typed at a question about a form goes into the form; whatever else comes is taken for no.
  @Test func aQuestionIsAnsweredByItsKeysAlone() throws {
    for other in ["<F5>", "<Down>", " ", "y", "<F8>", "<Paste \"是\">", "<F2>", "<Tab>", "<Press 5 3>"] {
      var desk = try DeskSession.demo("<F10>\(other)")
      #expect(desk.model.question == nil && desk.model.overlay == nil, "\(other)")
      #expect(desk.message == "没有离开。要离开请按 F10，再按 Enter。", "\(other)")
      try desk.press("<Enter>")
      #expect(!desk.hasLeft, "\(other)")
    }
    var desk = try DeskSession.demo("<F2>syxx<Tab>冯晓岚<Tab><Tab><F10>2018")
    #expect(desk.model.question == nil && desk.model.filing?.fields.focused?.editor.text == "2018")
    try desk.press("<F10><F9>")
    #expect(desk.message.contains("没有放弃") && desk.model.filing != nil)
    try desk.press("<F10><Enter>")
    #expect(desk.model.filing == nil)
  }

  /// The same by the mouse, over a form.
  @Test func aPressBesideAQuestionSaysWhatBecameOfIt() throws {
    for (keys, said) in [("<F3>甲乙丙<A-8>", "还没有保存。要保存请按 F8。"), ("<F3>甲乙丙<F10>", "没有放弃")] {
      let byKey = try DeskSession.demo(keys + "<F2>")
      let byMouse = try DeskSession.demo(keys + "<Press 3 20>")
      #expect(byKey.message.contains(said) && byMouse.message == byKey.message, "\(keys)")
      #expect(byMouse.model.question == nil && byMouse.screen.contains("甲乙丙"))
    }
  }

  /// The key that asks leaves its question standing, so that pressing it twice and Enter leaves.
  @Test func f10TwiceAndEnterLeaves() throws {
    #expect(try DeskSession.demo("<F10><F10><Enter>").hasLeft)
    #expect(try DeskSession.demo("<C-q><C-q><Enter>").hasLeft)
    #expect(try !DeskSession.demo("<F10><F10><F10>").hasLeft)
    // Papers with ticks that nobody has saved.
    let desk = try DeskSession.demo("<F4><C-a><F10><F10><Enter>")
    #expect(desk.model.overlay == nil && desk.model.question == nil && desk.journal.isEmpty)
  }

  /// Whatever is open, a key that is held down saves once.
  @Test(
    arguments: [
      "<F5>", "<F5><C-n>", "<F5><C-n><C-n><Enter>", "  <F5>", "<F4><C-a>", "<F6>1<Enter><Tab>没有副本",
      "<F2>syxx<Tab>冯晓岚<Tab><Tab>201820123456.0<Tab>20190615", "<F2>syxx<Tab>冯晓岚<Tab>",
      "<F3>英德市试验陶瓷有限公司<Tab>1<Tab>英德",
      // An applicant over a filing that has everything else.
      "<F2>syxx<Tab>冯晓岚<Tab><Tab>201820123456.0<Tab>20190615<S-Tab><S-Tab><S-Tab><F4>英德市试验陶瓷有限公司<F3>英德市试验陶瓷有限公司<Tab>1<Tab>英德",
      "<F2>syxx<Tab>冯晓岚<Tab><Tab><C-t>201820123456.0<Tab>20190615", "2<F4><C-u>甲公司",
      "<Enter><Tab>201820123456.0", "6<Enter><F2>", LedgerTests.open + "旧账.csv",
    ], ["<F8>", "<C-n>", "<C-s>"])
  func aKeyHeldDownSavesOnce(_ script: String, _ key: String) throws {
    var desk = try DeskSession.demo(script)
    let saves = desk.journal.count
    try desk.press(String(repeating: key, count: 9))
    #expect(desk.journal.count <= saves + 1 && !desk.message.contains("已读入"), "\(desk.screen)")
  }

  /// And what its save said stays on the screen.
  @Test func aKeyHeldDownLeavesWhatItsSaveSaid() throws {
    let once = try DeskSession.demo("<F5><F8>")
    #expect(once.message.contains("已受理"))
    #expect(try DeskSession.demo("<F5><F8><F8><F8>").screen == once.screen)
  }

  @Test func escAndABlindEnterDoNotLeave() throws {
    var desk = try DeskSession.demo("<Esc><Esc>")
    #expect(desk.model.question == nil && desk.message.contains("要离开请按 F10"))
    try desk.press("<Enter>")
    #expect(!desk.hasLeft && desk.title.contains("修改申报"))
  }

  /// Each way behind a figure, and F10 from there.
  @Test(
    arguments: [
      ("2<Down><Down>", "<Enter>"), ("[4<Down><Down>", "<Enter>"), ("[4<Right><Down>", "<Enter>"),
      ("[4<Right><Right><Down>", "<Enter>"), ("[5<Down>", "<Enter>"), ("5<Right><Down>", "<Enter>"),
      ("7<Down><Down><Down><Down>", "<Enter>"), ("7" + String(repeating: "<Down>", count: 12), "<Right>"),
      ("7<Down><Down>", "<Right>"), ("<F7>441821-2018-000001", "<Enter>"),
      // A report is shown again with the cursor on the figure.
      ("[<F9>" + String(repeating: "<Down>", count: 12) + "<Enter><Down><Right><Right>", "<Enter>"),
    ])
  func f10GoesBackOntoTheSameRow(_ start: String, _ way: String) throws {
    var desk = try DeskSession.demo(start)
    let before = desk.screen
    try desk.press(way)
    try #require(desk.screen != before && desk.model.states.trail.count == 1, "\(desk.screen)")
    // Sorted, moved about and searched there, and another year looked at.
    try desk.press("<Down><Down><F7>$$<Enter><F10>")
    #expect(desk.screen != before)
    try desk.press("[<F10>")
    #expect(desk.model.question == nil)
    #expect(desk.screen == before)
  }

  @Test func whatWasLookedBehindDoesNotStayOnTheFilings() throws {
    let plain = try DeskSession.demo("3").screen
    #expect(try DeskSession.demo("4<Enter>13").screen == plain)
    #expect(try DeskSession.demo("4<Enter><F10>3").screen == plain)
  }

  @Test func ctrlZSaysWhatItTakesBackBeforeItAsksWhy() throws {
    var desk = try DeskSession.demo("<F5><F8><C-z>")
    #expect(desk.screen.contains("撤销\"受理\"（演示 2020-03-27 09:30），回到\"收件\"。"), "\(desk.screen)")
    try desk.press("<Esc>")
    desk = try DeskSession.demo("  <F5><F8><C-z>")
    #expect(desk.screen.contains("GXQ-2020-000014  撤销\"受理\"（演示"))
  }

  @Test func ctrlZWithNothingTypedChangesNothing() throws {
    var desk = try DeskSession.demo("<F5><C-z><Esc>")
    #expect(desk.model.question == nil && desk.model.overlay == nil)
    desk = try DeskSession.demo("<F2><C-z><Esc>")
    #expect(desk.model.question == nil && desk.model.filing == nil)
  }
}
