import CaseModel
import Casework
import Interchange
import Journal
import Testing

@testable import Office

/// A fork stays one whatever becomes of the file that waits beside it: the city's own journal says where the history parts.
/// Source: offices.md, Conflicts, 3: "from the first differing record on neither tail counts, whichever came first".
@Suite struct CityForkLostTests {
  private static let code = "441881"

  /// A town where an office and a machine that was restored from its backup have each sent a filing of their own, the
  /// restored one first, so that only one of two is common; the city's backup of before any came, and the later bundle.
  private func inTown(
    _ work: (_ town: Town, _ machine: OpenOffice, _ before: String, _ last: [UInt8]) throws -> Void
  ) throws {
    try Town.within(Self.code, reviewed: [0]) { town, county, _ in
      let machine = try town.machine(beside: county)
      try town.gather(file(2, at: machine, town))
      let before = town.folder + "/city.backup"
      _ = try town.city.journal.backup(to: before)
      let last = try file(1, at: county, town)
      try town.gather(last)
      #expect(town.open(.fork).count == 1 && town.city.state.files.count == 1)
      try work(town, machine, before, last)
    }
  }

  private func file(_ patent: Int, at office: OpenOffice, _ town: Town) throws -> [UInt8] {
    let head = town.head(Self.code)
    _ = try office.save(.receiveFiling(Offices.grant(patent, of: "441881-A00001")), by: head)
    return try office.bundle(all: false, isPlain: false, by: head).bytes
  }

  private func held(_ city: OpenOffice) throws -> String {
    let names = try GatherReader.heldNames(in: city.journal.folder)
    #expect(names.count == 1)
    return try #require(names.first)
  }

  /// Open, and nothing of either tail counts.
  private func fork(at city: OpenOffice) throws -> OfficeConflict {
    #expect(city.state.files.count == 1 && city.journal.readOnly == nil)
    let forks = (city.joint?.conflicts ?? []).filter { $0.kind == .fork && $0.ruling == nil }
    #expect(forks.count == 1)
    return try #require(forks.first)
  }

  private func word(_ tail: String, _ fork: OfficeConflict) -> Command {
    .offices(.rule(Ruling(conflict: fork.id, verdict: .forkKeep(tail), parties: [], note: "另一台已停用")))
  }

  /// Restored without its keys the city can't open what waits; the fork stands, and once the keys are back, as before.
  @Test func aCityWithoutItsKeysKeepsTheFork() throws {
    try inTown { town, _, _, _ in
      let backup = town.folder + "/later.backup"
      _ = try town.city.journal.backup(to: backup)
      _ = try Journal.restore(backup, to: town.folder + "/restored", replaying: { _ in })
      let city = try Offices.open(town.folder + "/restored", clock: Town.clock)
      let fork = try fork(at: city)
      #expect(fork.id == town.open(.fork).first?.id)
      let name = try held(city)
      #expect(city.waiting.map(\.lost) == [.init(file: name, cause: .unopened)])
      // Of what nobody can read nothing can be kept; what is there can.
      guard case .fork(_, let known, let other)? = city.waiting.first?.reason else {
        Issue.record("no fork waits")
        return
      }
      #expect(known == fork.keepable)
      let refused = refusal { _ = try city.save(word(other, fork), by: town.mayor) }
      #expect(refused == .offices(.tailLost(other, file: name)))
      try town.giveKeys(of: town.city, to: city)
      let again = try Offices.open(city.path, clock: Town.clock)
      #expect(again.waiting == town.city.waiting && again.waiting.map(\.lost) == [nil])
      _ = try again.save(word(other, fork), by: town.mayor)
      #expect(again.state.files.count == 2)
    }
  }

  /// Removed, cut short or changed in one bit: `verify` and the city say so, the fork stands, the tail that is there can be
  /// kept, and what the machine sends once more waits like before.
  @Test(arguments: [WaitingFile.Lost.Cause.missing, .damaged], [0, 1])
  func aHeldFileThatIsGoneOrChangedChangesNothing(_ cause: WaitingFile.Lost.Cause, _ how: Int) throws {
    try inTown { town, machine, _, _ in
      let (city, name) = (town.city, try held(town.city))
      #expect(try OpenOffice.verify(city.path, head: nil).isWhole)
      let folder = city.journal.folder
      if cause == .missing {
        try folder.remove(name)
      } else {
        var bytes = try folder.read(name)
        if how == 0 { bytes[bytes.count / 2] ^= 1 } else { bytes.removeLast(bytes.count / 2) }
        try folder.replace(name, with: bytes)
      }
      let report = try OpenOffice.verify(city.path, head: nil)
      #expect(report.findings.map(\.file) == [name] && !report.hasDamage)
      #expect(report.findings.map(\.reason) == [cause == .missing ? .heldFileMissing : .heldFileDamaged])
      let again = try Offices.open(city.path, clock: Town.clock)
      let found = try fork(at: again)
      #expect(again.waiting.map(\.lost) == [.init(file: name, cause: cause)])
      // Further lines of either are no matter: they are gathered, and count nothing.
      try town.gather([file(3, at: machine, town)], at: again)
      #expect(try fork(at: again).id == found.id)
      if how == 0 {
        let county = try town.county(Self.code)
        try town.gather([county.bundle(all: true, isPlain: false, by: town.head(Self.code)).bytes], at: again)
        #expect(again.waiting.filter(\.isFork).map(\.lost) == [nil])
        #expect(try fork(at: again).id == found.id)
      } else {
        _ = try again.save(word(try #require(found.keepable), found), by: town.mayor)
        #expect(again.state.files.count == 3)
      }
    }
  }

  /// A store of the form before says nothing of its forks: they are read of the files, and the next gathering says them.
  @Test func aStoreOfTheFormBeforeIsToldByItsFile() throws {
    try inTown { town, _, before, last in
      let city = try town.restored(before, as: "before", keysOf: town.city)
      try city.journal.folder.makeFolderIfMissing("inbox")
      let name = try held(town.city)
      try city.journal.folder.replace(name, with: last)
      let again = try Offices.open(city.path, clock: Town.clock)
      _ = try fork(at: again)
      #expect(again.own.offices.partings.isEmpty)
      try town.gather([], at: again)
      #expect(again.own.offices.partings == town.city.own.offices.partings)
      #expect(again.own.offices.partings.count == 1)
      let said = Transaction(
        by: "", at: "", policy: "", changes: [.offices(.parted(again.own.offices.partings))])
      #expect(LineForm.needed(by: said) == 12)
      // Said once.
      #expect(try again.rehearse([]).changesNothing)
      try again.journal.folder.remove(name)
      _ = try fork(at: Offices.open(city.path, clock: Town.clock))
    }
  }
}
