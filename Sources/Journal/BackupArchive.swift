/// A backup that can be read (`BackupWriter` tells the format, `BackupEntry+Lines` the one of before); what it says of its
/// files is checked, the files when they are read.
struct BackupArchive: SegmentSource {
  let folder: StoreFolder
  let name: String
  let head: JournalHead
  let identity: StoreIdentity
  /// What was wrong with the store that it was made of, as far as it names it.
  let damage: [Finding]
  let entries: [BackupEntry]
  private let places: [String: Range<Int>]

  /// Opens a backup; throws `badBackup` where what it says of itself does not hold, `newerFormat` or `file`.
  init(_ path: String, files: any FileAccess) throws(JournalError) {
    let (folder, name) = StoreFolder.holding(path, files: files)
    let damaged = JournalError.badBackup([Finding(file: name, reason: .backupDamaged)])
    let file = try inJournal { () throws(FileError) in try folder.open(name, .read) }
    defer { file.close() }
    let start = try inJournal { () throws(FileError) in try file.read(0..<Self.mostBeforeFiles) }
    guard let opening = try BackupHead(beginning: start) else { throw damaged }
    let isOfLines = start.first == UInt8(ascii: "{")
    let entries = try inJournal { () throws(FileError) in
      isOfLines
        ? try BackupEntry.ofLines(in: file, count: opening.count) : try BackupEntry.ofArchive(in: file)
    }
    guard let entries else { throw damaged }
    places = Dictionary(entries.map { ($0.path, $0.place) }, uniquingKeysWith: { first, _ in first })
    guard places.count == entries.count, let place = places[StoreLayout.identity] else { throw damaged }
    let bytes = try inJournal { () throws(FileError) in
      try file.read(place.lowerBound..<min(place.upperBound, place.lowerBound + 65536))
    }
    guard let identity = StoreIdentity(bytes) else { throw damaged }
    self.folder = folder
    self.name = name
    head = opening.head
    damage = opening.damage
    self.identity = identity
    self.entries = entries
  }

  /// The head has to stand in so many bytes.
  static let mostBeforeFiles = 4096

  func names() throws(FileError) -> [String] {
    entries.map(\.path).filter {
      $0.hasPrefix(StoreLayout.journal + "/") && StoreLayout.isBackedUp($0) || StoreLayout.isLeftBehind($0)
    }.sorted()
  }

  /// The findings for files that no backup of a store holds: whoever put them there meant them to be restored.
  var foreignFiles: [Finding] {
    entries.filter { !StoreLayout.isBackedUp($0.path) && !StoreLayout.isLeftBehind($0.path) }
      .map { Finding(file: $0.path, reason: .foreignFile) }
  }

  func bytes(_ name: String) throws(FileError) -> [UInt8] {
    guard let place = places[name] else { throw FileError(.open, name, code: Errno.notFound.code) }
    return try folder.read(self.name, from: place.lowerBound, to: place.upperBound)
  }

  /// The findings for files whose bytes are not those that were written.
  func damagedFiles() throws(JournalError) -> [Finding] {
    try inJournal { () throws(FileError) in
      var findings: [Finding] = []
      for entry in entries {
        let end = entry.place.upperBound + entry.filling.count
        guard !entry.isWhole(try folder.read(name, from: entry.place.lowerBound, to: end)) else { continue }
        findings.append(Finding(file: entry.path, reason: .backupDamaged))
      }
      return findings
    }
  }
}

extension StoreFolder {
  /// The folder that a file stands in, and the file's name in it.
  public static func holding(
    _ path: String, files: any FileAccess = PosixFiles()
  ) -> (StoreFolder, String) {
    guard let slash = path.lastIndex(of: "/") else { return (StoreFolder(".", files: files), path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (StoreFolder(folder, files: files), String(path[path.index(after: slash)...]))
  }
}
