import CaseModel
import Casework
import Cells
import Testing

@testable import Desk

/// What is checked when something is saved: the first bad field gets the cursor, and all of them say what is wrong.
@Suite struct CheckingTests {
  private static let bad = "<F2>syxx<Tab>英德市浈阳<Tab><Tab>2018<Tab>2019-02-30"

  @Test func aFieldThatCannotBeReadIsShownBeforeItIsKept() throws {
    var session = try DeskSession.demo(Self.bad + "<F8>")
    #expect(session.message == "专利申请号：共 4 位，应为 12 或 8 位加校验位。照收请按 Enter，改正请按 Esc。")
    let row = try #require((0..<24).first { session.line($0).contains(" 专利申请号      !2018") })
    // F8 held down does not answer.
    try session.press("<F8><F8>")
    #expect(session.state.file("441800-2020-000003") == nil)
    // The other one says what is wrong too.
    #expect(session.screen.contains("授权公告日：没有 2019 年 2 月 30 日这一天"))
    #expect(session.state.file("441800-2020-000003") == nil)
    // The papers are received as they are all the same.
    var mended = session
    try mended.press("<Esc>")
    #expect(mended.grid.caret?.row == row)
    try session.press("<Enter>")
    #expect(session.state.file("441800-2020-000003")?.filing.input("grantedOn") == .text("2019-02-30"))
  }

  @Test func whatWasMendedMeanwhileIsSaidAnew() throws {
    var session = try DeskSession.demo(Self.bad + "<F8><Backspace>9<F8>")
    #expect(session.message.hasPrefix("专利申请号：共 4 位"))
    // What is typed meanwhile goes into the field that is wrong.
    try session.press("<C-u>201820777777<F8>")
    #expect(session.message.hasPrefix("授权公告日：没有 2019 年 2 月 30 日"))
  }

  @Test func whatOverrulesTheCheckIsNotAskedAboutAgain() throws {
    let session = try DeskSession.demo(
      "<F2>syxx<Tab>英德市浈阳<Tab><Tab>201820777777.X<Tab>证书原件如此<Tab>20190505<F8>")
    #expect(session.message.hasPrefix("已保存"))
  }

  @Test func theDayOfReceiptHasToBeRight() throws {
    let session = try DeskSession.demo("<F2>syxx<Tab>英德市浈阳<Tab>99<F8>")
    #expect(session.message.hasPrefix("还没有保存：收件日期："))
    #expect(session.grid.caret?.row == 3)
  }

  @Test func anApplicantsKindThatIsNoneIsSaid() throws {
    let session = try DeskSession.demo("<F3>甲公司<Tab>工厂<F8>")
    #expect(session.message.hasPrefix("请选择类型。请填编号 1 到"))
    #expect(session.grid.caret?.row == 2)
  }
}
