import CaseModel
import Casework
import Cells
import Testing

@testable import Desk

/// How many keys a clerk presses for the day's work, counted.
@Suite struct KeyCountTests {
  /// Keys of a script besides the data that stand on the paper: `data` is what of it was typed.
  private func keys(_ script: String, data: [String]) throws -> (session: DeskSession, count: Int) {
    let session = try DeskSession.demo(script)
    return (session, session.keysPressed - data.reduce(0) { $0 + $1.count })
  }

  /// 第2条: a known agency's utility model, item and applicant looked up by initials.
  @Test func aFilingOfAKnownApplicantTakesFewKeys() throws {
    let script = "<F2>dlsq<Tab>ydfs<Tab><Tab>201820123456.0<Tab>20190615<Tab>y<Tab>y<F8>"
    let (session, count) = try keys(script, data: ["201820123456.0", "20190615", "y", "y"])
    #expect(session.state.file("441800-2020-000003") != nil)
    #expect(count <= 60)
    #expect(count == 16)
  }

  /// 第11条 has the longest form.
  @Test func theLongestFormTakesFewKeysToo() throws {
    let data = ["201310170528.9", "Q/QYFC 009-2019", "IEC 63203-102:2020", "4", "20160510", "20200131"]
    let script = "<F2>zhbz<Tab>凤城岭<Tab><Tab>" + data.joined(separator: "<Tab>") + "<F8>"
    let (session, count) = try keys(script, data: data)
    #expect(session.state.file("441800-2020-000003") != nil)
    #expect(count <= 60)
  }

  /// The next one for the same applicant needs neither item nor applicant.
  @Test func theNextOneTakesFewer() throws {
    var session = try DeskSession.demo("<F2>dlsq<Tab>ydfs<Tab><Tab>201820123456.0<Tab>20190615<Tab>y<Tab>y")
    let before = session.keysPressed
    try session.press("<C-n>201820123457<Tab><C-d><Tab><C-d><Tab><C-d><F8>")
    #expect(session.state.file("441800-2020-000004") != nil)
    #expect(session.keysPressed - before - 12 <= 8)
  }

  /// An agency brings fifty patents in a spreadsheet.
  @Test func fiftyPastedPatentsAreSavedInTwentyKeys() throws {
    let numbers = (1...50).compactMap { ApplicationNumber(digits: 2018_2555_0000 + UInt64($0), count: 12) }
    #expect(numbers.count == 50)
    let rows = numbers.map { "ZL\($0)\\t2019.6.15\\t是\\t是" }.joined(separator: "\\n")
    let before = try DemoOffice.full().files.count
    let session = try DeskSession.demo("<F2>dlsq<Tab>A006<Tab><Tab><Paste \"\(rows)\\n\"><F8>")
    #expect(session.state.files.count == before + 50)
    #expect(session.message == "已保存 50 件。")
    // The paste itself is one more.
    #expect(session.keysPressed + 1 <= 20)
  }

  /// The receipt of what was saved just now into a file took four keys in the audit.
  @Test func aReceiptTakesThreeKeys() throws {
    let desk = try DeskSession.demo("<F9><F8><F8>")
    #expect(desk.files == ["收件回执-GXQ-2020-000014.html"] && desk.keysPressed == 3)
    // What there is not now says why, as the preview does.
    #expect(try DeskSession.demo("<F9><End><F8>").message == DeskSession.demo("<F9><End><Enter>").message)
  }

  /// A new applicant, then its filing, then found again by initials, as somebody does on the first day.
  @Test func theFirstDayTakesFewKeys() throws {
    let name = "英德市试验陶瓷有限公司"
    var session = try DeskSession.demo(
      "<F2>zlbx<Tab>\(name)<F3><Tab>1<Tab>英德市<F8><Tab>PZIP2020441800000001<Tab>12345678<Tab>3,000元<Tab>2020年2月27日<F8>"
    )
    let data = [name, "英德市", "PZIP2020441800000001", "12345678", "3,000元", "2020年2月27日"]
    let count = session.keysPressed - data.reduce(0) { $0 + $1.count }
    #expect(session.message.contains("已保存"))
    #expect(count <= 20, "\(count)")
    // Why another was refused: its list, narrowed by the outcome's initials.
    let before = session.keysPressed
    try session.press("<F7>ydssytc<Enter>")
    #expect(session.line(1).hasSuffix("1/1") && session.screen.contains("英德市试验陶瓷"))
    try session.press("3<F7>bfh<Enter>")
    #expect(session.screen.contains("不符合条件"))
    // Who is near a cap: the fullest bar stands first.
    try session.press("<F10>[4")
    // The family of A001: 49 900 of 50 000 used.
    #expect(session.screen.contains("49,900.00"))
    try session.press("<F10><Enter>")
    #expect(session.hasLeft)
    #expect(session.keysPressed - before <= 25)
  }
}
