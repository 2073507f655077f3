import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing
import Wording

/// What the work register says of patents and applicants, and what a filing is held against while it is typed (audit B2,
/// B9, the list of what offices miss, 6, 10, 11). Figures by hand.
struct PatentBookTests {
  func enter(
    _ kind: String, _ values: [(String, RawInput)], in office: inout TestOffice
  ) throws {
    let entry = RegisterEntry(
      kind: kind, district: "441881", values: values.map { Filing.Input($0.0, $0.1) })
    try office.act(.enterRecords([entry]), by: "李经办")
  }

  /// 实用新型授权 (article 18) of E1, granted 2019-05-10, received 2019-06-10.
  func grant(_ id: String = "F1", _ serial: UInt64 = 7) throws -> Filing {
    try TestFilings.utilityGrant(id, TestFilings.application(2018, 2, serial))
  }

  func number(_ serial: UInt64 = 7) throws -> RawInput {
    .text("ZL" + (try TestFilings.application(2018, 2, serial).description))
  }

  func warnings(_ filing: Filing, _ office: TestOffice) -> [String] {
    PatentWording.warnings(filing, office.state)
  }

  @Test
  func `A card that says another grant day, owner or state is told while a filing is typed`() throws {
    var office = try TestOffice()
    #expect(warnings(try grant(), office) == [])
    try enter(
      OfficeKinds.patent,
      [
        ("applicationNumber", try number()), ("grantedOn", .text("2019-04-26")),
        ("owner", .text("广州市某某有限公司；英德市碧落陶瓷 有限公司")), ("state", .text("granted")),
        ("seenOn", .text("2019-06-01")),
      ], in: &office)
    // One of two owners, in another dress, is the applicant.
    #expect(warnings(try grant(), office) == ["授权公告日 2019-05-10 与 441881-R00001 所写的 2019-04-26 不同，请核对证书。"])
    var entry = try #require(office.state.books.register["441881-R00001"]?.entry)
    entry.values = entry.values.map { input in
      switch input.name {
      case "owner": .init("owner", .text("广州市某某有限公司"))
      case "state": .init("state", .text("ceased"))
      case "grantedOn": .init("grantedOn", .text("2019-05-10"))
      default: input
      }
    }
    try office.act(.changeRecord(entry), by: "李经办")
    #expect(
      warnings(try grant(), office) == [
        "2019-06-01 查询，这件专利终止（441881-R00001），请核对。",
        "收件日 2019-06-10 的专利权人是 广州市某某有限公司（441881-R00001），不是本件申请人，请核对。",
      ])
    let lines = NewsWording.lines(
      restingOn: try TestFilings.application(2018, 2, 7), office.state)
    #expect(lines.contains("  法律状态 终止（2019-06-01 查询，441881-R00001）"))
    #expect(lines.contains("  专利权人 广州市某某有限公司（441881-R00001）"))
    // It is asked about, and refused by nobody.
    try office.act(.receiveFiling(grant()), by: "李经办")
    #expect(try office.file("F1").decision.award == Money(yuan: 1000))
  }

  @Test
  func `Two filings that state two grant days contradict each other`() throws {
    var office = try TestOffice()
    try office.act(.receiveFiling(grant()), by: "李经办")
    var again = try grant("F2")
    again.inputs[1].value = .text("2019-05-17")
    #expect(warnings(again, office) == ["授权公告日 2019-05-17 与 F1 所写的 2019-05-10 不同，请核对证书。"])
  }

  @Test
  func `Whoever owns the patent on the day of receipt is known from the transfers`() throws {
    var office = try TestOffice()
    try office.act(
      .enterApplicant(Applicant(id: "E2", name: "英德市受让机械厂", kind: .enterprise, district: "441881")), by: "李经办"
    )
    try enter(
      OfficeKinds.transfer,
      [
        ("transferredOn", .text("2019-06-05")), ("applicationNumber", try number()),
        ("from", .text("英德市碧落陶瓷有限公司")), ("to", .text("英德市受让机械厂")),
      ], in: &office)
    var ofSecond = try grant("F2")
    ofSecond.applicant = "E2"
    #expect(warnings(ofSecond, office) == [])
    #expect(
      warnings(try grant(), office) == [
        "收件日 2019-06-10 的专利权人是 英德市受让机械厂（441881-R00001），不是本件申请人，请核对。"
      ])
    // The day before the transfer it was the other one's.
    var early = try grant()
    early.received = try #require(CivilDate("2019-06-04"))
    #expect(warnings(early, office) == [])
    ofSecond.received = early.received
    #expect(
      warnings(ofSecond, office) == [
        "收件日 2019-06-04 的专利权人是 英德市碧落陶瓷有限公司（441881-R00001），不是本件申请人，请核对。"
      ])
  }

  @Test
  func `A second claimant without a transfer is asked about`() throws {
    var office = try TestOffice()
    try office.act(
      .enterApplicant(Applicant(id: "E2", name: "英德市受让机械厂", kind: .enterprise, district: "441881")), by: "李经办"
    )
    try office.act(.receiveFiling(grant()), by: "李经办")
    var second = try grant("F2")
    second.applicant = "E2"
    #expect(
      warnings(second, office) == ["英德市碧落陶瓷有限公司 已作为专利权人申报过（F1），没有登记转移，请核对权利人和转让日期。"])
  }

  @Test
  func
    `An agency that owns a patent stands as its owner, and as its agency only where it claims for its work`()
    throws
  {
    var office = try TestOffice()
    // Article 18 pays an agency for a utility model of its own, article 2 for one that it handled.
    var own = try grant()
    own.applicant = "G1"
    try office.act(.receiveFiling(own), by: "李经办")
    try office.act(
      .receiveFiling(
        TestFilings.agencyGrant("F2", TestFilings.application(2018, 2, 8), received: "2019-06-10")), by: "李经办"
    )
    let card = office.state.card(of: try TestFilings.application(2018, 2, 7))
    #expect(card.owners.map(\.value) == ["G1"] && card.agencies.isEmpty)
    let handled = office.state.card(of: try TestFilings.application(2018, 2, 8))
    #expect(handled.agencies.map(\.value) == ["G1"] && handled.owners.isEmpty)
    #expect(warnings(try grant("F3"), office) == ["清远市北江专利代理事务所 已作为专利权人申报过（F1），没有登记转移，请核对权利人和转让日期。"])
  }

  @Test
  func `Money from elsewhere and this award above the fees really paid is told, never refused`() throws {
    var office = try TestOffice()
    // 1 000 here and 800 from the province, of 1 900 in fees: within; of 1 700: above by 100.
    func money(_ fees: String) -> [(String, RawInput)] {
      [
        ("paidOn", .text("2019-05-30")), ("applicationNumber", .text("201820000007")),
        ("payer", .text("省知识产权局")),
        ("amount", .text("800.00")), ("fees", .text(fees)),
      ]
    }
    var values = money("1900.00")
    values[1].1 = try number()
    try enter(OfficeKinds.otherMoney, values, in: &office)
    try office.act(.receiveFiling(grant()), by: "李经办")
    #expect(warnings(try office.file("F1").filing, office) == [])
    var entry = try #require(office.state.books.register["441881-R00001"]?.entry)
    entry.values[4].value = .text("1700.00")
    try office.act(.changeRecord(entry), by: "李经办")
    #expect(
      warnings(try office.file("F1").filing, office) == [
        "本件与其他资助合计 1,800.00 元，超过实际缴纳的官费 1,700.00 元，请核对。"
      ])
    // What an agency gets for it (article 2) is not paid for the owner's fees.
    let agency = try TestFilings.agencyGrant(
      "F2", TestFilings.application(2018, 2, 7), received: "2019-06-10")
    #expect(!warnings(agency, office).contains { $0.contains("实际缴纳的官费") })
    #expect(try office.file("F1").decision.award == Money(yuan: 1000))
  }

  @Test
  func `A policy to which the national ceiling does not apply says so, and nobody is asked`() throws {
    let text = try String(decoding: TestData.bytes("policies/qingyuan-2018-27.json"), as: UTF8.self)
    let free = text.replacing("\"register\":", with: "\"feeCeiling\": false, \"register\":")
    for (policy, told) in [(text, 1), (free, 0)] {
      var office = try TestOffice(policy: Array(policy.utf8))
      try enter(
        OfficeKinds.otherMoney,
        [
          ("paidOn", .text("2019-05-30")), ("applicationNumber", try number()), ("payer", .text("省知识产权局")),
          ("amount", .text("800.00")), ("fees", .text("560.00")),
        ], in: &office)
      try office.act(.receiveFiling(grant()), by: "李经办")
      #expect(warnings(try office.file("F1").filing, office).count == told)
    }
  }

  private func kept(_ office: TestOffice, _ id: String) throws -> [String] {
    try #require(try office.file(id).approval).step.doubts.map(PatentWording.sentence)
  }

  @Test
  func `What was doubtful at an approval stays with it, whatever is corrected afterwards`() throws {
    var office = try TestOffice()
    try office.act(
      .enterApplicant(Applicant(id: "E2", name: "英德市受让机械厂", kind: .enterprise, district: "441881")), by: "李经办"
    )
    try enter(
      OfficeKinds.patent,
      [
        ("applicationNumber", try number()), ("grantedOn", .text("2019-04-26")), ("state", .text("ceased")),
        ("seenOn", .text("2019-06-01")),
      ], in: &office)
    try enter(
      OfficeKinds.otherMoney,
      [
        ("paidOn", .text("2019-05-30")), ("applicationNumber", try number()), ("payer", .text("省知识产权局")),
        ("amount", .text("800.00")), ("fees", .text("1700.00")),
      ], in: &office)
    try office.bring(grant(), to: .reviewed)
    var second = try grant("F2", 8)
    second.applicant = "E2"
    second.inputs[1].value = .text("2019-05-10")
    try office.bring(second, to: .approved)
    #expect(try kept(office, "F2") == [])
    #expect(LineForm.needed(by: try #require(office.saves.last)) == 4)
    // By hand: 1 000 (article 18) and 800 are 1 800.
    let told = [
      "授权公告日 2019-05-10 与 441881-R00001 所写的 2019-04-26 不同，请核对证书。",
      "2019-06-01 查询，这件专利终止（441881-R00001），请核对。",
      "本件与其他资助合计 1,800.00 元，超过实际缴纳的官费 1,700.00 元，请核对。",
    ]
    // Whoever is about to approve is told what the approval will say that they were.
    let tried = office.state.verdict(on: office.request(.approve, ["F1"]), by: "孙复核", at: office.moment())
    guard case .success(let step)? = try tried.get().rows.first?.result else {
      Issue.record("it is not approved")
      return
    }
    #expect(step.doubts.map(PatentWording.sentence) == told)
    try office.step(.approve, "F1", by: "孙复核")
    #expect(try kept(office, "F1") == told)
    #expect(LineForm.needed(by: try #require(office.saves.last)) == 9)
    try office.act(.strikeRecord("441881-R00001", note: "登记错误"), by: "李经办")
    try office.act(.strikeRecord("441881-R00002", note: "登记错误"), by: "李经办")
    #expect(warnings(try office.file("F1").filing, office) == [])
    #expect(try kept(office, "F1") == told)
    #expect(try office.reopened().differing(from: office.state) == [])
  }

  @Test
  func `Of one batch each keeps its own doubts, in the name of then`() throws {
    var office = try TestOffice()
    try office.act(
      .enterApplicant(Applicant(id: "E2", name: "英德市受让机械厂", kind: .enterprise, district: "441881")), by: "李经办"
    )
    try office.bring(grant(), to: .reviewed)
    var second = try grant("F2")
    second.applicant = "E2"
    try office.act(.receiveFiling(second), by: "李经办")
    let growth = try TestFilings.filingGrowth("F3", now: 40, before: 9, inventions: 10, inventionsBefore: 2)
    try office.bring(growth, to: .reviewed)
    try office.step(.approve, "F1", "F3", by: "孙复核")
    var renamed = try #require(office.state.applicant("E2"))
    renamed.name = "英德市受让机械制造厂"
    try office.act(.changeApplicant(renamed), by: "李经办")
    #expect(try kept(office, "F1") == ["英德市受让机械厂 已作为专利权人申报过（F2），没有登记转移，请核对权利人和转让日期。"])
    #expect(try kept(office, "F3") == ["申请量为填报数，没有申请清单可核对。"])
  }

  @Test
  func `A county of more than a million people is entered as it is`() throws {
    let kind = try #require(OfficeKinds.all.first { $0.id == OfficeKinds.figures })
    let text = "年度,专利申请,发明申请,专利授权,发明授权,有效发明专利,常住人口,来源\n2018,900,200,600,40,88,1131000,省局统计年报\n"
    let today = try #require(CivilDate("2019-06-10"))
    let table = try RegisterTable(Array(text.utf8), kind: kind, district: "441802", today: today)
    #expect(table.entries.map { $0["population"] } == [.count(1_131_000)])
    var office = try TestOffice()
    try office.act(.enterRecords(table.entries), by: "李经办")
    #expect(try office.reopened().books.register["441881-R00001"]?.entry["population"] == .count(1_131_000))
    #expect(Count.typed("1131000") == .failure(.tooLarge))
    #expect(Count.typed("１，１３１，０００", upTo: 1_000_000_000) == .success(1_131_000))
  }

  // MARK: - Lists of applications
}
