import CaseModel
import Casework
import Journal
import SubsidyRules
import Testing

@testable import Office

/// What a city sends back to a county, and what the county then knows; figures from 清府办〔2018〕27号, article 2: 500 yuan
/// for each invention granted, 50 000 yuan a year for an agency with its branches.
@Suite struct CityReplyTests {
  private func inTown(_ codes: [String], _ work: (Town) throws -> Void) throws {
    try Offices.withScratch { try work(Town($0, counties: codes)) }
  }

  /// What the city sends back reaches the county, and the next round takes only what is new.
  @Test func aReplyBringsVerdictsAndTheNextBundleIsShort() throws {
    try inTown(["441881"]) { town in
      let ids = try town.review("441881", 0..<3, of: Town.agency("441881"))
      let county = try town.county("441881")
      try town.take([.handUp], ids, at: county, by: town.head("441881"))
      let first = try town.bundle("441881")
      try town.gather(first)
      try town.take([.commit], Array(ids[..<2]), at: town.city, by: town.mayor)
      try town.take([.sendBack], [ids[2]], at: town.city, by: town.mayor)
      try town.take(reply: "441881")
      #expect(ids.map { county.own.file($0)?.standing } == [.approved, .approved, .sentBack])
      #expect(county.own.file(ids[0])?.filing.decided == Money(yuan: 500))
      // The decision that it was committed on came with it.
      #expect(try county.approved(ids[0])?.isRemade == false)
      // At the city the list before it stands in several journals: none is made of one of them and held against it.
      #expect(try town.city.stateAtApproval(of: ids[0]) == nil)
      // What the city decided, the county does not pay; what came back it works on.
      #expect(throws: OfficeError.self) {
        try town.take([.publish], [ids[0]], at: county, by: town.head("441881"))
      }
      try town.take([.review, .handUp], [ids[2]], at: county, by: town.head("441881"))
      let plan = try town.gather(town.bundle("441881"))
      #expect(plan.rows.map(\.outcome) == [.new(records: 4)])
      #expect(town.city.state.file(ids[2])?.standing == .handedUp)
      #expect(town.city.state.file(ids[0])?.standing == .approved)
      try town.take([.commit], [ids[2]], at: town.city, by: town.mayor)
      #expect(town.city.state.totalsByYear[2019]?.award == MoneyTotal(Money(yuan: 1500)))
    }
  }

  /// With the reply the county knows what the others use of a cap that they share, and who has a patent already.
  @Test func theReplyTellsWhatOthersUse() throws {
    try inTown(["441881", "441882"]) { town in
      let others = try town.review("441882", 0..<40, of: Town.agency("441882"), on: "2019-06-02")
      try town.take([.handUp], others, at: town.county("441882"), by: town.head("441882"))
      try town.gather(town.bundle("441882"))
      try town.take([.commit], Array(others[..<30]), at: town.city, by: town.mayor)
      let county = try town.county("441881")
      let agency = Town.agency("441881")
      _ = try town.review("441881", 100..<110, of: agency, on: "2019-06-01")
      #expect(county.state.cityNotes(on: Offices.grant(200, of: agency.id), of: agency).isEmpty)
      try town.take(reply: "441881")
      // 50 000 a year (art. 2): 30 committed and 10 handed up elsewhere, ten of its own, 500 each.
      let use = SharedUse.Use(
        group: Claim.Group(cap: "agency-year", holder: "code:91441802MAFARM019H", year: 2019),
        decided: MoneyTotal(Money(yuan: 15_000)), waiting: MoneyTotal(Money(yuan: 5_000)))
      let today = Offices.day("2019-12-20")
      #expect(
        county.state.cityNotes(on: Offices.grant(200, of: agency.id), of: agency) == [
          .room(
            cap: "agency-year", left: Money(yuan: 25_000), limit: Money(yuan: 50_000), others: use,
            asOf: today)
        ])
      let claimed = county.state.cityNotes(on: Offices.grant(3, of: agency.id), of: agency)
      guard case .claimed(let taken, today)? = claimed.first else {
        Issue.record("a patent that another office has is not named")
        return
      }
      #expect(taken.office == "县局441882")
      #expect(taken.received == Offices.day("2019-06-02"))
      #expect(taken.isDecided)
      // Its own decision stays what it is, and the advice is there when the office opens again.
      let draft = Offices.grant(3, of: agency.id)
      #expect(county.state.preview(draft, of: agency).decision.award == Money(yuan: 500))
      let again = try Offices.open(town.folder + "/441881", clock: Town.clock)
      #expect(again.state.cityNotes(on: draft, of: agency) == claimed)
      // What the county knows of the others is in no sealed file in clear.
      let file = try county.journal.folder.read("city/000001.zb")
      #expect(file.firstRange(of: Array("91441802MAFARM019H".utf8)) == nil)
    }
  }

  /// The city's readings come with the reply, and hold from then on.
  @Test func theReplyBringsTheCitysReadings() throws {
    try inTown(["441881"]) { town in
      let reading = try #require(town.city.own.policy.readings.first { $0.options.count > 1 })
      let option = reading.options[reading.choice == 0 ? 1 : 0].id
      _ = try town.city.save(
        .chooseReading(reading: reading.id, option: option, note: "局务会"), by: town.mayor)
      let county = try town.county("441881")
      #expect(county.state.readingChoices[reading.id] == nil)
      #expect(throws: OfficeError.self) {
        try county.save(
          .chooseReading(reading: reading.id, option: option, note: "自己"), by: town.head("441881"))
      }
      try town.take(reply: "441881")
      #expect(county.state.readingChoices[reading.id] == option)
    }
  }
}
