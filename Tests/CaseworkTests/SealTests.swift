import CaseModel
import Casework
import SubsidyRules
import Testing

/// A year that is sealed, what is kept out of it, and what changes once it is opened again; figures by hand.
struct SealTests {
  /// 第18条 F1 1 000 paid and F3 refused at the counter, 第2条 F2 200 approved, all granted on 10 May 2019.
  private func office(rejecting: Bool = true) throws -> TestOffice {
    var office = try TestOffice(today: "2020-02-03")
    try office.bring(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1)), to: .paid)
    try office.bring(TestFilings.agencyGrant("F2", TestFilings.application(2018, 2, 2)), to: .approved)
    try office.bring(TestFilings.utilityGrant("F3", TestFilings.application(2018, 2, 3)), to: .accepted)
    if rejecting { try office.step(.reject, "F3", by: "钱复核") { $0.note = "证书系伪造" } }
    return office
  }

  private func sealed() throws -> TestOffice {
    var office = try office()
    try seal(&office)
    return office
  }

  private func seal(_ office: inout TestOffice) throws {
    try office.act(.sealYear(2019, note: "", seen: office.state.yearSums(of: 2019)), by: "赵主管")
  }

  private func refusal(
    _ office: TestOffice, _ year: Int = 2019, by name: String = "赵主管", seen: YearSums? = nil
  ) -> Refusal? {
    office.refusal(
      of: .sealYear(year, note: "", seen: seen ?? office.state.yearSums(of: year)), by: name)
  }

  private static let line = YearSums.Line(
    item: "utility-grant", filings: 2, requested: MoneyTotal(Money(yuan: 1_000)), committed: .zero,
    paid: MoneyTotal(Money(yuan: 1_000)), returned: .zero)

  @Test
  func `A supervisor seals a year that is over and in which everything is decided`() throws {
    let open = try office(rejecting: false)
    #expect(refusal(open) == .seal(.undecided(2019, filings: ["F3"])))
    var office = try office()
    #expect(refusal(office, by: "钱复核") == .roleTooLow(needed: .supervisor))
    #expect(refusal(office, 2020) == .seal(.notOver(2020)))
    #expect(refusal(office, 2017) == .seal(.nothingThere(2017)))
    #expect(refusal(office, seen: YearSums(lines: [Self.line])) == .seal(.moved(2019)))
    try seal(&office)
    let sums = try #require(office.state.seal(of: 2019)).sums
    let grants = YearSums.Line(
      item: "agency-grant", filings: 1, requested: MoneyTotal(Money(yuan: 200)),
      committed: MoneyTotal(Money(yuan: 200)), paid: .zero, returned: .zero)
    #expect(sums == YearSums(lines: [grants, Self.line]))
    #expect(sums.award.description == "1200.00")
    #expect(refusal(office) == .seal(.alreadySealed(2019)))
    #expect(try office.reopened().books.seals == office.state.books.seals)
    #expect(office.state.books.seals[0].by == "赵主管")
    #expect(office.state.books.seals[0].sequence == office.saves.count)
  }

  @Test
  func `Nothing in a sealed year is changed, whatever the command`() throws {
    let office = try sealed()
    let refusal = Refusal.seal(.sealed(2019))
    #expect(office.refusal(of: .publish, "F2", by: "周主管") == refusal)
    #expect(office.refusal(of: .bounce, "F1", by: "赵主管") { $0.note = "账户冻结" } == refusal)
    #expect(office.refusal(of: .undo, "F3", by: "钱复核") { $0.note = "误拒" } == refusal)
    let late = try TestFilings.utilityGrant("F4", TestFilings.application(2018, 2, 4), received: "2020-01-20")
    #expect(office.refusal(of: .receiveFiling(late), by: "李经办") == refusal)
    var old = late
    (old.stage, old.decided) = (.paid, Money(yuan: 1_000))
    #expect(office.refusal(of: .importCases(applicants: [], filings: [old]), by: "赵主管") == refusal)
    let news = News(
      kind: .patentInvalid, number: try TestFilings.application(2018, 2, 1).description,
      day: try #require(CivilDate("2020-01-15")), paper: "无效宣告决定")
    #expect(
      office.refusal(of: .enterNews(news, seen: office.state.consequences(of: news)), by: "赵主管") == refusal)
    #expect(office.refusal(of: .enterRecords([budget(2019)]), by: "赵主管") == refusal)
  }

  @Test
  func `What belongs to another year goes on`() throws {
    var office = try sealed()
    var next = try TestFilings.utilityGrant("F4", TestFilings.application(2018, 2, 4), received: "2020-02-03")
    next.inputs[1].value = .text("2020-01-07")
    try office.act(.receiveFiling(next), by: "李经办")
    try office.step(.accept, "F4", by: "李经办")
    try office.act(.enterRecords([budget(2020)]), by: "赵主管")
    try office.act(
      .chooseReading(reading: "share-base", option: "increment", note: "局务会议定"), by: "赵主管")
    #expect(office.state.yearSums(of: 2019) == office.state.seal(of: 2019)?.sums)
  }

  @Test
  func `Among marked rows the sealed one is named`() throws {
    var office = try sealed()
    var other = try TestFilings.utilityGrant(
      "F4", TestFilings.application(2018, 2, 4), received: "2020-02-03")
    other.inputs[1].value = .text("2020-01-07")
    try office.bring(other, to: .approved)
    #expect(
      office.refusal(of: .publish, "F2", "F4", by: "周主管")
        == .rows([RefusedRow(filing: "F2", refusal: .seal(.sealed(2019)))]))
  }

  @Test
  func `Opened with a reason, what changes is on the correction sheet, and it is sealed again`() throws {
    var office = try sealed()
    #expect(office.state.correction(of: 2019) == nil)
    #expect(office.refusal(of: .unsealYear(2018, note: "错"), by: "赵主管") == .seal(.notSealed(2018)))
    #expect(office.refusal(of: .unsealYear(2019, note: " "), by: "赵主管") == .noteMissing)
    #expect(office.refusal(of: .unsealYear(2019, note: "错"), by: "孙复核") == .roleTooLow(needed: .supervisor))
    try office.act(.unsealYear(2019, note: "审计决定"), by: "周主管")

    // 300 of F1 come back; F4 comes late and is approved at 1 000.
    try office.step(.revise, "F1", by: "钱复核") {
      $0.amount = Money(yuan: 700)
      $0.grounds = ["audit"]
    }
    try office.step(.confirm, "F1", by: "孙复核")
    try office.step(.reclaim, "F1", by: "赵主管") {
      $0.amount = Money(yuan: 300)
      $0.grounds = ["audit"]
    }
    let late = try TestFilings.utilityGrant("F4", TestFilings.application(2018, 2, 4), received: "2020-01-20")
    try office.bring(late, to: .approved)
    let correction = try #require(office.state.correction(of: 2019))
    #expect(correction.lines.map(\.filing) == ["F1", "F4"])
    #expect(correction.lines.map { $0.before?.description } == ["1000.00", nil])
    #expect(correction.lines.map(\.after.description) == ["700.00", "1000.00"])
    #expect(correction.lines.map(\.deeds.count) == [3, 4])
    #expect(correction.seal.opening?.note == "审计决定")
    #expect(correction.seal.opening?.by == "周主管")
    // 1 200 - 300 + 1 000.
    #expect(correction.after.award.description == "1900.00")
    #expect(correction.seal.sums.award + correction.difference == correction.after.award)

    try seal(&office)
    #expect(office.state.seals(of: 2019).count == 2)
    #expect(office.refusal(of: .publish, "F2", by: "周主管") == .seal(.sealed(2019)))
    // What comes after the second sealing is no part of the first correction.
    try office.act(.unsealYear(2019, note: "拨付"), by: "赵主管")
    try office.step(.publish, "F2", by: "周主管")
    let second = try #require(office.state.correction(of: 2019))
    #expect(second.lines.map(\.filing) == ["F2"])
    #expect(second.difference == .zero)
    #expect(try office.reopened().books.seals == office.state.books.seals)
  }

  @Test
  func `The first correction stays as it was when the year is sealed again`() throws {
    var office = try sealed()
    try office.act(.unsealYear(2019, note: "审计决定"), by: "赵主管")
    try office.step(.publish, "F2", by: "周主管")
    try office.step(.withdraw, "F2", by: "周主管") { $0.paper = "撤回申请书" }
    let before = try #require(office.state.correction(of: 2019))
    #expect(before.lines.map { [$0.before?.description, $0.after.description] } == [["200.00", "0.00"]])
    #expect(before.after.award.description == "1000.00")
    try seal(&office)
    let after = try #require(office.state.correction(of: 2019))
    #expect(after.lines == before.lines)
    #expect(after.next?.sums.award.description == "1000.00")
  }

  private func budget(_ year: Int) -> RegisterEntry {
    RegisterEntry(
      kind: "fund-budget", district: "441881",
      values: [.init("year", .count(year)), .init("amount", .text("50000"))])
  }
}
