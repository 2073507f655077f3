import CaseModel
import Casework
import Journal
import SubsidyRules
import Testing

@testable import Office

/// Bad news and records of the work register over several offices: each office counts its own from 1, so that in a city
/// two of one number are two. Source: offices.md, Persons, order, eyes.
@Suite struct CityRecordTests {
  private static let codes = ["441881", "441882"]

  private func inTown(_ work: (Town) throws -> Void) throws {
    try Offices.withScratch { try work(Town($0, counties: Self.codes)) }
  }

  private func invalid(_ patent: Int, paper: String) -> News {
    let number = ApplicationNumber(digits: 2018_1000_0000 + UInt64(patent), count: 12)?.description ?? ""
    return News(
      kind: .patentInvalid, number: number, day: Offices.day("2019-12-10"), paper: paper, note: "批次通报")
  }

  private func enter(_ news: News, at office: OpenOffice, by who: SignedIn) throws {
    _ = try office.save(.enterNews(news, seen: office.state.consequences(of: news)), by: who)
  }

  @Test func twoCountiesNewsOfOneNumberAreTwo() throws {
    try inTown { town in
      var refused: [String] = []
      for (place, code) in Self.codes.enumerated() {
        let ids = try town.review(code, [place], of: Town.agency(code))
        try enter(invalid(place, paper: "通报\(code)"), at: town.county(code), by: town.head(code))
        #expect(try town.county(code).own.file(ids[0])?.standing == .rejected)
        refused += ids
        try town.gather(town.bundle(code))
      }
      // The city's own are counted by themselves, however many its offices have.
      try enter(invalid(800, paper: "市局通报一"), at: town.city, by: town.mayor)
      try enter(invalid(801, paper: "市局通报二"), at: town.city, by: town.mayor)
      let state = town.city.state
      #expect(state.books.news.map(\.id) == ["N1", "N2", "441881-N1", "441882-N1"])
      #expect(town.city.own.books.news.map(\.id) == ["N1", "N2"])
      // A county's step names news by the county's number, and means that county's.
      for (code, id) in zip(Self.codes, refused) {
        let file = try #require(state.file(id))
        let step = try #require(file.steps.last?.step)
        let named = try #require(state.news(namedBy: step, of: file))
        #expect(named.news.paper == "通报\(code)" && named.note == "批次通报")
      }
    }
  }

  @Test func recordsOfOneNumberAreTwo() throws {
    try inTown { town in
      for code in Self.codes {
        let record = budget("R1", code, "300000.00")
        _ = try town.county(code).save(.enterRecords([record]), by: town.head(code))
        try town.gather(town.bundle(code))
      }
      let records = town.city.state.books.register.records
      let second = try town.county("441882").journal.identity.writer.prefix(4)
      #expect(records.map(\.id) == ["R1", "R1@\(second)"])
      #expect(records.map(\.office) == Self.codes)
      #expect(records.map(\.entry.district) == Self.codes)
      // The city reads them, and their offices change them.
      for id in records.map(\.id) {
        let error = #expect(throws: OfficeError.self) {
          try town.city.save(.strikeRecord(id, note: "重复"), by: town.mayor)
        }
        guard case .refused(.offices(.keptBy))? = error else {
          Issue.record("\(String(describing: error))")
          continue
        }
      }
    }
  }

  /// A county's budget is the city's record where there is one, else its own office's; they are never added up.
  @Test func aBudgetIsTheCitysOrElseThatOfTheCountysOffice() throws {
    try inTown { town in
      let entries = [
        "441881": [budget("", "441881", "2500.00"), budget("", "441882", "9.00")],
        "441882": [budget("", "441882", "4000.00")],
      ]
      for code in Self.codes {
        _ = try town.county(code).save(.enterRecords(entries[code] ?? []), by: town.head(code))
        try town.gather(town.bundle(code))
      }
      var budgets = town.city.state.budgets(of: 2019)
      #expect(budgets["441881"]?.sum == MoneyTotal(Money(yuan: 2500)))
      #expect(budgets["441882"]?.sum == MoneyTotal(Money(yuan: 4000)))
      #expect(budgets["441882"].map(differing) == ["441881 9.00"])
      _ = try town.city.save(.enterRecords([budget("", "441881", "3000.00")]), by: town.mayor)
      budgets = town.city.state.budgets(of: 2019)
      #expect(budgets["441881"]?.sum == MoneyTotal(Money(yuan: 3000)))
      #expect(budgets["441881"]?.office == nil)
      #expect(budgets["441881"].map(differing) == ["441881 2500.00"])
      #expect(
        town.city.state.fund(of: 2019).map(\.budget) == [
          MoneyTotal(Money(yuan: 3000)), MoneyTotal(Money(yuan: 4000)),
        ])
    }
  }

  private func differing(_ budget: Budget) -> [String] { budget.differing.map { "\($0.office) \($0.sum)" } }

  private func budget(_ id: String, _ district: String, _ yuan: String) -> RegisterEntry {
    RegisterEntry(
      id: id, kind: "fund-budget", district: district,
      values: [.init("year", .count(2019)), .init("amount", .text(yuan))])
  }
}
