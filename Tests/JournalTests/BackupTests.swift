import Seeded
import Tar
import Testing

@testable import Journal

/// Backups and what is made of them.
@Suite struct BackupTests {
  private func makeBackup() throws -> (files: SimulatedFiles, journal: Journal) {
    let files = SimulatedFiles()
    let journal = try Stores.make(12, files, segmentLimit: 900)
    try files.makeFolder(Stores.path + "/policies", permissions: 0o700)
    let policy = try files.open(Stores.path + "/policies/政策.json", .create(permissions: 0o600))
    let text = Array("{\"items\":[]}".utf8)
    _ = try text.withUnsafeBytes { bytes throws(Errno) in try files.write(policy, bytes, at: 0) }
    files.close(policy)
    try journal.keepSnapshot([1])
    #expect(try journal.backup(to: "/disk/stick") == journal.head)
    return (files, journal)
  }

  @Test func aBackupHoldsEverythingUpToItsHead() throws {
    let (files, journal) = try makeBackup()
    let report = try Journal.verify("/disk/stick", files: files, head: journal.head)
    #expect(report.isWhole && report.records == 13 && report.head == journal.head)
    #expect(throws: JournalError.fileExists("stick")) { try journal.backup(to: "/disk/stick") }
  }

  @Test func aRestoredStoreGoesOnInANewEpoch() throws {
    let (files, journal) = try makeBackup()
    let head = journal.head
    try journal.append(Stores.payload(13))
    var payloads: [[UInt8]] = []
    let restored = try Journal.restore("/disk/stick", to: "/disk/new", files: files) {
      if !Stores.isAnchor($0) { payloads.append(Array($0.bytes[$0.payload])) }
    }
    #expect(payloads == Stores.payloads(1...12) && restored.identity == journal.identity)
    #expect(files.content("/disk/new/policies/政策.json") == Array("{\"items\":[]}".utf8))
    let position = try restored.append(Stores.payload(99))
    #expect(position == JournalPosition(writer: journal.identity.writer, epoch: 2, sequence: 14))
    let report = try Journal.verify("/disk/new", files: files, head: head)
    #expect(report.isWhole && report.records == 14)
    #expect(
      try Journal.verify("/disk/new", files: files, head: journal.head).findings.map(\.reason) == [
        .headMissing
      ])
    #expect(
      try Stores.open(files, at: "/disk/new").payloads == Stores.payloads(1...12) + [Stores.payload(99)])
  }

  @Test func twoRestoresOfOneBackupNeverLookAlike() throws {
    let (files, _) = try makeBackup()
    let one = try Journal.restore("/disk/stick", to: "/disk/one", files: files) { _ in }
    let two = try Journal.restore("/disk/stick", to: "/disk/two", files: files) { _ in }
    #expect(one.head.link != two.head.link)
    try one.backup(to: "/disk/stick2")
    let three = try Journal.restore("/disk/stick2", to: "/disk/three", files: files) { _ in }
    #expect(three.head.epoch == 3)
    try three.append(Stores.payload(13))
    #expect(try Journal.verify("/disk/three", files: files, head: one.head).isWhole)
    #expect(try !Journal.verify("/disk/three", files: files, head: two.head).isWhole)
  }

  @Test func restoringOverwritesNothing() throws {
    let (files, _) = try makeBackup()
    #expect(throws: JournalError.folderNotEmpty) {
      try Journal.restore("/disk/stick", to: Stores.path, files: files) { _ in }
    }
    #expect(throws: JournalError.folderNotEmpty) { try Stores.make(1, files) }
  }

  /// What a backup of a store holds is restored; what a desktop left is left out; anything else is refused by name.
  @Test func aFileThatIsNotTheStoresIsRefused() throws {
    let refused = [
      "snapshot/state", "drafts/张三-1", "backup/zizhu-2019-06-03.backup", "LOCK", ".ssh/authorized_keys",
      "policies/.git/config", "journal/x/y/000001-000001.jsonl", "policies/政策.json.new", "notes.txt",
      "snapshot/.DS_Store", "etc/passwd",
    ]
    let taken = ["policies/乙.json", "templates/receipt.txt", "quarantine/000001-1-ab"]
    let leftOut = [".DS_Store", "policies/Thumbs.db", "templates/~$x.txt"]
    for path in refused + taken + leftOut {
      let (files, journal) = try makeBackup()
      let stick = try files.open("/disk/forged", .create(permissions: 0o600))
      let folder = StoreFolder(Stores.path, files: files)
      let own = try ["store.json", "policies/政策.json"] + segments(of: journal, files)
      var writer = try BackupWriter(
        OpenFile(files: files, handle: stick, name: "forged"), head: journal.head)
      for name in own { try writer.add(name, try folder.read(name)) }
      try writer.add(path, Array("forged".utf8))
      try writer.finish()
      files.close(stick)

      let finding = Finding(file: path, reason: refused.contains(path) ? .foreignFile : .unknownFile)
      let findings = try Journal.verify("/disk/forged", files: files).findings
      #expect(findings == (taken.contains(path) ? [] : [finding]), "\(path)")
      if refused.contains(path) {
        #expect(throws: JournalError.badBackup([finding])) {
          try Journal.restore("/disk/forged", to: "/disk/r", files: files) { _ in }
        }
        #expect(files.disk.names["/disk/r/store.json"] == nil)
      }
      _ = try Journal.restore("/disk/forged", to: "/disk/r", files: files, takingDamaged: true) {
        _ in
      }
      let isThere = files.disk.names["/disk/r/" + path].map { _ in files.content("/disk/r/" + path) }
      if path != "LOCK" { #expect(isThere == (taken.contains(path) ? Array("forged".utf8) : nil), "\(path)") }
    }
  }

  private func segments(of journal: Journal, _ files: SimulatedFiles) throws -> [String] {
    let folder = "journal/" + journal.identity.writer
    return try files.list(Stores.path + "/" + folder).sorted().map { folder + "/" + $0 }
  }

  @Test(arguments: [false, true]) func noByteOfABackupChangesUnnoticed(isOfLines: Bool) throws {
    let (files, journal) = try makeBackup()
    if isOfLines { try LinedBackup.write(of: journal, to: "/disk/stick", files) }
    let bytes = files.content("/disk/stick")
    for place in bytes.indices {
      let copy = SimulatedFiles(files.disk)
      copy.tamper("/disk/stick") { $0[place] ^= 1 }
      let report = try? Journal.verify("/disk/stick", files: copy)
      #expect(report?.isWhole != true, "byte \(place)")
      if place % 97 == 0 {
        #expect(throws: JournalError.self) {
          try Journal.restore("/disk/stick", to: "/disk/r", files: copy) { _ in }
        }
      }
    }
  }

  @Test(arguments: [false, true]) func aBackupCutOffAnywhereIsRefused(isOfLines: Bool) throws {
    let (files, journal) = try makeBackup()
    if isOfLines { try LinedBackup.write(of: journal, to: "/disk/stick", files) }
    let bytes = files.content("/disk/stick")
    for cut in stride(from: 0, to: bytes.count, by: 13) {
      let copy = SimulatedFiles(files.disk)
      copy.tamper("/disk/stick") { $0.removeLast(bytes.count - cut) }
      #expect(throws: JournalError.self) { try Journal.verify("/disk/stick", files: copy) }
    }
  }

  /// Programs of before wrote lines between the files.
  @Test func aBackupOfLinesIsRestored() throws {
    let (files, journal) = try makeBackup()
    try LinedBackup.write(of: journal, to: "/disk/lines", files)
    let report = try Journal.verify("/disk/lines", files: files, head: journal.head)
    #expect(report.isWhole && report.records == 13)
    for (backup, store) in [("/disk/lines", "/disk/one"), ("/disk/stick", "/disk/other")] {
      _ = try Journal.restore(backup, to: store, files: files) { _ in }
    }
    for name in try ["policies/政策.json"] + segments(of: journal, files) {
      #expect(files.content("/disk/one/" + name) == files.content("/disk/other/" + name), "\(name)")
    }
    #expect(BackupWork.head(of: "lines", in: StoreFolder("/disk", files: files)) == journal.head)
  }

  /// A backup whose journal was cut or written on, with sums that hold and the head that stands on paper, brings nothing
  /// into another store: its head is all that speaks for it.
  @Test func whatIsTakenBesideAnotherEndsWithTheHead() throws {
    let (files, journal) = try makeBackup()
    let archive = try BackupArchive("/disk/stick", files: files)
    func contents(_ head: JournalHead, _ change: (inout [UInt8]) -> Void) throws -> Journal.BackupContents {
      let file = try files.open("/disk/other", .create(permissions: 0o600))
      var writer = try BackupWriter(OpenFile(files: files, handle: file, name: "other"), head: head)
      let last = try segments(of: journal, files).last
      for entry in archive.entries {
        var bytes = try archive.bytes(entry.path)
        if entry.path == last { change(&bytes) }
        try writer.add(entry.path, bytes)
      }
      try writer.finish()
      files.close(file)
      defer { try? files.remove("/disk/other") }
      return try Journal.contents(ofBackup: "/disk/other", files: files)
    }
    let lines = try #require(try archive.entries.last.map { try archive.bytes($0.path) })
    #expect(!lines.isEmpty)
    #expect(try contents(journal.head) { _ in }.head == journal.head)
    func cut(_ bytes: inout [UInt8]) {
      bytes.removeLast()
      bytes.removeSubrange((bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)...)
    }
    #expect(throws: JournalError.self) { try contents(journal.head, cut) }
    // A head on the way is not the end either.
    let earlier = JournalHead(
      writer: journal.head.writer, epoch: journal.head.epoch, sequence: journal.head.sequence - 1,
      link: try #require(try journal.records([journal.head.sequence - 1]).first).link)
    #expect(throws: JournalError.badBackup([Finding(file: "other", reason: .headDiffers)])) {
      try contents(earlier) { _ in }
    }
  }

  /// What a later program writes is not taken for damage, whatever stands behind its first file.
  @Test func aLaterFormIsNamed() throws {
    let (files, journal) = try makeBackup()
    let later = "{\"zizhu-backup\":4,\"head\":\"\(journal.head)\"}\n"
    var tar = TarWriter()
    try tar.add("BACKUP.json", Array(later.utf8))
    try tar.add("something else", [1, 2, 3])
    for (number, bytes) in [tar.finish(), Array(later.utf8)].enumerated() {
      try files.put("/disk/later\(number)", bytes)
      #expect(throws: JournalError.newerFormat(version: 4)) {
        try Journal.verify("/disk/later\(number)", files: files)
      }
    }
  }

  /// Sums that hold for other files than those that stand there, and an archive that does not begin with its head.
  @Test func anArchiveOfOthersIsNoBackup() throws {
    let (files, journal) = try makeBackup()
    let archive = try TarArchive(files.content("/disk/stick"))
    let all = archive.entries.map { ($0.path, Array(archive.content($0))) }
    #expect(all.first?.0 == "BACKUP.json" && all.last?.0 == "SHA256SUMS" && all.count > 3)
    func verify(_ files: SimulatedFiles, _ members: [(String, [UInt8])]) throws -> VerifyReport {
      var tar = TarWriter()
      for (path, bytes) in members { try tar.add(path, bytes) }
      try files.put("/disk/forged", tar.finish())
      return try Journal.verify("/disk/forged", files: files, head: journal.head)
    }
    #expect(try verify(files, all).isWhole)
    var others = [all, all, all, all, all]
    others[0].removeFirst()
    others[1].removeLast()
    others[2].remove(at: 1)
    others[3].swapAt(1, 2)
    others[4].append(("more", [1]))
    for members in others { #expect(throws: JournalError.self) { try verify(files, members) } }
  }

  @Test func aRestoreCutOffByThePowerCanBeMadeAgain() throws {
    let (files, _) = try makeBackup()
    var start = files.disk
    for naming in start.pendingNames { start.syncFolder(naming.folder) }
    for node in start.nodes.keys { start.sync(node) }
    let recorded = SimulatedFiles(start)
    recorded.record()
    _ = try Journal.restore("/disk/stick", to: "/disk/new", files: recorded) { _ in }
    for (moment, disk) in recorded.history.enumerated() {
      for seed in 0..<4 {
        var random = SeededNumbers(moment * 10 + seed)
        let left = SimulatedFiles(disk.crashed(using: &random))
        var payloads: [[UInt8]] = []
        if (try? Stores.open(left, at: "/disk/new").payloads) == Stores.payloads(1...12) { continue }
        _ = try Journal.restore("/disk/stick", to: "/disk/new", files: left) {
          if !Stores.isAnchor($0) { payloads.append(Array($0.bytes[$0.payload])) }
        }
        #expect(payloads == Stores.payloads(1...12), "moment \(moment), seed \(seed)")
      }
    }
  }

  @Test func aFailedBackupLeavesNoFile() throws {
    let (files, journal) = try makeBackup()
    files.fail(Fault(kind: .fullDisk, call: 0, isForGood: true))
    #expect(throws: JournalError.self) { try journal.backup(to: "/disk/second") }
    files.fail(nil)
    #expect(files.disk.names["/disk/second"] == nil && files.disk.names["/disk/second.new"] == nil)
    #expect(journal.readOnly == nil)
  }
}
