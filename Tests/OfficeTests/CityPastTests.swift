import CaseModel
import Casework
import Journal
import SubsidyRules
import Testing

@testable import Office

/// A city as it was known then: each office as far as gather had named its head. Source: offices.md, Files. Figures from
/// 清府办〔2018〕27号, article 2: 500 yuan for each invention granted.
@Suite struct CityPastTests {
  private func filings(_ state: OfficeState) -> [String] { state.files.map(\.filing.id).sorted() }

  @Test func eachOfficeCountsAsFarAsItHadBeenGathered() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881", "441882"])
      let first = try town.review("441881", 0..<2, of: Town.agency("441881"))
      let apart = try town.city.past(.head(town.city.journal.head))
      #expect(apart.state.files.isEmpty)
      try town.take([.handUp], first, at: town.county("441881"), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      let (once, then) = (town.city.journal.head, town.city.state)
      try town.take([.commit], [first[0]], at: town.city, by: town.mayor)
      let second = try town.review("441882", 5..<8, of: Town.agency("441882"))
      let more = try town.review("441881", 9..<10, of: Town.agency("441881"))
      try town.gather(town.bundle("441882"), town.bundle("441881"))
      let past = try town.city.past(.head(once))
      #expect(filings(past.state) == first.sorted())
      #expect(past.state.sums.byYear[2019]?.award == MoneyTotal(Money(yuan: 1000)))
      #expect(
        past.state.sums.byYear == then.sums.byYear && past.state.ledger.capRows == then.ledger.capRows)
      #expect(past.state.file(first[0])?.standing == .handedUp)
      let now = try town.city.past(.head(town.city.journal.head))
      #expect(filings(now.state) == (first + second + more).sorted())
      #expect(now.state.sums.byYear == town.city.state.sums.byYear)
      #expect(now.state.file(first[0])?.standing == .approved)
    }
  }
}
