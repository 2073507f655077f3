import CaseModel
import Casework
import Testing

@testable import Office

/// Legal days: China's calendar, whatever the machine's zone, and none on a real store that is still to come.
struct OfficeDayTests {
  /// A clock whose device shows a moment of 2026-11-28, so many hours after midnight UTC.
  private static func clock(hour: Int, today: String? = nil) -> Clock {
    // 2026-11-28T00:00:00Z.
    let midnight = 1_795_824_000
    return Clock(today: today.flatMap { CivilDate($0) }) { midnight + hour * 3600 }
  }

  @Test
  func `the day is the calendar day at UTC+8`() {
    #expect(Self.clock(hour: 15).today().description == "2026-11-28")
    #expect(Self.clock(hour: 15).time() == "23:00")
    // Four o'clock in the morning in China: a server that is kept in UTC wrote the day before.
    #expect(Self.clock(hour: 20).today().description == "2026-11-29")
    #expect(Self.clock(hour: 20).time() == "04:00")
    #expect(Self.clock(hour: 20).now() == "2026-11-28T20:00:00Z")
    #expect(Self.clock(hour: 20).moment().setDay == nil)
  }

  @Test
  func `a real store takes no day that is still to come, made or opened`() throws {
    let ahead = Self.clock(hour: 15, today: "2026-11-29")
    try Offices.withScratch { path in
      func refusal(_ work: () throws(OfficeError) -> Void) -> CivilDate? {
        do throws(OfficeError) {
          try work()
          return nil
        } catch {
          if case .dayAhead(let day, let clock) = error, clock.description == "2026-11-28" { return day }
          return nil
        }
      }
      let policy = try Offices.policy()
      #expect(
        refusal { () throws(OfficeError) in
          _ = try OpenOffice.create(
            path + "/made",
            office: OfficeIdentity(name: "甲局", district: "441881", policy: "qingyuan-2018-27"),
            founder: Operator(name: "甲", role: .supervisor, login: nil), policy: policy,
            pinyin: PinyinTable(),
            clock: ahead, isShared: false)
        } != nil)
      _ = try Offices.make(path + "/real", isTrial: false, clock: Self.clock(hour: 15))
      #expect(
        refusal { () throws(OfficeError) in
          _ = try OpenOffice.open(path + "/real", pinyin: PinyinTable(), clock: ahead)
        } != nil)
      // The clock's own day comes at 16:00 UTC.
      _ = try Offices.open(path + "/real", clock: Self.clock(hour: 16, today: "2026-11-29"))
      _ = try Offices.make(path + "/trial", isTrial: true, clock: Self.clock(hour: 15))
      let trial = try Offices.open(path + "/trial", clock: Self.clock(hour: 15, today: "2031-01-01"))
      #expect(trial.state.office?.isTrial == true)
    }
  }

  @Test
  func `a day that was set stands in the line and in the history, and outlives the snapshot`() throws {
    try Offices.withScratch { path in
      _ = try Offices.make(path, isTrial: false, clock: Self.clock(hour: 1))
      let behind = Self.clock(hour: 2, today: "2026-11-02")
      var office = try Offices.open(path, clock: behind)
      _ = try office.save(.enterApplicant(Offices.agency), by: Offices.clerk)
      office = try Offices.open(path, clock: Self.clock(hour: 3))
      _ = try office.save(.receiveFiling(Offices.grant(1)), by: Offices.clerk)
      let id = try #require(office.state.files.first?.filing.id)
      #expect(try office.saves(before: nil, count: 1) { _ in true }.saves.first?.day == nil)
      office = try Offices.open(path, clock: behind)
      var changed = try #require(office.state.file(id)?.filing)
      changed.received = Offices.day("2019-06-04")
      _ = try office.save(.changeFiling(changed), by: Offices.clerk)
      #expect(
        try office.saves(before: nil, count: 1) { _ in true }.saves.first?.day?.description == "2026-11-02")
      #expect(office.state.history(ofApplicant: "A001").map(\.day?.description) == ["2026-11-02"])
      #expect(office.state.file(id)?.history.map(\.day?.description) == [nil, "2026-11-02"])
      var bytes: [UInt8] = []
      StateImage.write(office.state, program: "test") { bytes += $0 }
      let image = try #require(StateImage(bytes))
      let kept = try #require(image.state(policies: office.state.given.policies, pinyin: PinyinTable()))
      #expect(kept.file(id)?.history.map(\.day?.description) == [nil, "2026-11-02"])
      #expect(kept.office?.isTrial == false)
    }
  }
}
