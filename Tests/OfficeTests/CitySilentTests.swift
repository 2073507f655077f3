import CaseModel
import Casework
import SubsidyRules
import Testing

@testable import Office

/// Offices that a city had not heard from when a filing came: named with their days before it is decided, listed behind
/// it, and whom they had received before once that is known. Source: offices.md, Basis and verdict.
@Suite struct CitySilentTests {
  private final class PlayedDay: @unchecked Sendable {
    var day = CivilDate.first
    private static let epoch = CivilDate(year: 1970, month: 1, day: 1) ?? .first
    /// Ten in the morning in China.
    var seconds: Int { Self.epoch.days(to: day) * 86_400 + 2 * 3600 }
  }

  /// The grant of a utility model, 1000 yuan (art. 18): its key is the application's number, whoever claims, and it draws
  /// on no shared cap.
  private func claim(_ number: Int, at code: String, on day: String, _ town: Town) throws -> String {
    let county = try town.county(code)
    if county.own.people.applicants.isEmpty {
      _ = try county.save(.enterApplicant(Town.agency(code)), by: town.head(code))
    }
    var filing = Offices.ownGrant(number)
    (filing.applicant, filing.received) = ("\(code)-A00001", Offices.day(day))
    let saved = try county.save(.receiveFiling(filing), by: town.head(code))
    let id = try #require(saved?.changes.compactMap(\.record).first)
    try town.take([.accept, .review, .handUp], [id], at: county, by: town.head(code))
    return id
  }

  private func commit(_ id: String, note: String = "", _ town: Town) throws {
    var request = StepRequest(.commit, [town.city.state.row(id)])
    request.note = note
    _ = try town.city.save(.step(request), by: town.mayor)
  }

  private func passed(_ town: Town) -> [OfficeException] {
    town.city.state.exceptions(of: 2019).filter { exception in
      if case .passed = exception.kind { true } else { false }
    }
  }

  @Test func aKeyThatAnybodyMayHaveAsksForOfficesThatAreSilent() throws {
    let played = PlayedDay()
    played.day = Offices.day("2019-06-01")
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881", "441882"], clock: .played { played.seconds })
      _ = try town.county("441882").save(.enterApplicant(Town.agency("441882")), by: town.head("441882"))
      try town.gather(town.bundle("441882"))
      played.day = Offices.day("2019-06-10")
      let id = try claim(1, at: "441881", on: "2019-06-05", town)
      try town.gather(town.bundle("441881"))
      let silent = ["县局441882（2019-06-01）"]
      let found = #expect(throws: OfficeError.self) { try commit(id, town) }
      guard case .refused(.step(.officesSilent(let named)))? = found, named == silent else {
        Issue.record("\(String(describing: found))")
        return
      }
      #expect(passed(town).isEmpty)
      try commit(id, note: "已电话询问", town)
      #expect(passed(town).map(\.kind) == [.passed(offices: silent, overtaken: [])])
      #expect(passed(town).map(\.filing) == [id] && passed(town).map(\.step) == [.commit])
      // The other had received a claim of the same patent three days before, and one of another patent.
      let earlier = try claim(1, at: "441882", on: "2019-06-02", town)
      _ = try claim(2, at: "441882", on: "2019-06-02", town)
      try town.gather(town.bundle("441882"))
      #expect(passed(town).map(\.kind) == [.passed(offices: silent, overtaken: [earlier])])
      // What was decided later, when all had been heard, is none.
      let late = try claim(3, at: "441881", on: "2019-06-10", town)
      try town.gather(town.bundle("441881"))
      try commit(late, town)
      #expect(passed(town).count == 1)
      let again = try Offices.open(town.city.path, clock: Town.clock)
      #expect(again.state.exceptions(of: 2019) == town.city.state.exceptions(of: 2019))
      // An office that writes no more since was silent all the same.
      _ = try town.city.save(.offices(.retire(office: "441882", note: "撤并")), by: town.mayor)
      #expect(passed(town).count == 1)
      // Undone, it is no decision.
      try town.take([.undo], [id], at: town.city, by: town.mayor)
      #expect(passed(town).isEmpty)
    }
  }

  /// A bundle that was carried for weeks tells of its office up to the day on which it was written, whenever it is gathered.
  @Test func anOfficeIsKnownUpToTheDayOfItsOwnLastRecord() throws {
    let played = PlayedDay()
    played.day = Offices.day("2019-06-20")
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881", "441882"], clock: .played { played.seconds })
      _ = try town.county("441882").save(.enterApplicant(Town.agency("441882")), by: town.head("441882"))
      let carried = try town.bundle("441882")
      played.day = Offices.day("2019-08-10")
      let id = try claim(1, at: "441881", on: "2019-08-01", town)
      try town.gather(carried, town.bundle("441881"))
      func known(_ city: OpenOffice) -> [CivilDate?] {
        ["441881", "441882"].map { city.state.offices.office($0)?.silentSince }
      }
      let days = [Offices.day("2019-08-10"), Offices.day("2019-06-20")]
      #expect(known(town.city) == days)
      let silent = ["县局441882（2019-06-20）"]
      let found = #expect(throws: OfficeError.self) { try commit(id, town) }
      guard case .refused(.step(.officesSilent(let named)))? = found, named == silent else {
        Issue.record("\(String(describing: found))")
        return
      }
      try commit(id, note: "已电话询问", town)
      #expect(known(town.city) == days)
      #expect(passed(town).map(\.kind) == [.passed(offices: silent, overtaken: [])])
      let earlier = try claim(1, at: "441882", on: "2019-07-15", town)
      try town.gather(town.bundle("441882"))
      #expect(known(town.city) == [days[0], days[0]])
      #expect(passed(town).map(\.kind) == [.passed(offices: silent, overtaken: [earlier])])
      let again = try Offices.open(town.city.path, clock: .played { played.seconds })
      #expect(known(again) == known(town.city))
      #expect(again.state.exceptions(of: 2019) == town.city.state.exceptions(of: 2019))
    }
  }

  /// What an applicant gets once, by itself and under no cap, nobody else could have claimed before (art. 1, setting up).
  @Test func whatOnlyTheApplicantMayClaimAsksForNobody() throws {
    let played = PlayedDay()
    played.day = Offices.day("2019-06-01")
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881", "441882"], clock: .played { played.seconds })
      _ = try town.county("441882").save(.enterApplicant(Town.agency("441882")), by: town.head("441882"))
      try town.gather(town.bundle("441882"))
      played.day = Offices.day("2019-06-10")
      let county = try town.county("441881")
      _ = try county.save(.enterApplicant(Town.agency("441881")), by: town.head("441881"))
      let filing = Filing(
        id: "", item: "agency-setup", applicant: "441881-A00001", received: Offices.day("2019-06-05"),
        inputs: [.init("registeredOn", .text("2019-03-01")), .init("licensedOn", .text("2019-03-04"))])
      let saved = try county.save(.receiveFiling(filing), by: town.head("441881"))
      let id = try #require(saved?.changes.compactMap(\.record).first)
      try town.take([.accept, .review, .handUp], [id], at: county, by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      try commit(id, town)
      #expect(town.city.state.file(id)?.standing == .approved && passed(town).isEmpty)
    }
  }
}
