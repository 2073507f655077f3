import CaseModel
import Casework
import SubsidyRules
import Testing

/// The coded reasons that refusals, returns and recoveries carry (casework.md: coded reasons with the article, free text
/// beside), and what a withdrawal for an error does.
struct GroundTests {
  private func grant(_ id: String = "F1", _ serial: UInt64 = 1) throws -> Filing {
    try TestFilings.utilityGrant(id, TestFilings.application(2018, 2, serial))
  }

  private static let ofMoney = [
    "false-papers", "abnormal-application", "patent-invalid", "insurance-cancelled", "overpaid", "underpaid",
    "audit",
    "other",
  ]

  @Test(arguments: [
    (Step.bounce, ["account-name", "account-number", "account-closed", "other"]), (.reclaim, ofMoney),
    (.revise, ofMoney),
    (.withdraw, ["entered-in-error"]), (.accept, []), (.approve, []), (.pay, []), (.undo, []),
  ])
  func `Each step has its own grounds`(step: Step, codes: [String]) throws {
    var office = try TestOffice()
    try office.act(.receiveFiling(grant()), by: "李经办")
    #expect(office.state.grounds(for: step, of: try office.file("F1")) == codes)
  }

  /// What the decision says stands first, then what the item can be refused for, then what the office finds.
  @Test func `A refusal has the decision's reasons first, each once`() throws {
    var office = try TestOffice()
    var old = try grant()
    old.inputs[1].value = .text("2017-12-31")
    try office.act(.receiveFiling(old), by: "李经办")
    let codes = office.state.grounds(for: .reject, of: try office.file("F1"))
    #expect(codes.first == "number-after-event" || codes.first == "outside-validity")
    #expect(Set(codes).count == codes.count && codes.contains("false-papers") && codes.contains("objection"))
    #expect(!codes.contains("account-closed") && !codes.contains("share-too-low"))
    #expect(codes.last == "other")
  }

  /// Article 2's cap of 50 000: 300 are left for F1, nothing for F2. The letter would say that the cap is used up.
  @Test func `A cap is a reason to refuse where nothing is left, and none where something is`() throws {
    var office = try TestOffice()
    var old = try TestFilings.agencyGrant("F0", TestFilings.application(2017, 1, 90), received: "2019-01-07")
    (old.stage, old.decided) = (.paid, Money(yuan: 49_700))
    try office.act(.importCases(applicants: [], filings: [old]), by: "周主管")
    for (serial, id) in ["F1", "F2"].enumerated() {
      try office.act(
        .receiveFiling(TestFilings.agencyGrant(id, TestFilings.application(2017, 1, UInt64(serial + 1)))),
        by: "李经办")
    }
    #expect(
      try office.file("F1").decision.award == Money(yuan: 300) && office.file("F2").decision.award == .zero)
    #expect(office.refusal(of: .reject, "F1", by: "钱复核") == .step(.groundMissing(.reject)))
    #expect(office.refusal(of: .reject, "F1", by: "钱复核") { $0.grounds = ["cap:agency-year"] } == nil)
    try office.step(.reject, "F2", by: "钱复核")
    #expect(try office.file("F2").steps.last?.step.grounds == ["cap:agency-year"])
    try office.step(.reject, "F1", by: "钱复核") { $0.note = "企业自愿放弃" }
    #expect(try office.file("F1").steps.last?.step.grounds == ["other"])
  }

  @Test(arguments: [
    (Step.bounce, "overpaid"), (.reclaim, "account-name"), (.revise, "objection"), (.reclaim, "Audit"),
    (.reclaim, ""),
  ])
  func `Another step's ground, or none that is known, is refused with those that are`(
    step: Step, ground: String
  ) throws {
    var office = try TestOffice()
    try office.bring(grant(), to: .paid)
    let refusal = office.refusal(of: step, "F1", by: "赵主管") {
      $0.grounds = [ground]
      $0.amount = Money(yuan: 100)
    }
    #expect(
      refusal
        == .step(.unknownGround(ground, known: office.state.grounds(for: step, of: try office.file("F1")))))
  }

  @Test(arguments: [Step.bounce, .reclaim, .revise])
  func `Without a code there are words, and they stand as another reason`(step: Step) throws {
    var office = try TestOffice()
    try office.bring(grant(), to: .paid)
    for note in ["", " ", "。", "123"] {
      let refusal = office.refusal(of: step, "F1", by: "赵主管") {
        $0.note = note
        $0.amount = Money(yuan: 100)
      }
      #expect(refusal == .step(.groundMissing(step)), "\(note)")
    }
    try office.step(step, "F1", by: "赵主管") {
      $0.note = "审计整改"
      $0.amount = Money(yuan: step == .bounce ? 1_000 : 100)
    }
    #expect(try office.file("F1").steps.last?.step.grounds == ["other"])
    #expect(try office.file("F1").steps.last?.step.note == "审计整改")
  }

  // MARK: - Withdrawals

  /// What was entered in error is void, by a reviewer and with words; the applicant's own withdrawal is not.
  @Test func `A withdrawal for an error is a reviewer's, and makes the filing void`() throws {
    var office = try TestOffice()
    for (serial, id) in ["F1", "F2"].enumerated() {
      try office.act(.receiveFiling(grant(id, UInt64(serial + 1))), by: "李经办")
    }
    func refusal(by name: String, _ note: String, _ grounds: [String] = ["entered-in-error"]) -> Refusal? {
      office.refusal(of: .withdraw, "F1", by: name) {
        $0.grounds = grounds
        $0.note = note
      }
    }
    #expect(refusal(by: "李经办", "录重了") == .roleTooLow(needed: .reviewer))
    #expect(refusal(by: "钱复核", " ") == .noteMissing && refusal(by: "钱复核", "？") == .noteMissing)
    #expect(
      refusal(by: "钱复核", "录重了", ["other"]) == .step(.unknownGround("other", known: ["entered-in-error"])))
    try office.step(.withdraw, "F1", by: "钱复核") {
      $0.grounds = ["entered-in-error"]
      $0.note = "录重了"
    }
    try office.step(.withdraw, "F2", by: "李经办")
    #expect(try office.file("F1").isVoid && !office.file("F2").isVoid)
    #expect(try office.file("F1").standing == .withdrawn && office.file("F2").standing == .withdrawn)
    // Taken up again it is void no more.
    try office.step(.undo, "F1", by: "钱复核") { $0.note = "并未录重" }
    #expect(try !office.file("F1").isVoid && office.file("F1").standing == .received)
  }

  /// items.md: rejected and withdrawn filings use nothing, neither room nor their once-only key.
  @Test(arguments: [Step.withdraw, .reject])
  func `What is over gives its key to the next`(step: Step) throws {
    var office = try TestOffice()
    let number = try TestFilings.application(2018, 2, 1)
    for id in ["F1", "F2"] { try office.act(.receiveFiling(TestFilings.utilityGrant(id, number)), by: "李经办") }
    #expect(try office.file("F2").decision.reasons.map(\.code) == ["duplicate:F1"])
    try office.step(step, "F1", by: "钱复核") { $0.note = "企业自愿放弃" }
    #expect(try office.file("F1").decision.outcome == .closed && office.file("F1").decision.award == .zero)
    #expect(
      try office.file("F2").decision.outcome == .pay && office.file("F2").decision.award == Money(yuan: 1_000)
    )
    // Taken up again, the first in order has it again.
    try office.step(.undo, "F1", by: "钱复核") { $0.note = "误办" }
    #expect(try office.file("F2").decision.reasons.map(\.code) == ["duplicate:F1"])
  }
}
