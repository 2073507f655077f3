import CaseModel
import Casework
import Glibc
import Interchange
import Journal
import Office
import Testing

/// Opening from a snapshot gives what the journal says, or the snapshot is not used.
@Suite struct SnapshotTests {
  @Test func whatIsReadBackIsWhatWasSaved() throws {
    try Offices.withScratch { folder in
      let (office, filing) = try Offices.makeWithFiling(folder + "/s")
      try Offices.fillCap(office, leaving: 6)
      office.leave()
      let restored = try Offices.open(folder + "/s")
      let replayed = try Offices.open(folder + "/s", usingSnapshot: false)
      let differing =
        restored.state.differing(from: replayed.state) + restored.state.differing(from: office.state)
      #expect(differing.isEmpty)
      #expect(restored.state.file(filing.id) == office.state.file(filing.id))
      #expect(restored.state.caps(of: 2019) == office.state.caps(of: 2019))
      #expect(restored.exported() == office.exported())
      #expect(restored.state.search.find("北江") == ["A001"])
    }
  }

  @Test func whatWasSavedBehindTheSnapshotIsThere() throws {
    try Offices.withScratch { folder in
      let (office, _) = try Offices.makeWithFiling(folder + "/s")
      office.leave()
      _ = try office.save(.receiveFiling(Offices.grant(2)), by: Offices.clerk)
      var changed = Offices.agency
      changed.phone = "13807630002"
      _ = try office.save(.changeApplicant(changed), by: Offices.clerk)
      let restored = try Offices.open(folder + "/s")
      let differing = restored.state.differing(
        from: try Offices.open(folder + "/s", usingSnapshot: false).state)
      #expect(differing.isEmpty)
      #expect(restored.state.files.count == 2 && restored.state.applicant("A001")?.phone == "13807630002")
    }
  }

  @Test func aLongTailIsDecidedAtOnce() throws {
    try Offices.withScratch { folder in
      let (office, _) = try Offices.makeWithFiling(folder + "/s")
      office.leave()
      for number in 2...2100 {
        _ = try office.save(.receiveFiling(Offices.ownGrant(number)), by: Offices.clerk)
      }
      let restored = try Offices.open(folder + "/s")
      let differing = restored.state.differing(from: office.state)
      #expect(differing.isEmpty && restored.state.files.count == 2100)
    }
  }

  /// Bytes of a snapshot changed with its sum made anew: no line names it, and it is not used.
  @Test func aForgedSnapshotIsNotUsed() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, _) = try Offices.makeWithFiling(path)
      office.leave()
      let snapshot = path + "/" + StoreLayout.snapshotFile
      let original = try StoreFolder(path).read(StoreLayout.snapshotFile)
      let state = (original.firstIndex(of: 0x0A) ?? 0) + 1
      let finding = Finding(file: StoreLayout.snapshotFile, reason: .snapshotNotAnchored)
      for place in stride(from: state, to: original.count, by: 97) {
        try Offices.tamper(snapshot) { bytes in
          bytes = original
          bytes[place] ^= 0x01
          Self.sumAnew(&bytes)
        }
        let opened = try Offices.open(path)
        #expect(opened.isChecked && opened.state.differing(from: office.state).isEmpty, "byte \(place)")
        #expect(opened.journal.findings == [finding])
      }
    }
  }

  /// A snapshot, and then a segment, that claims forty gigabytes and has none of them: nothing is read of it.
  @Test func aFileFullOfHolesIsNotRead() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, _) = try Offices.makeWithFiling(path)
      office.leave()
      #expect(truncate(path + "/" + StoreLayout.snapshotFile, 40 << 30) == 0)
      let opened = try Offices.open(path)
      #expect(opened.isChecked && opened.state.agrees(with: office.state))
      #expect(opened.journal.findings.map(\.reason) == [.snapshotUnusable])
      #expect(truncate(try Offices.segment(path), 40 << 30) == 0)
      let error = #expect(throws: OfficeError.self) { try Offices.open(path) }
      guard case .journal(.file(let error))? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(error.code == EFBIG && error.file.hasSuffix(".jsonl"))
      #expect(try OpenOffice.verify(path, head: nil).hasDamage)
    }
  }

  /// Bytes of a snapshot changed (all where there is time), and a line appended that names it: the desk's check and `verify` find it out, or
  /// the byte meant nothing.
  @Test func aForgedSnapshotThatIsNamedIsFoundOut() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, _) = try Offices.makeWithFiling(path)
      office.leave()
      let snapshot = path + "/" + StoreLayout.snapshotFile
      let original = try StoreFolder(path).read(StoreLayout.snapshotFile)
      let segment = try Offices.segment(path)
      let journal = try StoreFolder("/").read(String(segment.dropFirst()))
      let truth = office.state
      let start = (original.firstIndex(of: 0x0A) ?? 0) + 1
      var (used, found, refused) = (0, 0, 0)
      for place in stride(from: start, to: original.count, by: Offices.isLong ? 1 : 43) {
        try Offices.tamper(segment) { $0 = journal }
        try Offices.tamper(snapshot) { bytes in
          bytes = original
          bytes[place] ^= 0x01
          Self.sumAnew(&bytes)
        }
        try Self.nameForged(path)
        let opened = try Offices.open(path)
        guard !opened.state.agrees(with: truth) else {
          if opened.journal.findings.map(\.reason) == [.snapshotUnusable] { refused += 1 }
          continue
        }
        used += 1
        if try OpenOffice.verify(path, head: nil).findings.map(\.reason) == [.snapshotDiffers] { found += 1 }
      }
      #expect(used > 4 && found == used && refused > used, "\(found) of \(used), \(refused) refused")
    }
  }

  @Test func theDeskThrowsAForgedSnapshotAway() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, filing) = try Offices.makeWithFiling(path)
      office.leave()
      try Offices.tamper(path + "/" + StoreLayout.snapshotFile) { bytes in
        let clerk = Array(Offices.clerk.name.utf8)
        for place in bytes.indices where bytes[place...].starts(with: clerk) {
          bytes.replaceSubrange(place..<place + clerk.count, with: Array("王经办".utf8))
        }
        Self.sumAnew(&bytes)
      }
      try Self.nameForged(path)
      let opened = try Offices.open(path)
      #expect(opened.state.file(filing.id)?.history.first?.by == "王经办", "the sum alone does not show it")
      let news = try Offices.tend(opened)
      guard case .rebuilt? = news.first else {
        Issue.record("\(news)")
        return
      }
      let differing = opened.state.differing(from: office.state)
      #expect(differing.isEmpty && opened.journal.readOnly == nil)
      opened.leave()
      #expect(try OpenOffice.verify(path, head: nil).isWhole)
    }
  }

  /// A record that means nothing, in a snapshot that the chain names: the item's number after the filing's id is none's. Nothing
  /// is shown or given out of it, and it is told and made anew.
  @Test func aSnapshotWithARecordThatMeansNothingIsRefusedWhole() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, filing) = try Offices.makeWithFiling(path)
      office.leave()
      let original = try StoreFolder(path).read(StoreLayout.snapshotFile)
      let id = Array(filing.id.utf8)
      let record = try #require(original.indices.last { original[$0...].starts(with: id) })
      try Offices.tamper(path + "/" + StoreLayout.snapshotFile) { bytes in
        bytes[record + id.count] = 0x7F
        Self.sumAnew(&bytes)
      }
      try Self.nameForged(path)
      let finding = Finding(file: StoreLayout.snapshotFile, reason: .snapshotUnusable)
      let opened = try Offices.open(path)
      #expect(opened.journal.findings == [finding] && opened.isChecked)
      #expect(opened.state.differing(from: office.state).isEmpty && opened.exported() == office.exported())
      #expect(try OpenOffice.verify(path, head: nil).findings == [finding])
      opened.leave()
      #expect(try Offices.open(path).journal.findings.isEmpty)
    }
  }

  @Test func damageBehindTheSnapshotMakesTheDeskReadOnly() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, _) = try Offices.makeWithFiling(path)
      office.leave()
      try Offices.tamper(try Offices.segment(path)) { bytes in
        let place = bytes.firstIndex(of: 0x0A).map { $0 + 200 } ?? 0
        bytes[place] ^= 1
      }
      let opened = try Offices.open(path)
      #expect(opened.journal.readOnly == nil && opened.state.files.count == 1, "the first screen is there")
      let news = try Offices.tend(opened)
      guard case .damage(let findings)? = news.first else {
        Issue.record("\(news)")
        return
      }
      #expect(findings.first?.line == 2 && opened.journal.readOnly == .damage)
      #expect(throws: OfficeError.self) {
        try opened.save(.receiveFiling(Offices.grant(2)), by: Offices.clerk)
      }
      #expect(try opened.tend(backsUp: false).isEmpty, "it is told once")
    }
  }

  @Test func aMissingOrDamagedSnapshotDoesNoHarm() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, _) = try Offices.makeWithFiling(path)
      office.leave()
      try Offices.tamper(path + "/" + StoreLayout.snapshotFile) { $0[$0.count / 2] ^= 1 }
      #expect(try Offices.open(path).state.differing(from: office.state) == [])
      try StoreFolder(path).remove(StoreLayout.snapshotFile)
      #expect(try Offices.open(path).state.differing(from: office.state) == [])
    }
  }

  @Test func anUncheckedSnapshotIsNotWrittenOn() throws {
    try Offices.withScratch { folder in
      let path = folder + "/s"
      let (office, _) = try Offices.makeWithFiling(path)
      office.leave()
      let before = try StoreFolder(path).read(StoreLayout.snapshotFile)
      let opened = try Offices.open(path)
      _ = try opened.save(.receiveFiling(Offices.grant(2)), by: Offices.clerk)
      opened.leave()
      #expect(try StoreFolder(path).read(StoreLayout.snapshotFile) == before)
      _ = try Offices.tend(opened)
      opened.leave()
      #expect(try StoreFolder(path).read(StoreLayout.snapshotFile) != before)
      let differing = try Offices.open(path).state.differing(from: opened.state)
      #expect(differing.isEmpty)
    }
  }

  /// Appends the line that names the snapshot as it stands, as whoever can write the store's files can.
  private static func nameForged(_ path: String) throws {
    let bytes = try StoreFolder(path).read(StoreLayout.snapshotFile)
    let line = String(decoding: bytes[..<(bytes.firstIndex(of: 0x0A) ?? 0)], as: UTF8.self)
    func member(_ name: String) -> String {
      let behind = line.split(separator: "\"\(name)\":", maxSplits: 1).last ?? ""
      return behind.prefix { $0 != "," && $0 != "}" }.filter { $0 != "\"" }
    }
    let head = "\(member("writer"))/\(member("epoch"))/\(member("sequence"))/\(member("link"))"
    let office = try Offices.open(path, usingSnapshot: false)
    let named = Transaction(
      by: Transaction.program, at: "2019-06-03T01:00:00Z", policy: office.state.policyHash,
      changes: [.snapshotAnchored(head: head, sum: member("sha256"))])
    try office.journal.append(TransactionLine.write(named))
  }

  /// Sums as `JournalSnapshot` says, for a state of one piece.
  private static func sumAnew(_ bytes: inout [UInt8]) {
    let state = (bytes[75...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
    let piece = Array(Link.over(Array(bytes[state...])).hex.utf8)
    let sum = Link.over(Array(bytes[75..<state]) + piece).hex
    bytes.replaceSubrange(11..<75, with: Array(sum.utf8))
  }
}
