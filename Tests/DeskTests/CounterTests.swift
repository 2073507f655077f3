import Casework
import Testing

@testable import Desk

/// What a clerk at the counter is told without asking: papers that nobody has looked at, where a list stands.
@Suite struct CounterTests {
  @Test func uncheckedPapersAreSaidWhereTheNextStepRestsOnThem() throws {
    // Four papers are asked of everybody and four with an insurance; nobody has ticked one off.
    var desk = try DeskSession.demo("<F5>")
    #expect(desk.screen.contains("材料 8 项还未核对") && desk.screen.contains("F4"), "\(desk.screen)")
    try desk.press("<F8><F5>")
    #expect(desk.screen.contains("初审") && desk.screen.contains("材料 8 项还未核对"))
    try desk.press("<Esc><F4><C-a><F8><F5>")
    #expect(!desk.screen.contains("还未核对"), "\(desk.screen)")
    desk = try DeskSession.demo("  <F5>")
    #expect(desk.screen.contains("其中 2 件的材料还没有核对完"), "\(desk.screen)")
  }

  @Test func ticksOfANewFilingAreSaidToBeKept() throws {
    let desk = try DeskSession.demo(Scene.cutGrant + "<Tab><F4> <F8>")
    #expect(desk.message == "材料核对已记下，随这一件一起保存。")
  }

  @Test(
    "Each list says which of how many",
    arguments: [
      ("<Down>", "2/274"), ("2<Down><Down>", "3/77"), ("3<Down>", "2/22"), ("[4<Down>", "2/17"),
      ("4<Right><End>", "/10"),
      ("5<Down>", "2/"), ("6<Down>", "2/"), ("7<Down>", "内容 2/21"), ("<F5><F8>8", "1/1"),
      ("<C-p><Down>", "2/"),
      ("<F9><Down>", "2/"), ("<F2>ysqy<Tab><Tab><Tab><F4><Down>", "/5"),
    ])
  func places(_ script: String, _ place: String) throws {
    #expect(try DeskSession.demo(script).screen.contains(place))
  }

  /// At five in the morning in China it is the day before by UTC.
  @Test func oneClockShowsEverywhere() throws {
    var desk = try DeskSession.demo()
    let id = try #require(desk.model.chosenFiling(desk.state))
    let step = StepTaken(.accept, day: DemoOffice.day)
    desk.state.fold(
      Transaction(by: "演示", at: "2020-03-27T21:10:00Z", policy: "", changes: [.stepped(filing: id, step)]))
    desk.model.stateChanged(desk.state)
    try desk.press("3")
    #expect(desk.screen.contains("2020-03-28  受理  演示"), "\(desk.screen)")
  }
}
