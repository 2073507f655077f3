import CaseModel
import Casework
import SubsidyRules
import Testing
import Wording

/// Two policies in one store: 清府办〔2018〕27号 (to 2020-12-31) and an invented successor (2021 to 2023).
struct JoinedPolicyTests {
  private let old = "utility-grant"
  private let new = "\(Successor.id)/utility-grant"

  /// 实用新型授权 granted on a day, received at the end of 2021.
  private func grant(_ id: String, _ serial: UInt64, granted: String) throws -> Filing {
    let number = try TestFilings.application(2019, 2, serial)
    var filing = try TestFilings.utilityGrant(id, number, received: "2021-12-01")
    filing.inputs = [
      .init("applicationNumber", .text(number.description)), .init("grantedOn", .text(granted)),
    ]
    return filing
  }

  private func agencyGrant(_ id: String, _ serial: UInt64, granted: String) throws -> Filing {
    try TestFilings.agencyGrant(
      id, TestFilings.application(2019, 1, serial), received: "2021-12-01", granted: granted)
  }

  private func office() throws -> TestOffice { try TestOffice(today: "2021-12-10") }

  private func outcome(_ office: TestOffice, _ id: String) throws -> String {
    let file = try office.file(id)
    return "\(file.filing.item) \(file.decision.outcome.rawValue) \(file.decision.award)"
  }

  @Test
  func `A filing belongs to the policy whose periods hold its event, whatever it was entered under`() throws {
    var office = try office()
    try Successor.adopt(in: &office)
    #expect(office.state.policy.title == "清远市专利资助办法（虚构）")
    #expect(office.state.policy.documents.map(\.document) == ["清府办〔2021〕3号", "清府办〔2018〕27号"])
    try office.act(.receiveFiling(grant("F1", 1, granted: "2020-12-31")), by: "李经办")
    try office.act(.receiveFiling(grant("F2", 2, granted: "2021-01-01")), by: "李经办")
    var third = try grant("F3", 3, granted: "2020-12-31")
    third.item = new
    try office.act(.receiveFiling(third), by: "李经办")
    #expect(try outcome(office, "F1") == "\(old) pay 1000.00")
    #expect(try outcome(office, "F2") == "\(new) pay 800.00")
    #expect(try outcome(office, "F3") == "\(old) pay 1000.00")
    // The event was typed wrong: the other policy's sum.
    var first = try office.file("F1").filing
    first.inputs[1] = .init("grantedOn", .text("2021-01-05"))
    try office.act(.changeFiling(first), by: "李经办")
    #expect(try outcome(office, "F1") == "\(new) pay 800.00")
    let (again, now) = (try office.reopened(), office.state)
    #expect(again.files.map(\.filing) == now.files.map(\.filing))
    #expect(again.files.map(\.decision) == now.files.map(\.decision))
    #expect(again.rules.inForce == now.rules.inForce)
  }

  @Test
  func `Nothing of the old moves when the successor comes, is taken back and comes again`() throws {
    var office = try office()
    try office.bring(grant("F1", 1, granted: "2020-06-30"), to: .paid)
    try office.bring(agencyGrant("G9", 9, granted: "2020-06-30"), to: .approved)
    try office.act(.receiveFiling(grant("F2", 2, granted: "2020-07-01")), by: "李经办")
    try office.act(.receiveFiling(grant("F3", 3, granted: "2021-03-01")), by: "李经办")
    #expect(try outcome(office, "F3") == "\(old) refused 0.00")
    let ids = ["F1", "G9", "F2"]
    func seen() throws -> [String] {
      try ids.flatMap { id in
        let file = try office.file(id)
        return [
          String(describing: file.filing), String(describing: file.decision),
          String(describing: office.state.decision(of: id)),
          office.state.document(of: file.filing).document,
        ]
      } + [String(describing: office.state.caps(of: 2020))]
    }
    let before = try seen()
    for _ in 0..<2 {
      try Successor.adopt(in: &office)
      #expect(try seen() == before)
      #expect(try outcome(office, "F3") == "\(new) pay 800.00")
      try office.act(.withdrawPolicy(id: Successor.id, note: "误采用"), by: "赵主管")
      #expect(try seen() == before)
      #expect(try outcome(office, "F3") == "\(old) refused 0.00")
    }
    #expect(try office.reopened().files.map(\.decision) == office.state.files.map(\.decision))
  }

  @Test
  func `What it would change is told before: filings, yuan, caps, and who is left without a home`() throws {
    var office = try office()
    try office.act(.receiveFiling(grant("F1", 1, granted: "2020-07-01")), by: "李经办")
    try office.act(.receiveFiling(grant("F2", 2, granted: "2021-03-01")), by: "李经办")
    try office.act(.receiveFiling(grant("F3", 3, granted: "2017-03-01")), by: "李经办")
    try office.act(.receiveFiling(agencyGrant("G9", 9, granted: "2021-06-30")), by: "李经办")
    office.state.given.policies["successor"] = try TestOffice.policy(Array(Successor.text().utf8))
    let effect = office.state.effect(
      of: .policyJoined(id: Successor.id, hash: "successor", note: "新办法施行"))
    #expect(effect.rows.map(\.filing) == ["F2", "G9"])
    #expect(effect.rows.map(\.item.after) == [new, "\(Successor.id)/agency-grant"])
    #expect(effect.rows.map(\.award.after.description) == ["800.00", "500.00"])
    #expect((effect.before.description, effect.after.description) == ("0.00", "1300.00"))
    #expect(effect.caps.map(\.group.cap) == ["\(Successor.id)/agency-year"])
    // 2017 lies before the first policy, which began in 2018.
    #expect(effect.homeless == ["F3"])
    // Nothing has happened.
    #expect(office.state.policy.documents.count == 1)
    #expect(try outcome(office, "F2") == "\(old) refused 0.00")
  }

  /// 代理授权 (article 2): 500 for an invention, 50 000 a year under the old, 60 000 under the new policy, both for 2020.
  @Test(arguments: [false, true])
  func `A cap is each policy's own, unless the new one continues it`(continues: Bool) throws {
    let overlapping = (
      old: #""from": "2021-01-01", "to": "2023-12-31""#, new: #""from": "2020-07-01", "to": "2023-12-31""#
    )
    let continued = (
      old: #""id": "agency-year","#,
      new: #""id": "agency-year", "continues": "qingyuan-2018-27/agency-year","#
    )
    var office = try office()
    var paid = try agencyGrant("G1", 1, granted: "2020-03-01")
    (paid.stage, paid.decided) = (.paid, Money(yuan: 49_800))
    try office.act(.importCases(applicants: [], filings: [paid]), by: "赵主管")
    try Successor.adopt(in: &office, [overlapping] + (continues ? [continued] : []))
    try office.act(.receiveFiling(agencyGrant("G2", 2, granted: "2020-03-02")), by: "李经办")
    try office.act(.receiveFiling(agencyGrant("G3", 3, granted: "2020-08-01")), by: "李经办")
    // Under the old policy 200 are left of 50 000.
    #expect(try outcome(office, "G2") == "agency-grant reduced 200.00")
    #expect(try outcome(office, "G3") == "\(Successor.id)/agency-grant pay 500.00")
    let caps = office.state.caps(of: 2020).map { "\($0.group.cap) \($0.used)" }
    #expect(
      caps
        == (continues
          ? ["agency-year 50500.00"] : ["agency-year 50000.00", "\(Successor.id)/agency-year 500.00"]))
    let reopened = try office.reopened()
    #expect(reopened.caps(of: 2020) == office.state.caps(of: 2020))
  }

  /// 代理人考试报名费 (article 4) is paid once to a person.
  @Test(arguments: [false, true])
  func `A once-only key is each policy's own, unless the new one continues it`(continues: Bool) throws {
    let continued = (
      old: #""id": "exam-fee","#, new: #""id": "exam-fee", "continues": "qingyuan-2018-27/exam-fee","#
    )
    var office = try office()
    try office.act(
      .enterApplicant(Applicant(id: "P1", name: "林一", kind: .individual, district: "441881")), by: "李经办")
    func fee(_ id: String, _ day: String) throws -> Filing {
      Filing(
        id: id, item: "exam-fee", applicant: "P1", received: try #require(CivilDate("2021-12-01")),
        inputs: [
          .init("basis", .text("household")), .init("passedOn", .text(day)), .init("fee", .text("350.00")),
        ])
    }
    try office.bring(fee("X1", "2019-12-01"), to: .approved)
    try Successor.adopt(in: &office, continues ? [continued] : [])
    try office.act(.receiveFiling(fee("X2", "2021-11-01")), by: "李经办")
    let item = "\(Successor.id)/exam-fee"
    #expect(try outcome(office, "X2") == (continues ? "\(item) refused 0.00" : "\(item) pay 350.00"))
    if continues { #expect(try office.file("X2").decision.reasons == [.duplicate("X1")]) }
  }

  @Test
  func `Of two policies that hold an event it is the one that comes in the place of the other`() throws {
    let overlapping = (
      old: #""from": "2021-01-01", "to": "2023-12-31""#, new: #""from": "2020-01-01", "to": "2023-12-31""#
    )
    var office = try office()
    try Successor.adopt(in: &office, [overlapping])
    try office.act(.receiveFiling(grant("F1", 1, granted: "2020-05-01")), by: "李经办")
    try office.act(.receiveFiling(grant("F2", 2, granted: "2019-12-31")), by: "李经办")
    #expect(try outcome(office, "F1") == "\(new) pay 800.00")
    #expect(try outcome(office, "F2") == "\(old) pay 1000.00")
  }

  @Test
  func `A filing that no policy holds says between which it lies`() throws {
    let later = (
      old: #""from": "2021-01-01", "to": "2023-12-31""#, new: #""from": "2021-06-01", "to": "2023-12-31""#
    )
    var office = try office()
    try Successor.adopt(in: &office, [later])
    try office.act(.receiveFiling(grant("F1", 1, granted: "2021-03-01")), by: "李经办")
    let file = try office.file("F1")
    #expect(file.decision.reasons == [.outsideValidity])
    let sentence = ReasonWording.sentence(
      .outsideValidity, item: office.state.policy.item(file.filing.item), policy: office.state.policy,
      trace: try #require(office.state.decision(of: "F1")).trace, filing: file.filing)
    let both = "（《清远市推进专利工作实施办法》到 2020-12-31 为止，《清远市专利资助办法（虚构）》从 2021-06-01 开始）"
    #expect(sentence.contains(both), "\(sentence)")
    #expect(office.state.homeless() == ["F1"])
  }

  @Test
  func
    `A policy that something rests on is not taken back, nor the first one, nor one that another continues`()
    throws
  {
    var office = try office()
    try Successor.adopt(in: &office)
    #expect(
      office.refusal(of: .withdrawPolicy(id: "qingyuan-2018-27", note: "不用"), by: "赵主管")
        == .policy(.isFounding("qingyuan-2018-27")))
    #expect(
      office.refusal(of: .withdrawPolicy(id: "other", note: "不用"), by: "赵主管") == .policy(.notInForce("other"))
    )
    #expect(office.refusal(of: .withdrawPolicy(id: Successor.id, note: " "), by: "赵主管") == .noteMissing)
    #expect(
      office.refusal(of: .withdrawPolicy(id: Successor.id, note: "不用"), by: "李经办")
        == .roleTooLow(needed: .supervisor))
    try office.bring(grant("F1", 1, granted: "2021-03-01"), to: .approved)
    #expect(
      office.refusal(of: .withdrawPolicy(id: Successor.id, note: "不用"), by: "赵主管")
        == .policy(.isUsed(Successor.id, filings: 1)))
  }

  @Test
  func `What a policy continues has to be there, in the same shape`() throws {
    var office = try office()
    func refusal(_ old: String, _ new: String) throws -> Refusal? {
      office.state.given.policies["x"] = try TestOffice.policy(Array(Successor.text([(old, new)]).utf8))
      return office.refusal(of: .adoptPolicy(hash: "x", note: "新办法"), by: "赵主管")
    }
    let cap = #""id": "agency-year","#
    #expect(
      try refusal(cap, #""id": "agency-year", "continues": "qingyuan-2018-27/agency","#)
        == .policy(.continuesNothing(["qingyuan-2018-27/agency"])))
    #expect(
      try refusal(cap, #""id": "agency-year", "continues": "qingyuan-2019-1/agency-year","#)
        == .policy(.continuesNothing(["qingyuan-2019-1/agency-year"])))
    // The premium's cap is held by the applicant itself, the agencies' by an agency with its branches.
    #expect(
      try refusal(cap, #""id": "agency-year", "continues": "qingyuan-2018-27/insurance-year","#)
        == .policy(.continuesNothing(["qingyuan-2018-27/insurance-year"])))
    #expect(
      try refusal(#""id": "exam-fee","#, #""id": "exam-fee", "continues": "qingyuan-2018-27/utility-grant","#)
        == .policy(.continuesNothing(["qingyuan-2018-27/utility-grant"])))
  }

  @Test
  func `Whoever put the successor in force does not approve what it lets through`() throws {
    var office = try office()
    try Successor.adopt(in: &office)
    try office.bring(grant("F1", 1, granted: "2021-03-01"), to: .reviewed)
    guard case .step(.duty)? = office.refusal(of: .approve, "F1", by: "赵主管") else {
      Issue.record("赵主管 approves")
      return
    }
    try office.step(.approve, "F1", by: "周主管")
    #expect(try office.file("F1").filing.decided == Money(yuan: 800))
    // The approval keeps the policy that it was given under.
    guard case .approval(let approval)? = try office.file("F1").approval?.step.detail else {
      Issue.record("no approval")
      return
    }
    #expect(approval.amount == Money(yuan: 800))
    #expect(office.state.kept(of: "F1")?.policy == "successor")
  }

  @Test
  func `A reading is chosen for one policy alone`() throws {
    var office = try office()
    try Successor.adopt(in: &office)
    // 11 of 50 are 22 %; 11 − 8 = 3 of an increase of 36 are 8 %.
    func growth(_ id: String, _ year: Int) throws -> Filing {
      var filing = try TestFilings.filingGrowth(
        id, year: year, now: 50, before: 14, inventions: 11, inventionsBefore: 8)
      filing.received = try #require(CivilDate("2021-12-01"))
      return filing
    }
    try office.act(.receiveFiling(growth("W1", 2020)), by: "李经办")
    try office.act(.receiveFiling(growth("W2", 2021)), by: "李经办")
    try office.act(
      .chooseReading(reading: "\(Successor.id)/share-base", option: "increment", note: "市局答复"), by: "周主管")
    #expect(try outcome(office, "W1") == "filing-growth pay 20000.00")
    #expect(try outcome(office, "W2") == "\(Successor.id)/filing-growth refused 0.00")
    #expect(try office.reopened().files.map(\.decision) == office.state.files.map(\.decision))
  }

  @Test
  func `Nothing is approved before its own policy was signed`() throws {
    var office = try TestOffice(today: "2021-01-20")
    try Successor.adopt(in: &office)
    var early = try grant("F1", 1, granted: "2021-01-05")
    early.received = try #require(CivilDate("2021-01-10"))
    var late = try grant("F2", 2, granted: "2020-11-05")
    late.received = try #require(CivilDate("2021-01-10"))
    try office.bring(late, to: .approved)
    try office.bring(early, to: .reviewed)
    // The successor was signed on 2021-02-01.
    #expect(
      office.refusal(of: .approve, "F1", by: "孙复核")
        == .step(
          .beforeSigning(
            try #require(CivilDate("2021-01-20")), signed: try #require(CivilDate("2021-02-01")))))
  }
}
