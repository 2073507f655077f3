import CaseModel
import Casework
import Journal
import SubsidyRules
import Testing

@testable import Office

/// Two desks of one city: what one of them gathers while the other one decides. A verdict is saved only on the basis that
/// stands then, and counts only while both of its lines do. Source: offices.md, Basis and verdict.
@Suite struct CityTwoDesksTests {
  private static let code = "441881"

  /// A county with two filings handed up and gathered, and a second desk of the city that shows them.
  private func inTown(_ work: (_ town: Town, _ desk: OpenOffice, _ ids: [String]) throws -> Void) throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: [Self.code, "441882"])
      let ids = try handedUp([1, 2], at: Self.code, in: town)
      try town.gather(town.bundle(Self.code))
      try work(town, try Offices.open(folder + "/city", clock: Town.clock), ids)
    }
  }

  private func handedUp(_ patents: [Int], at code: String, in town: Town) throws -> [String] {
    let ids = try town.review(code, patents, of: Town.agency(code))
    try town.take([.handUp], ids, at: town.county(code), by: town.head(code))
    return ids
  }

  private func changeAccount(_ account: String, in town: Town) throws {
    var agency = Town.agency(Self.code)
    agency.account = account
    _ = try town.county(Self.code).save(.changeApplicant(agency), by: town.head(Self.code))
  }

  private func refusal(_ command: Command, at desk: OpenOffice, _ town: Town) -> Refusal? {
    do throws(OfficeError) {
      _ = try desk.save(command, by: town.mayor)
      return nil
    } catch {
      if case .refused(let refusal) = error { return refusal }
      return nil
    }
  }

  private func record(_ sequence: Int, of office: OpenOffice) throws -> LineName {
    let head = try #require(try office.journal.records([sequence]).first?.head)
    return LineName(epoch: head.epoch, sequence: head.sequence, link: head.link.hex)
  }

  @Test func aVerdictRestsOnTheLastLinesOfBoth() throws {
    try inTown { town, desk, ids in
      let county = try town.county(Self.code)
      let seen = ids.map { desk.state.row($0) }
      try changeAccount("44009876543210", in: town)
      try town.gather(town.bundle(Self.code))
      // What the second desk saw of whom it is of is not what stands now.
      #expect(throws: OfficeError.self) { try desk.save(.step(StepRequest(.commit, seen)), by: town.mayor) }
      #expect(desk.own.offices.steps.isEmpty)
      try town.take([.commit], [ids[0]], at: desk, by: town.mayor)
      let step = try #require(desk.own.offices.steps.last)
      let file = try #require(county.own.file(ids[0]))
      let last = try #require(file.history.last).sequence
      let line = try #require(county.own.history(ofApplicant: file.filing.applicant).last).sequence
      let (ofFiling, ofApplicant) = (try record(last, of: county), try record(line, of: county))
      #expect(step.basis.filing == ofFiling && step.basis.applicant == ofApplicant && line > last)
      #expect(step.basis.rules == town.city.own.policyHash)
      _ = try town.city.follow()
      for city in [town.city, desk] {
        #expect(city.state.file(ids[0])?.standing == .approved)
        #expect(city.joint?.conflicts.contains { $0.kind == .moved } == false)
      }
    }
  }

  @Test func whatWasTakenBackMeanwhileIsNotCommitted() throws {
    try inTown { town, desk, ids in
      let county = try town.county(Self.code)
      let seen = ids.map { desk.state.row($0) }
      _ = try town.bundle(Self.code)
      var request = StepRequest(.withdraw, [county.state.row(ids[0])])
      request.paper = "撤回申请书"
      _ = try county.save(.step(request), by: town.head(Self.code))
      try town.gather(town.bundle(Self.code))
      #expect(throws: OfficeError.self) {
        try desk.save(.step(StepRequest(.commit, [seen[0]])), by: town.mayor)
      }
      #expect(desk.own.offices.steps.isEmpty && desk.state.file(ids[0])?.standing == .withdrawn)
      // The other one is as it was.
      _ = try desk.save(.step(StepRequest(.commit, [seen[1]])), by: town.mayor)
      #expect(desk.state.file(ids[1])?.filing.decided == Money(yuan: 500))
    }
  }

  /// A second history of the office comes to the other desk, and stands in one line of the city's journal.
  @Test func aForkThatTheOtherDeskTookInStopsThisOne() throws {
    try inTown { town, desk, ids in
      let county = try town.county(Self.code)
      let backup = town.folder + "/county.backup"
      _ = try county.journal.backup(to: backup)
      try changeAccount("44009876543210", in: town)
      try town.gather(town.bundle(Self.code))
      _ = try desk.follow()
      let seen = ids.map { desk.state.row($0) }
      let machine = try town.restored(backup, as: "machine", keysOf: county)
      _ = try machine.save(
        .receiveFiling(Offices.grant(9, of: "441881-A00001")), by: town.head(Self.code))
      let file = try machine.bundle(all: false, isPlain: false, by: town.head(Self.code)).bytes
      let before = town.city.journal.head.sequence
      try town.gather([file], at: town.city)
      #expect(town.city.journal.head.sequence == before + 1)
      #expect(throws: OfficeError.self) { try desk.save(.step(StepRequest(.commit, seen)), by: town.mayor) }
      #expect(desk.own.offices.steps.isEmpty)
      #expect(desk.state.joint.inConflict[ids[0]] == [.fork])
      // A desk that only looks comes to see it as well.
      let other = try Offices.open(town.folder + "/city", clock: Town.clock)
      #expect(other.state.joint.inConflict[ids[0]] == [.fork])
    }
  }

  /// A commit rests on the account that it was given on: where that line counts no more, the commit has no effect.
  @Test func aVerdictWithoutTheLineOfItsApplicantHasNoEffect() throws {
    try inTown { town, _, ids in
      let county = try town.county(Self.code)
      let backup = town.folder + "/county.backup"
      _ = try county.journal.backup(to: backup)
      try changeAccount("44009876543210", in: town)
      try town.gather(town.bundle(Self.code))
      try town.take([.commit], [ids[0]], at: town.city, by: town.mayor)
      #expect(town.city.state.file(ids[0])?.filing.decided == Money(yuan: 500))
      let machine = try town.restored(backup, as: "machine", keysOf: county)
      _ = try machine.save(
        .receiveFiling(Offices.grant(9, of: "441881-A00001")), by: town.head(Self.code))
      try town.gather(machine.bundle(all: false, isPlain: false, by: town.head(Self.code)).bytes)
      // The hand-up stands in both histories, the account in one of them.
      #expect(town.city.state.file(ids[0])?.standing == .handedUp)
      #expect(town.city.state.file(ids[0])?.filing.decided == nil)
      #expect(town.city.joint?.suspended.map(\.filing.id) == [ids[0]])
      let fork = try #require(town.city.joint?.conflicts.first { $0.kind == .fork })
      let tail = try #require(fork.keepable)
      _ = try town.city.save(
        .offices(.rule(Ruling(conflict: fork.id, verdict: .forkKeep(tail), parties: [], note: "备机停用"))),
        by: town.mayor)
      #expect(town.city.state.file(ids[0])?.filing.decided == Money(yuan: 500))
      #expect(town.city.joint?.suspended.isEmpty == true)
    }
  }

  /// A word on two claimants is not given while a third has come; what it was before stands beside the conflict then.
  @Test func aWordOnTwoIsNoneOnThree() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: [Self.code, "441882", "441821"])
      let first = try handedUp([7], at: Self.code, in: town)
      let second = try handedUp([7], at: "441882", in: town)
      try town.gather(town.bundle(Self.code), town.bundle("441882"))
      let desk = try Offices.open(folder + "/city", clock: Town.clock)
      let seen = try #require(desk.joint?.conflicts.first { $0.kind == .sameKey })
      #expect(seen.parties.map(\.id) == first + second && seen.earlierRuling == nil)
      let kept = try #require(desk.state.origin(of: first[0])?.filing)
      let word = Ruling(conflict: seen.id, verdict: .keep(kept), parties: seen.parties, note: "英德先收")
      _ = try town.city.save(.offices(.rule(word)), by: town.mayor)
      // The same word again is one on the same two, until the third is there.
      let third = try handedUp([7], at: "441821", in: town)
      try town.gather(town.bundle("441821"))
      #expect(refusal(.offices(.rule(word)), at: desk, town) == .offices(.unfitVerdict("keep")))
      let open = try #require(desk.joint?.conflicts.first { $0.kind == .sameKey })
      #expect(open.id == seen.id && open.ruling == nil)
      #expect(Set(open.parties.map(\.id)) == Set(first + second + third))
      #expect(open.earlierRuling?.verdict == .keep(kept))
      // Nobody is paid until the city has said it of all three; the one that was kept keeps its place.
      for id in first + second + third {
        #expect(throws: OfficeError.self) { try town.take([.commit], [id], at: desk, by: town.mayor) }
      }
      #expect(desk.state.file(first[0])?.decision.award == Money(yuan: 500))
      let whole = Ruling(conflict: open.id, verdict: .keep(kept), parties: open.parties, note: "仍以英德为先")
      _ = try desk.save(.offices(.rule(whole)), by: town.mayor)
      let ruled = try #require(desk.joint?.conflicts.first { $0.kind == .sameKey })
      #expect(ruled.ruling?.note == "仍以英德为先" && ruled.earlierRuling == nil)
      try town.take([.commit], first, at: desk, by: town.mayor)
      #expect(desk.state.sums.byYear[2019]?.award == MoneyTotal(Money(yuan: 500)))
    }
  }

  /// A county that went back to an old backup by itself takes no reply that speaks of lines which it lost.
  @Test func aReplyOnLostLinesIsNotTaken() throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: [Self.code])
      let county = try town.county(Self.code)
      let backup = folder + "/county.backup"
      _ = try county.journal.backup(to: backup)
      let ids = try handedUp([1], at: Self.code, in: town)
      try town.gather(town.bundle(Self.code))
      try town.take([.commit], ids, at: town.city, by: town.mayor)
      let reply = try town.city.reply(to: Self.code, by: town.mayor).bytes
      let machine = try town.restored(backup, as: "machine", keysOf: county)
      let head = machine.journal.head
      var found: ExchangeError?
      do throws(OfficeError) {
        _ = try machine.reply(reply)
      } catch {
        if case .exchange(let error) = error { found = error }
      }
      guard case .acknowledgedMissing(let sequence)? = found else {
        Issue.record("\(String(describing: found))")
        return
      }
      #expect(sequence == county.journal.head.sequence && machine.journal.head == head)
    }
  }
}
