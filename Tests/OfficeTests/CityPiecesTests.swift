import CaseModel
import Casework
import Journal
import SubsidyRules
import Testing

@testable import Office

/// A limit in pieces between a city and its counties: article 2 with three grants a year for an agency with its branches in
/// the place of 50 000 yuan, 500 yuan each.
@Suite struct CityPiecesTests {
  private func inTown(joins: Bool, _ work: (Town) throws -> Void) throws {
    let text = String(decoding: try Offices.policy(), as: UTF8.self)
    let inPieces = text.replacing(#""limit": "50000元""#, with: #""limit": "3件""#)
    try #require(inPieces != text)
    try Offices.withScratch {
      try work(Town($0, counties: ["441881", "441882"], joins: joins, policy: Array(inPieces.utf8)))
    }
  }

  /// One committed and one handed up elsewhere, one of its own: nothing is left of three.
  @Test func theReplyCountsPieces() throws {
    try inTown(joins: true) { town in
      let others = try town.review("441882", 0..<2, of: Town.agency("441882"), on: "2019-06-02")
      try town.take([.handUp], others, at: town.county("441882"), by: town.head("441882"))
      try town.gather(town.bundle("441882"))
      try town.take([.commit], [others[0]], at: town.city, by: town.mayor)
      let county = try town.county("441881")
      let agency = Town.agency("441881")
      _ = try town.review("441881", [100], of: agency, on: "2019-06-01")
      try town.take(reply: "441881")
      let use = SharedUse.Use(
        group: Claim.Group(cap: "agency-year", holder: "code:91441802MAFARM019H", year: 2019),
        decided: MoneyTotal(Cap.onePiece), waiting: MoneyTotal(Cap.onePiece))
      #expect(
        county.state.cityNotes(on: Offices.grant(200, of: agency.id), of: agency) == [
          .room(
            cap: "agency-year", left: .zero, limit: Money(fen: 3 * Cap.onePiece.fen), others: use,
            asOf: Offices.day("2019-12-20"))
        ])
    }
  }

  /// Two of each county, approved before they joined: one piece over, however much money it is.
  @Test func anOverrunIsCountedInPieces() throws {
    try inTown(joins: false) { town in
      for (place, code) in ["441881", "441882"].enumerated() {
        let ids = try town.review(code, place * 10..<place * 10 + 2, of: Town.agency(code))
        try town.take([.approve], ids, at: town.county(code), by: town.head(code))
        try town.join(code)
        try town.gather(town.bundle(code))
      }
      let overrun = try #require(town.city.joint?.conflicts.first { $0.kind == .overrun })
      #expect(overrun.isInPieces && overrun.amount == MoneyTotal(Cap.onePiece))
      #expect(overrun.filings.count == 4)
    }
  }
}
