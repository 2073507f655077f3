import Testing

@testable import Journal

/// Files that desktops, editors and sync tools leave in the store's folders: hints, never damage.
@Suite struct StrayFileTests {
  static let names = [
    ".DS_Store", "._000001-000001.jsonl", "Thumbs.db", "desktop.ini", "Desktop.ini",
    ".000001-000001.jsonl.swp",
    "000001-000001 (冲突副本).jsonl", "000001-000001.jsonl~", "~$store.json", ".fuse_hidden0001", "notes.txt",
  ]

  private static func lay(_ path: String, _ files: SimulatedFiles) throws {
    files.close(try files.open(Stores.path + "/" + path, .create(permissions: 0o600)))
  }

  @Test(arguments: names) func aStrayFileIsAHintWhereverItLies(name: String) throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(5, files)
    var folders = ["", "journal/", "journal/\(journal.identity.writer)/", "snapshot/", "backup/"]
    try StoreFolder(Stores.path, files: files).makeFolderIfMissing("policies")
    folders.append("policies/")
    for folder in folders { try Self.lay(folder + name, files) }

    let report = try Journal.verify(Stores.path, files: files, head: journal.head)
    #expect(report.isWhole && !report.hasDamage)
    #expect(Set(report.findings.map(\.file)) == Set(folders.map { $0 + name }))
    #expect(report.findings.allSatisfy { $0.reason == .unknownFile && !$0.isDamage && $0.isOrdinary })

    // Both desks go on writing, and a check beside one finds nothing to stop for.
    let (other, payloads) = try Stores.open(files)
    #expect(payloads.count == 5 && other.readOnly == nil && other.findings.isEmpty)
    #expect(try other.verification.run().hasDamage == false)
    try other.append(Stores.payload(6))

    // A backup has none of them, and a store is made of it.
    try other.backup(to: "/disk/stick")
    let archive = try BackupArchive("/disk/stick", files: files)
    #expect(archive.entries.allSatisfy { !$0.path.contains(name) })
    var count = 0
    _ = try Journal.restore("/disk/stick", to: "/disk/again", files: files) { _ in count += 1 }
    #expect(count == 6)
  }

  /// A folder that is none of the store's is named, and nobody looks into it.
  @Test func aStrayFolderIsNamedOnce() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(2, files)
    let folder = StoreFolder(Stores.path, files: files)
    try folder.makeFolderIfMissing("System Volume Information")
    try Self.lay("System Volume Information/a", files)
    let report = try Journal.verify(Stores.path, files: files, head: journal.head)
    #expect(report.isWhole && report.findings.map(\.file) == ["System Volume Information"])
  }

  /// A segment that somebody gave another name is missing, whatever stands there now.
  @Test func aSegmentUnderAnotherNameIsMissing() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(40, files, segmentLimit: 600)
    let path = Stores.path + "/" + Stores.segment(journal)
    try files.rename(path, to: path + ".bak")
    let report = try Journal.verify(Stores.path, files: files, head: journal.head)
    #expect(report.hasDamage && report.findings.contains { $0.reason == .missingSegment })
    #expect(report.findings.contains { $0.reason == .unknownFile && $0.file.hasSuffix(".bak") })
  }

  /// What the store has itself is no stray.
  @Test(arguments: [
    "store.json", "LOCK", "store.json.new", "journal/0123456789abcdef0123456789abcdef/000001-000001.jsonl",
    "snapshot/state",
    "snapshot/state.new", "quarantine/tail-1", "backup/zizhu-2019-06-03.backup", "drafts/张三-1.new",
    "policies/a@b.json",
    "templates/receipt.txt", "templates/style.html",
  ])
  func theStoresOwnFilesAreKnown(path: String) { #expect(StoreLayout.isOwn(path)) }

  /// A name that no archive takes is said to be nobody's, and not left out of the backup without a word.
  @Test func aNameTooLongForABackupIsAHint() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(2, files)
    try StoreFolder(Stores.path, files: files).makeFolderIfMissing("templates")
    let (long, short) = (String(repeating: "关", count: 33), String(repeating: "关", count: 32))
    for name in [long, short] { try Self.lay("templates/\(name).txt", files) }
    let report = try Journal.verify(Stores.path, files: files, head: journal.head)
    #expect(report.isWhole && report.findings.map(\.file) == ["templates/\(long).txt"])
    try journal.backup(to: "/disk/stick")
    #expect(
      try BackupArchive("/disk/stick", files: files).entries.map(\.path).filter { $0.hasPrefix("templates/") }
        == ["templates/\(short).txt"])
  }
}
