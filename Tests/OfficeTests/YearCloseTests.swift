import CaseModel
import Casework
import Journal
import Testing

@testable import Office

/// The end of a year over a city and its counties: closed, compared, sealed, and what comes late waits.
@Suite struct YearCloseTests {
  private static let later = Clock(today: CivilDate(year: 2020, month: 1, day: 10))

  /// A city with one county, in January, that has two filings of the year before: one committed, one sent back.
  private func inTown(_ work: (Town, _ ids: [String]) throws -> Void) throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881"], clock: Self.later)
      let ids = try town.review("441881", 0..<2, of: Town.agency("441881"))
      try town.take([.handUp], ids, at: town.county("441881"), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      try town.take([.commit], [ids[0]], at: town.city, by: town.mayor)
      try town.take([.sendBack], [ids[1]], at: town.city, by: town.mayor)
      try town.take(reply: "441881")
      try work(town, ids)
    }
  }

  private func seal(_ office: OpenOffice, by who: SignedIn) throws {
    _ = try office.save(.sealYear(2019, note: "年终", seen: office.state.yearSums(of: 2019)), by: who)
  }

  private func close(_ town: Town) throws -> YearClose {
    let county = try town.county("441881")
    try seal(county, by: town.head("441881"))
    try town.gather(town.bundle("441881"))
    let seal = try #require(county.own.seal(of: 2019))
    let row = try #require(town.city.closeRows(of: 2019).first)
    #expect(row.isSealed(by: seal.head))
    #expect(row.seal?.sums == seal.sums)
    return YearClose(year: 2019, seal: seal.sequence)
  }

  private func accept(_ close: YearClose, _ town: Town) throws {
    _ = try town.city.save(.offices(.acceptClose(office: "441881", close)), by: town.mayor)
  }

  @Test func aYearIsClosedByTheCountyAndSealedByTheCity() throws {
    try inTown { town, ids in
      let county = try town.county("441881")
      // What came back is to be handed up again first.
      #expect(throws: OfficeError.self) { try seal(county, by: town.head("441881")) }
      try town.take([.review, .handUp], [ids[1]], at: county, by: town.head("441881"))
      let close = try close(town)
      // Nobody opens it at the county.
      #expect(throws: OfficeError.self) {
        try county.save(.unsealYear(2019, note: "漏了一件"), by: town.head("441881"))
      }
      // Who wants something changed there is sent to the city, not to a way that is barred.
      do throws(OfficeError) {
        let new = Offices.grant(9, of: Town.agency("441881").id)
        _ = try county.save(.receiveFiling(new), by: town.head("441881"))
        Issue.record("a filing came into a year that was closed towards the city")
      } catch {
        guard case .refused(.seal(.closedForCity(2019))) = error else { throw error }
      }
      try town.take([.commit], [ids[1]], at: town.city, by: town.mayor)
      #expect(throws: OfficeError.self) { try seal(town.city, by: town.mayor) }
      try accept(close, town)
      try seal(town.city, by: town.mayor)
      let sealed = try #require(town.city.own.seal(of: 2019))
      #expect(sealed.heads.count == 1)
      #expect(sealed.sums.award == MoneyTotal(Money(yuan: 1000)))
      // The county's lines count further than the city's; none of them came behind the seal.
      _ = try town.city.save(.unsealYear(2019, note: "核对"), by: town.mayor)
      #expect(county.journal.head.sequence > sealed.sequence)
      #expect(town.city.state.correction(of: 2019)?.lines == [])
    }
  }

  /// A close that was given back, and that the county has opened since, is accepted by no later word.
  @Test func aCloseThatWasOpenedAgainSealsNothing() throws {
    try inTown { town, ids in
      try town.take([.review, .handUp], [ids[1]], at: town.county("441881"), by: town.head("441881"))
      let close = try close(town)
      try town.take([.commit], [ids[1]], at: town.city, by: town.mayor)
      let returned = YearClose(year: 2019, seal: close.seal, note: "漏报一件")
      _ = try town.city.save(.offices(.returnClose(office: "441881", returned)), by: town.mayor)
      try town.take(reply: "441881")
      try town.gather(town.bundle("441881"))
      try? accept(close, town)
      #expect(throws: OfficeError.self) { try seal(town.city, by: town.mayor) }
    }
  }

  /// Accepted behind all before the county was told: it is told nothing of what was given back.
  @Test func aCloseThatIsAcceptedAfterAllStaysClosed() throws {
    try inTown { town, ids in
      try town.take([.review, .handUp], [ids[1]], at: town.county("441881"), by: town.head("441881"))
      let close = try close(town)
      try town.take([.commit], [ids[1]], at: town.city, by: town.mayor)
      let returned = YearClose(year: 2019, seal: close.seal, note: "漏报一件")
      _ = try town.city.save(.offices(.returnClose(office: "441881", returned)), by: town.mayor)
      try accept(close, town)
      try town.take(reply: "441881")
      #expect(try town.county("441881").own.seal(of: 2019)?.sequence == close.seal)
      try seal(town.city, by: town.mayor)
    }
  }

  /// What a county does behind the seal to a filing of the year is listed, and counts nothing until the year is opened.
  @Test func whatComesLateWaitsApart() throws {
    try inTown { town, ids in
      let county = try town.county("441881")
      try town.take([.review, .handUp], [ids[1]], at: county, by: town.head("441881"))
      let close = try close(town)
      try accept(close, town)
      try town.take([.commit], [ids[1]], at: town.city, by: town.mayor)
      try seal(town.city, by: town.mayor)
      _ = try town.city.save(.unsealYear(2019, note: "试"), by: town.mayor)
      // Given back: the county may go on in it.
      let returned = YearClose(year: 2019, seal: close.seal, note: "漏报一件")
      _ = try town.city.save(.offices(.returnClose(office: "441881", returned)), by: town.mayor)
      try town.take(reply: "441881")
      #expect(county.own.seal(of: 2019) == nil)
      #expect(throws: OfficeError.self) { try seal(town.city, by: town.mayor) }
      // Sealed with it open at the county would be late: the county closes, the city seals, the county's copy goes on.
      let again = try self.close(town)
      try accept(again, town)
      try seal(town.city, by: town.mayor)
      let giveBack = YearClose(year: 2019, seal: again.seal, note: "再漏")
      #expect(throws: OfficeError.self) {
        try town.city.save(.offices(.returnClose(office: "441881", giveBack)), by: town.mayor)
      }
    }
  }

  /// A county that never closed and brings a filing of the sealed year.
  @Test func aFilingOfASealedYearIsInNoSum() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881", "441882"], clock: Self.later)
      for code in ["441881", "441882"] {
        _ = try town.county(code).save(.enterApplicant(Town.agency(code)), by: town.head(code))
        try town.gather(town.bundle(code))
      }
      let ids = try town.review("441881", [0], of: Town.agency("441881"))
      try town.take([.handUp], ids, at: town.county("441881"), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      try town.take([.commit], ids, at: town.city, by: town.mayor)
      try accept(close(town), town)
      try seal(town.city, by: town.mayor)
      let late = try town.review("441882", [1], of: Town.agency("441882"))
      // A first look says so too, and finds nothing damaged because the bytes do not stand here yet.
      let bytes = try town.bundle("441882")
      let plan = try town.city.rehearse([.bundle(name: "报送件", bytes: bytes)])
      #expect(plan.after.conflicts.contains { $0.isLate } && plan.after.state.file(late[0]) == nil)
      #expect(town.city.journal.readOnly == nil && town.city.gathered.damaged.isEmpty)
      try town.gather(bytes)
      #expect(town.city.state.file(late[0]) == nil)
      #expect(town.city.state.sums.byYear[2019]?.award == MoneyTotal(Money(yuan: 500)))
      let conflict = try #require(town.city.joint?.conflicts.first { $0.isLate })
      #expect(conflict.kind == .moved && conflict.subject.contains(late[0]))
      let again = try Offices.open(folder + "/city", clock: Self.later)
      #expect(again.exported() == town.city.exported())
      _ = try town.city.save(.unsealYear(2019, note: "连州迟到一件"), by: town.mayor)
      #expect(town.city.state.file(late[0])?.standing == .reviewed)
      #expect(town.city.state.sums.byYear[2019]?.award == MoneyTotal(Money(yuan: 1000)))
    }
  }

  /// A seal names a head on one tail of a fork, and the city keeps the other: the seal closes the year up to what both have,
  /// and what the kept machine has behind it is late, however few lines that are.
  @Test func whatAKeptTailHasBehindASealIsLate() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881", "441882"], clock: Self.later)
      let (other, head) = (try town.county("441882"), town.head("441882"))
      var agency = Town.agency("441882")
      _ = try other.save(.enterApplicant(agency), by: head)
      try town.gather(town.bundle("441882"))
      let backup = folder + "/441882.backup"
      _ = try other.journal.backup(to: backup)
      for digit in 1...9 {
        agency.account = "4400123456789\(digit)"
        _ = try other.save(.changeApplicant(agency), by: head)
      }
      try town.gather(town.bundle("441882"))
      _ = try town.committed([0], "441881")
      try accept(close(town), town)
      try seal(town.city, by: town.mayor)
      let machine = try town.restored(backup, as: "machine", keysOf: other)
      let saved = try machine.save(.receiveFiling(Offices.grant(1, of: agency.id)), by: head)
      let late = try #require(saved?.changes.compactMap(\.record).first)
      try town.gather(machine.bundle(all: false, isPlain: false, by: head).bytes)
      // Fewer lines than the seal has of the other tail.
      let sealed = try #require(town.city.own.seal(of: 2019)?.heads[other.journal.identity.writer])
      #expect(machine.journal.head.sequence < sealed.sequence)
      guard case .fork(_, _, let tail)? = town.city.waiting.first(where: \.isFork)?.reason else {
        throw Offices.Missing()
      }
      try town.rule(#require(town.open(.fork).first), .forkKeep(tail))
      #expect(town.city.joint?.noted.late.map(\.id) == [late] && town.city.state.file(late) == nil)
      #expect(town.city.state.sums.byYear[2019]?.award == MoneyTotal(Money(yuan: 500)))
      let again = try Offices.open(town.city.path, clock: Self.later)
      #expect(again.joint?.noted.late.map(\.id) == [late] && again.exported() == town.city.exported())
    }
  }

  /// What is late for a sealed year is of the seventh kind whatever was done: offices.md, Conflicts, 7. A filing of the sealed
  /// year that its county takes back waits apart like any other.
  @Test func whatIsTakenBackLateIsLateToo() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881", "441882"], clock: Self.later)
      let other = try town.county("441882")
      _ = try other.save(.enterApplicant(Town.agency("441882")), by: town.head("441882"))
      try town.gather(town.bundle("441882"))
      let ids = try town.committed([0], "441881")
      try accept(close(town), town)
      try seal(town.city, by: town.mayor)
      let late = try town.review("441882", [1], of: Town.agency("441882"))
      var request = StepRequest(.withdraw, late.map { other.state.row($0) })
      request.paper = "撤回申请书"
      _ = try other.save(.step(request), by: town.head("441882"))
      try town.gather(town.bundle("441882"))
      let found = (town.city.joint?.conflicts ?? []).filter(\.isLate)
      #expect(found.map(\.kind) == [.moved] && found.allSatisfy { $0.id.hasPrefix("K7-") })
      #expect(found.map(\.verdicts) == [["noted"]] && town.open(.void).isEmpty)
      #expect(town.city.state.filings(FilingFilter()).map(town.city.state.files.id) == ids)
    }
  }

  /// A county that was admitted when the year was sealed already: all that it has in it waits apart. What has come since
  /// stands on the correction sheet once the year is opened, decided amounts alone.
  @Test func anOfficeThatTheSealDoesNotNameIsLate() throws {
    try inTown { town, ids in
      try town.take([.review, .handUp], [ids[1]], at: town.county("441881"), by: town.head("441881"))
      try accept(close(town), town)
      try town.take([.commit], [ids[1]], at: town.city, by: town.mayor)
      try seal(town.city, by: town.mayor)
      let new = try Town.make(town.folder + "/441882", "县局441882", "441882", "主管441882", Self.later)
      let enrolment = try town.city.enrol(name: "县局441882", district: "441882", letter: nil, by: town.mayor)
      let answer = try new.join(OpenOffice.offer(enrolment.bytes), by: town.head("441882"))
      _ = try town.city.admit(answer.bytes, fingerprint: answer.fingerprint, by: town.mayor)
      _ = try new.save(.enterApplicant(Town.agency("441882")), by: town.head("441882"))
      _ = try new.save(.receiveFilings([Offices.grant(5, of: "441882-A00001")]), by: town.head("441882"))
      try town.gather(new.bundle(all: false, isPlain: false, by: town.head("441882")).bytes)
      let late = try #require(new.own.files.first).filing.id
      #expect(town.city.state.file(late) == nil)
      #expect(town.city.state.sums.byYear[2019]?.award == MoneyTotal(Money(yuan: 1000)))
      #expect(town.city.joint?.conflicts.contains { $0.isLate && $0.subject.contains(late) } == true)
      let again = try Offices.open(town.folder + "/city", clock: Self.later)
      #expect(again.exported() == town.city.exported())
      _ = try town.city.save(.unsealYear(2019, note: "连州迟到一件"), by: town.mayor)
      #expect(town.city.state.file(late)?.standing == .received)
      // Nobody has decided it: the sheet moves by nothing, and its lines come to what the sums do.
      let correction = try #require(town.city.state.correction(of: 2019))
      #expect(correction.lines.map(\.filing) == [late])
      #expect(correction.lines.map(\.before) == [nil] && correction.difference == .zero)
      #expect(correction.after.award - correction.seal.sums.award == correction.difference)
    }
  }
}
