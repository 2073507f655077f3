import CaseModel
import Casework
import Journal
import SubsidyRules
import Testing

@testable import Office

/// A conflict bears one name before and behind the city's word on it, and of several words the last one holds, wherever
/// it was said: offices.md, Conflicts. Figures from 清府办〔2018〕27号, article 2: 500 yuan for each invention granted, 50 000
/// yuan a year for an agency with its branches.
@Suite struct CityLastWordTests {
  private static let codes = ["441881", "441882", "441823"]

  private func inTown(
    _ codes: [String] = ["441881", "441882"], joins: Bool = true, _ work: (Town) throws -> Void
  ) throws {
    try Offices.withScratch { try work(Town($0, counties: codes, joins: joins)) }
  }

  private func award(_ town: Town) -> MoneyTotal { town.city.state.sums.byYear[2019]?.award ?? .zero }

  private func conflicts(_ kind: ConflictKind, _ town: Town) -> [OfficeConflict] {
    (town.city.joint?.conflicts ?? []).filter { $0.kind == kind }
  }

  private func rule(_ id: String, _ verdict: Ruling.Verdict, _ parties: [OfficeRecord], _ town: Town) throws {
    let ruling = Ruling(conflict: id, verdict: verdict, parties: parties, note: "已核")
    _ = try town.city.save(.offices(.rule(ruling)), by: town.mayor)
  }

  private func record(_ id: String, at code: String, _ town: Town) throws -> OfficeRecord {
    OfficeRecord(writer: try town.county(code).journal.identity.writer, id: id)
  }

  /// An agency without a code, with so many reviewed claims at an office.
  private func uncoded(
    _ code: String, name: String? = nil, _ patents: Range<Int>, _ town: Town
  ) throws {
    var agency = Town.agency(code)
    agency.code = nil
    if let name { agency.name = name }
    let ids = try town.review(code, patents, of: agency)
    try town.take([.handUp], ids, at: town.county(code), by: town.head(code))
    try town.gather(town.bundle(code))
  }

  /// 60 claims of 500 each at two offices: 50 000 of one agency, 60 000 of two; whatever is said and taken back.
  @Test func whoIsWhoIsSaidAndTakenBackUnderOneName() throws {
    try inTown(Self.codes) { town in
      try uncoded("441881", 0..<60, town)
      try uncoded("441882", 100..<160, town)
      let found = try #require(conflicts(.person, town).first)
      let words: [(Ruling.Verdict, Int64)] = [(.distinct, 60_000), (.link, 50_000), (.distinct, 60_000)]
      for (verdict, sum) in words {
        try rule(found.id, verdict, found.parties, town)
        let now = conflicts(.person, town)
        #expect(now.map(\.id) == [found.id])
        #expect(now.first?.parties == found.parties && now.first?.ruling?.verdict == verdict)
        #expect(award(town) == MoneyTotal(Money(yuan: sum)))
      }
      // Said of the two by their records, it is the last word all the same.
      try rule(Ruling.amongPersons(found.parties), .link, found.parties, town)
      #expect(conflicts(.person, town).map(\.id) == [found.id])
      #expect(conflicts(.person, town).first?.ruling?.verdict == .link)
      try rule(found.id, .distinct, found.parties, town)
      #expect(conflicts(.person, town).first?.ruling?.verdict == .distinct)
      // With a third it is open again, under its name, and says what was ruled last.
      try uncoded("441823", 200..<201, town)
      let open = try #require(conflicts(.person, town).first)
      #expect(open.id == found.id && open.parties.count == 3 && open.ruling == nil)
      #expect(open.earlierRuling?.verdict == .distinct)
    }
  }

  /// Two of one code whose names differ are one person until the city says otherwise; that is taken back too.
  @Test func whoHasOneCodeIsToldApartAndPutTogetherAgain() throws {
    try inTown { town in
      for (code, name) in [("441881", "北江专利代理事务所"), ("441882", "北江事务所（更名）")] {
        var agency = Town.agency(code)
        agency.name = name
        _ = try town.review(code, [code == "441881" ? 0 : 1], of: agency)
        try town.gather(town.bundle(code))
      }
      let found = try #require(conflicts(.person, town).first)
      #expect(town.city.state.people.applicants.count == 1)
      try rule(found.id, .distinct, found.parties, town)
      #expect(town.city.state.people.applicants.count == 2)
      #expect(conflicts(.person, town).map(\.id) == [found.id])
      try rule(found.id, .link, found.parties, town)
      #expect(town.city.state.people.applicants.count == 1)
      #expect(conflicts(.person, town).map(\.ruling?.verdict) == [.link])
    }
  }

  /// Linked by their records, two of unlike name are settled, and stand under the name of that word to be taken back.
  @Test func aLinkOfUnlikeNamesLeavesNothingOpen() throws {
    try inTown { town in
      try uncoded("441881", name: "北江专利代理事务所", 0..<60, town)
      try uncoded("441882", name: "连江专利代理事务所", 100..<160, town)
      #expect(conflicts(.person, town).isEmpty && award(town) == MoneyTotal(Money(yuan: 60_000)))
      let parties = try Self.codes.prefix(2).map { try record("\($0)-A00001", at: $0, town) }.sorted()
      let id = Ruling.amongPersons(parties)
      try rule(id, .link, parties, town)
      #expect(award(town) == MoneyTotal(Money(yuan: 50_000)))
      let said = conflicts(.person, town)
      #expect(said.map(\.id) == [id] && said.map(\.ruling?.verdict) == [.link])
      try rule(id, .distinct, said[0].parties, town)
      #expect(award(town) == MoneyTotal(Money(yuan: 60_000)))
      #expect(conflicts(.person, town).map(\.ruling?.verdict) == [.distinct])
    }
  }

  /// A word on copies is taken back by the next one, under the same name: four claims of 500 and four of the office.
  @Test func copiesAreToldApartAndTakenBack() throws {
    try inTown(["441881"], joins: false) { town in
      try town.copy("441881")
      let found = try #require(conflicts(.sameNumber, town).first { $0.isOfCopies })
      for (verdict, sum) in [(Ruling.Verdict.distinct, Int64(4_000)), (.void, 2_000), (.distinct, 4_000)] {
        try rule(found.id, verdict, found.parties, town)
        #expect(award(town) == MoneyTotal(Money(yuan: sum)))
        let now = conflicts(.sameNumber, town).filter(\.isOfCopies)
        #expect(now.map(\.id) == [found.id] && now.first?.ruling?.verdict == verdict)
      }
    }
  }

  /// What the city has rejected or sent back is moved by nobody any more, whatever was confirmed before.
  @Test(arguments: [Step.reject, .sendBack], [true, false])
  func aTouchedFilingThatTheCityTakesBackIsSettled(_ step: Step, _ isConfirmed: Bool) throws {
    try inTown(["441881"]) { town in
      let ids = try town.review("441881", [1], of: Town.agency("441881"))
      try town.take([.handUp], ids, at: town.county("441881"), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      try town.take([.commit], ids, at: town.city, by: town.mayor)
      var agency = Town.agency("441881")
      agency.account = "44009876543210"
      _ = try town.county("441881").save(.changeApplicant(agency), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      let found = try #require(conflicts(.moved, town).first)
      if isConfirmed { try rule(found.id, .confirm, found.parties, town) }
      var request = StepRequest(step, ids.map { town.city.state.row($0) })
      request.note = "改了账号"
      _ = try town.city.save(.step(request), by: town.mayor)
      #expect(conflicts(.moved, town).isEmpty && town.city.state.joint.inConflict.isEmpty)
      try town.take(reply: "441881")
      try town.gather(town.bundle("441881"))
      #expect(conflicts(.moved, town).isEmpty && conflicts(.void, town).isEmpty)
      #expect(award(town) == (step == .reject ? .zero : MoneyTotal(Money(yuan: 500))))
    }
  }

  /// A branch whose office knew no head gets one by its record: 60 claims of 500 of each, under one cap of 50 000; said to
  /// head itself it has none again.
  @Test func aBranchGetsTheHeadThatItsOfficeDidNotKnow() throws {
    try inTown { town in
      try uncoded("441881", name: "北江专利代理事务所", 0..<60, town)
      var branch = Town.agency("441882")
      (branch.name, branch.kind, branch.code) = ("北江专利代理连州分所", .agencyBranch, nil)
      let ids = try town.review("441882", 100..<160, of: branch)
      try town.take([.handUp], ids, at: town.county("441882"), by: town.head("441882"))
      try town.gather(town.bundle("441882"))
      #expect(award(town) == MoneyTotal(Money(yuan: 60_000)))
      let (party, head) = try (
        record("441882-A00001", at: "441882", town), record("441881-A00001", at: "441881", town)
      )
      let id = Ruling.amongPersons([party])
      let unknown = OfficeRecord(writer: head.writer, id: "441881-A00009")
      #expect(throws: OfficeError.self) { try rule(id, .head(unknown), [party], town) }
      try rule(id, .head(head), [party], town)
      #expect(award(town) == MoneyTotal(Money(yuan: 50_000)))
      #expect(town.city.state.applicant("441882-A00001")?.parent == "441881-A00001")
      #expect(conflicts(.person, town).map(\.id) == [id])
      #expect(conflicts(.person, town).first?.ruling?.verdict == .head(head))
      // Whoever is below it can't head its head.
      #expect(throws: OfficeError.self) {
        try rule(Ruling.amongPersons([head]), .head(party), [head], town)
      }
      try rule(id, .head(party), [party], town)
      #expect(award(town) == MoneyTotal(Money(yuan: 60_000)))
    }
  }
}
