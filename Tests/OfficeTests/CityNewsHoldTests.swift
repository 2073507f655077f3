import CaseModel
import Casework
import SubsidyRules
import Testing

@testable import Office

/// Bad news that a handed-up filing counts stops it at the city until its county has put the count right. Figures from
/// 清府办〔2018〕27号, article 2: 20 000 yuan for an increase of 100 applications, at least 20 % of them inventions.
@Suite struct CityNewsHoldTests {
  private static let code = "441881"

  /// An agency's growth: 200 applications after 100, of which 100 and 40 are inventions; one less is an increase of 99.
  private func growth(_ agency: Applicant, now: Int) -> Filing {
    Filing(
      id: "", item: "agency-growth", applicant: agency.id, received: Offices.day("2019-06-03"),
      inputs: [
        .init("year", .count(2018)), .init("filingsThisYear", .count(now)),
        .init("filingsLastYear", .count(100)), .init("inventionsThisYear", .count(100)),
        .init("inventionsLastYear", .count(40)),
      ])
  }

  private func news(_ agency: String) throws -> News {
    // An invention of 2018 among those that the agency handled.
    let number = try #require(ApplicationNumber(digits: 201_810_353_999, count: 12))
    return News(
      kind: .abnormalApplication, number: number.description, day: Offices.day("2019-12-02"),
      paper: "国知发〔2019〕9号", applicants: [agency])
  }

  /// A city with the growth handed up and gathered: its id there, and the agency's.
  private func inTown(
    now: Int = 200, _ work: (Town, _ filing: String, _ agency: String) throws -> Void
  ) throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: [Self.code])
      let county = try town.county(Self.code)
      let agency = Town.agency(Self.code)
      _ = try county.save(.enterApplicant(agency), by: town.head(Self.code))
      let saved = try county.save(.receiveFiling(growth(agency, now: now)), by: town.head(Self.code))
      let id = try #require(saved?.changes.first?.record)
      try town.take([.accept, .review, .handUp], [id], at: county, by: town.head(Self.code))
      try town.gather(town.bundle(Self.code))
      #expect(town.city.state.file(id)?.decision.award == Money(yuan: 20_000))
      try work(town, id, agency.id)
    }
  }

  private func enter(_ news: News, at office: OpenOffice, by who: SignedIn) throws -> NewsConsequences {
    let seen = office.state.consequences(of: news)
    _ = try office.save(.enterNews(news, seen: seen), by: who)
    return seen
  }

  @Test func whatItCountsIsNotCommitted() throws {
    try inTown { town, id, agency in
      let seen = try enter(news(agency), at: town.city, by: town.mayor)
      let row = try #require(seen.rows.first)
      #expect(row.filing == id && row.after == .zero && row.action == .hold)
      #expect(
        refusal { try town.take([.commit], [id], at: town.city, by: town.mayor) } == .step(.badNews("N1")))
      // Sent back, the county puts its count right: 99 more get nothing.
      try town.take([.sendBack], [id], at: town.city, by: town.mayor)
      try town.take(reply: Self.code)
      let county = try town.county(Self.code)
      _ = try enter(news(agency), at: county, by: town.head(Self.code))
      #expect(county.own.file(id)?.filing.input("filingsThisYear") == .count(199))
      #expect(county.own.file(id)?.decision.award == .zero)
    }
  }

  /// What was committed before the news came is neither published nor paid.
  @Test func whatWasCommittedIsNotPublished() throws {
    try inTown { town, id, agency in
      try town.take([.commit], [id], at: town.city, by: town.mayor)
      _ = try enter(news(agency), at: town.city, by: town.mayor)
      #expect(
        refusal { try town.take([.publish], [id], at: town.city, by: town.mayor) } == .step(.badNews("N1")))
    }
  }

  /// News that leaves the award as it is stops nothing: 201 less one is still an increase of 100.
  @Test func whatMovesNothingStopsNothing() throws {
    try inTown(now: 201) { town, id, agency in
      _ = try enter(news(agency), at: town.city, by: town.mayor)
      try town.take([.commit], [id], at: town.city, by: town.mayor)
      #expect(town.city.state.file(id)?.filing.decided == Money(yuan: 20_000))
    }
  }
}
