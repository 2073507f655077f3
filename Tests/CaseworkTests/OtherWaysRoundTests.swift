import CaseModel
import SubsidyRules
import Testing

@testable import Casework

/// Ways round the two pairs of eyes that go by import, names, applicants and rules: (f), (h), (i), (j).
struct OtherWaysRoundTests {
  private func grant(_ id: String = "F1", _ serial: UInt64 = 1) throws -> Filing {
    try TestFilings.utilityGrant(id, TestFilings.application(2018, 2, serial))
  }

  private func kind(_ refusal: Refusal?) throws -> DutyConflict.Kind {
    guard case .step(.duty(let conflict, _))? = refusal else { throw UnexpectedRefusal(refusal: refusal) }
    return conflict.kind
  }

  // MARK: - (f)

  @Test(arguments: [Stage.accepted, .approved, .paid])
  func `f: only a supervisor takes over what has come further than receipt`(stage: Stage) throws {
    let office = try TestOffice()
    var filing = try grant()
    filing.stage = stage
    let command = Command.importCases(applicants: [], filings: [filing])
    #expect(office.refusal(of: command, by: "李经办") == .takeOverNeedsSupervisor("F1"))
    #expect(office.refusal(of: command, by: "钱复核") == .takeOverNeedsSupervisor("F1"))
    #expect(office.refusal(of: .receiveFiling(filing), by: "赵主管") == .notAsReceived)
    #expect(office.refusal(of: .receiveFilings([filing]), by: "赵主管") == .notAsReceived)
    var decided = try grant()
    decided.decided = Money(yuan: 1_000)
    #expect(office.refusal(of: .receiveFiling(decided), by: "赵主管") == .notAsReceived)
    #expect(
      office.refusal(of: .importCases(applicants: [], filings: [decided]), by: "钱复核")
        == .takeOverNeedsSupervisor("F1"))
    let sentence = try office.sentence(office.refusal(of: command, by: "钱复核"))
    #expect(sentence == "申报 F1 带有核定金额或后续状态，只能由主管接收。")
  }

  @Test
  func `f: a take-over is marked, touches none that is there, and its author neither approves nor pays it`()
    throws
  {
    var office = try TestOffice()
    var reviewed = try grant("F1", 1)
    reviewed.stage = .reviewed
    var published = try grant("F2", 2)
    published.stage = .published
    published.decided = Money(yuan: 1_000)
    try office.act(.importCases(applicants: [], filings: [reviewed, published]), by: "赵主管")
    #expect(try office.file("F1").isTakenOver)
    #expect(
      try office.file("F2").history.map(\.deed) == [
        .takenOver(.published, decided: Money(yuan: 1_000), reclaimed: nil)
      ])
    #expect(
      office.refusal(of: .importCases(applicants: [], filings: [published]), by: "赵主管")
        == .rows([RefusedRow(filing: "F2", refusal: .filingExists("F2"), place: .filing(1))])
    )
    #expect(try kind(office.refusal(of: .approve, "F1", by: "赵主管")) == .handled(.accepted))
    #expect(try kind(office.refusal(of: .pay, "F2", by: "赵主管")) == .handled(.accepted))
    try office.step(.approve, "F1", by: "孙复核")
    try office.step(.pay, "F2", by: "周主管")
    #expect(try office.file("F2").balance.kept.description == "1000.00")
  }

  @Test
  func `f: a change of a filing carries neither stage nor decided amount`() throws {
    var office = try TestOffice()
    try office.act(.receiveFiling(grant()), by: "李经办")
    var approved = try office.file("F1").filing
    approved.stage = .approved
    #expect(office.refusal(of: .changeFiling(approved), by: "赵主管") == .notAsReceived)
    var decided = try office.file("F1").filing
    decided.decided = Money(yuan: 1_000)
    #expect(office.refusal(of: .changeFiling(decided), by: "赵主管") == .notAsReceived)
    var another = try office.file("F1").filing
    another.applicant = "G1"
    #expect(office.refusal(of: .changeFiling(another), by: "赵主管") == .filingIdentityFixed("F1"))
  }

  // MARK: - (h)

  @Test
  func `h: one login has one name, also after it retired`() throws {
    var office = try TestOffice()
    try office.act(.addOperator(Operator(name: "郑经办", role: .clerk, login: "zheng")), by: "赵主管")
    let second = Command.addOperator(Operator(name: "郑二", role: .reviewer, login: "zheng"))
    #expect(office.refusal(of: second, by: "赵主管") == .loginTaken(by: "郑经办"))
    try office.act(.retireOperator("郑经办", note: "调离"), by: "赵主管")
    #expect(office.refusal(of: second, by: "赵主管") == .loginTaken(by: "郑经办"))
    #expect(try office.sentence(.loginTaken(by: "郑经办")) == "这个系统登录名已绑定操作员“郑经办”，不能再绑定别的姓名。")
  }

  @Test
  func `h: the day is China's, whatever the device's zone`() {
    // 23:30 UTC on the 9th is 07:30 on the 10th in China, and 15:59 UTC still the same day there.
    #expect(Moment.officeDay(of: "2019-06-09T23:30:00Z")?.description == "2019-06-10")
    #expect(Moment.officeDay(of: "2019-06-10T15:59:59Z")?.description == "2019-06-10")
    #expect(Moment.officeDay(of: "2019-06-10T16:00:00Z")?.description == "2019-06-11")
    #expect(Moment.officeDay(of: "2019-12-31T20:00:00Z")?.description == "2020-01-01")
  }

  @Test
  func `h: moments are compared by their seconds, and what is none is told`() throws {
    let before = try #require(Moment.seconds(of: "2020-02-28T23:59:58Z"))
    // The leap day and two seconds.
    #expect(try #require(Moment.seconds(of: "2020-03-01T00:00:00Z")) - before == 86_402)
    #expect(try #require(Moment.seconds(of: "2020-02-29T01:01:01Z")) - before == 3_663)
    for none in [
      "2020-02-30T00:00:00Z", "2020-02-28T2a:00:00Z", "2020-02-28T00:00:00", "2020-02-28T00:0 :00Z",
    ] {
      #expect(Moment.seconds(of: none) == nil)
    }
  }

  @Test
  func `h: nobody sets another's PIN, and only supervisors manage operators`() throws {
    let office = try TestOffice()
    #expect(office.refusal(of: .clearPIN("赵主管", note: ""), by: "赵主管") == .pinIsOwn)
    for command in [
      Command.addOperator(Operator(name: "新人", role: .supervisor, login: nil)),
      .retireOperator("赵主管", note: ""),
      .clearPIN("赵主管", note: ""), .allowAlone(true, note: "方便"),
    ] {
      #expect(office.refusal(of: command, by: "钱复核") == .roleTooLow(needed: .supervisor))
    }
    let key = PINKey(salt: [1], key: [2], rounds: 2, blockSize: 1, parallelism: 1)
    #expect(office.refusal(of: .setPIN(key, replacing: key), by: "李经办") == .pinChanged)
  }

  // MARK: - (i)

  @Test(arguments: ApplicantChange.followed)
  func `i: whoever changes the applicant behind a filing in review does not approve it`(
    field: Applicant.Field
  ) throws {
    var office = try TestOffice()
    try office.bring(grant(), to: .reviewed)
    var applicant = try #require(office.state.applicant("E1"))
    switch field {
    case .name: applicant.name = "英德市碧落新材料有限公司"
    case .kind: applicant.kind = .soleTrader
    case .district: applicant.district = "441802"
    case .parent: applicant.parent = "G1"
    case .code: applicant.code = "91441881MA4QYTE1X7"
    case .bank: applicant.bank = "另一家银行"
    case .account: applicant.account = "1239999321"
    case .id, .contact, .phone, .note: Issue.record("nothing rests on it")
    }
    try office.act(.changeApplicant(applicant), by: "孙复核")
    let refusal = office.refusal(of: .approve, "F1", by: "孙复核")
    // Another parent changes the facts of the filing itself.
    #expect(try kind(refusal) == (field == .parent ? .handled(.facts) : .applicant([field])))
    #expect(office.refusal(of: .approve, "F1", by: "周主管") == nil)
  }

  @Test
  func `i: facts renewed with the applicant are a change of the filing`() throws {
    var office = try TestOffice()
    try office.bring(grant(), to: .reviewed)
    var applicant = try #require(office.state.applicant("E1"))
    applicant.district = "440100"
    try office.act(.changeApplicant(applicant), by: "吴经办")
    // What the decision rests on is as of receipt, until somebody says which filings the change touches.
    #expect(try office.file("F1").decision.award.description == "1000.00")
    try office.act(.changeApplicant(applicant, touching: ["F1"]), by: "孙复核")
    #expect(try office.file("F1").decision.reasons == [.notLocal])
    applicant.district = "441881"
    try office.act(.changeApplicant(applicant, touching: ["F1"]), by: "孙复核")
    #expect(try kind(office.refusal(of: .approve, "F1", by: "孙复核")) == .handled(.facts))
  }

  @Test
  func `i: a decided filing is never touched by a change of its applicant`() throws {
    var office = try TestOffice()
    try office.bring(grant(), to: .approved)
    var applicant = try #require(office.state.applicant("E1"))
    applicant.district = "440100"
    #expect(
      office.refusal(of: .changeApplicant(applicant, touching: ["F1"]), by: "赵主管") == .filingIsDecided("F1"))
  }

  // MARK: - (j)

  /// 36 applications more than the year before, 9 of 50 inventions (18 %), none the year before: refused under
  /// `current-year`, 20 000 under `increment` (9 of 36 is 25 %).
  private func growth() throws -> Filing {
    try TestFilings.filingGrowth("F1", now: 50, before: 14, inventions: 9, inventionsBefore: 0)
  }

  @Test
  func `j: a reading that makes a difference is chosen first, and not by whoever approves`() throws {
    var office = try TestOffice()
    try office.bring(growth(), to: .reviewed)
    #expect(try office.file("F1").decision.outcome == .refused)
    try office.act(.chooseReading(reading: "share-base", option: "increment", note: "局务会议定"), by: "赵主管")
    #expect(try office.file("F1").decision.award.description == "20000.00")
    let refusal = office.refusal(of: .approve, "F1", by: "赵主管")
    #expect(try kind(refusal) == .reading("share-base"))
    #expect(try office.sentence(refusal).contains("选定了关系到这一件的口径"))
    try office.step(.approve, "F1", by: "周主管")
  }

  @Test
  func `j: choosing the reading in force lets through what waited for it, for others to approve`() throws {
    var office = try TestOffice()
    // 11 of 50 are 22 %: paid now, refused under `increment` (11 − 8 = 3 of 36).
    try office.bring(
      TestFilings.filingGrowth("F1", now: 50, before: 14, inventions: 11, inventionsBefore: 8), to: .reviewed)
    #expect(office.refusal(of: .approve, "F1", by: "孙复核") == .step(.readingOpen(["share-base"], others: 0)))
    try office.act(.chooseReading(reading: "share-base", option: "current-year", note: "照原文"), by: "周主管")
    #expect(try kind(office.refusal(of: .approve, "F1", by: "周主管")) == .reading("share-base"))
    try office.step(.approve, "F1", by: "孙复核")
  }

  @Test
  func `j: whoever adopts a policy does not approve what it lets through, whatever they adopt after it`()
    throws
  {
    var office = try TestOffice()
    // 28 more than the year before: below the first tier of article 6 (30).
    try office.bring(
      TestFilings.filingGrowth("F1", now: 50, before: 22, inventions: 20, inventionsBefore: 5), to: .reviewed)
    #expect(try office.file("F1").decision.outcome == .refused)
    let text = String(decoding: try TestData.bytes("policies/qingyuan-2018-27.json"), as: UTF8.self)
    for (hash, wording) in [("lower", "25"), ("same", " 25")] {
      let changed = text.replacing(#""atLeast": 30"#, with: #""atLeast": "# + wording)
      try #require(changed != text)
      office.state.given.policies[hash] = try TestOffice.policy(Array(changed.utf8))
      try office.act(.adoptPolicy(hash: hash, note: "试行"), by: "赵主管")
    }
    #expect(try office.file("F1").decision.award.description == "20000.00")
    #expect(try kind(office.refusal(of: .approve, "F1", by: "赵主管")) == .policy)
    try office.step(.approve, "F1", by: "周主管")
  }
}
