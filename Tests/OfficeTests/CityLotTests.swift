import CaseModel
import Casework
import Interchange
import Journal
import SubsidyRules
import Testing

@testable import Office

/// Two counties' filings of one day under a cap that serves these by lot: no county's number comes first
/// (offices.md, Persons, order, eyes).
@Suite struct CityLotTests {
  /// The agencies' cap of a year, 2000 yuan: four grants of 500 yuan of the eight that two counties bring (art. 2).
  private static func policy() throws -> [UInt8] {
    let limit = #""limit": "50000元", "order": "received","#
    let text = String(decoding: try Offices.policy(), as: UTF8.self)
    return Array(
      text.replacing(limit, with: #""limit": "2000元", "order": "received", "same-day": "lot","#).utf8)
  }

  private func inTown(_ work: (Town) throws -> Void) throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881", "441882"], policy: Self.policy())
      for (place, code) in ["441881", "441882"].enumerated() {
        let ids = try town.review(code, place * 10..<place * 10 + 4, of: Town.agency(code))
        try town.take([.handUp], ids, at: town.county(code), by: town.head(code))
        try town.gather(town.bundle(code))
      }
      try work(town)
    }
  }

  /// Takes in one paid filing of 2018 and seals that year.
  private func seal(_ city: OpenOffice, by mayor: SignedIn) throws {
    var old = Offices.grant(99)
    (old.id, old.stage, old.decided) = ("OLD", .paid, Money(yuan: 500))
    old.received = Offices.day("2018-06-03")
    old.inputs[1].value = .text("2018-05-07")
    _ = try city.save(.importCases(applicants: [Offices.agency], filings: [old]), by: mayor)
    _ = try city.save(.sealYear(2018, note: "年终", seen: city.state.yearSums(of: 2018)), by: mayor)
  }

  /// The filings of 2019 by what each gets.
  private func served(_ state: OfficeState) -> [String] {
    state.files.indices.filter { state.files.rows[$0].year == 2019 && state.files.rows[$0].award > .zero }
      .map { state.files.id(of: $0) }
  }

  private func lots(_ state: OfficeState) throws -> [(digits: String, id: String)] {
    try state.files.indices.filter { state.files.rows[$0].year == 2019 }.map { number in
      let filing = state.files[number].filing
      return (try #require(state.policy.lot(of: filing)?.digits), filing.id)
    }.sorted { $0.digits < $1.digits }
  }

  @Test func theCitysSealDrawsTheLotsOfAllOffices() throws {
    try inTown { town in
      let city = town.city
      #expect(served(city.state).count == 4 && served(city.state).allSatisfy { $0.hasPrefix("441881-") })
      do throws(OfficeError) {
        var request = StepRequest(.commit, [city.state.row("441881-2019-000001")])
        request.note = "已核"
        _ = try city.save(.step(request), by: town.mayor)
        Issue.record("it was committed before the lots were drawn")
      } catch {
        guard case .refused(.step(.lotNotDrawn(cap: "agency-year", year: 2018))) = error else { throw error }
      }
      try seal(city, by: town.mayor)
      let lots = try lots(city.state)
      #expect(lots.count == 8)
      #expect(Set(served(city.state)) == Set(lots.prefix(4).map(\.id)))
      // Drawn by the offices' heads that the seal holds, not by the city's own.
      let seal = try #require(city.own.books.seals.first)
      let heads = try ["441881", "441882"].map { try town.county($0).journal.head.description }.sorted()
      for lot in lots {
        let text = heads.joined(separator: " ") + " " + lot.id
        #expect(lot.digits == Link.over(Array(text.utf8)).hex.prefix(16) && !text.contains(seal.head))
      }
      // A city that is opened again has drawn the same.
      let again = try Offices.open(town.folder + "/city", clock: Town.clock)
      #expect(served(again.state) == served(city.state))
      // Turn by turn, and what is committed keeps it.
      for lot in lots.prefix(4) { try town.take([.commit], [lot.id], at: city, by: town.mayor) }
      #expect(Set(served(city.state)) == Set(lots.prefix(4).map(\.id)))
      #expect(city.state.tieOut().isEmpty)
    }
  }

  @Test func nobodyIsCommittedBeforeALowerLot() throws {
    try inTown { town in
      try seal(town.city, by: town.mayor)
      let lots = try lots(town.city.state)
      do throws(OfficeError) {
        _ = try town.city.save(.step(StepRequest(.commit, [town.city.state.row(lots[1].id)])), by: town.mayor)
        Issue.record("the second was committed before the first")
      } catch {
        guard case .refused(.step(.outOfTurn("agency-year", let before))) = error else { throw error }
        #expect(before == [lots[0].id])
      }
    }
  }

  @Test func claimsOfACityBearTheLots() throws {
    try inTown { town in
      try seal(town.city, by: town.mayor)
      let state = town.city.state
      let source = ClaimSource(state.policy)
      let lines = source.batches(
        of: state, writer: town.city.journal.identity.writer, names: state.holderNames
      )
      .flatMap(source.lines)
      let ties = lines.filter { $0.year == 2019 }.map { [$0.tie, $0.id] }
      let expected = try lots(state).map { [$0.digits, $0.id] }
      #expect(Set(ties) == Set(expected))
      // The desk's ledger gives over the lines what the city's own gives.
      var ledger = ClaimsLedger()
      try ledger.read(
        source.batches(of: state, writer: town.city.journal.identity.writer, names: state.holderNames)
          .flatMap { source.pieces(of: $0, by: []).flatMap { $0.values.flatMap(\.self) } })
      ledger.settle()
      let awards = ledger.names.indices.filter { ledger.award($0).award > .zero }.map { ledger.names[$0].id }
      #expect(Set(awards).subtracting(["OLD"]) == Set(served(state)))
    }
  }
}
