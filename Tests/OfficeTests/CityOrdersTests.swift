import CaseModel
import Casework
import Foundation
import Journal
import Seeded
import SubsidyRules
import Testing

@testable import Office

/// Random work of two to nine writers, the city with them, part of it decided and told, gathered in random orders and
/// groups, with repeats: the city comes to the same, filing by filing and byte for byte. With ZIZHU_LONG_TESTS 500 orders,
/// else some.
@Suite struct CityOrdersTests {
  private static let codes = [
    "441881", "441882", "441821", "441823", "441825", "441826", "441802", "441803",
  ]

  /// Some rounds of work in every office, with a bundle behind each.
  private func work(
    in town: Town, _ codes: [String], months: ClosedRange<Int>, _ random: inout some RandomNumberGenerator
  ) throws -> [[UInt8]] {
    var bundles: [[UInt8]] = []
    for month in months {
      for code in codes {
        let (county, head) = (try town.county(code), town.head(code))
        var agency = Town.agency(code)
        // Some have no code, and are known by their name alone.
        if ["441821", "441823"].contains(code) { agency.code = nil }
        let first = Int.random(in: 0..<20, using: &random)
        let day = "2019-0\(month)-1\(Int.random(in: 0...9, using: &random))"
        let ids = try town.review(
          code, first..<first + Int.random(in: 1...3, using: &random), of: agency, on: day)
        if Bool.random(using: &random) { try town.take([.handUp], ids, at: county, by: head) }
        for file in county.own.files where Int.random(in: 0..<6, using: &random) == 0 {
          let id = file.filing.id
          switch file.standing {
          case .handedUp, .approved:
            // Taken back by a paper, in front of the city's decision or behind it.
            var request = StepRequest(.withdraw, [county.state.row(id)])
            request.paper = "撤回申请书"
            _ = try? county.save(.step(request), by: head)
          case .sentBack: try town.take([.review, .handUp], [id], at: county, by: head)
          case .reviewed: try town.take([.handUp], [id], at: county, by: head)
          default: continue
          }
        }
        if Int.random(in: 0..<4, using: &random) == 0 {
          agency.account = "4400123456\(Int.random(in: 1000...9999, using: &random))"
          _ = try county.save(.changeApplicant(agency), by: head)
        }
        bundles.append(try town.bundle(code))
      }
    }
    return bundles
  }

  /// Lets the city rule on patents of several offices, commit some of what was handed up and send some back.
  private func decide(in town: Town, _ random: inout some RandomNumberGenerator) throws -> Int {
    for conflict in town.city.joint?.conflicts ?? [] where conflict.kind == .sameKey {
      guard let party = conflict.parties.randomElement(using: &random) else { continue }
      let kept = OfficeFiling(writer: party.writer, id: party.id)
      let word = Ruling(conflict: conflict.id, verdict: .keep(kept), parties: conflict.parties, note: "已核")
      _ = try town.city.save(.offices(.rule(word)), by: town.mayor)
    }
    var taken = 0
    for file in town.city.state.files where file.standing == .handedUp {
      let step = Int.random(in: 0..<4, using: &random) == 0 ? Step.sendBack : .commit
      var request = StepRequest(step, [town.city.state.row(file.filing.id)])
      request.note = "已核"
      if (try? town.city.save(.step(request), by: town.mayor)) != nil { taken += 1 }
    }
    return taken
  }

  @Test(arguments: 1...2) func ordersComeToTheSame(seed: Int) throws {
    var random = SeededNumbers(seed)
    try Offices.withScratch { folder in
      let count = Offices.isLong ? Int.random(in: 1...8, using: &random) : seed * 2
      let codes = Array(Self.codes[..<count])
      let town = try Town(folder, counties: codes)
      let known = try work(in: town, codes, months: 4...5, &random)
      for bundle in known { try town.gather(bundle) }
      let taken = try decide(in: town, &random)
      #expect(taken > 0)
      // Some were told what was decided, and begin their next bundles behind it.
      for code in codes where Bool.random(using: &random) { try town.take(reply: code) }
      let backup = folder + "/city.backup"
      _ = try town.city.journal.backup(to: backup)
      let bundles = try work(in: town, codes, months: 6...7, &random)
      for bundle in bundles { try town.gather(bundle) }
      let expected = CityOutcome(town.city)
      #expect(town.city.state.files.count > 5)
      for trial in 0..<(Offices.isLong ? 250 : 3) {
        let city = try town.city(from: backup, as: "c\(trial)")
        // What was there before comes again now and then.
        var order = (bundles + known.prefix(2)).shuffled(using: &random)
        order += order.prefix(3)
        while !order.isEmpty {
          let group = Array(order.prefix(Int.random(in: 1...4, using: &random)))
          order.removeFirst(group.count)
          #expect(try town.gather(group, at: city).refused.isEmpty)
        }
        #expect(CityOutcome(city) == expected, "seed \(seed), order \(trial)")
        let again = try Offices.open(folder + "/c\(trial)", clock: Town.clock)
        #expect(CityOutcome(again) == expected, "seed \(seed), order \(trial)")
        try FileManager.default.removeItem(atPath: folder + "/c\(trial)")
      }
    }
  }
}
