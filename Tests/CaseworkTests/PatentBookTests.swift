import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing
import Wording

/// What the work register says of patents and applicants, and what a filing is held against while it is typed (audit B2,
/// B9, the list of what offices miss, 6, 10, 11). Figures by hand.
struct PatentBookTests {
  private func enter(
    _ kind: String, _ values: [(String, RawInput)], in office: inout TestOffice
  ) throws {
    let entry = RegisterEntry(
      kind: kind, district: "441881", values: values.map { Filing.Input($0.0, $0.1) })
    try office.act(.enterRecords([entry]), by: "李经办")
  }

  /// 实用新型授权 (article 18) of E1, granted 2019-05-10, received 2019-06-10.
  private func grant(_ id: String = "F1", _ serial: UInt64 = 7) throws -> Filing {
    try TestFilings.utilityGrant(id, TestFilings.application(2018, 2, serial))
  }

  private func number(_ serial: UInt64 = 7) throws -> RawInput {
    .text("ZL" + (try TestFilings.application(2018, 2, serial).description))
  }

  private func warnings(_ filing: Filing, _ office: TestOffice) -> [String] {
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
    var entry = try #require(office.state.register["441881-R00001"]?.entry)
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
    var entry = try #require(office.state.register["441881-R00001"]?.entry)
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
  func `Whoever gets nothing for a time is told of at receipt, by name or code, until the last day`() throws {
    var office = try TestOffice()
    // 国家知识产权局令第75号: five years from 2014-06-11 end on 2019-06-10, when the filing comes in.
    try enter(
      OfficeKinds.ban,
      [
        ("from", .text("2014-06-11")), ("years", .count(5)), ("party", .text("英德市碧落陶瓷有限公司")),
        ("reason", .text("非正常申请，情节严重")),
      ], in: &office)
    #expect(
      warnings(try grant(), office) == [
        "申请人在不予资助名单内（441881-R00001：非正常申请，情节严重），2019-06-11 以前不予资助，请当面告知。"
      ])
    var later = try grant()
    later.received = try #require(CivilDate("2019-06-11"))
    #expect(warnings(later, office) == [])
    // It is asked why a filing is taken all the same; whoever takes it does not approve it.
    #expect(
      try office.sentence(office.refusal(of: .receiveFiling(grant()), by: "钱复核"))
        == "申请人在不予资助名单内（441881-R00001：非正常申请，情节严重），2019-06-11 以前不予资助。请当面告知；仍要收件的，请写明理由（表单里的“收件理由”，或 overrides 的 ban）。"
    )
    var taken = try grant()
    taken.overrides = [.init(Filing.ban, reason: "已提出复议，先收件")]
    try office.act(.receiveFiling(taken), by: "钱复核")
    #expect(LineForm.needed(by: try #require(office.saves.last)) == 8)
    #expect(
      warnings(taken, office) == [
        "申请人在不予资助名单内（441881-R00001：非正常申请，情节严重），2019-06-11 以前不予资助，收件理由：已提出复议，先收件。"
      ])
    #expect(try office.file("F1").marks.contains { $0.kind == .input(Filing.ban) && $0.by == "钱复核" })
    #expect(try office.reopened().file("F1")?.filing.override(of: Filing.ban) == "已提出复议，先收件")
    var without = taken
    without.overrides = []
    #expect(
      office.refusal(of: .changeFiling(without), by: "钱复核") != nil, "the reason is not taken away again")
  }

  @Test
  func `A filing that was there before its applicant came on the list is changed without a word on it`()
    throws
  {
    var office = try TestOffice()
    try office.act(.receiveFiling(grant()), by: "李经办")
    try enter(
      OfficeKinds.ban,
      [
        ("from", .text("2019-06-01")), ("years", .count(5)), ("party", .text("英德市碧落陶瓷有限公司")),
        ("reason", .text("提供虚假材料")),
      ], in: &office)
    var changed = try office.file("F1").filing
    changed.inputs[1].value = .text("2019-05-17")
    #expect(office.refusal(of: .changeFiling(changed), by: "李经办") == nil)
    #expect(warnings(changed, office).first?.contains("2024-06-01 以前不予资助") == true)
  }

  @Test
  func `Whoever comes in by a file while getting nothing is refused until somebody says why`() throws {
    var office = try TestOffice()
    try enter(
      OfficeKinds.ban,
      [
        ("from", .text("2019-06-01")), ("years", .count(5)), ("party", .text("英德市新来陶瓷有限公司")),
        ("code", .text("91441802MAFARM019H")), ("reason", .text("提供虚假材料")),
      ], in: &office)
    var new = Applicant(id: "E9", name: "英德市新来陶瓷有限公司", kind: .enterprise, district: "441881")
    var filing = try grant("F9")
    filing.applicant = "E9"
    func refused() -> [String] {
      office.state.plan(applicants: [new], filings: [filing]).refused.map(\.id)
    }
    #expect(refused() == ["F9"])
    #expect(
      try office.sentence(office.refusal(of: .importCases(applicants: [new], filings: [filing]), by: "钱复核"))
        .hasPrefix("申请人在不予资助名单内（441881-R00001：提供虚假材料），2024-06-01 以前不予资助。"))
    // Another code of its own is another unit, whatever it is called.
    new.code = "91441881MA4QYTE1X7"
    #expect(refused() == [])
    new.code = "91441802MAFARM019H"
    #expect(refused() == ["F9"])
    var (received, answered) = (filing, filing)
    answered.overrides = [.init(Filing.ban, reason: "已提出复议")]
    filing = answered
    #expect(refused() == [])
    // What another office decided is not received here.
    (received.stage, received.decided) = (.approved, Money(yuan: 1000))
    filing = received
    #expect(refused() == [])
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
    #expect(try office.reopened().register["441881-R00001"]?.entry["population"] == .count(1_131_000))
    #expect(Count.typed("1131000") == .failure(.tooLarge))
    #expect(Count.typed("１，１３１，０００", upTo: 1_000_000_000) == .success(1_131_000))
  }

  // MARK: - Lists of applications

  /// 申请增量 (article 6) of 2018: so many applications of each year, `inventions` of this year's.
  private func list(
    _ count: Int, inventions: Int, year: UInt64, from serial: UInt64, agency: String? = nil
  ) throws -> [RegisterEntry] {
    try (0..<count).map { place in
      let number = try TestFilings.application(year, place < inventions ? 1 : 2, serial + UInt64(place))
      return RegisterEntry(
        kind: OfficeKinds.application, district: "441881",
        values: [
          .init("applicationNumber", .text(number.description)), .init("filedOn", .text("\(year)-06-15")),
          .init("applicant", .text(agency == nil ? "英德市碧落陶瓷有限公司" : "某厂")),
        ] + (agency.map { [.init("agency", .text($0))] } ?? []))
    }
  }

  @Test
  func `Counts prove themselves by the lists, abnormal ones left out, and bad news finds them`() throws {
    var office = try TestOffice()
    let growth = try TestFilings.filingGrowth("F1", now: 40, before: 9, inventions: 10, inventionsBefore: 2)
    try office.act(.receiveFiling(growth), by: "李经办")
    // 40 - 9 = 31 more, 10 of 40 inventions: the tier of 30 (article 6).
    #expect(try office.file("F1").decision.award == Money(yuan: 20_000))
    #expect(PatentWording.remarks(office.state.background(of: growth)) == ["申请量为填报数，没有申请清单可核对。"])
    try office.act(
      .enterRecords(
        list(40, inventions: 10, year: 2018, from: 100) + list(10, inventions: 2, year: 2017, from: 100)),
      by: "李经办")
    #expect(warnings(growth, office) == ["上年申请量填报 9 件，申请清单为 10 件，请核对。"])
    #expect(
      PatentWording.remarks(office.state.background(of: growth)) == [
        "申请清单：2018 年 40 件（发明 10 件），上年 10 件（发明 2 件）。"
      ])
    // One of this year is found abnormal: it is in nobody's filing, and the list knows whose it is.
    let number = try TestFilings.application(2018, 1, 100)
    let news = News(
      kind: .abnormalApplication, number: number.description, day: try #require(CivilDate("2019-06-09")),
      paper: "通报")
    let seen = office.state.consequences(of: news)
    #expect(seen.rows.map(\.filing) == ["F1"])
    // 39 - 9 = 30 and 9 of 39 inventions: still the tier of 30.
    #expect(seen.rows.first?.after == Money(yuan: 20_000))
    try office.act(.enterNews(news, seen: seen), by: "钱复核")
    let now = try office.file("F1").filing
    #expect(now.input("filingsThisYear") == .count(39) && now.input("inventionsThisYear") == .count(9))
    let counts = try #require(office.state.listedCounts(of: now))
    #expect(
      [counts.filings, counts.inventions, counts.filingsBefore, counts.abnormal.count] == [39, 9, 10, 1])
    #expect(warnings(now, office) == ["上年申请量填报 9 件，申请清单为 10 件，请核对。"])
  }

  @Test
  func `An agency's count takes its branches', and a number stands in the lists once`() throws {
    var office = try TestOffice()
    try office.act(
      .enterApplicant(
        Applicant(id: "G2", name: "北江英德分所", kind: .agencyBranch, district: "441881", parent: "G1")), by: "李经办"
    )
    let own = try list(3, inventions: 1, year: 2018, from: 10, agency: "清远市北江专利代理事务所")
    try office.act(
      .enterRecords(own + list(2, inventions: 0, year: 2018, from: 50, agency: "北江英德分所")), by: "李经办")
    var growth = try TestFilings.filingGrowth("F1", now: 5, before: 0, inventions: 1)
    (growth.item, growth.applicant) = ("agency-growth", "G1")
    let counts = try #require(office.state.listedCounts(of: growth))
    #expect(counts.filings == 5 && counts.inventions == 1 && counts.filingsBefore == 0)
    // In another dress it is the same number.
    var again = own[0]
    again.values[0].value = .text("ZL" + (try TestFilings.application(2018, 1, 10).description))
    #expect(
      office.refusal(of: .enterRecords([again]), by: "李经办") == .register(.repeated(id: "441881-R00001")))
    #expect(
      office.refusal(of: .enterRecords([again, again]), by: "李经办")
        == .register(.repeated(id: "441881-R00001")))
  }

  @Test
  func `A table of 国家知识产权局 is read as a list, by its own headings, below a title`() throws {
    let kind = try #require(OfficeKinds.all.first { $0.id == OfficeKinds.application })
    let numbers = try (1...2).map { try TestFilings.application(2018, 2, UInt64($0)).description }
    let text = """
      英德市2018年专利申请清单,,,,
      序号,申请号,申请日,申请人名称,备注
      1,\(numbers[0]),2018.3.5,英德市碧落陶瓷有限公司,
      2,ZL\(numbers[1]),2018-12-30,英德市碧落陶瓷有限公司,急
      合计,2,,,
      """
    let today = try #require(CivilDate("2019-06-10"))
    let table = try RegisterTable(Array(text.utf8), kind: kind, district: "441881", today: today)
    #expect(table.entries.map { $0["filedOn"] } == [.text("2018-03-05"), .text("2018-12-30")])
    #expect(table.lines == [3, 4] && table.leftOut == ["序号", "备注"])
    func mistake(_ text: String) -> RegisterTable.Mistake? {
      do throws(RegisterTable.Mistake) {
        _ = try RegisterTable(Array(text.utf8), kind: kind, district: "441881", today: today)
        return nil
      } catch { return error }
    }
    #expect(mistake("申请号,申请人\n\(numbers[0]),甲\n") == .columnsMissing(["申请日"]))
    #expect(mistake("申请号,申请日,申请人\n\(numbers[0]),2018-03-05,\n") == .blank(line: 2, label: "申请人"))
    guard case .cell(line: 2, label: "申请日", _)? = mistake("申请号,申请日,申请人\n\(numbers[0]),2018-13-05,甲\n") else {
      Issue.record("no mistake")
      return
    }
  }
}
