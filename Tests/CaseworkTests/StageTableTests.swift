import CaseModel
import Casework
import SubsidyRules
import Testing

/// The stage table: what leads where, and who may.
struct StageTableTests {
  @Test(arguments: Step.allCases)
  func `Every step has one row`(step: Step) {
    #expect(StageRule.all.count { $0.step == step } == 1)
    #expect(StageRule.of(step).step == step)
  }

  /// From the specification: who does what.
  @Test
  func `Each step belongs to the lowest role that may take it`() {
    let clerk: Set<Step> = [.accept, .correct, .object, .withdraw, .lapse, .serve, .undo]
    let reviewer: Set<Step> = [
      .review, .handUp, .commit, .sendBack, .approve, .publish, .overrule, .reject, .revise, .confirm,
    ]
    for step in Step.allCases {
      let expected: Operator.Role =
        clerk.contains(step) ? .clerk : reviewer.contains(step) ? .reviewer : .supervisor
      #expect(StageRule.of(step).role == expected, "\(step)")
    }
  }

  @Test
  func `A step is taken from its own standings only, and by its own role only`() throws {
    for standing in Standing.allCases {
      var office = try TestOffice()
      var filing = try TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1))
      filing.stage = standing.stage
      if [.approved, .published, .paid, .reclaimed].contains(standing.stage) {
        filing.decided = Money(yuan: 1_000)
      }
      try office.act(.importCases(applicants: [], filings: [filing]), by: "周主管")
      guard try office.file("F1").standing == standing else { continue }
      for step in Step.allCases where step != .undo {
        for (name, role) in [("李经办", Operator.Role.clerk), ("钱复核", .reviewer), ("赵主管", .supervisor)] {
          let refusal = office.refusal(of: step, "F1", by: name) { $0.note = "试" }
          let rule = StageRule.of(step)
          if role < rule.role {
            #expect(refusal == .roleTooLow(needed: rule.role), "\(standing) \(step) \(name)")
          } else {
            let isElsewhere = refusal == .step(.wrongStanding(standing, step))
            #expect(isElsewhere == !rule.from.contains(standing), "\(standing) \(step) \(name)")
          }
        }
      }
    }
  }

  @Test
  func `What a role may not do is not offered`() throws {
    var office = try TestOffice()
    try office.bring(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1)), to: .reviewed)
    func offered(_ name: String) throws -> [Step] {
      office.state.steps(offeredTo: name, for: try office.file("F1")).map(\.step)
    }
    #expect(try offered("李经办") == [.correct, .withdraw])
    #expect(try offered("钱复核") == [.correct, .approve, .reject, .withdraw, .undo])
    #expect(try offered("赵主管") == [.correct, .approve, .reject, .withdraw, .undo])
    try office.step(.approve, "F1", by: "孙复核")
    try office.step(.publish, "F1", by: "孙复核")
    #expect(try offered("钱复核") == [.object, .reject, .withdraw, .undo])
    #expect(try offered("赵主管") == [.batch, .pay, .object, .reject, .withdraw, .undo])
    try office.step(.pay, "F1", by: "赵主管")
    #expect(try offered("钱复核") == [.revise])
    #expect(try offered("赵主管") == [.bounce, .reclaim, .revise, .undo])
    #expect(try offered("无此人").isEmpty)
  }

  @Test
  func `Lapsed, returned and waived are stated as the interchange file can`() {
    #expect(Standing.lapsed.stage == .withdrawn)
    #expect(Standing.returned.stage == .published)
    #expect(Standing.waived.stage == .reclaimed)
    for stage in Stage.allCases { #expect(Standing(stage).stage == stage) }
  }

  @Test
  func `Refusals carry coded reasons, by default those of the decision`() throws {
    var office = try TestOffice()
    var filing = try TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1))
    // Granted in 2017, before the policy.
    filing.inputs[1].value = .text("2017-12-31")
    try office.act(.receiveFiling(filing), by: "李经办")
    let decided = try office.file("F1").decision.reasons.map(\.code)
    #expect(decided.contains("outside-validity"))
    try office.step(.reject, "F1", by: "钱复核")
    guard case .stepped(let step)? = try office.file("F1").history.last?.deed else { return }
    #expect(step.grounds == decided)

    try office.act(
      .receiveFiling(TestFilings.utilityGrant("F2", TestFilings.application(2018, 2, 2))), by: "李经办")
    #expect(office.refusal(of: .reject, "F2", by: "钱复核") == .step(.groundMissing(.reject)))
    guard
      case .step(.unknownGround("not-loca", _))? = office.refusal(
        of: .reject, "F2", by: "钱复核", { $0.grounds = ["not-loca"] })
    else {
      Issue.record("an unknown ground was taken")
      return
    }
    try office.step(.reject, "F2", by: "钱复核") { $0.grounds = ["false-papers"] }
    #expect(try office.file("F2").decision.outcome == .closed)
  }

  @Test
  func `A step is undone by another step, and only with a reason`() throws {
    var office = try TestOffice()
    try office.bring(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1)), to: .published)
    #expect(office.refusal(of: .undo, "F1", by: "李经办") == .roleTooLow(needed: .reviewer))
    #expect(office.refusal(of: .undo, "F1", by: "孙复核") == .noteMissing)
    for standing in [Standing.approved, .reviewed, .accepted, .received] {
      try office.step(.undo, "F1", by: "周主管") { $0.note = "重办" }
      #expect(try office.file("F1").standing == standing)
      let isDecided = standing == .approved
      #expect(try office.file("F1").filing.decided == (isDecided ? Money(yuan: 1_000) : nil))
    }
    #expect(office.refusal(of: .undo, "F1", by: "周主管") { $0.note = "重办" } == .step(.nothingToUndo))
    #expect(try office.file("F1").history.count == 9)
    #expect(try office.reopened().file("F1")?.standing == .received)
  }

  @Test
  func `The day of a step lies between receipt and today`() throws {
    var office = try TestOffice()
    try office.act(
      .receiveFiling(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1))), by: "李经办")
    let received = office.today
    let before = try #require(received.adding(days: -1))
    let after = try #require(received.adding(days: 1))
    #expect(
      office.refusal(of: .accept, "F1", by: "李经办") { $0.day = before }
        == .step(.dayBeforeReceipt(before, received: received)))
    #expect(office.refusal(of: .accept, "F1", by: "李经办") { $0.day = after } == .step(.dayInFuture(after)))
  }

  @Test
  func `Figures are entered where they belong`() throws {
    var office = try TestOffice()
    try office.act(.receiveFiling(TestFilings.ipManagement("F1", filingsThisYear: 7)), by: "李经办")
    let amount = Filing.Input("approvedAmount", .text("60000.00"))
    #expect(
      office.refusal(of: .accept, "F1", by: "李经办") { $0.figures = [amount] }
        == .step(.figureAtReview("approvedAmount")))
    #expect(
      office.refusal(of: .correct, "F1", by: "李经办") { $0.figures = [amount] }
        == .step(.noFiguresHere(.correct)))
    try office.step(.accept, "F1", by: "李经办")
    #expect(
      office.refusal(of: .review, "F1", by: "钱复核") { $0.figures = [amount] }
        == .step(.figuresMissing(["basis"])))
    #expect(
      office.refusal(of: .review, "F1", by: "钱复核") { $0.figures = [.init("amount", .count(1))] }
        == .step(.unknownInput("amount")))
  }

  @Test
  func `A filing that was reviewed is changed by a reviewer, a closed one by nobody`() throws {
    var office = try TestOffice()
    try office.bring(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1)), to: .reviewed)
    var changed = try office.file("F1").filing
    changed.inputs[1].value = .text("2019-05-20")
    #expect(office.refusal(of: .changeFiling(changed), by: "李经办") == .filingIsReviewed("F1"))
    try office.step(.withdraw, "F1", by: "李经办")
    changed.stage = .withdrawn
    #expect(office.refusal(of: .changeFiling(changed), by: "钱复核") == .filingIsClosed("F1"))
  }
}
