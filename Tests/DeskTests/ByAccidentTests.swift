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
    try #require(desk.screen != before && desk.model.trail.count == 1, "\(desk.screen)")
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
