import CaseModel
import Casework
import Testing

@testable import Desk

/// Setting how long things take, at the desk.
@Suite struct PeriodFormTests {
  @Test func aPeriodIsSetByTheSupervisorWithItsReason() throws {
    var desk = try DeskSession.demo("<C-p>sdqx<Enter>")
    #expect(desk.title.contains("设定期限") && desk.screen.contains("公示  没有设定"), "\(desk.screen)")
    try desk.press("公示<Tab>7<F8>")
    #expect(desk.message.contains("没有设定：请写明理由"), "\(desk.message)")
    try desk.press("<Tab><Tab><Tab>局务会<F8>")
    #expect(desk.message.contains("已设定公示  7 日"), "\(desk.message)")
    #expect(desk.state.period(.publicity, on: DemoOffice.day)?.count == 7)
    #expect(desk.state.house.periods.map(\.note) == ["局务会"])
  }
}
