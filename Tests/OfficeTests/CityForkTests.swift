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
      let plan = try town.gather(file(3, at: county, town))
      // What the other tail had brought is not told again with every stick that comes.
      #expect(plan.rows.map(\.wasHeld) == [false])
      #expect(town.city.state.files.count == 3)
      #expect(try fork(town).ruling != nil)
      let again = try Offices.open(town.folder + "/city", clock: Town.clock)
      #expect(again.state.files.count == 3)
    }
  }

  private func keep(_ tail: String, of conflict: OfficeConflict, _ town: Town) throws {
    let ruling = Ruling(conflict: conflict.id, verdict: .forkKeep(tail), parties: [], note: "备机停用")
    _ = try town.city.save(.offices(.rule(ruling)), by: town.mayor)
  }

  /// What the machine had entered whose tail is not kept goes back with the reply, once, and lies there for whoever entered it.
  @Test func theOtherTailsFilingsComeBackAsDrafts() throws {
    try inTown { town, restored in
      let county = try town.county("441881")
      try town.gather(file(1, at: county, town))
      // Two bundles of the other machine, of which the second repeats the first.
      try town.gather(file(2, at: restored, town))
      try town.gather(file(3, at: restored, town))
      let lost = restored.own.files.map(\.filing).suffix(2)
      #expect(try town.city.reply(to: "441881", by: town.mayor).returned == 0)
      let conflict = try fork(town)
      try keep(try #require(conflict.keepable), of: conflict, town)
      try town.gather(file(4, at: county, town))
      let reply = try town.city.reply(to: "441881", by: town.mayor)
      #expect(reply.returned == 2)
      let head = town.head("441881")
      let arrived = try county.reply(reply.bytes)
      #expect(arrived.returned.map(\.filing) == Array(lost))
      #expect(arrived.returned.allSatisfy { $0.by == head.name && $0.applicant.id == "441881-A00001" })
      func draft(_ one: ReturnedFiling) -> UnsavedWork {
        UnsavedWork(filing: UnsavedForm(chosen: [], fields: [], focus: 0), receipt: one.filing.id)
      }
      // Looked at, nothing lies there.
      #expect(county.drafts(of: head).leftBehind().isEmpty)
      for _ in 0..<2 { _ = try county.take(county.reply(reply.bytes), by: head, draft: draft) }
      let left = county.drafts(of: head).leftBehind()
      #expect(Set(left.map(\.work.receipt)) == Set(lost.map(\.id)))
      #expect(left.map(\.work).allSatisfy { $0.filing != nil })
      for one in left { try county.drafts(of: head).discard(one) }
      // The next reply says it once more, and nothing comes back that was taken in.
      let again = try county.reply(town.city.reply(to: "441881", by: town.mayor).bytes)
      #expect(again.returned.isEmpty)
      _ = try county.take(again, by: head, draft: draft)
      #expect(county.drafts(of: head).leftBehind().isEmpty)
    }
  }

  /// Whoever entered it works here no more: it lies there for whoever took the reply in.
  @Test func whatNobodyHereEnteredGoesToWhoeverTookIt() throws {
    try inTown { town, restored in
      let county = try town.county("441881")
      try town.gather(file(1, at: county, town))
      _ = try restored.save(
        .addOperator(Operator(name: "临时工", role: .clerk, login: nil)), by: town.head("441881"))
      _ = try restored.save(
        .receiveFiling(Offices.grant(5, of: "441881-A00001")), by: SignedIn(name: "临时工"))
      try town.gather(restored.bundle(all: false, isPlain: false, by: town.head("441881")).bytes)
      let conflict = try fork(town)
      try keep(try #require(conflict.keepable), of: conflict, town)
      let arrived = try county.reply(town.city.reply(to: "441881", by: town.mayor).bytes)
      #expect(arrived.returned.map(\.by) == ["临时工"])
      _ = try county.take(arrived, by: town.head("441881")) { UnsavedWork(receipt: $0.filing.id) }
      #expect(county.drafts(of: town.head("441881")).leftBehind().count == 1)
      #expect(county.drafts(of: SignedIn(name: "临时工")).leftBehind().isEmpty)
    }
  }

  /// What is no tail of the fork can't be kept, and those that can are named.
  @Test func aTailThatIsNoneOfTheForksIsNotKept() throws {
    try inTown { town, restored in
      let county = try town.county("441881")
      try town.gather(file(1, at: county, town))
      try town.gather(file(2, at: restored, town))
      let conflict = try fork(town)
      guard case .fork(_, let known, let other)? = town.city.waiting.first?.reason else {
        Issue.record("no fork waits")
        return
      }
      let refused = refusal { try keep("000000000000", of: conflict, town) }
      #expect(refused == .offices(.tailNotHere("000000000000", kept: [known, other].sorted())))
      #expect(town.city.own.offices.rulings.isEmpty)
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
      // It is told without gathering too.
      let again = try Offices.open(town.folder + "/city", clock: Town.clock)
      // The fork stands all the same.
      #expect(again.state.joint.waitingFiles.map(\.isFork) == [true] && again.state.files.count == 1)
      #expect(again.state.joint.waitingFiles.map(\.lost?.cause) == [.unopened])
      #expect(again.state.joint.waitingFiles.map(\.office) == ["441881"])
      #expect(again.state.joint.waitingFiles.map(\.bundle) == [1])
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
      #expect(town.city.state.joint.inConflict[id] == [.fork])
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
      #expect(town.city.state.joint.paidUncounted.isEmpty && town.city.state.tieOut().isEmpty)
      try town.gather(file(2, at: restored, town))
      #expect(town.city.state.file(id)?.balance.kept == Money(yuan: 500))
      #expect(town.city.state.spending(of: 2019).months.map(\.net) == [MoneyTotal(Money(yuan: 500))])
      #expect(town.city.state.ledger.capRows.first?.used == MoneyTotal(Money(yuan: 500)))
      let writer = county.journal.identity.writer
      let paid = try #require(town.city.state.joint.paidUncounted.first)
      #expect(paid.filing == OfficeFiling(writer: writer, id: id) && paid.kept == Money(yuan: 500))
      #expect(town.city.state.joint.paidUncounted.count == 1)
      #expect(
        town.city.state.tieOut().map(\.kind) == [.paidUncounted(filing: id, office: "441881")])
      // What comes back of it is taken off, and taken off once.
      var back = StepRequest(.reclaim, [town.city.state.row(id)])
      (back.amount, back.grounds) = (Money(yuan: 200), ["audit"])
      _ = try town.city.save(.step(back), by: town.mayor)
      #expect(town.city.state.joint.paidUncounted.map(\.kept) == [Money(yuan: 300)])
      #expect(town.city.state.file(id)?.balance.kept == Money(yuan: 300))
      // The tail that has its basis counts again, and the money stands where it was.
      let conflict = try fork(town)
      let tail = try #require(conflict.keepable)
      _ = try town.city.save(
        .offices(
          .rule(Ruling(conflict: conflict.id, verdict: .forkKeep(tail), parties: [], note: "备机停用"))),
        by: town.mayor)
      #expect(town.city.state.joint.paidUncounted.isEmpty)
      #expect(town.city.state.file(id)?.balance.kept == Money(yuan: 300))
    }
  }
}
