import CaseModel
import Casework
import SubsidyRules
import Testing

/// Whoever entered what the money goes by is no second pair of eyes, whoever was let to accept it; nor is somebody who
/// was made alone on this very day.
struct EntryTests {
  private func conflict(_ step: Step, _ id: String, by name: String, _ office: TestOffice) throws
    -> DutyConflict
  {
    let refusal = office.refusal(of: step, id, by: name)
    guard case .step(.duty(let conflict, _))? = refusal else { throw UnexpectedRefusal(refusal: refusal) }
    return conflict
  }

  private func grant(of applicant: String = "E2") throws -> Filing {
    var filing = try TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1))
    filing.applicant = applicant
    return filing
  }

  private static let applicant = Applicant(
    id: "E2", name: "英德市浈阳陶瓷厂", kind: .enterprise, district: "441881", account: "1236002321")

  /// By 孙复核: entered, and then accepted by a clerk and reviewed by another.
  private func entered(_ command: Casework.Command...) throws -> TestOffice {
    var office = try TestOffice()
    for command in command { try office.act(command, by: "孙复核") }
    try office.step(.accept, "F1", by: "李经办")
    try office.step(.review, "F1", by: "钱复核")
    return office
  }

  @Test
  func `17: the first account counts as its last change, typed or imported`() throws {
    for office in [
      try entered(.enterApplicant(Self.applicant), .receiveFiling(grant())),
      try entered(.importCases(applicants: [Self.applicant], filings: [grant()])),
    ] {
      #expect(try conflict(.approve, "F1", by: "孙复核", office).kind == .accountEntered)
      let sentence = try office.sentence(office.refusal(of: .approve, "F1", by: "孙复核"))
      #expect(sentence.contains("孙复核 于 2019-06-10") && sentence.contains("录入了申请人的账号"))
      #expect(!sentence.contains("6002"))
      #expect(office.refusal(of: .approve, "F1", by: "周主管") == nil)
    }
  }

  @Test
  func `18: it binds payment too, and whoever changes the account since takes its place`() throws {
    var office = try TestOffice()
    try office.act(.enterApplicant(Self.applicant), by: "赵主管")
    try office.act(.receiveFiling(grant()), by: "李经办")
    for (step, name) in [
      (Step.accept, "李经办"), (.review, "钱复核"), (.approve, "孙复核"), (.publish, "孙复核"),
    ] { try office.step(step, "F1", by: name) }
    #expect(try conflict(.pay, "F1", by: "赵主管", office).kind == .accountEntered)
    var changed = Self.applicant
    changed.account = "1236003321"
    try office.act(.changeApplicant(changed), by: "吴经办")
    #expect(office.refusal(of: .pay, "F1", by: "赵主管") == nil)
    try office.act(.changeApplicant(Self.applicant), by: "赵主管")
    #expect(try conflict(.pay, "F1", by: "赵主管", office).kind == .applicant([.account]))
  }

  @Test
  func `19: an applicant without an account binds nobody before there is one`() throws {
    var bare = Self.applicant
    bare.account = nil
    var office = try entered(.enterApplicant(bare), .receiveFiling(grant()))
    #expect(office.refusal(of: .approve, "F1", by: "孙复核") == nil)
    try office.act(.changeApplicant(Self.applicant), by: "孙复核")
    #expect(try conflict(.approve, "F1", by: "孙复核", office).kind == .applicant([.account]))
  }

  @Test
  func `20: whoever entered the figures of the amount does not approve them, one by one or as a list`() throws
  {
    var growth = try TestFilings.filingGrowth("F1", now: 50, before: 14, inventions: 20, inventionsBefore: 0)
    growth.id = "F1"
    for command in [Command.receiveFiling(growth), .receiveFilings([growth])] {
      var office = try entered(command)
      #expect(try conflict(.approve, "F1", by: "孙复核", office).kind == .entered("filingsThisYear"))
      #expect(
        try office.sentence(office.refusal(of: .approve, "F1", by: "孙复核")).contains("录入了“"))
      #expect(office.refusal(of: .approve, "F1", by: "周主管") == nil)
      // Once somebody else has changed each of them, they are that one's.
      var changed = try office.file("F1").filing
      for (place, input) in changed.inputs.enumerated() {
        if case .count(let count) = input.value, input.name != "year" {
          changed.inputs[place] = .init(input.name, .count(count + 1))
        }
      }
      try office.act(.changeFiling(changed), by: "钱复核")
      #expect(office.refusal(of: .approve, "F1", by: "孙复核") == nil)
      #expect(try conflict(.approve, "F1", by: "钱复核", office).kind == .handled(.input("filingsThisYear")))
    }
  }

  @Test
  func `21: the office's own figure is review where none stood, and an entry where it came with the filing`()
    throws
  {
    var office = try TestOffice()
    try office.act(.receiveFiling(TestFilings.ipManagement("F1", filingsThisYear: 7)), by: "李经办")
    try office.step(.accept, "F1", by: "李经办")
    try office.step(.review, "F1", by: "孙复核") {
      $0.figures = [.init("approvedAmount", .text("60000.00")), .init("basis", .text("合同及发票"))]
    }
    #expect(office.refusal(of: .approve, "F1", by: "孙复核") == nil)
    var stated = try TestFilings.ipManagement("F2", filingsThisYear: 7)
    stated.inputs += [.init("approvedAmount", .text("60000.00")), .init("basis", .text("合同及发票"))]
    try office.act(.receiveFiling(stated), by: "孙复核")
    try office.step(.accept, "F2", by: "李经办")
    try office.step(.review, "F2", by: "钱复核")
    guard case .duty(let conflict, _)? = duty(office.refusal(of: .approve, "F2", by: "孙复核")) else {
      Issue.record("approved by whoever entered the amount")
      return
    }
    #expect(conflict.by == "孙复核")
  }

  private func duty(_ refusal: Refusal?) -> StepRefusal? {
    if case .step(let step)? = refusal { step } else { nil }
  }

  // MARK: - Alone

  @Test
  func `22: whoever takes out all colleagues does not approve alone on that day`() throws {
    var office = try TestOffice()
    try office.act(.receiveFiling(grant(of: "E1")), by: "李经办")
    try office.step(.accept, "F1", by: "赵主管")
    try office.step(.review, "F1", by: "赵主管")
    try office.act(.allowAlone(true, note: "只有一人"), by: "赵主管")
    let colleagues = ["周主管", "钱复核", "孙复核", "李经办", "吴经办"]
    for name in colleagues { try office.act(.retireOperator(name, note: "调离"), by: "赵主管") }
    #expect(office.refusal(of: .approve, "F1", by: "赵主管") == .step(.aloneByRetirement(colleagues)))
    #expect(
      try office.sentence(.step(.aloneByRetirement(["周主管"])))
        == "今天刚停用了周主管，当天不能独自审定或拨付自己经办的申报；请改日办理，或由另一人办理。")
    // Neither --today nor a clock that is set back makes it another day.
    office.clockDay = office.today
    office.today = try #require(CivilDate("2019-06-12"))
    #expect(office.refusal(of: .approve, "F1", by: "赵主管") == .step(.aloneByRetirement(colleagues)))
    office.clockDay = CivilDate("2019-06-11")
    office.today = try #require(CivilDate("2019-06-11"))
    try office.step(.approve, "F1", by: "赵主管")
    let found = try #require(office.state.exceptions(of: 2019).first { $0.filing == "F1" })
    #expect(found.kind == .alone && found.step == .approve)
  }
}
