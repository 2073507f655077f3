import CaseModel
import Casework
import Testing

@testable import Desk

/// Moving filings on by F5 and F6: what is shown before, and what holds afterwards.
@Suite struct StepFormTests {
  /// GXQ-2020-000014 is the newest filing of the demo: article 12, 30 % of 9 100.01 is 2 730.00 (jiao and fen fall away).
  static let newest = "GXQ-2020-000014"

  @Test func theNextStepIsShownBeforeItIsTaken() throws {
    var desk = try DeskSession.demo()
    #expect(desk.keyBar.contains("F5 受理"))
    try desk.press("<F5>")
    #expect(desk.title.contains("受理"))
    #expect(desk.screen.contains("可以受理：2,730.00 元"))
    #expect(desk.state.file(Self.newest)?.standing == .received)
    try desk.press("<F8>")
    #expect(desk.state.file(Self.newest)?.standing == .accepted)
    #expect(desk.message.contains("已受理 \(Self.newest)，现为"))
    #expect(desk.message.contains("，2,730.00 元。"))
    #expect(desk.keyBar.contains("F5 初审"))
  }

  /// Its five papers, nobody looked at: the step says so and with which key one looks; the policy does not forbid it.
  @Test func uncheckedPapersAreSaidAtAcceptance() throws {
    var desk = try DeskSession.demo("<F5>")
    let open = try desk.state.openPapers(of: #require(desk.state.file(Self.newest))).count
    #expect(open > 0 && desk.screen.contains("材料 \(open) 项还未核对") && desk.screen.contains("F4"))
    try desk.press("<F10><F4><C-a><F8><F5>")
    #expect(!desk.screen.contains("还未核对") && desk.screen.contains("可以受理"))
  }

  @Test func everyFKeyOfAStepHasItsSecondWay() throws {
    var desk = try DeskSession.demo("<A-5>")
    #expect(desk.screen.contains("可以受理"))
    try desk.press("<A-8>")
    #expect(desk.message.contains("要保存吗"))
    #expect(desk.state.file(Self.newest)?.standing == .received)
    try desk.press("<Enter>")
    #expect(desk.state.file(Self.newest)?.standing == .accepted)
    try desk.press("<A-6>")
    #expect(desk.screen.contains("可以："))
  }

  @Test func escLeavesAStepAndNothingIsDone() throws {
    var desk = try DeskSession.demo("<F5><Esc>")
    #expect(desk.title.contains("1 待办"))
    #expect(desk.state.file(Self.newest)?.standing == .received)
    try desk.press("<F5><Tab>说明文字<Esc>")
    #expect(desk.message.contains("还没有保存"))
    try desk.press("<Esc>")
    #expect(desk.screen.contains("说明文字"))
  }

  /// Two pairs of eyes: whoever accepted does not approve, and is told who may.
  @Test func whoeverAcceptedIsToldWhyTheyCannotApprove() throws {
    var desk = try DeskSession.demo("<F5><F8><F5><F8><F5>")
    #expect(desk.title.contains("审定"))
    #expect(desk.screen.contains("不能审定："))
    #expect(desk.screen.contains("受理"))
    try desk.press("<F8>")
    #expect(desk.message.contains("没有办理"))
    #expect(desk.state.file(Self.newest)?.standing == .reviewed)
  }

  @Test func whatCanNotBeReadStopsAtItsField() throws {
    var desk = try DeskSession.demo("<F5><Backspace><Backspace>xx<F8>")
    #expect(desk.message.contains("办理日期"))
    #expect(desk.state.file(Self.newest)?.standing == .received)
    try desk.press("<Esc><Enter><F6>1<Enter><Tab>下周<F8>")
    #expect(desk.message.contains("期限：请写日期，或 1 到 999 的工作日数"))
  }

  /// A notice needs a point: here one that no list has, said in words; ten working days from Friday 2020-03-27 with
  /// Qingming on Monday 6 April are over on Monday 13 April.
  @Test func aNoticeSaysUntilWhen() throws {
    var desk = try DeskSession.demo("<F6>1<Enter>")
    #expect(desk.screen.contains("没有要补正的内容"))
    try desk.press("<Tab><Tab><Tab>请补盖公章")
    #expect(desk.screen.contains("可以通知补正"))
    #expect(desk.screen.contains("期限 2020-04-13"))
    try desk.press("<F8>")
    #expect(desk.state.file(Self.newest)?.standing == .correction)
  }

  @Test func theMenuHasOnlyWhatTheRoleMayDo() throws {
    var desk = try DeskSession.demo("<F6>")
    for step in ["通知补正", "不予资助", "撤回"] { #expect(desk.screen.contains(step)) }
    for step in ["追回", "登记退票", "撤销上一步"] { #expect(!desk.screen.contains(step)) }
    try desk.press("<Down><Enter>")
    #expect(desk.title.contains("不予资助"))
    try desk.press("<F10>")
    // A clerk may not refuse.
    func join(_ name: String, _ role: Operator.Role) throws {
      let change = Change.operatorAdded(.init(name: name, role: role, login: nil))
      desk.state.fold(Transaction(by: "演示", at: "2020-03-27T02:00:00Z", policy: "", changes: [change]))
      desk.model.stateChanged(desk.state)
      try desk.press("<F5>")
    }
    try join("复核员", .reviewer)
    #expect(desk.screen.contains("由您办理的，以后没有别人可以拨付。"))
    try desk.press("<F10>")
    try join("王主管", .supervisor)
    #expect(!desk.screen.contains("没有别人可以"))
  }

  /// Ctrl-N that came to nothing is not remembered: F8 does this step alone.
  @Test func aRefusedKeyIsNotRemembered() throws {
    var desk = try DeskSession.demo("3<F5><C-u>2099<C-n>")
    let form = try #require(desk.model.overlay as? StepForm)
    #expect(desk.journal.isEmpty)
    try desk.press("<C-u>2020-03-27<F8>")
    #expect(desk.journal.count == 1 && !(desk.model.overlay is StepForm), "\(form.heading)")
    #expect(try DeskSession.demo("3<F5><C-n>").model.overlay is StepForm)
  }

  /// Who could go on stands in the refusal, with the key that lets them.
  @Test func whoMayGoOnIsNamedWithTheKey() throws {
    var desk = try DeskSession.demo()
    desk.state.fold(
      Transaction(
        by: "演示", at: "2020-03-27T02:00:00Z", policy: "",
        changes: [.operatorAdded(.init(name: "经办员", role: .clerk, login: nil))]))
    desk.model.seat.operatorName = "经办员"
    desk.model.stateChanged(desk.state)
    try desk.press("3<F5><F8><F5>")
    #expect(desk.message.hasPrefix("这一件现为\"受理\"，没有您可以办的下一步。可由演示办理，换人请按 Ctrl-O。"), "\(desk.message)")
  }

  /// Of a whole list at once: what is marked is what the list shows.
  @Test func allRowsOfAListAreMarkedAtOnceAndUnmarkedAgain() throws {
    var desk = try DeskSession.demo("0<C-a>")
    #expect(desk.message.contains("已标记 22 件，231,312.45 元"))
    try desk.press("<C-p>qbbj<Enter>")
    #expect(desk.model.selection.marks.isEmpty)
  }

  @Test func escTakesTheMarksAwayFirst() throws {
    let desk = try DeskSession.demo("  <Esc>")
    #expect(desk.model.selection.marks.isEmpty)
    #expect(!desk.message.contains("要离开吗"))
    #expect(!desk.hasLeft)
  }

  /// From a desk that has not seen another's last change nothing is done on it.
  @Test func anothersStepMeanwhileIsSaid() throws {
    var desk = try DeskSession.demo("<F5>")
    var request = StepRequest(.correct, [desk.state.row(Self.newest)])
    request.note = "请补盖公章"
    request.due = .day(CivilDate(year: 2020, month: 4, day: 20) ?? .first)
    let moment = Moment(at: "2020-03-27T03:00:00Z", today: DemoOffice.day)
    let changes = try desk.state.changes(for: .step(request), by: "演示", at: moment).get()
    desk.state.fold(Transaction(by: "演示", at: "2020-03-27T03:00:00Z", policy: "", changes: changes))
    desk.model.stateChanged(desk.state)
    #expect(desk.screen.contains("又办理过这一件，请看过最新情况再办"))
    try desk.press("<F8>")
    #expect(desk.message.contains("又办理过"))
    #expect(desk.state.file(Self.newest)?.standing == .correction)
  }
}
