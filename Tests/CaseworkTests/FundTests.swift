import CaseModel
import Casework
import SubsidyRules
import Testing

/// The fund of a year (article 19): its budget by county, used by stage, and what is left; spending by the days of the
/// payments. Figures by hand from article 18: 1 000 for each utility model.
struct FundTests {
  private func grant(_ id: String, _ serial: UInt64, received: String = "2019-06-10") throws -> Filing {
    try TestFilings.utilityGrant(id, TestFilings.application(2018, 2, serial), received: received)
  }

  private func budget(_ yuan: Int64, _ year: Int = 2019, in district: String = "441881") -> RegisterEntry {
    RegisterEntry(
      kind: "fund-budget", district: district,
      values: [.init("year", .count(year)), .init("amount", .text(Money(yuan: yuan).description))])
  }

  private func line(_ office: TestOffice, _ district: String = "441881", year: Int = 2019) throws -> FundLine
  {
    try #require(office.state.fund(of: year).first { $0.district == district })
  }

  /// One at each stage, 1 000 each.
  private func office() throws -> TestOffice {
    var office = try TestOffice()
    for (serial, standing) in [Standing.received, .reviewed, .approved, .published, .paid].enumerated() {
      try office.bring(grant("F\(serial)", UInt64(serial + 1)), to: standing)
    }
    return office
  }

  @Test func `Each stage has its column, and what waits is not used yet`() throws {
    var office = try office()
    var line = try line(office)
    #expect(line.budget == nil && line.left == nil && line.leftAfterWaiting == nil)
    #expect(line.waiting.description == "2000.00" && line.approved.description == "1000.00")
    #expect(line.published.description == "1000.00" && line.paid.description == "1000.00")
    #expect(line.returned == .zero && line.used.description == "3000.00")
    #expect(line.filings[.waiting] == ["F0", "F1"] && line.filings[.paid] == ["F4"])
    try office.act(.enterRecords([budget(4_000)]), by: "李经办")
    line = try self.line(office)
    #expect(line.left?.description == "1000.00" && line.leftAfterWaiting?.description == "-1000.00")
    #expect(line.records == ["441881-R00001"])
  }

  @Test func `Money that comes back is in the fund again`() throws {
    var office = try office()
    try office.act(.enterRecords([budget(3_000)]), by: "李经办")
    try office.step(.reclaim, "F4", by: "赵主管") {
      $0.amount = Money(yuan: 400)
      $0.note = "多付"
    }
    let line = try line(office)
    #expect(line.paid.description == "1000.00" && line.returned.description == "400.00")
    #expect(line.used.description == "2600.00" && line.left?.description == "400.00")
    #expect(line.filings[.returned] == ["F4"])
  }

  /// A payment that came back from the bank is owed, not paid; a refused filing is in no column.
  @Test func `Returned is committed again, and rejected is nothing`() throws {
    var office = try office()
    try office.step(.bounce, "F4", by: "赵主管") { $0.grounds = ["account-closed"] }
    try office.step(.reject, "F0", by: "钱复核") { $0.note = "证书系伪造" }
    let line = try line(office)
    #expect(
      line.paid == .zero && line.published.description == "2000.00" && line.waiting.description == "1000.00")
    #expect(line.used.description == "3000.00")
  }

  @Test func `A budget is its county's and its year's, and one without filings stands too`() throws {
    var office = try office()
    try office.act(
      .enterRecords([budget(5_000), budget(7_000, 2020), budget(9_000, in: "441882")]), by: "李经办")
    let lines = office.state.fund(of: 2019)
    #expect(lines.map(\.district) == ["441881", "441882"])
    #expect(lines.map { $0.left?.description } == ["2000.00", "9000.00"])
    let whole = FundLine.whole(lines)
    #expect(whole.budget?.description == "14000.00" && whole.left?.description == "11000.00")
    #expect(whole.waiting.description == "2000.00" && whole.filings[.waiting] == ["F0", "F1"])
    #expect(office.state.fund(of: 2020).map { $0.left?.description } == ["7000.00"])
    #expect(office.state.fund(of: 2018).isEmpty)
    #expect(FundLine.whole([]).budget == nil && FundLine.whole([FundLine(district: "x")]).left == nil)
  }

  // MARK: - Spending

  private func day(_ text: String, _ office: inout TestOffice) throws {
    office.today = try #require(CivilDate(text))
  }

  /// Paid in December, sent back in January, paid again and partly recovered in February: each in its own month and year.
  @Test func `Spending goes by the month in which money moved, over the turn of the year`() throws {
    var office = try TestOffice(today: "2019-12-31")
    try office.bring(grant("F1", 1), to: .paid)
    try office.bring(grant("F2", 2), to: .paid)
    try day("2020-01-06", &office)
    try office.step(.bounce, "F1", by: "赵主管") { $0.grounds = ["account-closed"] }
    try day("2020-02-03", &office)
    try office.step(.pay, "F1", by: "赵主管") { $0.note = "账户已恢复" }
    try office.step(.reclaim, "F2", by: "赵主管") {
      $0.amount = Money(fen: 250_50)
      $0.note = "多付"
    }
    let (old, new) = (office.state.spending(of: 2019), office.state.spending(of: 2020))
    #expect(old.months.map(\.month) == [12] && old.months[0].net.description == "2000.00")
    #expect(old.months[0].filings[.settled] == ["F1", "F2"])
    #expect(new.months.map(\.month) == [1, 2])
    #expect(new.months.map(\.net.description) == ["-1000.00", "749.50"])
    #expect(
      new.months[1][.settled].description == "1000.00" && new.months[1][.recovered].description == "250.50")
    #expect(SpendingLine.whole(new.months).net.description == "-250.50")
    #expect(new.districts["441881"]?.net.description == "-250.50")
    #expect(new.districts["441881"]?.filings == ["F1", "F2"])
    #expect(office.state.spending(of: 2018).months.isEmpty && office.state.spending(of: 2021).months.isEmpty)
  }

  /// The first 300 of 1 000 settle what F1 owes: 700 leave the treasury, and the recovery is no second income.
  @Test func `What is set off leaves no treasury`() throws {
    var office = try TestOffice()
    try office.bring(grant("F1", 1), to: .paid)
    try office.step(.revise, "F1", by: "钱复核") {
      $0.amount = Money(yuan: 700)
      $0.grounds = ["audit"]
    }
    try office.step(.confirm, "F1", by: "孙复核")
    try office.bring(grant("F2", 2), to: .published)
    try office.step(.pay, "F2", by: "赵主管") {
      $0.setOff = "F1"
      $0.note = "企业同意抵扣"
    }
    let june = try #require(office.state.spending(of: 2019).months.first)
    #expect(june[.settled].description == "2000.00" && june[.setOff].description == "300.00")
    #expect(
      june[.recovered] == .zero && june.transferred.description == "1700.00"
        && june.net.description == "1700.00")
  }

  @Test func `What an old office paid has no day here`() throws {
    var office = try TestOffice()
    var old = try grant("F1", 1)
    (old.stage, old.decided, old.reclaimed) = (.reclaimed, Money(yuan: 1_000), Money(yuan: 300))
    try office.act(.importCases(applicants: [], filings: [old]), by: "周主管")
    let spending = office.state.spending(of: 2019)
    #expect(
      spending.undated == ["F1"] && spending.undatedSum.description == "700.00" && spending.months.isEmpty)
    // What comes back of it later has one.
    try office.step(.reclaim, "F1", by: "赵主管") {
      $0.amount = Money(yuan: 100)
      $0.note = "多付"
    }
    let after = office.state.spending(of: 2019)
    #expect(after.undatedSum.description == "700.00" && after.months.map(\.net.description) == ["-100.00"])
  }
}
