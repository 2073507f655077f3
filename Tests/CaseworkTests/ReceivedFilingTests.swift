import CaseModel
import Casework
import SubsidyRules
import Testing

/// What may be received and changed, and when no longer; the numbers that the office gives.
struct ReceivedFilingTests {
  private func grant(_ id: String = "F1", _ serial: UInt64 = 1, received: String = "2019-06-10") throws
    -> Filing
  {
    try TestFilings.utilityGrant(id, TestFilings.application(2018, 2, serial), received: received)
  }

  private func refusal(_ filing: Filing, in office: TestOffice? = nil) throws -> Refusal? {
    try (office ?? TestOffice()).refusal(of: .receiveFiling(filing), by: "李经办")
  }

  @Test func `A filing comes in as received, of an item and an applicant that are known`() throws {
    var filing = try grant()
    #expect(try refusal(filing) == nil)
    filing.item = "utility-grants"
    #expect(try refusal(filing) == .unknownItem("utility-grants"))
    filing = try grant()
    filing.applicant = "E9"
    #expect(try refusal(filing) == .unknownApplicant("E9"))
    for stage in Stage.allCases where stage != .received {
      filing = try grant()
      filing.stage = stage
      #expect(try refusal(filing) == .notAsReceived, "\(stage)")
    }
    filing = try grant()
    filing.decided = .zero
    #expect(try refusal(filing) == .notAsReceived)
    filing = try grant()
    filing.asReceived = FactsAtReceipt(kind: .enterprise, district: "441881", family: "E1")
    #expect(try refusal(filing) == .notAsReceived)
  }

  @Test func `An id is one filing's, also within a list`() throws {
    var office = try TestOffice()
    try office.act(.receiveFiling(grant()), by: "李经办")
    #expect(try refusal(grant("F1", 2), in: office) == .filingExists("F1"))
    let two = try [grant("F2", 2), grant("F2", 3)]
    #expect(office.refusal(of: .receiveFilings(two), by: "李经办") == .filingExists("F2"))
    #expect(office.state.file("F2") == nil)
  }

  /// 英德 is 441881: its district, the year of receipt, six digits from 1 in each year.
  @Test func `Each year of receipt counts its own numbers`() throws {
    var office = try TestOffice(today: "2020-01-06")
    for (serial, received) in ["2019-12-31", "2019-12-31", "2020-01-02", "2019-12-30"].enumerated() {
      try office.act(.receiveFiling(grant("", UInt64(serial + 1), received: received)), by: "李经办")
    }
    #expect(
      office.state.files.map(\.filing.id) == [
        "441881-2019-000001", "441881-2019-000002", "441881-2020-000001", "441881-2019-000003",
      ])
    // A list takes as many as it needs, beside a number that was given by hand; none is given twice.
    try office.act(
      .receiveFilings([grant("", 5), grant("441881-2019-000009", 6), grant("", 7)]), by: "李经办")
    #expect(office.state.files.count == 7 && Set(office.state.files.map(\.filing.id)).count == 7)
    #expect(office.state.files.allSatisfy { $0.filing.id.hasPrefix("441881-") })
    #expect(
      office.state.nextFilingID(received: try #require(CivilDate("2019-01-01"))) == "441881-2019-000010")
    #expect(
      office.state.nextFilingID(received: try #require(CivilDate("2021-01-01"))) == "441881-2021-000001")
  }

  // MARK: - Changing

  private func changed(_ office: TestOffice, _ change: (inout Filing) throws -> Void) throws -> Filing {
    var filing = try office.file("F1").filing
    try change(&filing)
    return filing
  }

  private func laterGrant(_ office: TestOffice) throws -> Filing {
    try changed(office) { $0.inputs[1].value = .text("2019-05-20") }
  }

  /// casework.md: a filing is changed until it is approved; what is reviewed is changed by a reviewer.
  @Test(arguments: [
    (Standing.received, nil as Refusal?, nil as Refusal?), (.accepted, nil, nil),
    (.reviewed, .filingIsReviewed("F1"), nil), (.approved, .filingIsDecided("F1"), .filingIsDecided("F1")),
    (.published, .filingIsDecided("F1"), .filingIsDecided("F1")),
    (.paid, .filingIsDecided("F1"), .filingIsDecided("F1")),
  ])
  func `How far a filing may have come to be changed`(standing: Standing, clerk: Refusal?, reviewer: Refusal?)
    throws
  {
    var office = try TestOffice()
    try office.bring(grant(), to: standing)
    let command = Command.changeFiling(try laterGrant(office))
    #expect(office.refusal(of: command, by: "李经办") == clerk)
    #expect(office.refusal(of: command, by: "孙复核") == reviewer)
    let tick = Command.tickPapers(
      filing: "F1", [PaperTick(paper: "identity", copies: 1)], seen: try #require(office.state.seen("F1")))
    #expect(office.refusal(of: tick, by: "孙复核") == reviewer)
  }

  @Test(arguments: [Step.reject, .withdraw])
  func `What is over is changed no more, until it is taken up again`(step: Step) throws {
    var office = try TestOffice()
    try office.act(.receiveFiling(grant()), by: "李经办")
    try office.step(step, "F1", by: "钱复核") { $0.note = "证书系伪造" }
    let command = Command.changeFiling(try laterGrant(office))
    #expect(office.refusal(of: command, by: "赵主管") == .filingIsClosed("F1"))
    try office.step(.undo, "F1", by: "钱复核") { $0.note = "查明属实" }
    #expect(office.refusal(of: .changeFiling(try laterGrant(office)), by: "李经办") == nil)
  }

  @Test func `Item, applicant, stage and decision are no change's`() throws {
    var office = try TestOffice()
    try office.act(.receiveFiling(grant()), by: "李经办")
    let changes: [(Refusal, (inout Filing) -> Void)] = [
      (.filingIdentityFixed("F1"), { $0.item = "design-grant" }),
      (.filingIdentityFixed("F1"), { $0.applicant = "G1" }),
      (.notAsReceived, { $0.stage = .accepted }), (.notAsReceived, { $0.decided = Money(yuan: 1_000) }),
      (.notAsReceived, { $0.reclaimed = .zero }), (.unknownFiling("F9"), { $0.id = "F9" }),
    ]
    for (refusal, change) in changes {
      let filing = try changed(office) { change(&$0) }
      #expect(office.refusal(of: .changeFiling(filing), by: "赵主管") == refusal)
    }
  }

  @Test func `Receipt is never after the first step`() throws {
    var office = try TestOffice()
    try office.act(.receiveFiling(grant(received: "2019-06-03")), by: "李经办")
    try office.step(.accept, "F1", by: "李经办") { $0.day = CivilDate("2019-06-05") }
    let (fifth, sixth) = (try #require(CivilDate("2019-06-05")), try #require(CivilDate("2019-06-06")))
    #expect(
      office.refusal(of: .changeFiling(try changed(office) { $0.received = sixth }), by: "李经办")
        == .step(.dayBeforeReceipt(fifth, received: sixth)))
    try office.act(.changeFiling(changed(office) { $0.received = fifth }), by: "李经办")
    #expect(try office.file("F1").filing.received == fifth)
  }

  @Test func `What another has changed since is not written over, and the same again is no save`() throws {
    var office = try TestOffice()
    try office.act(.receiveFiling(grant()), by: "李经办")
    let seen = try #require(office.state.seen("F1"))
    try office.act(.changeFiling(laterGrant(office), seen: seen), by: "吴经办")
    let mine = try changed(office) { $0.inputs[1].value = .text("2019-05-21") }
    #expect(
      office.refusal(of: .changeFiling(mine, seen: seen), by: "李经办")
        == .movedOn(filing: "F1", by: "吴经办", at: "2019-06-10T02:02:00Z"))
    #expect(
      office.refusal(
        of: .tickPapers(filing: "F1", [PaperTick(paper: "identity", copies: 1)], seen: seen), by: "李经办")
        == .movedOn(filing: "F1", by: "吴经办", at: "2019-06-10T02:02:00Z"))
    let before = office.saves.count
    try office.act(.changeFiling(laterGrant(office), seen: office.state.seen("F1")), by: "李经办")
    #expect(office.saves.count == before)
  }

  /// What was given before signs alone were no reason stays; what is given now is words.
  @Test func `A reason that is given is words`() throws {
    for reason in ["？", "123", "——"] {
      let filing = try changedReason(reason)
      #expect(try refusal(filing) == .noteMissing, "\(reason)")
    }
    #expect(try refusal(changedReason("证书原件如此")) == nil && refusal(changedReason(" ")) == nil)
  }

  private func changedReason(_ reason: String) throws -> Filing {
    var filing = try grant()
    filing.overrides = [.init("applicationNumber", reason: reason)]
    return filing
  }
}
