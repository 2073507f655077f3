import CaseModel
import Casework
import Testing

@testable import Desk

/// A year is sealed, and opened again with a reason, by a supervisor.
@Suite struct SealFormTests {
  static let open = "<C-p>fcjf<Enter>"

  /// The one filing of 2018 that is still open in the demo is withdrawn, and the year looked at.
  static let closed = "[[0<F6>3<Enter><Tab>申请人撤回<F8>" + open

  private func desk(_ script: String = "") throws -> DeskSession {
    try DeskSession.demo(Self.closed + script)
  }

  @Test func aYearIsSealedWithWhatItComesTo() throws {
    var desk = try desk()
    #expect(desk.title.contains("封存年度") && desk.screen.contains("2018 年度"))
    let sums = desk.state.yearSums(of: 2018)
    #expect(desk.screen.contains("可以封存。") && sums.filings > 0)
    try desk.press("<PageDown><PageDown>")
    #expect(desk.screen.contains("合计  \(sums.filings) 件"))
    try desk.press("年终<F8>")
    #expect(desk.message == "已封存 2018 年度，按 F9 打印封存表签字。")
    #expect(desk.state.seal(of: 2018)?.sums == sums)
    // The sheet can be printed now.
    try desk.press("<F9>")
    #expect(desk.screen.contains("封存"))
  }

  @Test func whatIsOpenStandsInTheWay() throws {
    let desk = try DeskSession.demo("[" + Self.open)
    #expect(desk.screen.filter { !$0.isWhitespace }.contains("没有审定或结案，没有封存"))
    var pressed = desk
    try pressed.press("<F8>")
    #expect(pressed.message.hasPrefix("2019 年度还有"))
    #expect(pressed.state.seal(of: 2019) == nil)
    #expect(try DeskSession.demo(Self.open).screen.contains("2020 年度还没有过完，不能封存"))
  }

  @Test func aSealedYearIsOpenedWithAReason() throws {
    var desk = try desk("<F8>" + Self.open)
    #expect(desk.title.contains("解封年度") && desk.screen.contains("（已封存）"))
    try desk.press("<F8>")
    #expect(desk.message == "没有解封：请写明理由。")
    #expect(desk.state.seal(of: 2018) != nil)
    try desk.press("漏报一件<F8>")
    #expect(desk.message == "已解封 2018 年度；改完请再封存，按 F9 打印更正表。")
    #expect(desk.state.seal(of: 2018) == nil)
  }

  /// What comes in between looking and sealing is looked at first.
  @Test func aYearThatHasMovedIsNotSealed() throws {
    var desk = try desk()
    let moment = Moment(at: "2020-03-27T03:00:00Z", today: DemoOffice.day)
    let filing = try #require(desk.state.file("441821-2018-000001")).filing
    var another = filing
    another.id = ""
    (another.stage, another.decided) = (.received, nil)
    let changes = try desk.state.changes(for: .receiveFiling(another), by: "演示", at: moment).get()
    desk.state.fold(Transaction(by: "演示", at: moment.at, policy: "", changes: changes))
    try desk.press("<F8>")
    #expect(desk.message.contains("没有审定或结案，没有封存"))
    #expect(desk.state.seal(of: 2018) == nil)
  }
}
