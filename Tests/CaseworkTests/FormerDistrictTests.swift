import CaseModel
import Casework
import SubsidyRules
import Testing

/// A county under two codes is one county in every sum: 清新区 is 441803 and was 441827.
struct FormerDistrictTests {
  /// Two persons' utility models of 2019, 1 000 yuan each (article 18), both paid before the office began; the second
  /// applicant stands under the former code.
  private func office() throws -> TestOffice {
    var office = try TestOffice()
    let people = [("P1", "龙颂", "441803"), ("P2", "虞岚", "441827")].map { id, name, district in
      Applicant(id: id, name: name, kind: .individual, district: district)
    }
    let paid = try people.enumerated().map { place, person in
      var filing = try TestFilings.utilityGrant(
        "OLD-\(place + 1)", TestFilings.application(2018, 2, UInt64(place + 1)), received: "2019-05-20")
      (filing.applicant, filing.stage, filing.decided) = (person.id, .paid, Money(yuan: 1_000))
      return filing
    }
    try office.act(.importCases(applicants: people, filings: paid), by: "周主管")
    return office
  }

  private let both: Set = ["OLD-1", "OLD-2"]

  @Test func everyBreakdownSaysTheSame() throws {
    let state = try office().state
    let awards = try #require(state.awards(of: 2019, by: .district).first { $0.key == "441803" })
    #expect(awards.sheet.award.description == "2000.00")
    let totals = state.breakdown(by: .district, of: FilingFilter(year: 2019))
    #expect(totals.map(\.key) == ["441803"])
    #expect(totals.map(\.count) == [2] && totals.map(\.award.description) == ["2000.00"])
    let fund = try #require(state.fund(of: 2019).first { $0.district == "441803" })
    #expect(fund.paid.description == "2000.00" && Set(fund.filings[.paid] ?? []) == both)
  }

  /// Behind either code stand the filings of both.
  @Test(arguments: ["441803", "441827"]) func bothAreFound(_ code: String) throws {
    let state = try office().state
    let found = state.filings(FilingFilter(year: 2019, district: code)).map { state.files.id(of: $0) }
    #expect(Set(found) == both && found.count == 2)
    #expect(Set(state.filings(at: .paid, district: code)) == both)
    #expect(state.breakdown(by: .item, of: FilingFilter(district: code)).map(\.count) == [2])
    #expect(state.filings(FilingFilter(year: 2019, district: "441802")).isEmpty)
  }

  /// A county's budget is drawn on under either code: 2 500 less the 2 000 that were paid leave 500 for the next 1 000.
  @Test func aBudgetIsDrawnOnUnderEitherCode() throws {
    var office = try office()
    let budget = RegisterEntry(
      id: "", kind: "fund-budget", district: "441803",
      values: [.init("year", .count(2019)), .init("amount", .text("2500.00"))])
    try office.act(.enterRecords([budget]), by: "赵主管")
    var grant = try TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 9))
    grant.applicant = "P1"
    try office.bring(grant, to: .reviewed)
    let request = office.request(.approve, ["F1"])
    let verdict = try office.state.verdict(on: request, by: "孙复核", at: office.moment()).get()
    let over = try #require(office.state.overdrafts(approving: verdict).first)
    #expect([over.used, over.more, over.over].map(\.description) == ["2000.00", "1000.00", "500.00"])
  }

  /// What districts report of themselves is counted once for a county, whatever code they gave.
  @Test func recordsOfBothCodesAreOneCountys() throws {
    var office = try office()
    for (district, amount) in [("441803", "1000.00"), ("441827", "500.00")] {
      let budget = RegisterEntry(
        id: "", kind: "fund-budget", district: district,
        values: [.init("year", .count(2019)), .init("amount", .text(amount))])
      guard office.refusal(of: .enterRecords([budget]), by: "赵主管") == nil else { continue }
      try office.act(.enterRecords([budget]), by: "赵主管")
    }
    let counts = office.state.registerCounts(of: 2019)
    #expect(counts.map(\.district) == ["441803"])
    let found = office.state.records(RegisterFilter(district: "441827"))
    #expect(found.count == counts.map(\.count).reduce(0, +))
  }
}
