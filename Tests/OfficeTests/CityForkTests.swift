import CaseModel
import Casework
import Journal
import SubsidyRules
import Testing

@testable import Office

/// Two machines that go on from one store, by what the city gathers of both.
@Suite struct CityForkTests {
  private func inTown(_ work: (Town, OpenOffice) throws -> Void) throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881"])
      let county = try town.county("441881")
      _ = try town.review("441881", [0], of: Town.agency("441881"))
      let backup = folder + "/b.backup"
      _ = try county.journal.backup(to: backup)
      _ = try Journal.restore(backup, to: folder + "/restored", replaying: { _ in })
      let restored = try Offices.open(folder + "/restored", clock: Town.clock)
      try town.giveKeys(of: county, to: restored)
      try work(town, restored)
    }
  }

  private func file(_ number: Int, at office: OpenOffice, _ town: Town) throws -> [UInt8] {
    _ = try office.save(.receiveFiling(Offices.grant(number, of: "441881-A00001")), by: town.head("441881"))
    return try office.bundle(all: false, isPlain: false, by: town.head("441881")).bytes
  }

  private func fork(_ town: Town) throws -> OfficeConflict {
    let forks = town.city.joint?.conflicts.filter { $0.kind == .fork } ?? []
    #expect(forks.count == 1)
    return try #require(forks.first)
  }

  /// Whichever comes first, what both have counts and neither tail does, and the city can be worked with.
  @Test func bothOrdersNameOneFork() throws {
    for isRestoredFirst in [true, false] {
      try inTown { town, restored in
        let county = try town.county("441881")
        let files = try [file(1, at: county, town), file(2, at: restored, town)]
        for bytes in isRestoredFirst ? files.reversed() : files { try town.gather(bytes) }
        let conflict = try fork(town)
        #expect(conflict.ruling == nil)
        #expect(town.city.state.files.count == 1)
        let again = try Offices.open(town.folder + "/city", clock: Town.clock)
        #expect(again.state.files.count == 1 && again.journal.readOnly == nil)
        guard case .fork(let after, let known, let other)? = town.city.waiting.first?.reason else {
          Issue.record("no fork waits")
          return
        }
        #expect(known.utf8.count == 12 && other.utf8.count == 12)
        // The last record of both is that before the first line which only one has.
        let common = try county.journal.records([after + 1]).first?.head.link.hex.prefix(12)
        #expect([known, other].contains(String(common ?? "")))
      }
    }
  }

  /// The tail that the city keeps goes on counting with every further bundle.
  @Test func theKeptTailGoesOn() throws {
    try inTown { town, restored in
      let county = try town.county("441881")
      try town.gather(file(1, at: county, town))
      try town.gather(file(2, at: restored, town))
      let conflict = try fork(town)
      let tail = try #require(conflict.keepable)
      _ = try town.city.save(
        .offices(
          .rule(Ruling(conflict: conflict.id, verdict: .forkKeep(tail), parties: [], note: "备机停用"))),
        by: town.mayor)
      #expect(town.city.state.files.count == 2)
      try town.gather(file(3, at: county, town))
      #expect(town.city.state.files.count == 3)
      #expect(try fork(town).ruling != nil)
      let again = try Offices.open(town.folder + "/city", clock: Town.clock)
      #expect(again.state.files.count == 3)
    }
  }

  /// A file that waits and was signed with keys of before is told of by name, and so is one that is given.
  @Test func whatOldKeysHaveSignedIsTold() throws {
    try inTown { town, restored in
      let county = try town.county("441881")
      try town.gather(file(1, at: county, town))
      try town.gather(file(2, at: restored, town))
      #expect(town.city.waiting.count == 1)
      let onItsWay = try file(3, at: county, town)
      let new = try OpenOffice.newKeys()
      _ = try town.city.rekey("441881", new.bytes, fingerprint: new.fingerprint, by: town.mayor)
      let plan = try town.city.rehearse([.bundle(name: "在路上的", bytes: onItsWay)])
      func isOfOtherKeys(_ error: OfficeError?) -> Bool {
        if case .exchange(.otherKeys("441881"))? = error { true } else { false }
      }
      #expect(plan.refused.map(\.file) == ["在路上的"] && isOfOtherKeys(plan.refused.first?.error))
      #expect(plan.unread.count == 1 && isOfOtherKeys(plan.unread.first?.error))
      #expect(plan.unread.first?.file.hasPrefix("inbox/") == true)
    }
  }

  /// While nobody has ruled, what comes of either tail changes nothing that counts, and no step of the city's goes through.
  @Test func anOpenForkStopsTheOffice() throws {
    try inTown { town, restored in
      let county = try town.county("441881")
      let id = try #require(county.own.files.map(\.filing.id).first)
      try town.take([.handUp], [id], at: county, by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      try town.gather(file(2, at: restored, town))
      #expect(town.city.state.file(id)?.standing == .reviewed)
      let plan = try town.gather(file(3, at: county, town))
      #expect(plan.after.conflicts.contains { $0.kind == .fork && $0.ruling == nil })
      #expect(town.city.state.files.count == 1)
      let tail = try #require(fork(town).keepable)
      #expect(town.city.state.inConflict[id] == [.fork])
      _ = try town.city.save(
        .offices(
          .rule(Ruling(conflict: fork(town).id, verdict: .forkKeep(tail), parties: [], note: "备机停用"))),
        by: town.mayor)
      #expect(town.city.state.file(id)?.standing == .handedUp)
      try town.take([.commit], [id], at: town.city, by: town.mayor)
    }
  }

  /// Money that went out on lines which count no more stays in the books, is shown as such, and can be asked back.
  @Test func whatWasPaidOnATailThatDoesNotCountIsShown() throws {
    try inTown { town, restored in
      let county = try town.county("441881")
      let id = try #require(county.own.files.map(\.filing.id).first)
      try town.take([.handUp], [id], at: county, by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      try town.take([.commit, .publish, .pay], [id], at: town.city, by: town.mayor)
      #expect(town.city.state.paidUncounted.isEmpty && town.city.state.tieOut().isEmpty)
      try town.gather(file(2, at: restored, town))
      #expect(town.city.state.file(id)?.balance.kept == Money(yuan: 500))
      #expect(town.city.state.spending(of: 2019).months.map(\.net) == [MoneyTotal(Money(yuan: 500))])
      #expect(town.city.state.ledger.capRows.first?.used == MoneyTotal(Money(yuan: 500)))
      let writer = county.journal.identity.writer
      let paid = try #require(town.city.state.paidUncounted.first)
      #expect(paid.filing == OfficeFiling(writer: writer, id: id) && paid.kept == Money(yuan: 500))
      #expect(town.city.state.paidUncounted.count == 1)
      #expect(
        town.city.state.tieOut().map(\.kind) == [.paidUncounted(filing: id, office: "441881")])
      // What comes back of it is taken off, and taken off once.
      var back = StepRequest(.reclaim, [town.city.state.row(id)])
      (back.amount, back.grounds) = (Money(yuan: 200), ["audit"])
      _ = try town.city.save(.step(back), by: town.mayor)
      #expect(town.city.state.paidUncounted.map(\.kept) == [Money(yuan: 300)])
      #expect(town.city.state.file(id)?.balance.kept == Money(yuan: 300))
      // The tail that has its basis counts again, and the money stands where it was.
      let conflict = try fork(town)
      let tail = try #require(conflict.keepable)
      _ = try town.city.save(
        .offices(
          .rule(Ruling(conflict: conflict.id, verdict: .forkKeep(tail), parties: [], note: "备机停用"))),
        by: town.mayor)
      #expect(town.city.state.paidUncounted.isEmpty)
      #expect(town.city.state.file(id)?.balance.kept == Money(yuan: 300))
    }
  }
}
