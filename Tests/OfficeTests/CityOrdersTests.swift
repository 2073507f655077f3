import CaseModel
import Casework
import Foundation
import Journal
import Seeded
import SubsidyRules
import Testing

@testable import Office

/// Random work of several offices, gathered in random orders and groups, with repeats: the city comes to the same, byte
/// for byte. With ZIZHU_LONG_TESTS 500 orders, else some.
@Suite struct CityOrdersTests {
  private static let codes = ["441881", "441882", "441821"]

  /// What a city comes to: what it exports, its conflicts with their parties, its caps.
  private struct Outcome: Equatable {
    var export: [UInt8]
    var conflicts: [String]
    var caps: [String]

    init(_ city: OpenOffice) {
      export = city.exported()
      conflicts = (city.joint?.conflicts ?? []).map { "\($0.id) \($0.subject) \($0.parties) \($0.filings)" }
      caps = city.state.capUses.values.map { "\($0.row.group) \($0.row.used) \($0.decided)" }.sorted()
    }
  }

  /// Some rounds of work in every office, with a bundle behind each.
  private func work(in town: Town, _ random: inout some RandomNumberGenerator) throws -> [[UInt8]] {
    var bundles: [[UInt8]] = []
    var handedUp: [String: [String]] = [:]
    for round in 4...7 {
      for code in Self.codes {
        var agency = Town.agency(code)
        // One of the three has no code, and is known by its name alone.
        if code == "441821" { agency.code = nil }
        let first = Int.random(in: 0..<20, using: &random)
        let day = "2019-0\(round)-1\(Int.random(in: 0...9, using: &random))"
        let ids = try town.review(
          code, first..<first + Int.random(in: 1...3, using: &random), of: agency, on: day)
        if Bool.random(using: &random) {
          try town.take([.handUp], ids, at: town.county(code), by: town.head(code))
          handedUp[code, default: []] += ids
        }
        if Int.random(in: 0..<4, using: &random) == 0, let id = handedUp[code]?.popLast() {
          var request = StepRequest(.withdraw, [try town.county(code).state.row(id)])
          request.paper = "撤回申请书"
          _ = try town.county(code).save(.step(request), by: town.head(code))
        }
        bundles.append(try town.bundle(code))
      }
    }
    return bundles
  }

  @Test(arguments: 1...2) func ordersComeToTheSame(seed: Int) throws {
    var random = SeededNumbers(seed)
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: Self.codes)
      let backup = folder + "/city.backup"
      _ = try town.city.journal.backup(to: backup)
      let bundles = try work(in: town, &random)
      for bundle in bundles { try town.gather(bundle) }
      let expected = Outcome(town.city)
      #expect(town.city.state.files.count > 12)
      for trial in 0..<(Offices.isLong ? 250 : 3) {
        let path = folder + "/c\(trial)"
        _ = try Journal.restore(backup, to: path, replaying: { _ in })
        let city = try Offices.open(path, clock: Town.clock)
        try town.giveKeys(of: town.city, to: city)
        var order = bundles.indices.shuffled(using: &random)
        order += order.prefix(3)
        while !order.isEmpty {
          let group = order.prefix(Int.random(in: 1...4, using: &random))
          order.removeFirst(group.count)
          let plan = try city.rehearse(group.map { .bundle(name: "\($0)", bytes: bundles[$0]) })
          #expect(plan.refused.isEmpty)
          _ = try city.gather(plan, by: town.mayor)
        }
        #expect(Outcome(city) == expected, "seed \(seed), order \(trial)")
        try FileManager.default.removeItem(atPath: path)
      }
    }
  }
}
