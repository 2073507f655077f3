import CaseModel
import Casework
import Journal
import SubsidyRules
import Testing

@testable import Office

/// One office among all of a city, and what a county knows of the others. Article 2: 500 yuan for each invention granted, at
/// most 50 000 a year for an agency with its branches.
@Suite struct CityPartTests {
  private static let codes = ["441881", "441882"]

  private func inTown(_ work: (Town) throws -> Void) throws {
    try Offices.withScratch { try work(Town($0, counties: Self.codes)) }
  }

  private func yuan(_ yuan: Int64) -> MoneyTotal { MoneyTotal(Money(yuan: yuan)) }

  /// Three grants of the one county, two of the other, for one agency: 1 500 and 1 000 of 50 000, and 47 500 are left.
  @Test func aPartIsWhatItsFilingsComeTo() throws {
    try inTown { town in
      _ = try town.committed(0..<3, "441881")
      let ids = try town.review("441882", 10..<12, of: Town.agency("441882"))
      try town.take([.handUp], [ids[0]], at: town.county("441882"), by: town.head("441882"))
      try town.gather(town.bundle("441882"))
      let whole = town.city.state
      #expect(whole.officeCodes == ["441800"] + Self.codes)
      let parts = try Self.codes.map { try #require(whole.part(of: $0)) }
      #expect(parts.map(\.files.count) == [3, 2])
      #expect(parts.map { $0.sums.byYear[2019]?.award } == [yuan(1500), yuan(1000)])
      #expect(parts.map { $0.capUses(of: 2019).map(\.row.used) } == [[yuan(1500)], [yuan(1000)]])
      #expect(parts.map { $0.capUses(of: 2019).map(\.decided) } == [[yuan(1500)], [.zero]])
      for part in parts {
        #expect(part.capUses(of: 2019).map(\.row.remaining) == [Money(yuan: 47_500)])
        #expect(part.capLedger(of: 2019).map(\.left) == [Money(yuan: 47_500)])
        #expect(part.tieOut() == [])
        // Nothing that was made of the whole is taken for it.
        #expect(part.version != whole.version)
      }
      // The rows of the order are its own, each with the room that all before it have left.
      #expect(
        parts[1].capLedger(of: 2019).first?.order.map(\.roomBefore) == [
          Money(yuan: 48_500), Money(yuan: 48_000),
        ])
      // What was handed up waits for the city, and is counted as that.
      let today = Offices.day("2019-12-20")
      #expect(parts.map { $0.worklist(of: "钱主管", on: today, FilingFilter(), by: .turn).handedUp } == [0, 1])
      #expect(whole.worklist(of: "钱主管", on: today, FilingFilter(), by: .turn).handedUp == 1)
      let own = try #require(whole.part(of: "441800"))
      #expect(own.files.isEmpty && own.sums.byYear.isEmpty && own.capUses(of: 2019).isEmpty)
      #expect(whole.part(of: "441883") == nil && parts[0].part(of: "441881") == nil)
      #expect(try town.county("441881").state.officeCodes.isEmpty)
    }
  }

  /// The two parts come to versions of their own, and to another with every save.
  @Test func noTwoPartsAreTakenForEachOther() throws {
    try inTown { town in
      var versions: Set<Int> = []
      for patent in 0..<3 {
        _ = try town.committed([patent], "441881")
        versions.insert(town.city.state.version)
        for code in town.city.state.officeCodes {
          let part = try #require(town.city.state.part(of: code))
          let isNew = versions.insert(part.version).inserted
          #expect(isNew)
        }
      }
    }
  }

  /// Two committed and one handed up by the other county, one of its own: 48 000 are left as far as the reply says, and the
  /// county's own figures are as before.
  @Test func aCountyKnowsWhatAllLeave() throws {
    try inTown { town in
      let county = try town.county("441881")
      _ = try town.review("441881", [0], of: Town.agency("441881"))
      func caps() -> [CapUse] { county.state.capUses(of: 2019) }
      #expect(caps().map(\.row.remaining) == [Money(yuan: 49_500)])
      try town.gather(town.bundle("441881"))
      let others = try town.review("441882", 10..<12, of: Town.agency("441882"), on: "2019-06-02")
      try town.take([.handUp], others, at: town.county("441882"), by: town.head("441882"))
      try town.gather(town.bundle("441882"))
      try town.take([.commit], others, at: town.city, by: town.mayor)
      let more = try town.review("441882", [12], of: Town.agency("441882"))
      try town.take([.handUp], more, at: town.county("441882"), by: town.head("441882"))
      try town.gather(town.bundle("441882"))
      try town.take(reply: "441881")
      #expect(caps().map(\.row.remaining) == [Money(yuan: 48_000)])
      #expect(caps().map(\.row.used) == [yuan(500)] && caps().map(\.row.over) == [.zero])
      #expect(county.state.capLedger(of: 2019).map(\.left) == [Money(yuan: 48_000)])
      #expect(county.state.tieOut() == [])
    }
  }

  /// 99 committed elsewhere leave 500: two of its own are cut by its own ledger nowhere, and nothing is left, and nothing is
  /// over, since what it has is no decision.
  @Test func whatOthersUseOverrunsNothing() throws {
    try inTown { town in
      _ = try town.review("441881", 0..<2, of: Town.agency("441881"), on: "2019-06-20")
      try town.gather(town.bundle("441881"))
      _ = try town.committed(100..<199, "441882")
      try town.take(reply: "441881")
      let state = try town.county("441881").state
      let row = try #require(state.capUses(of: 2019).first?.row)
      #expect(row.used == yuan(1000) && row.remaining == .zero && row.over == .zero)
    }
  }

  /// An office that came with a backup first is called what it was enrolled as.
  @Test func anOfficeIsCalledWhatItWasEnrolledAs() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881"], joins: false)
      _ = try town.review("441881", [0], of: Town.agency("441881"))
      let path = folder + "/a.backup"
      let head = try town.county("441881").journal.backup(to: path)
      _ = try town.city.gather(town.city.rehearse([.backup(path: path, heads: [head])]), by: town.mayor)
      try town.join("441881")
      #expect(town.city.own.offices.office("441881")?.name == "县局441881")
      try town.gather(town.bundle("441881"))
      #expect(
        try Offices.open(folder + "/city", clock: Town.clock).own.offices.office("441881")?.name == "县局441881"
      )
    }
  }
}
