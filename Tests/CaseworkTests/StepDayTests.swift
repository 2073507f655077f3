import CaseModel
import Casework
import Testing

/// A filing's legal days never run backwards: no step lies before one that holds, nor the receipt behind one.
struct StepDayTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  /// Received on 1 June, accepted on 5 June; today is 10 June.
  private func accepted() throws -> TestOffice {
    var office = try TestOffice()
    var filing = try TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1))
    filing.received = try day("2019-06-01")
    try office.act(.receiveFiling(filing), by: "李经办")
    try office.step(.accept, "F1", by: "李经办") { $0.day = try? day("2019-06-05") }
    return office
  }

  @Test func noStepLiesBeforeOneThatHolds() throws {
    var office = try accepted()
    func review(_ text: String) throws -> StepRequest {
      var request = StepRequest(.review, [office.state.row("F1")])
      request.day = try day(text)
      return request
    }
    let early = try day("2019-06-04")
    #expect(
      office.refusal(of: .step(try review("2019-06-04")), by: "钱复核")
        == .step(.dayBeforeLastStep(early, last: .accept, on: try day("2019-06-05"))))
    try office.act(.step(review("2019-06-05")), by: "钱复核")
    #expect(try office.file("F1").standing == .reviewed)
  }

  @Test func whatWasUndoneHoldsNoLaterStepBack() throws {
    var office = try accepted()
    try office.step(.undo, "F1", by: "李经办") { $0.note = "日期写错" }
    try office.step(.accept, "F1", by: "李经办") { $0.day = try? day("2019-06-03") }
    #expect(try office.file("F1").standing == .accepted)
  }

  @Test func theReceiptDoesNotMoveBehindAStep() throws {
    var office = try accepted()
    var filing = try office.file("F1").filing
    filing.received = try day("2019-06-06")
    #expect(
      office.refusal(of: .changeFiling(filing), by: "李经办")
        == .step(.dayBeforeReceipt(try day("2019-06-05"), received: filing.received)))
    filing.received = try day("2019-06-05")
    try office.act(.changeFiling(filing), by: "李经办")
    #expect(try office.file("F1").filing.received == filing.received)
  }
}
