import CaseModel
import Casework
import Journal
import Testing

@testable import Office

/// What somebody types from paper covers, held against what bundles bring (offices.md, Conflicts, 14).
@Suite struct CityCoverTests {
  private static func cover(_ filings: Int, _ yuan: Int64) -> [String: [CoverLine]] {
    ["441881": [CoverLine(item: "agency-grant", filings: filings, award: Money(yuan: yuan))]]
  }

  private static func input(_ bytes: [UInt8]) -> OpenOffice.GatherInput {
    .bundle(name: "报送件", bytes: bytes)
  }

  private static func covers(_ plan: GatherPlan) -> [OfficeConflict] {
    plan.after.conflicts.filter { $0.kind == .cover }
  }

  private func refused(_ office: String, _ work: () throws -> Void) throws {
    do {
      try work()
      Issue.record("a cover was passed over")
    } catch OfficeError.exchange(.coverWithoutFile(let code)) {
      #expect(code == office)
    }
  }

  /// A cover that nothing comes in with has nothing that it could be held against: it is refused, not forgotten.
  @Test func aCoverWithoutItsFileIsRefused() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881", "441882"])
      _ = try town.review("441881", 0..<2, of: Town.agency("441881"))
      let first = try town.bundle("441881")
      _ = try town.review("441881", 2..<3, of: Town.agency("441881"))
      let county = try town.county("441881")
      // Nothing at all, and another office's file alone.
      try refused("441881") { _ = try town.city.rehearse([], covers: Self.cover(2, 1000)) }
      _ = try town.review("441882", 10..<11, of: Town.agency("441882"))
      let other = try town.bundle("441882")
      try refused("441881") {
        _ = try town.city.rehearse([Self.input(other)], covers: Self.cover(2, 1000))
      }
      // Delivered before.
      try town.gather(first)
      try refused("441881") { _ = try town.city.rehearse([Self.input(first)], covers: Self.cover(3, 1500)) }
      // With it, it counts.
      try town.take(reply: "441881")
      _ = try town.review("441881", 3..<4, of: Town.agency("441881"))
      let second = try county.bundle(all: false, isPlain: false, by: town.head("441881")).bytes
      #expect(try Self.covers(town.city.rehearse([Self.input(second)], covers: Self.cover(4, 2000))).isEmpty)
      #expect(
        !(try Self.covers(town.city.rehearse([Self.input(second)], covers: Self.cover(4, 2500))).isEmpty))
    }
  }

  /// What waits is what the bundle brought: what came and was committed before it goes on.
  @Test func whatTheBundleBroughtWaits() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881"])
      let county = try town.county("441881")
      let ids = try town.review("441881", 0..<2, of: Town.agency("441881"))
      try town.take([.handUp], ids, at: county, by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      try town.take([.commit], [ids[0]], at: town.city, by: town.mayor)
      try town.take(reply: "441881")
      let more = try town.review("441881", 2..<3, of: Town.agency("441881"))
      let bundle = try town.bundle("441881")
      // Three of 500 yuan each; the paper is a hundred short.
      #expect(try Self.covers(town.city.rehearse([Self.input(bundle)], covers: Self.cover(3, 1500))).isEmpty)
      let plan = try town.city.rehearse([Self.input(bundle)], covers: Self.cover(3, 1400))
      #expect(Self.covers(plan).map(\.filings) == [more])
      #expect(Self.covers(plan).compactMap(\.cover?.said) == Self.cover(3, 1400)["441881"])
      #expect(Self.covers(plan).compactMap(\.cover?.came) == Self.cover(3, 1500)["441881"])
      _ = try town.city.gather(plan, by: town.mayor)
      #expect(town.city.state.joint.inConflict[more[0]] == [.cover])
      try town.take([.publish], [ids[0]], at: town.city, by: town.mayor)
    }
  }

  /// Under a cap of 1200 yuan another county's 1000 come first: the city commits 200 where the county alone had worked out
  /// 500. Behind the reply the county's papers say 200 and 500, and what they said before is wrong.
  @Test func aWrongSumBehindAReplyIsFound() throws {
    let limit = #""window": "year", "limit": "50000元""#
    let text = String(decoding: try Offices.policy(), as: UTF8.self)
      .replacing(limit, with: #""window": "year", "limit": "1200元""#)
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881", "441882"], policy: Array(text.utf8))
      let others = try town.review("441882", 10..<12, of: Town.agency("441882"), on: "2019-06-01")
      let ids = try town.review("441881", 0..<1, of: Town.agency("441881"))
      for (code, ids) in [("441881", ids), ("441882", others)] {
        try town.take([.handUp], ids, at: town.county(code), by: town.head(code))
        try town.gather(town.bundle(code))
      }
      for id in others + ids { try town.take([.commit], [id], at: town.city, by: town.mayor) }
      #expect(town.city.state.file(ids[0])?.filing.decided == Money(yuan: 200))
      try town.take(reply: "441881")
      _ = try town.review("441881", 1..<2, of: Town.agency("441881"), on: "2019-06-04")
      let county = try town.county("441881")
      #expect(county.own.coverLines.map(\.award) == [Money(yuan: 700)])
      let bundle = try town.bundle("441881")
      #expect(try Self.covers(town.city.rehearse([Self.input(bundle)])).isEmpty)
      #expect(try Self.covers(town.city.rehearse([Self.input(bundle)], covers: Self.cover(2, 700))).isEmpty)
      let wrong = try town.city.rehearse([Self.input(bundle)], covers: Self.cover(2, 1000))
      #expect(Self.covers(wrong).count == 1)
    }
  }

  /// The backup of an office that never joined says nothing of itself: what is typed of it is held against it.
  @Test func aCoverOfABackupCounts() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881"], joins: false)
      let county = try town.county("441881")
      _ = try town.review("441881", 0..<1, of: Town.agency("441881"))
      func backup(_ name: String) throws -> OpenOffice.GatherInput {
        let path = folder + "/" + name
        let head = try county.journal.backup(to: path)
        return .backup(path: path, heads: [head])
      }
      _ = try town.city.gather(town.city.rehearse([backup("a.backup")]), by: town.mayor)
      _ = try town.review("441881", 1..<2, of: Town.agency("441881"))
      let second = try backup("b.backup")
      #expect(try Self.covers(town.city.rehearse([second], covers: Self.cover(2, 1000))).isEmpty)
      #expect(try Self.covers(town.city.rehearse([second], covers: Self.cover(3, 1000))).count == 1)
    }
  }
}
