import CaseModel
import Casework
import Journal
import Testing

@testable import Office

/// What becomes of a county's journal that is damaged in the city's store.
@Suite struct CityHealingTests {
  /// A city with two counties gathered, of which the first one's segment is `changed` in the city's store.
  private func inTown(
    _ change: (StoreFolder, _ writer: String) throws -> Void, _ work: (Town, OpenOffice) throws -> Void
  ) throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881", "441882"])
      for (place, code) in ["441881", "441882"].enumerated() {
        let ids = try town.review(code, [place], of: Town.agency(code))
        try town.take([.handUp], ids, at: town.county(code), by: town.head(code))
        try town.gather(town.bundle(code))
      }
      let writer = try #require(town.city.own.offices.office("441881")?.writer?.writer)
      try change(town.city.journal.folder, writer)
      try work(town, Offices.open(folder + "/city", clock: Town.clock))
    }
  }

  private func flip(_ folder: StoreFolder, _ writer: String) throws {
    let name = "journal/\(writer)/000001-000001.jsonl"
    var bytes = try folder.read(name)
    bytes[bytes.count / 2] ^= 1
    try folder.replace(name, with: bytes)
  }

  private func lose(_ folder: StoreFolder, _ writer: String) throws {
    try folder.remove("journal/\(writer)/000001-000001.jsonl")
  }

  /// The city reads on without it, and a bundle of everything puts it right.
  @Test(arguments: [false, true]) func aBundleOfEverythingHealsIt(isLost: Bool) throws {
    try inTown(isLost ? lose : flip) { town, city in
      #expect(city.journal.readOnly == .damage)
      #expect(city.state.files.count == 1)
      // It does not look empty: what counts nothing of it is said to be damaged.
      #expect(city.state.joint.waitingFiles.map(\.office) == ["441881"])
      #expect(city.state.joint.waitingFiles.allSatisfy { $0.reason == .damaged })
      #expect(throws: OfficeError.self) {
        try city.save(.enterApplicant(Town.agency("441800")), by: town.mayor)
      }
      // What does not bring everything is no help.
      let part = try city.rehearse([.bundle(name: "报送件", bytes: try town.bundle("441882", all: true))])
      #expect(throws: OfficeError.self) { try city.gather(part, by: town.mayor) }
      #expect(city.journal.readOnly == .damage)
      let plan = try city.rehearse([.bundle(name: "报送件", bytes: try town.bundle("441881", all: true))])
      _ = try city.gather(plan, by: town.mayor)
      #expect(city.journal.readOnly == nil)
      #expect(city.state.files.count == 2 && city.state.joint.waitingFiles.isEmpty)
      #expect(try OpenOffice.verify(town.folder + "/city", head: nil).hasDamage == false)
      let again = try Offices.open(town.folder + "/city", clock: Town.clock)
      #expect(again.journal.readOnly == nil && again.state.files.count == 2)
    }
  }

  /// A backup says what is wrong with the journals in it.
  @Test func aBackupOfADamagedJournalIsFoundOut() throws {
    try inTown(flip) { town, _ in
      let path = town.folder + "/city.backup"
      _ = try town.city.journal.backup(to: path)
      #expect(try OpenOffice.verify(path, head: nil).hasDamage)
    }
  }
}
