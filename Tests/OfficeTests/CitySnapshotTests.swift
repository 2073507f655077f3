import CaseModel
import Casework
import Interchange
import Journal
import Testing

@testable import Office

/// Snapshots of the journals that a city has gathered: it opens from them, and believes only its own chain.
@Suite struct CitySnapshotTests {
  /// A city with two counties gathered and left, so that both have snapshots; the writer of the first.
  private func inTown(_ work: (Town, StoreFolder, _ writer: String) throws -> Void) throws {
    try Offices.withScratch { folder in
      let town = try Town(folder, counties: ["441881", "441882"])
      for (place, code) in ["441881", "441882"].enumerated() {
        let ids = try town.review(code, [place], of: Town.agency(code))
        try town.take([.handUp], ids, at: town.county(code), by: town.head(code))
        try town.gather(town.bundle(code))
      }
      town.city.leave()
      let writer = try #require(town.city.own.offices.office("441881")?.writer?.writer)
      try work(town, town.city.journal.folder, writer)
    }
  }

  private func open(_ town: Town, usingSnapshot: Bool = true) throws -> OpenOffice {
    try OpenOffice.open(
      town.folder + "/city", pinyin: PinyinTable(), clock: Town.clock, usingSnapshot: usingSnapshot)
  }

  /// What a city shows is what its journals say.
  private func expectWhole(_ city: OpenOffice, _ town: Town) throws {
    let anew = try open(town, usingSnapshot: false)
    #expect(city.own.agrees(with: anew.own) && Array(city.state.files) == Array(anew.state.files))
    #expect(city.state.people.applicants == anew.state.people.applicants)
    #expect(city.state.joint.conflicts.map(\.id) == anew.state.joint.conflicts.map(\.id))
    #expect(Set(city.others.map(\.links)) == Set(anew.others.map(\.links)))
  }

  private func tendUntilChecked(_ city: OpenOffice) throws -> [OfficeNews] {
    var news: [OfficeNews] = []
    while !city.isChecked, city.journal.readOnly == nil { news += try city.tend(backsUp: false) }
    return news
  }

  @Test func aCityOpensFromThemAndChecksThemBesideTheDesk() throws {
    try inTown { town, folder, writer in
      #expect(try folder.status("snapshot/\(writer)") != nil)
      let city = try open(town)
      #expect(city.others.count == 2 && city.others.allSatisfy { !$0.isChecked })
      try expectWhole(city, town)
      #expect(try tendUntilChecked(city).isEmpty && city.isChecked)
      #expect(try OpenOffice.verify(town.folder + "/city", head: nil).findings.isEmpty)
    }
  }

  @Test func whatWasGatheredBehindThemIsThereToo() throws {
    try inTown { town, _, _ in
      let ids = try town.review("441881", [7], of: Town.agency("441881"))
      try town.take([.handUp], ids, at: town.county("441881"), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      let city = try open(town)
      #expect(city.state.files.count == 3)
      let first = try #require(
        city.others.first { $0.writer.writer == city.own.offices.office("441881")?.writer?.writer })
      #expect(first.covered > 0 && first.covered < first.links.count)
      try expectWhole(city, town)
    }
  }

  /// One that was changed, or made anew with a sum of its own, is not used; the journal has everything.
  @Test func onlyTheOneThatTheChainNamesIsUsed() throws {
    try inTown { town, folder, writer in
      let name = "snapshot/\(writer)"
      let kept = try folder.read(name)
      var flipped = kept
      flipped[kept.count - 3] ^= 1
      try folder.replace(name, with: flipped)
      let city = try open(town)
      #expect(city.others.filter(\.isChecked).map(\.writer.writer) == [writer])
      try expectWhole(city, town)
      let broken = try OpenOffice.verify(town.folder + "/city", head: nil)
      #expect(broken.findings == [Finding(file: name, reason: .snapshotUnusable)] && !broken.hasDamage)
      // A snapshot of the city's present one is older than its name.
      try folder.replace(name, with: kept)
      let ids = try town.review("441881", [7], of: Town.agency("441881"))
      try town.take([.handUp], ids, at: town.county("441881"), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      town.city.leave()
      try folder.replace(name, with: kept)
      let again = try open(town)
      #expect(again.others.filter(\.isChecked).map(\.writer.writer) == [writer])
      try expectWhole(again, town)
      // It was named once: as where nobody came to put the next one in its place.
      #expect(try OpenOffice.verify(town.folder + "/city", head: nil).findings.isEmpty)
    }
  }

  /// One that was written but that no line names is nobody's, though it covers the same records.
  @Test func whatNoLineNamesIsNotUsed() throws {
    try inTown { town, folder, writer in
      let city = try open(town)
      var office = try #require(city.others.first { $0.writer.writer == writer })
      office.state = try #require(city.others.first { $0.writer.writer != writer }).state
      let journal = try #require(OtherJournal(folder, store: office.writer.store, writer: writer))
      let keeper = try #require(try journal.snapshotKeeper(at: office.end))
      let written = try keeper.write { out throws(FileError) in
        try OtherSnapshot.write(office) { part throws(FileError) in try out.append(part) }
      }
      #expect(written != nil)
      try folder.replace("snapshot/\(writer)", with: try folder.read("snapshot/\(writer).new"))
      let again = try open(town)
      #expect(again.others.filter(\.isChecked).map(\.writer.writer) == [writer])
      try expectWhole(again, town)
      let unnamed = try OpenOffice.verify(town.folder + "/city", head: nil)
      #expect(unnamed.findings.map(\.file) == ["snapshot/\(writer)"])
    }
  }

  /// Lines behind a snapshot are checked against the chain when they are read: what is damaged there is damage at once.
  @Test func damageBehindASnapshotIsFoundOnOpening() throws {
    try inTown { town, folder, writer in
      let segment = "journal/\(writer)/000001-000001.jsonl"
      let before = try folder.read(segment).count
      let ids = try town.review("441881", [7], of: Town.agency("441881"))
      try town.take([.handUp], ids, at: town.county("441881"), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      var bytes = try folder.read(segment)
      bytes[(before + bytes.count) / 2] ^= 1
      try folder.replace(segment, with: bytes)
      let city = try open(town)
      #expect(city.journal.readOnly == .damage && city.state.files.count == 1)
    }
  }

  /// The last line, on which the city's own head rests, is gone: what is left holds together and is not all.
  @Test func linesThatAreGoneBehindASnapshotAreMissedOnOpening() throws {
    try inTown { town, folder, writer in
      let segment = "journal/\(writer)/000001-000001.jsonl"
      let ids = try town.review("441881", [7], of: Town.agency("441881"))
      try town.take([.handUp], ids, at: town.county("441881"), by: town.head("441881"))
      try town.gather(town.bundle("441881"))
      let bytes = try folder.read(segment)
      let last = try #require(bytes.dropLast().lastIndex(of: 0x0A))
      try folder.replace(segment, with: Array(bytes[...last]))
      let city = try open(town)
      #expect(city.journal.readOnly == .damage && city.state.files.count == 1)
    }
  }

  /// What stands before a snapshot in a county's journal is checked before anything rests on it, and beside the desk.
  @Test func damageBeforeASnapshotIsFoundAndHealed() throws {
    try inTown { town, folder, writer in
      let segment = "journal/\(writer)/000001-000001.jsonl"
      let whole = try folder.read(segment)
      var bytes = whole
      bytes[bytes.count / 2] ^= 1
      try folder.replace(segment, with: bytes)
      let city = try open(town)
      #expect(city.journal.readOnly == nil && city.state.files.count == 2)
      #expect(throws: OfficeError.self) { try city.requireWhole() }
      #expect(city.journal.readOnly == .damage && city.state.files.count == 1)
      let beside = try open(town)
      let news = try tendUntilChecked(beside)
      guard case .damage(let findings)? = news.first else {
        Issue.record("the damage was not told")
        return
      }
      #expect(findings.allSatisfy { $0.file == segment } && beside.state.files.count == 1)
      // Gathering looks by itself, and heals what it finds.
      let again = try open(town)
      let plan = try again.rehearse([.bundle(name: "报送件", bytes: try town.bundle("441881", all: true))])
      _ = try again.gather(plan, by: town.mayor)
      #expect(again.journal.readOnly == nil && again.state.files.count == 2)
      try expectWhole(again, town)
    }
  }

  /// `verify` holds them against the journals.
  @Test func aSnapshotThatShowsSomethingElseIsNamed() throws {
    try inTown { town, folder, writer in
      // What a program with a mistake would keep: the state of the other county under this one's name.
      let city = try open(town, usingSnapshot: false)
      let other = try #require(city.others.firstIndex { $0.writer.writer != writer })
      let own = try #require(city.others.firstIndex { $0.writer.writer == writer })
      var wrong = city.others
      wrong[own].state = wrong[other].state
      let journal = try #require(
        OtherJournal(folder, store: wrong[own].writer.store, writer: writer))
      let keeper = try #require(try journal.snapshotKeeper(at: wrong[own].end))
      let written = try #require(
        try keeper.write { out throws(FileError) in
          try OtherSnapshot.write(wrong[own]) { part throws(FileError) in try out.append(part) }
        })
      try city.journal.anchor(written) { _ in
        TransactionLine.write(
          Transaction(
            by: Transaction.program, at: "2020-03-10T00:00:00Z", policy: city.own.policyHash,
            changes: [
              .snapshotAnchored(head: written.anchor.head.description, sum: written.anchor.sum.hex)
            ]))
      }
      let report = try OpenOffice.verify(town.folder + "/city", head: nil)
      #expect(report.findings.map(\.reason) == [.snapshotDiffers])
      #expect(report.findings.map(\.file) == ["snapshot/\(writer)"])
      // The desk finds it too, and shows what the journals say.
      let desk = try open(town)
      _ = try tendUntilChecked(desk)
      try expectWhole(desk, town)
    }
  }
}
