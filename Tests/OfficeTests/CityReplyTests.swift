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
      #expect(town.city.state.sums.byYear[2019]?.award == MoneyTotal(Money(yuan: 1500)))
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
      #expect(county.state.rules.choices[reading.id] == nil)
      #expect(throws: OfficeError.self) {
        try county.save(
          .chooseReading(reading: reading.id, option: option, note: "自己"), by: town.head("441881"))
      }
      try town.take(reply: "441881")
      #expect(county.state.rules.choices[reading.id] == option)
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
        town.city.state.books.register.records.map { $0.entry["party"] } == [
          .text("某所441881"), .text("某所441882"),
        ])
      #expect(Set(town.city.state.books.register.records.map(\.id)).count == 2)
    }
  }

  /// A policy that the city takes back goes at the county, too.
  @Test func theReplyTakesBackWhatTheCityTookBack() throws {
    try inTown(["441881"]) { town in
      let county = try town.county("441881")
      let first = town.city.own.rules.inForce
      _ = try town.city.adopt(Offices.successor(), note: "新办法施行", by: town.mayor)
      try town.take(reply: "441881")
      #expect(county.own.rules.inForce == town.city.own.rules.inForce && county.own.rules.inForce != first)
      let id = try #require(town.city.own.rules.inForce.entries.last?.id)
      _ = try town.city.save(.withdrawPolicy(id: id, note: "缓行"), by: town.mayor)
      try town.take(reply: "441881")
      #expect(county.own.rules.inForce == first)
      #expect(try Offices.open(town.folder + "/441881", clock: Town.clock).own.rules.inForce == first)
    }
  }

  /// What was decided of any office's keeps its policy in force, as in an office of its own.
  @Test func aPolicyStaysThatAnotherOfficesFilingWasDecidedUnder() throws {
    try inTown(["441881"]) { town in
      _ = try town.city.adopt(Offices.successorFrom2019(), note: "新办法施行", by: town.mayor)
      try town.take(reply: "441881")
      let id = "qingyuan-2021-3"
      let ids = try town.review("441881", [1], of: Town.agency("441881"))
      try town.take([.handUp], ids, at: town.county("441881"), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      #expect(town.city.state.file(ids[0])?.filing.item == id + "/agency-grant")
      try town.take([.commit], ids, at: town.city, by: town.mayor)
      let before = town.city.own.rules.inForce
      do throws(OfficeError) {
        _ = try town.city.save(.withdrawPolicy(id: id, note: "撤下"), by: town.mayor)
        Issue.record("it was taken back")
      } catch {
        guard case .refused(let refusal) = error else { throw error }
        #expect(refusal == .policy(.isUsed(id, filings: 1)))
      }
      #expect(town.city.own.rules.inForce == before)
    }
  }

  /// A file without an item that any office has filings of does not come into force.
  @Test func aPolicyWithoutAnotherOfficesItemIsNotAdopted() throws {
    try inTown(["441881"]) { town in
      _ = try town.review("441881", [1], of: Town.agency("441881"))
      try town.gather(town.bundle("441881"))
      let without = Array(
        String(decoding: try Offices.policy(), as: UTF8.self)
          .replacing(#""agency-grant""#, with: #""agency-granted""#).utf8)
      do throws(OfficeError) {
        _ = try town.city.adopt(without, note: "更正", by: town.mayor)
        Issue.record("it was adopted")
      } catch {
        guard case .refused(let refusal) = error else { throw error }
        #expect(refusal == .policyLacksItems(["agency-grant"]))
      }
      #expect(throws: OfficeError.self) {
        try town.city.effect(ofAdopting: without, note: "更正", by: town.mayor)
      }
    }
  }

  /// What the city has said of who is who among a county's own records holds there from then on: under one cap of 50 000
  /// yuan a year (art. 2).
  @Test func theReplyBringsWhoIsWho() throws {
    try inTown(["441881"]) { town in
      let county = try town.county("441881")
      var other = Town.agency("441881")
      (other.id, other.name, other.code) = ("441881-A00002", "清远市北江专利事务所（清城）", nil)
      _ = try town.review("441881", 0..<1, of: Town.agency("441881"))
      _ = try town.review("441881", 1..<2, of: other)
      try town.gather(town.bundle("441881"))
      let writer = county.journal.identity.writer
      let parties = ["441881-A00001", "441881-A00002"].map { OfficeRecord(writer: writer, id: $0) }
      func rule(_ verdict: Ruling.Verdict) throws {
        let ruling = Ruling(
          conflict: Ruling.amongPersons(parties), verdict: verdict, parties: parties, note: "同一执业许可")
        _ = try town.city.save(.offices(.rule(ruling)), by: town.mayor)
        try town.take(reply: "441881")
      }
      #expect(county.own.sums.capUses.count == 2)
      try rule(.link)
      #expect(county.own.people.words.map(\.verdict) == [.link])
      #expect(county.own.people.words[0].note.contains("同一执业许可"))
      #expect(county.own.sums.capUses.values.map(\.row.used) == [MoneyTotal(Money(yuan: 1000))])
      // Said once, it is not said again; a later word comes in its place.
      try town.take(reply: "441881")
      #expect(county.own.people.words.count == 1)
      try rule(.distinct)
      #expect(county.own.people.words.map(\.verdict) == [.link, .distinct])
      #expect(county.own.sums.capUses.count == 2)
      try rule(.link)
      // A word on three parts the two, until one on the two comes behind it.
      var third = other
      (third.id, third.name) = ("441881-A00003", "清远市北江专利事务所（连州）")
      _ = try town.review("441881", 2..<3, of: third)
      try town.gather(town.bundle("441881"))
      let three = ["441881-A00001", "441881-A00002", "441881-A00003"]
        .map { OfficeRecord(writer: writer, id: $0) }
      let apart = Ruling(
        conflict: Ruling.amongPersons(three), verdict: .distinct, parties: three, note: "各自独立")
      _ = try town.city.save(.offices(.rule(apart)), by: town.mayor)
      try rule(.link)
      #expect(county.own.people.words.last?.verdict == .link)
      #expect(county.own.sums.capUses.count == 2)
    }
  }

  /// A branch whose head only the city knows draws on the head's cap: 50 000 a year with the branches (art. 2).
  @Test func theAdviceKnowsTheHeadThatTheCityGave() throws {
    try inTown(["441881", "441882"]) { town in
      let others = try town.review("441882", 0..<4, of: Town.agency("441882"))
      try town.take([.handUp], others, at: town.county("441882"), by: town.head("441882"))
      try town.gather(town.bundle("441882"))
      let county = try town.county("441881")
      var branch = Town.agency("441881")
      (branch.name, branch.kind, branch.code) = ("北江专利代理英德分所", .agencyBranch, nil)
      _ = try town.review("441881", 100..<101, of: branch, on: "2019-06-01")
      try town.gather(town.bundle("441881"))
      let writers = try ["441881", "441882"].map { try town.county($0).journal.identity.writer }
      let (party, head) = (
        OfficeRecord(writer: writers[0], id: branch.id), OfficeRecord(writer: writers[1], id: "441882-A00001")
      )
      let ruling = Ruling(
        conflict: Ruling.amongPersons([party, head]), verdict: .head(head), parties: [party], note: "分支机构")
      let joint = try #require(town.city.joint?.ruling(ruling))
      let shared = joint.sharedUse(besides: writers[0], day: Offices.day("2019-12-20"))
      #expect(shared.families[branch.id] == "code:91441802MAFARM019H")
      var own = county.own
      own.given.advice = CityAdvice { CityAdvice.Table(shared) { $0 } }
      let notes = own.cityNotes(on: Offices.grant(200, of: branch.id), of: branch)
      // 4 handed up elsewhere and one of its own, 500 each.
      guard case .room(_, let left, _, _, _)? = notes.first else {
        Issue.record("the head's cap is not named: \(notes)")
        return
      }
      #expect(left == Money(yuan: 47_500))
    }
  }
}
