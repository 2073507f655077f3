import CaseModel
import Casework
import SubsidyRules
import Testing

/// An office's walks from claim to treasury, each ending in a tie-out without a row; figures by hand.
struct BooksWalkTests {
  private func yuan(_ amount: Int64) -> Money { Money(yuan: amount) }
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private func expectTied(_ office: TestOffice) throws {
    #expect(office.state.tieOut().isEmpty)
    #expect(try office.state.differing(from: office.reopened()).isEmpty)
  }

  private func net(_ office: TestOffice, _ year: Int) -> String {
    SpendingLine.whole(office.state.spending(of: year).months).net.description
  }

  /// 110 grants of inventions at 500 under a cap of 50 000 (article 2): a hundred are approved and paid on one list, ten
  /// find nothing left.
  @Test
  func `A batch of 110 over a cap`() throws {
    var office = try TestOffice()
    let ids = (1...110).map { "F" + String(1000 + $0) }
    for (place, id) in ids.enumerated() {
      try office.act(
        .receiveFiling(TestFilings.agencyGrant(id, TestFilings.application(2017, 1, UInt64(place + 1)))),
        by: "李经办")
    }
    func all(_ step: Step, _ ids: [String], by name: String) throws {
      try office.act(.step(office.request(step, ids) { $0.mode = .thoseThatFit }), by: name)
    }
    try all(.accept, ids, by: "李经办")
    try all(.review, ids, by: "钱复核")
    try all(.approve, ids, by: "孙复核")
    let approved = office.state.filings(at: .approved)
    #expect(approved == Array(ids.prefix(100)))
    for id in ids.suffix(10) {
      try office.step(.reject, id, by: "钱复核")
      guard case .stepped(let taken)? = try office.file(id).history.last?.deed else { continue }
      #expect(taken.grounds == ["cap:agency-year"])
    }
    try all(.publish, approved, by: "孙复核")
    try all(.batch, approved, by: "赵主管")
    let batch = try #require(office.state.books.batches.first)
    #expect(office.state.rows(of: batch).count == 100)
    let listed = office.state.rows(of: batch).reduce(into: MoneyTotal.zero) { $0 += $1.payment.transferred }
    #expect(listed.description == "50000.00")
    try all(.pay, approved, by: "赵主管")
    #expect(net(office, 2019) == "50000.00" && office.state.openFilings(of: batch).isEmpty)
    #expect(try #require(office.state.caps(of: 2019).first).used.description == "50000.00")
    try expectTied(office)
  }

  /// Ten working days from Monday 10 June 2019 end on the 24th: on the 25th the claim lapses, and the one behind it has
  /// the room.
  @Test
  func `A correction that nobody answers lapses`() throws {
    var office = try TestOffice()
    try office.act(
      .receiveFiling(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1))), by: "李经办")
    try office.step(.correct, "F1", by: "李经办") { $0.note = "缺章" }
    try office.step(.serve, "F1", by: "李经办") { $0.way = .direct }
    office.today = try day("2019-06-24")
    #expect(office.refusal(of: .lapse, "F1", by: "李经办") == .step(.dueNotOver(try day("2019-06-24"))))
    office.today = try day("2019-06-25")
    try office.step(.lapse, "F1", by: "李经办")
    #expect(try office.file("F1").standing == .lapsed && net(office, 2019) == "0.00")
    try expectTied(office)
  }

  /// 1 000 paid, 600 of it too much: 250 come back in cash, 350 are kept back from the next 1 000, which the bank sends
  /// back once. The treasury gave 1 000 - 250 + 650; the office has awarded 400 + 1 000.
  @Test
  func `Part of a recovery in cash, the rest set off on a list, and a payment that came back`() throws {
    var office = try TestOffice()
    for serial in 1...2 {
      try office.bring(
        TestFilings.utilityGrant("F\(serial)", TestFilings.application(2018, 2, UInt64(serial))),
        to: .published)
    }
    try office.step(.batch, "F1", by: "赵主管")
    try office.step(.pay, "F1", by: "赵主管")
    try office.step(.revise, "F1", by: "钱复核") {
      $0.amount = Money(yuan: 400)
      $0.grounds = ["audit"]
    }
    try office.step(.confirm, "F1", by: "孙复核") { $0.due = .day(CivilDate("2019-07-10") ?? .first) }
    office.today = try day("2019-06-20")
    try office.step(.reclaim, "F1", by: "赵主管") {
      $0.amount = Money(yuan: 250)
      $0.grounds = ["audit"]
    }
    try office.step(.batch, "F2", by: "赵主管") {
      $0.setsOffWhatIsOwed = true
      $0.note = "局务会同意抵扣"
    }
    try office.step(.pay, "F2", by: "赵主管")
    try office.step(.bounce, "F2", by: "赵主管") { $0.grounds = ["account-closed"] }
    // 650 came back from the bank; the 350 stay set off.
    #expect(
      try office.file("F2").balance.owed == yuan(650) && office.file("F1").balance.openRecovery == .zero)
    var applicant = try #require(office.state.applicant("E1"))
    applicant.account = "1236003321"
    try office.act(.changeApplicant(applicant), by: "吴经办")
    try office.step(.batch, "F2", by: "周主管")
    try office.step(.pay, "F2", by: "周主管")
    let second = try #require(office.state.books.batches.last)
    #expect(office.state.rows(of: second).map(\.payment.transferred) == [yuan(650)])
    #expect(net(office, 2019) == "1400.00")
    #expect(FundLine.whole(office.state.fund(of: 2019)).used.description == "1400.00")
    let demand = try #require(try office.file("F1").recoveries.demands.first)
    #expect(
      [demand.amount, demand.returned, demand.setOff, demand.outstanding] == [
        yuan(600), yuan(250), yuan(350), .zero,
      ])
    try expectTied(office)
  }

  /// Three of 1 000 each (article 18): all of the first comes back in cash, all of the second is kept back from the third,
  /// of which the bank moves nothing. The treasury gave 1 000 + 1 000 - 1 000 + 0; the office has awarded 1 000.
  @Test
  func `A whole recovery in cash, and one that a whole payment settles`() throws {
    var office = try TestOffice()
    for serial in 1...3 {
      let filing = try TestFilings.utilityGrant(
        "F\(serial)", TestFilings.application(2018, 2, UInt64(serial)))
      try office.bring(filing, to: serial == 3 ? .published : .paid)
    }
    for id in ["F1", "F2"] {
      try office.step(.revise, id, by: "钱复核") {
        $0.amount = .zero
        $0.grounds = ["patent-invalid"]
      }
      try office.step(.confirm, id, by: "孙复核")
    }
    office.today = try day("2019-07-01")
    try office.step(.reclaim, "F1", by: "赵主管") {
      $0.amount = Money(yuan: 1_000)
      $0.grounds = ["patent-invalid"]
    }
    #expect(net(office, 2019) == "1000.00")
    try office.step(.batch, "F3", by: "赵主管") {
      $0.setsOffWhatIsOwed = true
      $0.note = "局务会同意抵扣"
    }
    let batch = try #require(office.state.books.batches.last)
    #expect(office.state.rows(of: batch).map(\.payment.transferred) == [.zero])
    try office.step(.pay, "F3", by: "赵主管")
    #expect(net(office, 2019) == "1000.00")
    for (id, returned, setOff) in [("F1", yuan(1_000), Money.zero), ("F2", .zero, yuan(1_000))] {
      let file = try office.file(id)
      let demand = try #require(file.recoveries.demands.first)
      #expect([demand.returned, demand.setOff, demand.outstanding] == [returned, setOff, .zero], "\(id)")
      #expect(file.balance.kept == .zero && file.decision.award == .zero, "\(id)")
    }
    #expect(try office.file("F3").balance.kept == yuan(1_000))
    #expect(FundLine.whole(office.state.fund(of: 2019)).used.description == "1000.00")
    try expectTied(office)
  }

  /// 30 % of 30 000 and of 20 000 (article 12, 10 000 a year for each enterprise): 9 000 are paid and 6 000 stand until a
  /// supervisor finds that both are one enterprise; then 1 000 is left for the second, and 0 for a third.
  @Test
  func `Two records that are found to be one enterprise`() throws {
    var office = try TestOffice()
    try office.act(
      .enterApplicant(
        Applicant(
          id: "E2", name: "英德市旧名瓷厂", kind: .enterprise, district: "441881", bank: "英德农商行",
          account: "1238001321")), by: "李经办")
    func insurance(_ id: String, _ applicant: String, _ premium: String) -> Filing {
      Filing(
        id: id, item: "insurance", applicant: applicant, received: office.today,
        inputs: [
          .init("policyNumber", .text("P" + id)), .init("invoiceNumber", .text("7" + id)),
          .init("premiumPaid", .text(premium)), .init("paidOn", .text("2019-05-20")),
        ])
    }
    try office.bring(insurance("F1", "E1", "30000.00"), to: .paid)
    try office.bring(insurance("F2", "E2", "20000.00"), to: .reviewed)
    #expect(try office.file("F2").decision.award == yuan(6_000))
    let word = PersonWord(.link, ["E1", "E2"], note: "核对营业执照")
    let seen = office.state.consequences(of: word)
    #expect(seen.rows.map { "\($0.filing) \($0.before) \($0.after)" } == ["F2 6000.00 1000.00"])
    try office.act(.tellPersons(word, seen: seen), by: "周主管")
    try office.step(.approve, "F2", by: "孙复核")
    try office.step(.publish, "F2", by: "孙复核")
    try office.act(.receiveFiling(insurance("F3", "E1", "1000.00")), by: "李经办")
    #expect(try office.file("F3").decision.outcome == .exhausted)
    try office.step(.batch, "F2", by: "赵主管")
    try office.step(.pay, "F2", by: "赵主管")
    #expect(net(office, 2019) == "10000.00")
    #expect(office.state.caps(of: 2019).map { "\($0.group.holder) \($0.used)" } == ["E1 10000.00"])
    try expectTied(office)
    // Taken back, each has a cap of its own again; what is paid stays.
    let back = PersonWord(.withdraw, ["E1", "E2"], note: "误认")
    try office.act(.tellPersons(back, seen: office.state.consequences(of: back)), by: "周主管")
    #expect(
      office.state.caps(of: 2019).map { "\($0.group.holder) \($0.used)" } == ["E1 9300.00", "E2 1000.00"])
    try expectTied(office)
  }

  /// 90 applications after 40, 20 of them inventions: 50 000 (article 6). One falls out: 49 more, 20 000. It waited on a
  /// list, which it leaves with its approval.
  @Test
  func `Bad news takes a growth award off its list`() throws {
    var office = try TestOffice()
    try office.act(
      .chooseReading(reading: "share-base", option: "current-year", note: "照原文"), by: "周主管")
    try office.bring(
      TestFilings.filingGrowth("G18", year: 2018, now: 90, before: 40, inventions: 20, inventionsBefore: 0),
      to: .published)
    try office.step(.batch, "G18", by: "赵主管")
    let number = try TestFilings.application(2018, 1, 77)
    let news = News(
      kind: .abnormalApplication, number: number.description, day: office.today, paper: "国知发保字〔2019〕12号",
      note: "通报", applicants: ["E1"])
    try office.act(.enterNews(news, seen: office.state.consequences(of: news)), by: "钱复核")
    let batch = try #require(office.state.books.batches.first)
    #expect(office.state.rows(of: batch).map(\.fate) == [.takenOut])
    #expect(office.state.rows(of: batch).map(\.payment.amount) == [yuan(50_000)])
    #expect(try office.file("G18").standing == .reviewed && office.file("G18").decision.award == yuan(20_000))
    #expect(net(office, 2019) == "0.00")
    try expectTied(office)
  }

  /// 49 500 of the head office's cap are used: the branch's 500 fit, and once it has left it has a cap of its own.
  @Test
  func `A branch that leaves draws on its own cap`() throws {
    var office = try TestOffice()
    let branch = Applicant(
      id: "G2", name: "清远市北江专利代理事务所英德分所", kind: .agencyBranch, district: "441881", parent: "G1",
      bank: "英德农商行",
      account: "1238001321")
    try office.act(.enterApplicant(branch), by: "李经办")
    var old = try TestFilings.agencyGrant("F0", TestFilings.application(2017, 1, 900), received: "2019-03-01")
    (old.stage, old.decided) = (.paid, yuan(49_500))
    try office.act(.importCases(applicants: [], filings: [old]), by: "周主管")
    func grant(_ id: String, _ serial: UInt64) throws -> Filing {
      var filing = try TestFilings.agencyGrant(
        id, TestFilings.application(2017, 1, serial), received: office.today.description)
      filing.applicant = "G2"
      return filing
    }
    try office.bring(grant("F1", 1), to: .published)
    try office.act(.receiveFiling(grant("F2", 2)), by: "李经办")
    #expect(try office.file("F2").decision.award == .zero)
    office.today = try day("2019-06-12")
    var left = branch
    (left.parent, left.kind) = (nil, .agency)
    try office.act(.changeApplicant(left, since: .day(office.today)), by: "李经办")
    try office.bring(grant("F3", 3), to: .published)
    try office.step(.batch, "F1", "F3", by: "赵主管")
    try office.step(.pay, "F1", "F3", by: "赵主管")
    #expect(
      office.state.caps(of: 2019).map { "\($0.group.holder) \($0.used)" } == ["G1 50000.00", "G2 500.00"])
    #expect(net(office, 2019) == "1000.00")
    try expectTied(office)
  }

  /// Paid in January for an event of the year before: the fund of 2019, the treasury of 2020; then the year is sealed.
  @Test
  func `A year ends with what was paid in the next`() throws {
    var office = try TestOffice(today: "2019-12-30")
    try office.bring(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1)), to: .published)
    office.today = try day("2020-01-06")
    try office.step(.batch, "F1", by: "赵主管")
    try office.step(.pay, "F1", by: "赵主管")
    #expect(office.state.books.batches.map(\.id) == ["441881-P2020-001"])
    #expect(net(office, 2019) == "0.00" && net(office, 2020) == "1000.00")
    #expect(FundLine.whole(office.state.fund(of: 2019)).used.description == "1000.00")
    #expect(office.state.fund(of: 2020).isEmpty)
    try office.act(.sealYear(2019, note: "年结", seen: office.state.yearSums(of: 2019)), by: "周主管")
    #expect(
      office.refusal(of: .bounce, "F1", by: "赵主管") { $0.grounds = ["account-closed"] } == .seal(.sealed(2019))
    )
    try expectTied(office)
  }
}
