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

  /// An agency that one county has on its list of bans: code and another name, five years from 2019-06-01.
  private func ban(at code: String, in town: Town) throws {
    let entry = RegisterEntry(
      kind: OfficeKinds.ban, district: code,
      values: [
        .init("from", .text("2019-06-01")), .init("years", .count(5)), .init("party", .text("北江事务所")),
        .init("code", .text("91441802MAFARM019H")), .init("reason", .text("提供虚假材料")),
      ])
    _ = try town.county(code).save(.enterRecords([entry]), by: town.head(code))
  }

  private func refusal(_ filing: Filing, at office: OpenOffice, by who: SignedIn) -> Refusal? {
    do throws(OfficeError) {
      _ = try office.save(.receiveFiling(filing), by: who)
      return nil
    } catch {
      if case .refused(let refusal) = error { return refusal }
      return nil
    }
  }

  /// Whoever one county keeps from getting anything is asked about at the city, and at every county that took a reply.
  @Test func aBanOfOneCountyIsAskedAboutByAll() throws {
    try inTown(["441881", "441882"]) { town in
      try ban(at: "441882", in: town)
      try town.gather(town.bundle("441882"))
      func banned(by record: String) -> Refusal {
        .banned(
          .banned(until: Offices.day("2024-06-01"), reason: "提供虚假材料", record: record, taken: nil))
      }
      let atCity = Town.agency("441800")
      _ = try town.city.save(.enterApplicant(atCity), by: town.mayor)
      var filing = Offices.grant(1, of: atCity.id)
      #expect(refusal(filing, at: town.city, by: town.mayor) == banned(by: "441882-R00001"))
      filing.overrides = [.init(Filing.ban, reason: "已提出复议")]
      #expect(refusal(filing, at: town.city, by: town.mayor) == nil)
      // The other county knows of it once it took a reply, by the office's name; the list itself went sealed.
      let county = try town.county("441881")
      let agency = Town.agency("441881")
      _ = try county.save(.enterApplicant(agency), by: town.head("441881"))
      #expect(refusal(Offices.grant(2, of: agency.id), at: county, by: town.head("441881")) == nil)
      try town.take(reply: "441881")
      let second = Offices.grant(3, of: agency.id)
      #expect(refusal(second, at: county, by: town.head("441881")) == banned(by: "县局441882"))
      #expect(county.state.patentDoubts(of: second).count == 1)
      let file = try county.journal.folder.read("city/000001.zb")
      #expect(file.firstRange(of: Array("91441802MAFARM019H".utf8)) == nil)
      // The county whose list it is is told by its own record alone.
      try town.take(reply: "441882")
      let own = try town.county("441882")
      _ = try own.save(.enterApplicant(Town.agency("441882")), by: town.head("441882"))
      #expect(own.state.patentDoubts(of: Offices.grant(4, of: "441882-A00001")).count == 1)
    }
  }

  /// Both offices gave a number before the city gave one of them a letter: neither record is lost.
  @Test func recordsOfOneNumberAreBothKept() throws {
    try inTown(["441881", "441882"]) { town in
      for code in ["441881", "441882"] {
        let entry = RegisterEntry(
          id: "441881-R00001", kind: OfficeKinds.ban, district: code,
          values: [
            .init("from", .text("2019-06-01")), .init("years", .count(5)), .init("party", .text("某所\(code)")),
            .init("reason", .text("提供虚假材料")),
          ])
        _ = try town.county(code).save(.enterRecords([entry]), by: town.head(code))
      }
      try town.gather(town.bundle("441881"), town.bundle("441882"))
      #expect(
        town.city.state.register.records.map { $0.entry["party"] } == [.text("某所441881"), .text("某所441882")])
      #expect(Set(town.city.state.register.records.map(\.id)).count == 2)
    }
  }
}
