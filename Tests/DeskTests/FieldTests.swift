import Casework
import Cells
import Testing

@testable import Desk

/// Fields as the best forms have them: selected on entry, emptied by a key, marked where they are wrong.
@Suite struct FieldTests {
  @Test(
    "What is typed on entering replaces, and an arrow or Backspace keeps",
    arguments: [
      ("20200301", "收件日期         2020-03-01"), ("<Left>", "收件日期         2020-03-27"),
      ("<Backspace><Backspace>01", "收件日期         2020-03-01"), ("<C-u>2020.3.2", "收件日期         2020-03-02"),
      ("<Paste \"2020年3月3日\">", "收件日期         2020-03-03"),
    ])
  func entering(_ keys: String, _ shows: String) throws {
    let desk = try DeskSession.demo("<F2>dlsq<Tab>ydfs<Tab>" + keys + "<Tab>")
    #expect(desk.screen.contains(shows), "\(desk.screen)")
  }

  @Test func theSelectionIsSeenAndGoesWithTheFirstKey() throws {
    var desk = try DeskSession.demo("<F2>dlsq<Tab>ydfs<Tab>")
    func style() -> Style? { Array(desk.grid.cells(inScreenRow: 3))[18].style }
    #expect(style() == .fieldSelected)
    try desk.press("<Left>")
    #expect(style() == .fieldFocused)
  }

  @Test(
    "Every form does",
    arguments: [
      ("2<F7>A036<Enter><F4>", "甲公司<Tab>", "名称 *           甲公司"),
      ("<F5>", "20200326<Tab>", "办理日期         2020-03-26"),
      ("6<Down><F2>", "英<Tab>", "县区 *           英德市"), ("<F7>甲<Enter><F7>", "乙", "查找 乙"),
      (Scene.cutGrant + "<C-t><Up><Down>1<Tab><S-Tab>", "2", "  1 2"),
    ])
  func everyForm(_ start: String, _ keys: String, _ shows: String) throws {
    let desk = try DeskSession.demo(start + keys)
    #expect(desk.screen.contains(shows), "\(desk.screen)")
  }

  @Test(
    "A choice takes number, name, a part of it, pinyin, initials",
    arguments: ["8", "英德市", "英", "yd", "yingde", "yingds"])
  func choices(_ typed: String) throws {
    let desk = try DeskSession.demo("<F3>甲公司<Tab>1<Tab>\(typed)<Tab>")
    #expect(desk.screen.contains("所在地区 *       英德市"), "\(desk.screen)")
  }

  @Test func whatMeansSeveralChoicesSaysWhich() throws {
    let desk = try DeskSession.demo("<F3>甲公司<Tab>1<Tab>清")
    #expect(desk.screen.contains("项相符（清"), "\(desk.screen)")
  }

  @Test("An open list is typed in", arguments: ["yd", "英", "8", "ydx<Backspace>"])
  func openLists(_ typed: String) throws {
    for form in ["<F3>甲公司<Tab>1<Tab><F4>", "6<Down><F2><F4>"] {
      let desk = try DeskSession.demo(form + typed + "<Enter>")
      #expect(
        desk.screen.contains(" *       英德市") || desk.screen.contains(" *           英德市"), "\(desk.screen)")
    }
  }

  @Test func aWrongFieldIsMarkedItselfAndAllAtOnce() throws {
    let desk = try DeskSession.demo("<F2>dlsq<Tab>ydfs<Tab><Tab>12<Tab><Paste \"x\"><Tab>y<Tab>y")
    let wrong = [5, 6].map { Array(desk.grid.cells(inScreenRow: $0)) }
    for cells in wrong { #expect(cells[17].style == .bad && cells[18].style == .fieldWrong) }
    #expect(desk.line(5).contains("!12") && desk.line(6).contains("!x"))
    // What is missing is marked once saving was tried, and all of it is said.
    let form = try DeskSession.demo("<F3><F8>")
    #expect(form.message == "请填写名称。请选择类型。请选择所在地区。")
    #expect((1...3).allSatisfy { form.line($0).contains("*") && form.line($0).contains("!") })
    #expect(try !DeskSession.demo("<F3>").line(1).contains("!"))
  }

  @Test(
    "A field takes only what can stand in it",
    arguments: [
      ("<F2>dlsq<Tab>ydfs<Tab>甲", "收件日期：这里只能填日期"), ("<F2>dlsq<Tab>ydfs<Tab><Tab>甲", "专利申请号：这里只能填号码"),
      ("<F2>zlbx<Tab>A017<Tab><Tab>1<Tab>1<Tab>甲", "这里只能填金额"),
      ("<F3>甲<Tab>1<Tab>1<Tab>😀", "代码：这里只能填字母和数字"),
      ("6<Down><F2>英<Tab>20200302<Tab>甲<Tab>乙<Tab>9<Tab>8王老师", "学时：这里只能填数字"),
      ("<F5>甲", "办理日期：这里只能填日期"),
    ])
  func masks(_ script: String, _ says: String) throws {
    let desk = try DeskSession.demo(script)
    #expect(desk.screen.contains(says), "\(desk.screen)")
  }

  /// Keys that come faster than they are read arrive as one: a slip among them costs that one alone.
  @Test func aBurstLosesOnlyWhatCannotStand() throws {
    var desk = try DeskSession.demo("<F2>dlsq<Tab>ydfs<Tab><Tab>")
    desk.take(.text("2019205555550?"))
    #expect(
      desk.screen.contains("2019205555550") && !desk.screen.contains("2019205555550?"), "\(desk.screen)")
    #expect(desk.message.contains("这里只能填号码"))
    var step = try DeskSession.demo("<F5><C-u>")
    step.take(.text("2020甲0327"))
    #expect(step.screen.contains("20200327") && step.screen.contains("这里只能填日期"), "\(step.screen)")
  }

  /// What stands on a paper is received as it stands, so that a paste is kept and marked.
  @Test func aPasteIsKept() throws {
    let desk = try DeskSession.demo("<F2>dlsq<Tab>ydfs<Tab><Tab><Paste \"申请中\">")
    #expect(desk.line(5).contains("!申请中"))
  }

  @Test func whoeverIsInTheMiddleOfAFieldGoesOnInIt() throws {
    // A draft's field is not selected: half a name is gone on with.
    var desk = try DeskSession.demo("<F3>甲公")
    let draft = try #require(desk.model.applicantForm?.unsaved)
    desk.model.applicantForm = ApplicantForm(resuming: draft, state: desk.state)
    try desk.press("司")
    #expect(desk.line(1).contains("甲公司"))
  }
}
