import CaseModel
import Casework
import Journal
import SubsidyRules
import Testing

@testable import Office

/// An office that never joined comes with backups, and what parts or comes too late in these is held as a bundle's is: a
/// fork in whichever order, and nothing is lost. Source: offices.md, Conflicts, 3, and Commands, `retire`.
@Suite struct CityBackupForkTests {
  private static let code = "441823"

  /// An office and a machine that was restored from its backup, each with a filing of its own; by the backups of both.
  private func inTown(
    _ work: (_ town: Town, _ files: [OpenOffice.GatherInput]) throws -> Void
  ) throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: [Self.code], joins: false)
      let county = try town.county(Self.code)
      _ = try town.review(Self.code, [0], of: Town.agency(Self.code))
      _ = try county.journal.backup(to: folder + "/first.backup")
      _ = try Journal.restore(folder + "/first.backup", to: folder + "/machine", replaying: { _ in })
      let machine = try Offices.open(folder + "/machine", clock: Town.clock)
      var files: [OpenOffice.GatherInput] = []
      for (patent, office) in [county, machine].enumerated() {
        files.append(try backup(patent + 1, of: office, town))
      }
      try work(town, files)
    }
  }

  private func backup(
    _ patent: Int, of office: OpenOffice, _ town: Town
  ) throws -> OpenOffice.GatherInput {
    let agency = "\(Self.code)-A00001"
    _ = try office.save(.receiveFiling(Offices.grant(patent, of: agency)), by: town.head(Self.code))
    let path = town.folder + "/\(patent)-\(office.journal.head.sequence).backup"
    return .backup(path: path, heads: [try office.journal.backup(to: path)])
  }

  private func gather(_ files: [OpenOffice.GatherInput], at town: Town) throws {
    _ = try town.city.gather(town.city.rehearse(files), by: town.mayor)
  }

  private func lying(_ town: Town) throws -> [String] {
    try GatherReader.heldNames(in: town.city.journal.folder)
  }

  /// One after another or together, whichever comes first: one fork, of which what both have counts; and either is kept.
  @Test(arguments: [false, true], [false, true])
  func bothOrdersAreOneFork(_ isMachineFirst: Bool, _ areTogether: Bool) throws {
    for keepsHeld in [false, true] {
      try inTown { town, files in
        let files = isMachineFirst ? files.reversed() : files
        for some in areTogether ? [files] : files.map({ [$0] }) { try gather(some, at: town) }
        let fork = try #require(town.open(.fork).first)
        #expect(town.open(.fork).count == 1 && town.city.state.files.count == 1)
        let lying = try lying(town)
        #expect(lying.count == 1 && lying.allSatisfy { $0.hasSuffix(".backup") })
        #expect(try OpenOffice.verify(town.city.path, head: nil).isWhole)
        let again = try Offices.open(town.city.path, clock: Town.clock)
        #expect(again.state.files.count == 1 && again.waiting == town.city.waiting)
        #expect(again.waiting.map(\.office) == [Self.code] && again.waiting.map(\.lost) == [nil])
        guard case .fork(_, let known, let other)? = again.waiting.first?.reason else {
          Issue.record("no fork waits")
          return
        }
        try town.rule(fork, .forkKeep(keepsHeld ? other : known))
        #expect(town.city.state.files.count == 2)
        #expect(town.open(.fork).isEmpty)
        // The other tail lies there still.
        #expect(try self.lying(town).count == 1)
        #expect(try Offices.open(town.city.path, clock: Town.clock).state.files.count == 2)
      }
    }
  }

  /// What a retired office sends later is kept, and counts nowhere.
  @Test func whatARetiredOfficeSendsIsKept() throws {
    try inTown { town, files in
      try gather([files[0]], at: town)
      _ = try town.city.save(.offices(.retire(office: Self.code, note: "停用")), by: town.mayor)
      try gather([backup(3, of: town.county(Self.code), town)], at: town)
      #expect(town.city.state.files.count == 2 && town.open(.fork).isEmpty)
      #expect(try lying(town).count == 1)
      try gather([], at: town)
      #expect(town.city.state.files.count == 2)
    }
  }

  /// A backup that somebody lays there has no head that was typed from paper.
  @Test func whatNobodyHasSeenIsNotTakenIn() throws {
    try inTown { town, files in
      try gather([files[0]], at: town)
      guard case .backup(let path, _) = try backup(3, of: town.county(Self.code), town) else { return }
      let (folder, name) = StoreFolder.holding(path)
      let bytes = try folder.read(name)
      try town.city.journal.folder.makeFolderIfMissing("inbox")
      let writer = try town.county(Self.code).journal.identity.writer
      let laid = ArrivedFile.heldName(writer, nil, Link.over(bytes).hex)
      try town.city.journal.folder.replace(laid, with: bytes)
      let again = try Offices.open(town.city.path, clock: Town.clock)
      let plan = try again.rehearse([])
      #expect(plan.changesNothing && plan.unread.map(\.file) == [laid])
      #expect(again.state.files.count == 2)
    }
  }
}
