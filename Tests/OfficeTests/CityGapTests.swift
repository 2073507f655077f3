import CaseModel
import Casework
import Foundation
import Journal
import Testing
import Wording

@testable import Office

/// Bundles that begin behind what the city has acknowledged: whichever of them come, those that follow each other from the
/// first on count, the others wait, and all of them together come to the same. Source: offices.md, Conflicts, 2.
@Suite struct CityGapTests {
  private static let code = "441881"
  private static let rounds = 5

  /// A county's work in rounds, each with one grant of 500 yuan (article 2) handed up, one bundle, and a reply that
  /// acknowledges it; the city's backup is of before the first.
  private func inTown(
    _ work: (_ town: Town, _ backup: String, _ bundles: [OpenOffice.Bundle]) throws -> Void
  ) throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: [Self.code])
      let backup = folder + "/city.backup"
      _ = try town.city.journal.backup(to: backup)
      var bundles: [OpenOffice.Bundle] = []
      for round in 0..<Self.rounds {
        let ids = try town.review(Self.code, [round], of: Town.agency(Self.code))
        try town.take([.handUp], ids, at: town.county(Self.code), by: town.head(Self.code))
        let bundle = try town.county(Self.code).bundle(all: false, isPlain: false, by: town.head(Self.code))
        // Each begins where the one before ended.
        #expect(bundle.head.from == bundles.last?.head.end.head)
        bundles.append(bundle)
        try town.gather(bundle.bytes)
        try town.take(reply: Self.code)
      }
      try work(town, backup, bundles)
    }
  }

  private func inbox(_ city: OpenOffice) throws -> [String] {
    try city.journal.folder.status(StoreLayout.inbox) == nil
      ? [] : city.journal.folder.list(StoreLayout.inbox)
  }

  /// What is missing is named from the first record to the last one before what has come.
  @Test func aGapIsNamedWithItsRange() throws {
    try inTown { town, backup, bundles in
      let city = try town.city(from: backup, as: "gap")
      for bundle in [bundles[4], bundles[2]] { try town.gather([bundle.bytes], at: city) }
      let last = bundles[1].head.end.head.sequence
      let reasons = city.waiting.map(\.reason)
      #expect(reasons.contains(.missing(from: 1, upTo: last)))
      #expect(reasons.contains(.missing(from: 1, upTo: bundles[3].head.end.head.sequence)))
      let gap = try #require(city.joint?.conflicts.first { $0.kind == .gap })
      #expect(gap.subject.hasSuffix("缺第 1 至 \(last) 条"), "\(gap.subject)")
      // The list of offices names what is held, a line each.
      let list = OfficeListWording.lines(city.own, joint: city.joint, today: Offices.day("2019-12-20"))
      #expect(list.joined().contains("存放 2 份") && list.joined().contains("前面缺第 1 至 \(last) 条记录"), "\(list)")
      // With the first alone two of them are missing, then one file.
      try town.gather([bundles[0].bytes], at: city)
      let next = bundles[0].head.end.head.sequence + 1
      #expect(city.waiting.map(\.reason).contains(.missing(from: next, upTo: last)))
    }
  }

  @Test func everySubsetIsHeldAndEqualOnceFilled() throws {
    try inTown { town, backup, bundles in
      let ends = [0] + bundles.map(\.head.end.head.sequence)
      var prefixes: [CityOutcome] = []
      for count in 0...Self.rounds {
        let city = try town.city(from: backup, as: "prefix\(count)")
        for bundle in bundles[..<count] { try town.gather([bundle.bytes], at: city) }
        #expect(city.state.files.count == count)
        #expect(city.state.sums.byYear[2019]?.award ?? .zero == MoneyTotal(Money(yuan: 500 * Int64(count))))
        prefixes.append(CityOutcome(city, besides: [.gap]))
      }
      for subset in 0..<1 << Self.rounds {
        let came = bundles.indices.filter { subset >> $0 & 1 == 1 }
        let counting = bundles.indices.prefix { came.contains($0) }.count
        let held = came.count - counting
        let city = try town.city(from: backup, as: "subset\(subset)")
        if subset % 2 == 0 {
          try town.gather(came.map { bundles[$0].bytes }, at: city)
        } else {
          for place in came.reversed() { try town.gather([bundles[place].bytes], at: city) }
        }
        // What follows counts as if nothing else had come; what does not lies there, with what it lacks.
        #expect(CityOutcome(city, besides: [.gap]) == prefixes[counting], "\(came)")
        #expect(
          city.waiting.map(\.reason)
            == came.dropFirst(counting).map { .missing(from: ends[counting] + 1, upTo: ends[$0]) }, "\(came)")
        #expect(try inbox(city).count == held)
        let gaps = (city.joint?.conflicts ?? []).filter { $0.kind == .gap }
        #expect(gaps.count == min(held, 1), "\(came)")
        for gap in gaps {
          #expect(gap.subject.contains("缺第 \(ends[counting] + 1) 至 \(ends[came[counting]]) 条"))
          let numbers = came.dropFirst(counting).map { "\($0 + 1)" }.joined(separator: "、")
          #expect(gap.subject.contains("第 \(numbers) 号"))
        }
        // What was missing comes: everything counts, and nothing waits.
        try town.gather(bundles.indices.filter { !came.contains($0) }.map { bundles[$0].bytes }, at: city)
        #expect(CityOutcome(city, besides: [.gap]) == prefixes[Self.rounds], "\(came)")
        let left = try inbox(city)
        #expect(city.waiting.isEmpty && left.isEmpty, "\(came)")
        try FileManager.default.removeItem(atPath: town.folder + "/subset\(subset)")
      }
    }
  }

  /// Three bundles whose ranges overlap, two of them from one acknowledgement: a to b, a to c, b to d.
  @Test func overlappingRangesChangeNothing() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: [Self.code])
      let county = try town.county(Self.code)
      let backup = folder + "/city.backup"
      _ = try town.city.journal.backup(to: backup)
      var files: [OpenOffice.Bundle] = []
      func round(_ patent: Int) throws {
        let ids = try town.review(Self.code, [patent], of: Town.agency(Self.code))
        try town.take([.handUp], ids, at: county, by: town.head(Self.code))
        files.append(try county.bundle(all: false, isPlain: false, by: town.head(Self.code)))
      }
      try round(0)
      try town.gather(files[0].bytes)
      try town.take(reply: Self.code)
      try round(1)
      try town.gather(files[1].bytes)
      let reply = try town.city.reply(to: Self.code, by: town.mayor).bytes
      try round(2)
      _ = try county.take(county.reply(reply), by: town.head(Self.code))
      try round(3)
      let ranges = files.map { ($0.head.from?.sequence ?? 0, $0.head.end.head.sequence) }
      #expect(ranges[1].0 == ranges[2].0 && ranges[1].0 == ranges[0].1)
      #expect(ranges[3].0 == ranges[1].1 && ranges[3].0 < ranges[2].1 && ranges[2].1 < ranges[3].1)
      for file in files[2...] { try town.gather(file.bytes) }
      // Four grants of 500 yuan (article 2).
      let all = CityOutcome(town.city)
      #expect(town.city.state.sums.byYear[2019]?.award == MoneyTotal(Money(yuan: 2_000)))
      for order in Self.orders(of: [0, 1, 2, 3]) {
        // The last one goes on where either of the two before it ended.
        for left in [nil, 1] {
          let came = order.filter { $0 != left }
          let name = "o" + came.map { "\($0)" }.joined()
          guard !FileManager.default.fileExists(atPath: folder + "/" + name) else { continue }
          let city = try town.city(from: backup, as: name)
          for place in came { try town.gather([files[place].bytes], at: city) }
          #expect(CityOutcome(city) == all, "\(came)")
          let lying = try inbox(city)
          #expect(city.waiting.isEmpty && lying.isEmpty, "\(came)")
        }
      }
    }
  }

  private static func orders(of places: [Int]) -> [[Int]] {
    places.isEmpty
      ? [[]] : places.flatMap { first in orders(of: places.filter { $0 != first }).map { [first] + $0 } }
  }
}
