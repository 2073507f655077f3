import Journal
import Testing

/// A snapshot is used only where a line of the journal names its sum.
@Suite struct AnchorTests {
  private static let path = Stores.path + "/snapshot/state"

  private func made() throws -> (files: SimulatedFiles, journal: Journal) {
    let files = SimulatedFiles()
    let journal = try Stores.make(4, files)
    #expect(try journal.keepSnapshot(Array("true".utf8)))
    return (files, journal)
  }

  /// Changes the state and makes its sum anew, as whoever can write the file can.
  private func forge(_ files: SimulatedFiles) {
    files.tamper(Self.path) { bytes in
      let start = (bytes[75...].firstIndex(of: 0x0A) ?? 0) + 1
      bytes.replaceSubrange(start..., with: Array("fake".utf8))
      let sum = sha256(Array(bytes[75..<start]) + Array(sha256(Array("fake".utf8)).utf8))
      bytes.replaceSubrange(11..<75, with: Array(sum.utf8))
    }
  }

  @Test func aForgedSnapshotIsNotUsedThoughItsSumHolds() throws {
    let (files, journal) = try made()
    #expect(try SnapshotTests.openWithSnapshot(files).state == Array("true".utf8))
    forge(files)
    let opened = try SnapshotTests.openWithSnapshot(files)
    #expect(opened.state == Stores.payloads(1...4).flatMap { $0 } && opened.replayed == 4)
    let finding = Finding(file: "snapshot/state", reason: .snapshotNotAnchored)
    #expect(opened.journal.findings == [finding] && opened.journal.readOnly == nil)
    let report = try Journal.verify(Stores.path, files: files)
    #expect(report.findings == [finding] && !report.hasDamage)
    #expect(journal.head == opened.journal.head)
  }

  @Test func theLineNamesWriterSequenceLinkAndSum() throws {
    let (files, journal) = try made()
    let file = files.content(Self.path)
    let line = try #require(lines(files.content(Stores.path + "/" + Stores.segment(journal))).last)
    let sum = String(decoding: file[11..<75], as: UTF8.self)
    let covered = lines(files.content(Stores.path + "/" + Stores.segment(journal)))[4]
    let link = String(decoding: covered[9..<73], as: UTF8.self)
    let named = "\"head\":\"\(journal.identity.writer)/1/4/\(link)\",\"sha256\":\"\(sum)\"}"
    #expect(String(decoding: line, as: UTF8.self).contains(named))
  }

  /// Killed between the line and the new name: the snapshot that there was stays and is used.
  @Test func aKillBetweenLineAndNameLeavesTheOldOne() throws {
    let (files, journal) = try made()
    try journal.append(Stores.payload(5))
    let written = try #require(try journal.writeSnapshot(Array("newer".utf8)))
    #expect(try SnapshotTests.openWithSnapshot(files).state == Array("true".utf8) + Stores.payload(5))
    try journal.append(Stores.anchor(written.anchor))
    let opened = try SnapshotTests.openWithSnapshot(files)
    #expect(opened.state == Array("true".utf8) + Stores.payload(5) && opened.journal.findings.isEmpty)
  }

  /// A line of somebody's that says the same, and one of the program's that says it within something else.
  @Test func onlyTheProgramsOwnLineIsOne() throws {
    for change in [
      { $0.replacing("\"by\":\"zizhu\"", with: "\"by\":\"张三\"") },
      { $0.replacing("\"changes\":", with: "\"note\":{\"changes\":") + "}" },
      { String($0.dropLast()) + ",\"undoes\":1}" },
      { $0.replacing("snapshot-anchored", with: "snapshot-anchore\\u0064") },
    ] as [@Sendable (String) -> String] {
      let files = SimulatedFiles()
      let journal = try Stores.make(4, files)
      let written = try #require(try journal.writeSnapshot(Array("fake".utf8)))
      try journal.append(Array(change(String(decoding: Stores.anchor(written.anchor), as: UTF8.self)).utf8))
      try files.rename(Self.path + ".new", to: Self.path)
      let opened = try SnapshotTests.openWithSnapshot(files)
      #expect(opened.state != Array("fake".utf8))
      #expect(opened.journal.findings.map(\.reason) == [.snapshotNotAnchored])
    }
  }

  @Test func aNoteThatSaysTheSameIsNoAnchor() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(4, files)
    let written = try #require(try journal.writeSnapshot(Array("fake".utf8)))
    let text = String(decoding: Stores.anchor(written.anchor), as: UTF8.self)
    let note = "{\"by\":\"张三\",\"note\":\"" + text.replacing("\"", with: "\\\"") + "\"}"
    try journal.append(Array(note.utf8))
    try files.rename(Self.path + ".new", to: Self.path)
    #expect(try SnapshotTests.openWithSnapshot(files).replayed == 5)
  }

  /// One of before the journal named snapshots is no fault: it is made anew.
  @Test func aSnapshotOfBeforeIsPassedOver() throws {
    let (files, _) = try made()
    files.tamper(Self.path) { bytes in
      bytes = Array(
        String(decoding: bytes, as: UTF8.self).replacing("\"format\":3", with: "\"format\":2").utf8)
    }
    let opened = try SnapshotTests.openWithSnapshot(files)
    #expect(opened.replayed == 4 && opened.journal.findings.isEmpty)
    #expect(try Journal.verify(Stores.path, files: files).isWhole)
  }

  @Test func whoMayNotWriteUsesOneAndMakesNone() throws {
    let (files, _) = try made()
    let opened = try SnapshotTests.openWithSnapshot(ForgetfulFiles(base: files, isReadOnly: true))
    #expect(opened.state == Array("true".utf8) && opened.journal.readOnly == .noRights)
    #expect(opened.journal.snapshotKeeper == nil)
  }

  @Test func onlyOneDeskAtATimeWritesOne() throws {
    let (files, journal) = try made()
    let other = try Stores.open(files).journal
    var written = try journal.writeSnapshot([1])
    #expect(written != nil)
    #expect(try other.writeSnapshot([2]) == nil)
    written = nil
    #expect(try other.keepSnapshot([2]))
    #expect(try SnapshotTests.openWithSnapshot(files).state == [2])
  }
}
