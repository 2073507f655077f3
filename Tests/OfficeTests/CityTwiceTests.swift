import CaseModel
import Casework
import Journal
import Testing

@testable import Office

/// What goes between a city and its county done twice is done once: bundle, gather, reply, take. Source: offices.md, Tests.
@Suite struct CityTwiceTests {
  private static let code = "441881"

  /// Two filings handed up and gathered, of which the city has committed the first and sent the second back.
  private func inTown(_ work: (_ town: Town, _ ids: [String]) throws -> Void) throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: [Self.code])
      let ids = try town.review(Self.code, [1, 2], of: Town.agency(Self.code))
      try town.take([.handUp], ids, at: town.county(Self.code), by: town.head(Self.code))
      try town.gather(town.bundle(Self.code))
      try town.take([.commit], [ids[0]], at: town.city, by: town.mayor)
      try town.take([.sendBack], [ids[1]], at: town.city, by: town.mayor)
      try work(town, ids)
    }
  }

  private func refusal(_ work: () throws -> Void) -> OfficesRefusal? {
    do {
      try work()
      return nil
    } catch {
      if case .refused(.offices(let refusal))? = error as? OfficeError { return refusal }
      return nil
    }
  }

  @Test func aReplyIsTakenOnce() throws {
    try inTown { town, ids in
      let county = try town.county(Self.code)
      let head = town.head(Self.code)
      let bytes = try town.city.reply(to: Self.code, by: town.mayor).bytes
      let arrived = try county.reply(bytes)
      #expect(try county.take(arrived, by: head) != nil)
      #expect(ids.map { county.own.file($0)?.standing } == [.approved, .sentBack])
      let (place, exported) = (county.journal.head, county.exported())
      let stories = ids.map { county.own.file($0)?.history }
      // The same once more: as it was read, and read anew.
      #expect(try county.take(arrived, by: head) == nil)
      #expect(try county.take(county.reply(bytes), by: head) == nil)
      #expect(county.journal.head == place && county.exported() == exported)
      // It went to the city's desk a second time, which wrote it anew: it tells nothing twice.
      try town.take(reply: Self.code)
      #expect(county.exported() == exported)
      #expect(ids.map { county.own.file($0)?.history } == stories)
    }
  }

  @Test func anEarlierReplyIsNotTakenBehindALaterOne() throws {
    try inTown { town, ids in
      let county = try town.county(Self.code)
      let replies = try (0..<2).map { _ in try town.city.reply(to: Self.code, by: town.mayor) }
      // Nothing of the first is known to be taken: the second carries it too.
      #expect(replies.map(\.number) == [1, 2] && replies.map(\.steps) == [2, 2])
      _ = try county.take(county.reply(replies[1].bytes), by: town.head(Self.code))
      #expect(ids.map { county.own.file($0)?.standing } == [.approved, .sentBack])
      let (place, exported) = (county.journal.head, county.exported())
      #expect(
        refusal { _ = try county.take(county.reply(replies[0].bytes), by: town.head(Self.code)) }
          == .olderReply(number: 1, last: 2))
      #expect(county.journal.head == place && county.exported() == exported)
      // Told and taken, the next one carries nothing of it.
      try town.gather(town.bundle(Self.code))
      #expect(try town.city.reply(to: Self.code, by: town.mayor).steps == 0)
    }
  }

  @Test func anotherCitysReplyIsNotTaken() throws {
    try inTown { town, _ in
      let other = try Town(town.folder + "/other", counties: [Self.code])
      let county = try town.county(Self.code)
      let bytes = try other.city.reply(to: Self.code, by: other.mayor).bytes
      let place = county.journal.head
      #expect(throws: OfficeError.self) { try county.reply(bytes) }
      #expect(county.journal.head == place && county.own.offices.taken == nil)
    }
  }

  /// Without work between them the second bundle brings its own line and nothing else.
  @Test func aSecondBundleWithoutWorkBringsOneLine() throws {
    try inTown { town, _ in
      try town.take(reply: Self.code)
      let first = try town.gather(town.bundle(Self.code))
      // The reply's line and the bundle's own.
      #expect(first.rows.map(\.outcome) == [.new(records: 2)])
      // That of the offices says the number of the last bundle.
      let outcome = CityOutcome(town.city, reports: ["offices"])
      let second = try town.bundle(Self.code)
      #expect(try town.gather(second).rows.map(\.outcome) == [.new(records: 1)])
      #expect(CityOutcome(town.city, reports: ["offices"]) == outcome)
      let head = town.city.journal.head
      let again = try town.city.rehearse([.bundle(name: "报送件", bytes: second)])
      #expect(again.changesNothing && again.rows.map(\.outcome) == [.known])
      #expect(try town.city.gather(again, by: town.mayor) == nil)
      #expect(town.city.journal.head == head)
      // Twice in one go, the file counts once as well.
      _ = try town.review(Self.code, [5], of: Town.agency(Self.code))
      let third = try town.bundle(Self.code)
      // Applicant and grants were there: receipt, acceptance, review, bundle.
      #expect(
        try town.gather([third, third], at: town.city).rows.map(\.outcome) == [.new(records: 4), .known])
      #expect(town.city.state.files.count == 3)
    }
  }
}
