import CaseModel
import Casework
import Foundation
import Journal
import Seeded
import SubsidyRules
import Testing

@testable import Office

/// Random work of two to nine writers, the city with them, part of it decided and told, gathered in random orders and
/// groups, with repeats: the city comes to the same, filing by filing and byte for byte. What comes late for a sealed year is
/// among it, what an office sends that was retired, what was taken back behind a commit and ruled on, and both tails of a
/// fork of which one is kept. With ZIZHU_LONG_TESTS 500 orders of 50 such offices, else some.
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

  /// Lets the city rule on patents of several offices, commit some of what was handed up and send some back. Gives those
  /// that it has committed.
  private func decide(in town: Town, _ random: inout some RandomNumberGenerator) throws -> [String] {
    for conflict in town.city.joint?.conflicts ?? [] where conflict.kind == .sameKey {
      guard let party = conflict.parties.randomElement(using: &random) else { continue }
      let kept = OfficeFiling(writer: party.writer, id: party.id)
      let word = Ruling(conflict: conflict.id, verdict: .keep(kept), parties: conflict.parties, note: "已核")
      _ = try town.city.save(.offices(.rule(word)), by: town.mayor)
    }
    var committed: [String] = []
    for file in town.city.state.files where file.standing == .handedUp {
      let isSentBack = !committed.isEmpty && Int.random(in: 0..<4, using: &random) == 0
      var request = StepRequest(
        isSentBack ? .sendBack : .commit, [town.city.state.row(file.filing.id)])
      request.note = "已核"
      guard (try? town.city.save(.step(request), by: town.mayor)) != nil, !isSentBack else { continue }
      committed.append(file.filing.id)
    }
    return committed
  }

  /// The city seals the year before, of which it has one filing of its own.
  private func seal(in town: Town) throws {
    var old = Offices.grant(99)
    (old.id, old.stage, old.decided) = ("OLD", .paid, Money(yuan: 500))
    old.received = Offices.day("2018-06-03")
    old.inputs[1].value = .text("2018-05-07")
    _ = try town.city.save(.importCases(applicants: [Offices.agency], filings: [old]), by: town.mayor)
    _ = try town.city.save(
      .sealYear(2018, note: "年终", seen: town.city.state.yearSums(of: 2018)), by: town.mayor)
  }

  /// An office takes one back that the city has committed meanwhile, and the city says that it is taken back, or is not.
  private func takeBack(_ id: String, in town: Town, _ random: inout some RandomNumberGenerator) throws {
    let own = try #require(town.city.state.origin(of: id)?.filing.id)
    let code = try #require(town.counties.first { $0.value.own.file(own) != nil }?.key)
    try town.withdraw([own], at: code)
    let found = try #require(town.open(.void).first { $0.filings == [id] })
    try town.rule(found, Bool.random(using: &random) ? .void : .confirm)
  }

  /// Some offices bring filings of the sealed year, of patents that nobody else claims. Gives their bundles.
  private func comeLate(
    _ codes: [String], in town: Town, _ random: inout some RandomNumberGenerator
  ) throws -> [[UInt8]] {
    try codes.enumerated().filter { $0.offset == 0 || Bool.random(using: &random) }.map { place, code in
      let ids = try town.review(
        code, [70 + place], of: Town.agency(code), on: "2018-0\(Int.random(in: 6...9, using: &random))-11")
      if Bool.random(using: &random) {
        try town.take([.handUp], ids, at: town.county(code), by: town.head(code))
      }
      return try town.bundle(code)
    }
  }

  /// A disk is copied and both go on; the city keeps one tail, whose machine is the office from then on. Gives the other.
  private func fork(
    _ code: String, in town: inout Town, _ random: inout some RandomNumberGenerator
  ) throws -> OpenOffice {
    let county = try town.county(code)
    let backup = town.folder + "/\(code).backup"
    _ = try county.journal.backup(to: backup)
    let copy = try town.restored(backup, as: "\(code)-copy", keysOf: county)
    for (place, machine) in [county, copy].shuffled(using: &random).enumerated() {
      _ = try machine.save(
        .receiveFiling(Offices.grant(40 + place, of: "\(code)-A00001")), by: town.head(code))
      try town.gather(
        [try machine.bundle(all: false, isPlain: false, by: town.head(code)).bytes], at: town.city)
    }
    let found = try #require(town.open(.fork).first)
    let choices = try #require(town.city.joint).choices(on: found)
    guard case .verdict(let tail)? = choices.randomElement(using: &random), choices.count == 2 else {
      throw Offices.Missing()
    }
    try town.rule(found, tail)
    let kept = town.city.own.offices.office(code)?.gathered?.head.link
    let isCopy = copy.journal.head.link.hex == kept
    #expect(isCopy || county.journal.head.link.hex == kept)
    if isCopy { town.goOn(code, at: copy) }
    return isCopy ? county : copy
  }

  /// An act that never came about would be held by nothing.
  private func allHasHappened(in town: Town, retired: String?) throws {
    let joint = try #require(town.city.joint)
    #expect(town.city.state.files.count > 5 && !joint.noted.late.isEmpty)
    for kind in [ConflictKind.void, .fork] {
      #expect(joint.conflicts.contains { $0.kind == kind }, "\(kind)")
    }
    guard let retired else { return }
    let ended = try #require(town.city.own.offices.office(retired)?.gathered?.head)
    let went = try town.county(retired)
    #expect(went.journal.head.sequence > ended.sequence && went.own.files.count > 1)
    #expect(went.own.files.contains { joint.state.file($0.filing.id) == nil })
  }

  @Test(arguments: 1...(Offices.isLong ? 50 : 2)) func ordersComeToTheSame(seed: Int) throws {
    var random = SeededNumbers(seed)
    try Offices.withScratch { folder in
      let codes = Array(Self.codes[..<(Offices.isLong ? seed % 8 + 1 : seed * 2)])
      var town = try Town(folder, counties: codes)
      var known = try work(in: town, codes, months: 4...5, &random)
      // Whatever else is handed up, this one is: granted the day before, it comes first of what is paid.
      let first = try town.review(codes[0], [60], of: Town.agency(codes[0]), on: "2019-05-08")
      try town.take([.handUp], first, at: town.county(codes[0]), by: town.head(codes[0]))
      known.append(try town.bundle(codes[0]))
      for bundle in known { try town.gather(bundle) }
      try seal(in: town)
      let committed = try decide(in: town, &random)
      try takeBack(#require(committed.randomElement(using: &random)), in: town, &random)
      let lost = try fork(codes[0], in: &town, &random)
      let retired = codes.count > 2 ? codes[2] : nil
      if let retired {
        _ = try town.city.save(.offices(.retire(office: retired, note: "撤并")), by: town.mayor)
      }
      // Some were told what was decided, and begin their next bundles behind it.
      for code in codes where Bool.random(using: &random) { try town.take(reply: code) }
      let backup = folder + "/city.backup"
      _ = try town.city.journal.backup(to: backup)
      var bundles = try work(in: town, codes, months: 6...7, &random)
      bundles += try comeLate(codes, in: town, &random)
      bundles.append(try lost.bundle(all: false, isPlain: false, by: town.head(codes[0])).bytes)
      for bundle in bundles { try town.gather(bundle) }
      let expected = CityOutcome(town.city)
      try allHasHappened(in: town, retired: retired)
      for trial in 0..<(Offices.isLong ? 10 : 3) {
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
