import CaseModel
import Casework
import Cells
import SubsidyRules
import Testing

@testable import Desk

/// What single keys and events change.
@Suite struct UpdateTests {
  // MARK: - Lists

  @Test func theChosenRowStaysInsideAndInSight() throws {
    var session = try DeskSession.demo("0")
    try session.press("<Up><PageUp><Home>")
    #expect(session.model.states.worklist.list.chosen == 0 && session.model.states.worklist.list.top == 0)
    try session.press("<End>")
    #expect(session.model.states.worklist.list.chosen == 21)
    #expect(session.model.states.worklist.list.top == 22 - session.model.worklistHeight)
    try session.press("<Down><PageDown>")
    #expect(session.model.states.worklist.list.chosen == 21)
    try session.press("<Home>")
    #expect(session.model.states.worklist.list.chosen == 0 && session.model.states.worklist.list.top == 0)
    try session.press("<PageDown>")
    #expect(session.model.states.worklist.list.chosen == session.model.worklistHeight)
  }

  @Test func aListThatShrinksKeepsItsChoiceInside() throws {
    var session = try DeskSession.demo("[0<End>")
    #expect(session.model.states.worklist.list.chosen == 249)
    try session.press("]")
    #expect(session.model.states.worklist.list.chosen == 21)
    try session.press("]")
    #expect(session.model.states.worklist.list.chosen == 0)
  }

  @Test func fullWidthDigitsAndBracketsWorkToo() throws {
    #expect(try DeskSession.demo("４").title.hasPrefix(" 4 限额"))
    #expect(try DeskSession.demo("【").title.contains("2019年度"))
    #expect(try DeskSession.demo("【】").title.contains("2020年度"))
  }

  /// Whoever types a name where nothing is searched for is told how to.
  @Test func lettersAreNoCommands() throws {
    var session = try DeskSession.demo("qQnyd，。")
    #expect(session.message == "要查找请先按 F7，再输入。")
    session.model.message = nil
    #expect(session.screen == (try DeskSession.demo().screen))
  }

  @Test func aYearCanNotBeSteppedOutOfTheCalendar() throws {
    var session = try DeskSession.demo()
    try session.press(String(repeating: "]", count: 20_000))
    #expect(session.model.year <= 9999)
    try session.press(String(repeating: "[", count: 20_000))
    #expect(session.model.year >= 1)
  }

  @Test func searchNarrowsAsItIsTyped() throws {
    var session = try DeskSession.demo("2<F7>专利代理")
    let many = session.model.lists.applicants.count
    try session.press("事务所")
    let few = session.model.lists.applicants.count
    #expect(few < many && few == 5)
    try session.press("<Backspace><Backspace><Backspace>")
    #expect(session.model.lists.applicants.count == many)
    try session.press("<Left><Delete><Home><End><Right>")
    #expect(session.model.search.query.text == "专利代")
  }

  @Test func aPasteGoesIntoTheSearchAndNowhereElse() throws {
    #expect(try DeskSession.demo("2<F7><Paste \"英德市碧落\\n\">").model.search.query.text == "英德市碧落 ")
    #expect(try DeskSession.demo("<Paste \"4[[\">").screen == DeskSession.demo().screen)
  }

  // MARK: - Leaving

  @Test func leavingAsks() throws {
    #expect(try DeskSession.demo("<F10>").hasLeft == false)
    #expect(try DeskSession.demo("<F10><Esc>").hasLeft == false)
    #expect(try DeskSession.demo("<F10>x1<F2>").hasLeft == false)
    #expect(try DeskSession.demo("<F10><Enter>").hasLeft)
    #expect(try DeskSession.demo("<C-q><Enter>").hasLeft)
  }

  @Test func anUntouchedFormLeavesWithoutAQuestionAndAChangedOneAsks() throws {
    #expect(try DeskSession.demo("<F2><F10>").title.contains("1 待办"))
    #expect(try DeskSession.demo("<F3><F10>").title.contains("1 待办"))
    let asked = try DeskSession.demo("<F3>甲<F10><Esc>")
    #expect(asked.title.contains("新申请人") && asked.line(1).contains("甲"))
    #expect(try DeskSession.demo("<F3>甲<F10><Enter>").title.contains("1 待办"))
  }

  @Test func theEndOfTheTerminalLeavesAtOnce() throws {
    #expect(try DeskSession.demo("<F2>dl<EndOfInput>").hasLeft)
    #expect(try DeskSession.demo("<Terminate>").hasLeft)
  }

  @Test func aTickAndAResumeChangeNothing() throws {
    let quiet = try DeskSession.demo("<F2>dl")
    let noisy = try DeskSession.demo("<F2>dl<Tick><Resume>")
    #expect(noisy.screen == quiet.screen)
  }

  // MARK: - Saving

  @Test func whereNothingCanBeSavedItSaysWhyAndKeepsTheForm() throws {
    var session = try DeskSession.demo()
    session.model.seat.readOnly = "文件夹不能写。"
    try session.press(Scene.cutGrant + "<F8>")
    #expect(session.message.contains("没有保存：文件夹不能写。"))
    #expect(session.title.contains("新申报") && session.title.contains("只读"))
    #expect(session.state.file("441800-2020-000003") == nil)
  }

  /// Two applicants can't have one code; what was typed stays.
  @Test func aRefusedSaveKeepsTheForm() throws {
    let session = try DeskSession.demo("<F3>甲<Tab>1<Tab>2<Tab>91441802MAK82HHF95<F8>")
    #expect(session.title.contains("新申请人"))
    #expect(session.message.contains("A001"))
    #expect(session.line(1).contains("甲"))
  }

  @Test func savingOutsideOfAFormDoesNothingAndSaysSo() throws {
    var session = try DeskSession.demo("<F8>")
    #expect(session.message.hasPrefix("请先打开表单") && session.journal.isEmpty)
    session.model.message = nil
    #expect(session.screen == (try DeskSession.demo().screen))
  }

  @Test func enterNeverSaves() throws {
    let session = try DeskSession.demo(Scene.cutGrant + "<Enter><Enter><Enter>")
    #expect(session.title.contains("新申报"))
    #expect(session.state.file("441800-2020-000003") == nil)
  }

  @Test func aPastedLineFeedNeverSaves() throws {
    let session = try DeskSession.demo(
      "<F2>dlsq<Tab>ydfs<Tab><Tab><Paste \"ZL201820123456.0\\t2019年6月15日\\t是\\t是\\n\\n\\n\">")
    #expect(session.title.contains("新申报"))
    #expect(session.screen.contains("核减  100.00 元"))
    #expect(session.model.filing?.inputs.map(\.editor.text) == ["ZL201820123456.0", "2019-06-15", "是", "是"])
  }

  @Test func anotherDesksSaveIsSeenByTheFormThatIsOpen() throws {
    var session = try DeskSession.demo(Scene.cutGrant)
    let other = try DeskSession.demo(Scene.cutGrant + "<F8>")
    session.state = other.state
    session.model.stateChanged(session.state)
    // The number has been claimed meanwhile.
    #expect(session.screen.contains("不符合条件"))
    #expect(session.screen.contains("441800-2020-000003"))
  }

  /// Of a damaged store nothing may be there to read: no list invites anybody to enter a first filing then.
  @Test func anEmptyListSaysWhyNothingCanBeEntered() throws {
    var session = try DeskSession.office(on: "2019-06-10")
    for key in ["1", "2", "3"] {
      try session.press(key)
      #expect(session.screen.contains("还没有申") && session.screen.contains("录入第一"))
    }
    session.model.seat.readOnly = "日志有损坏。"
    for key in ["1", "2", "3"] {
      try session.press(key)
      #expect(session.screen.contains("只能查看：日志有损坏。") && !session.screen.contains("录入第一"), "\(key)")
    }
  }
}
