import CaseModel
import Casework
import SubsidyRules
import Testing

/// Days that steps may bear: from receipt to today, in their order, and no decision before the policy was signed on
/// 4 July 2018 (items.md: in force from the day of signing, though events since January may be paid).
struct SigningDayTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  /// A utility model granted in May 2018, received on 1 June, accepted and reviewed before the policy was signed.
  private func office(today: String = "2018-07-06") throws -> TestOffice {
    var office = try TestOffice(today: today)
    var filing = try TestFilings.utilityGrant(
      "F1", TestFilings.application(2017, 2, 1), received: "2018-06-01")
    filing.inputs[1].value = .text("2018-05-10")
    try office.act(.receiveFiling(filing), by: "李经办")
    try office.step(.accept, "F1", by: "李经办") { $0.day = CivilDate("2018-06-05") }
    try office.step(.review, "F1", by: "钱复核") { $0.day = CivilDate("2018-06-06") }
    return office
  }

  private func refusal(_ step: Step, on day: String, by name: String, in office: TestOffice) -> Refusal? {
    office.refusal(of: step, "F1", by: name) { $0.day = CivilDate(day) }
  }

  @Test func `Nothing is approved before the day of signing, and that day is one`() throws {
    var office = try office()
    let signed = try day("2018-07-04")
    for early in ["2018-06-06", "2018-07-03"] {
      #expect(
        refusal(.approve, on: early, by: "孙复核", in: office)
          == .step(.beforeSigning(try day(early), signed: signed)))
    }
    #expect(try office.file("F1").decision.warnings == [.retroactive])
    try office.step(.approve, "F1", by: "孙复核") { $0.day = CivilDate("2018-07-04") }
    try office.step(.publish, "F1", by: "孙复核") { $0.day = CivilDate("2018-07-04") }
    for step in [Step.pay, .batch] {
      #expect(
        refusal(step, on: "2018-07-03", by: "赵主管", in: office)
          == .step(.beforeSigning(try day("2018-07-03"), signed: signed)))
    }
    try office.step(.pay, "F1", by: "赵主管") { $0.day = CivilDate("2018-07-04") }
    #expect(try office.file("F1").payment?.day == signed && office.state.tieOut().isEmpty)
  }

  @Test func `No step lies before receipt or after today`() throws {
    let office = try office()
    #expect(
      refusal(.withdraw, on: "2018-05-31", by: "李经办", in: office)
        == .step(.dayBeforeReceipt(try day("2018-05-31"), received: try day("2018-06-01"))))
    #expect(
      refusal(.withdraw, on: "2018-07-07", by: "李经办", in: office)
        == .step(.dayInFuture(try day("2018-07-07"))))
    #expect(refusal(.withdraw, on: "2018-07-06", by: "李经办", in: office) == nil)
  }

  @Test func `Steps follow one another by their days, of one day in any order`() throws {
    var office = try office()
    #expect(
      refusal(.withdraw, on: "2018-06-05", by: "李经办", in: office)
        == .step(.dayBeforeLastStep(try day("2018-06-05"), last: .review, on: try day("2018-06-06"))))
    #expect(refusal(.withdraw, on: "2018-06-06", by: "李经办", in: office) == nil)
    // A step that is undone binds no more; what undoes it has a day of its own, which binds nobody.
    try office.step(.undo, "F1", by: "钱复核") {
      $0.day = CivilDate("2018-07-06")
      $0.note = "点错了"
    }
    #expect(refusal(.review, on: "2018-06-05", by: "钱复核", in: office) == nil)
    #expect(
      refusal(.review, on: "2018-06-04", by: "钱复核", in: office)
        == .step(.dayBeforeLastStep(try day("2018-06-04"), last: .accept, on: try day("2018-06-05"))))
  }

  @Test func `The day that a step bears is the paper's, and when it was entered stands beside it`() throws {
    let office = try office()
    let entries = try office.file("F1").history
    #expect(entries.map(\.at.prefixDay) == ["2018-07-06", "2018-07-06", "2018-07-06"])
    #expect(try office.file("F1").steps.map(\.step.day.description) == ["2018-06-05", "2018-06-06"])
  }
}

extension String {
  fileprivate var prefixDay: String { String(prefix(10)) }
}
