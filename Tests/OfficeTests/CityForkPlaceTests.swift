import CaseModel
import Casework
import Foundation
import Journal
import Testing

@testable import Office

/// One history that goes on in two ways or three from any of its records: whichever tail comes first, and in however many
/// files, the city finds one fork of one name, counts what all have in common, and nothing behind it. Source: offices.md,
/// Conflicts, 3.
@Suite struct CityForkPlaceTests {
  private static let code = "441881"

  /// A county's records from joining on, a backup behind each, and the city's of before it gathered any.
  private func inTown(
    _ work: (_ town: Town, _ city: String, _ places: [(record: Int, filings: Int, backup: String)]) throws ->
      Void
  ) throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: [Self.code])
      let county = try town.county(Self.code)
      let head = town.head(Self.code)
      let city = folder + "/city.backup"
      _ = try town.city.journal.backup(to: city)
      var places: [(record: Int, filings: Int, backup: String)] = []
      func keep() throws {
        let backup = folder + "/\(places.count).backup"
        _ = try county.journal.backup(to: backup)
        places.append((county.journal.head.sequence, county.own.files.count, backup))
      }
      try keep()
      _ = try county.save(.enterApplicant(Town.agency(Self.code)), by: head)
      try keep()
      for patent in 0..<2 {
        _ = try county.save(.receiveFiling(Offices.grant(patent, of: "441881-A00001")), by: head)
        try keep()
        let id = try #require(county.own.files.last).filing.id
        for step in [Step.accept, .review, .handUp] {
          try town.take([step], [id], at: county, by: head)
          try keep()
        }
        _ = try town.bundle(Self.code)
        try keep()
      }
      try work(town, city, places)
    }
  }

  /// What a machine goes on with: some changes of its own, then its bundle.
  private func tail(_ changes: Int, at office: OpenOffice, _ town: Town) throws -> [UInt8] {
    for number in 0..<changes {
      var agency = office.own.applicant("441881-A00001") ?? Town.agency(Self.code)
      agency.phone = "1380763\(office.journal.head.sequence + 1000)"
      agency.account = "440012345\(office.path.utf8.count)\(number)"
      let isThere = office.own.applicant(agency.id) != nil
      _ = try office.save(
        isThere ? .changeApplicant(agency) : .enterApplicant(agency), by: town.head(Self.code))
    }
    return try office.bundle(all: false, isPlain: false, by: town.head(Self.code)).bytes
  }

  private func fork(_ city: OpenOffice) throws -> OfficeConflict {
    let forks = (city.joint?.conflicts ?? []).filter { $0.kind == .fork }
    #expect(forks.count == 1, "\(forks.map(\.subject))")
    return try #require(forks.first)
  }

  private func places(ofForksIn city: OpenOffice) -> Set<Int> {
    Set(
      city.waiting.compactMap { file in
        if case .fork(let after, _, _) = file.reason { after } else { nil }
      })
  }

  @Test func atEachRecordInBothOrders() throws {
    try inTown { town, backup, places in
      let county = try town.county(Self.code)
      // The county's own goes on behind the last place, too.
      let own = try tail(1, at: county, town)
      for (number, place) in places.enumerated() {
        let machine = try town.restored(place.backup, as: "m\(number)", keysOf: county)
        let first = try tail(number % 3 + 1, at: machine, town)
        let second = try tail(1, at: machine, town)
        var ids: Set<String> = []
        var outcomes: [CityOutcome] = []
        let orders: [[[[UInt8]]]] = [
          [[own], [first], [second]], [[first], [second], [own]], [[first, own, second]],
        ]
        for (order, files) in orders.enumerated() {
          let city = try town.city(from: backup, as: "c\(number)-\(order)")
          for file in files { try town.gather(file, at: city) }
          let found = try fork(city)
          ids.insert(found.id)
          #expect(found.ruling == nil && found.subject.contains("第 \(place.record + 1) 条起"))
          #expect(self.places(ofForksIn: city) == [place.record], "\(number) \(order)")
          // All of what both have counts, and no more.
          #expect(city.state.files.count == place.filings, "\(number) \(order)")
          outcomes.append(CityOutcome(city, besides: [.fork]))
          let again = try Offices.open(town.folder + "/c\(number)-\(order)", clock: Town.clock)
          #expect(CityOutcome(again) == CityOutcome(city))
        }
        #expect(ids.count == 1, "record \(place.record)")
        #expect(outcomes.allSatisfy { $0 == outcomes[0] }, "record \(place.record)")
      }
    }
  }

  /// The disk of the office copied, with its keys, and both go on in the same segment.
  @Test func aCopiedDiskIsNoOther() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: [Self.code])
      let county = try town.county(Self.code)
      let backup = folder + "/city.backup"
      _ = try town.city.journal.backup(to: backup)
      _ = try town.review(Self.code, [0], of: Town.agency(Self.code))
      let common = county.journal.head.sequence
      try FileManager.default.copyItem(atPath: folder + "/" + Self.code, toPath: folder + "/copy")
      let copy = try Offices.open(folder + "/copy", clock: Town.clock)
      let files = [try tail(2, at: county, town), try tail(1, at: copy, town)]
      var ids: Set<String> = []
      for order in [[0, 1], [1, 0]] {
        let city = try town.city(from: backup, as: "c\(order[0])")
        for place in order { try town.gather([files[place]], at: city) }
        ids.insert(try fork(city).id)
        #expect(places(ofForksIn: city) == [common])
        #expect(city.state.files.count == 1)
      }
      #expect(ids.count == 1)
    }
  }

  /// Three tails, of which two part later from each other than the third from both: it is one fork, at the first record
  /// that not all have, in all six orders; once the city has said which one holds there, what parts behind it is the next.
  @Test func threeTailsPartAtTheFirstRecord() throws {
    try inTown { town, backup, places in
      let county = try town.county(Self.code)
      let (early, late) = (places[3], places[8])
      var files = [try tail(1, at: county, town)]
      for (place, name) in [(late, "late"), (early, "early")] {
        files.append(try tail(2, at: try town.restored(place.backup, as: name, keysOf: county), town))
      }
      var ids: Set<String> = []
      for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let name = "c" + order.map { "\($0)" }.joined()
        let city = try town.city(from: backup, as: name)
        for place in order { try town.gather([files[place]], at: city) }
        let first = try fork(city)
        ids.insert(first.id)
        #expect(city.state.files.count == early.filings)
        func keep(_ fork: OfficeConflict) throws {
          let tail = try #require(fork.keepable)
          _ = try city.save(
            .offices(
              .rule(Ruling(conflict: fork.id, verdict: .forkKeep(tail), parties: [], note: "另一台停用"))),
            by: town.mayor)
        }
        try keep(first)
        let open = (city.joint?.conflicts ?? []).filter { $0.kind == .fork && $0.ruling == nil }
        if order[0] == 2 {
          // Of the tail that parted first nothing else stands in the store.
          #expect(open.isEmpty)
        } else {
          #expect(open.count == 1 && open[0].id != first.id)
          #expect(city.state.files.count == late.filings)
          try keep(try #require(open.first))
        }
        #expect(city.joint?.conflicts.contains { $0.ruling == nil } == false)
        // Each of the three had received its filings before it parted.
        #expect(city.state.files.count == [2, late.filings, early.filings][order[0]])
      }
      #expect(ids.count == 1)
    }
  }
}
