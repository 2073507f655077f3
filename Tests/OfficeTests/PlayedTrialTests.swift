import CaseModel
import Casework
import Journal
import Testing

@testable import Office

/// A trial that a script plays: its moments and ids are given, so that the same steps make the same bytes; a real store
/// takes neither.
struct PlayedTrialTests {
  private static func clock(_ moment: String) throws -> Clock { try #require(Clock(standing: moment)) }

  private static func make(_ path: String, seed: String?, isTrial: Bool = true, clock: Clock) throws
    -> OpenOffice
  {
    try OpenOffice.create(
      path,
      office: OfficeIdentity(
        name: "英德市知识产权局", district: "441881", policy: "qingyuan-2018-27", isTrial: isTrial),
      founder: Operator(name: "陈主管", role: .supervisor, login: nil), policy: try Offices.policy(),
      pinyin: PinyinTable(), clock: clock, isShared: false, seed: seed)
  }

  /// An office with a clerk, an agency and a filing, at four moments of one morning.
  private static func play(_ path: String, seed: String?) throws -> OpenOffice {
    var office = try make(path, seed: seed, clock: clock("2019-06-03T08:30"))
    let supervisor = try office.signIn("陈主管", login: "somebody", pin: nil)
    office = try Offices.open(path, clock: clock("2019-06-03T08:45"))
    _ = try office.save(.addOperator(Operator(name: "李经办", role: .clerk, login: nil)), by: supervisor)
    office = try Offices.open(path, clock: clock("2019-06-03T09:10"))
    // Nobody sets a PIN: its salt would be another each time.
    let clerk = try office.signIn("李经办", login: "somebody", pin: nil)
    _ = try office.save(.enterApplicant(Offices.agency), by: clerk)
    office = try Offices.open(path, clock: clock("2019-06-03T09:20"))
    _ = try office.save(.receiveFiling(Offices.grant(1)), by: clerk)
    return office
  }

  @Test
  func `a moment is read at UTC+8, and nothing else is one`() throws {
    let clock = try Self.clock("2020-01-01T07:05")
    #expect(clock.now() == "2019-12-31T23:05:00Z")
    #expect(clock.today().description == "2020-01-01" && clock.time() == "07:05")
    #expect(clock.moment().setDay == nil && clock.dayAhead == nil)
    for text in [
      "2020-01-01", "2020-01-01T7:05", "2020-01-01T24:00", "2020-01-01T12:60", "2020-02-30T08:00",
      "2020-01-01 08:00", "2020-01-01T08:00:00", "2020-01-01T-8:00", "T08:00", "",
    ] {
      #expect(Clock(standing: text) == nil, "\(text)")
    }
  }

  /// The device's time of day on another day: one clock, which the lines have too.
  @Test
  func `a clock that runs from another day has one day everywhere`() throws {
    let day = try #require(CivilDate("2020-03-30"))
    let clock = Clock(runningFrom: day)
    // The test may run over midnight.
    #expect((0...1).contains(day.days(to: clock.today())))
    #expect(clock.moment().setDay == nil && clock.dayAhead == nil)
    #expect(Moment.officeDay(of: clock.now()) == clock.today())
  }

  @Test
  func `the same steps make the same bytes, another seed makes others`() throws {
    try Offices.withScratch { path in
      for (name, seed) in [("one", "甲"), ("two", "甲"), ("three", "乙"), ("four", nil)] {
        _ = try Self.play(path + "/" + name, seed: seed).journal.backup(to: path + "/\(name).backup")
      }
      let folder = StoreFolder(path)
      let made = try ["one", "two", "three", "four"].map { try folder.read("\($0).backup") }
      #expect(made[0] == made[1])
      #expect(made[0] != made[2] && made[0] != made[3])
    }
  }

  @Test
  func `a real store has random ids whatever seed is given, and takes no moment`() throws {
    try Offices.withScratch { path in
      let ids = try ["one", "two"].map { name in
        try Self.make(path + "/" + name, seed: "甲", isTrial: false, clock: Clock()).journal.identity.store
      }
      #expect(ids[0] != ids[1])
      func isRefused(_ work: () throws -> Void) -> Bool {
        do {
          try work()
          return false
        } catch {
          if case OfficeError.clockPlayed = error { return true }
          return false
        }
      }
      // Not even one that lies behind.
      let clock = try Self.clock("2019-06-03T08:30")
      #expect(isRefused { _ = try Self.make(path + "/three", seed: nil, isTrial: false, clock: clock) })
      #expect(isRefused { _ = try Offices.open(path + "/one", clock: clock) })
      #expect(
        isRefused {
          _ = try Offices.open(path + "/one", clock: Clock(runningFrom: Offices.day("2020-03-30")))
        })
      #expect(try Offices.open(path + "/one", clock: Clock()).asksForPINs)
    }
  }

  /// A PIN that somebody has set counts as ever.
  @Test
  func `a name with a PIN needs it in a trial that is played`() throws {
    try Offices.withScratch { path in
      let office = try Self.play(path + "/store", seed: "甲")
      try office.setPIN(
        "739164", by: SignedIn(name: "李经办"), cost: PINCost(rounds: 16, blockSize: 1, parallelism: 1))
      #expect(throws: OfficeError.self) { _ = try office.signIn("李经办", login: "somebody", pin: nil) }
    }
  }
}
