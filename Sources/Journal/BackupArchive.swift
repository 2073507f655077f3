import JSONText

/// A backup that can be read (`BackupWriter` tells the format); its lines are checked, its files when they are read.
struct BackupArchive: SegmentSource {
  static let formatVersion = 2

  let folder: StoreFolder
  let name: String
  let head: JournalHead
  let identity: StoreIdentity
  /// What was wrong with the store that it was made of, as far as its first line names it.
  let damage: [Finding]
  private(set) var entries: [BackupEntry] = []
  /// Where each file's bytes begin.
  private var starts: [String: (offset: Int, size: Int)] = [:]

  /// Opens a backup and checks its lines; throws `badBackup` where they do not hold.
  init(_ path: String, files: any FileAccess) throws(JournalError) {
    let (folder, name) = StoreFolder.holding(path, files: files)
    self.folder = folder
    self.name = name
    let damaged = JournalError.badBackup([Finding(file: name, reason: .backupDamaged)])
    let file = try inJournal { () throws(FileError) in try folder.open(name, .read) }
    defer { file.close() }
    var lines: [UInt8] = []
    var offset = 0
    func nextLine() throws(JournalError) -> [UInt8] {
      let line = try inJournal { () throws(FileError) in try Self.line(in: file, at: offset) }
      guard let line else { throw damaged }
      offset += line.count
      return line
    }
    let first = try nextLine()
    lines += first
    let opening = try Self.opening(first, damaged)
    head = opening.head
    damage = opening.damage
    var identityBytes: [UInt8] = []
    for _ in 0..<opening.count {
      let line = try nextLine()
      guard let entry = BackupEntry(line: line), starts[entry.path] == nil else { throw damaged }
      lines += line
      entries.append(entry)
      starts[entry.path] = (offset, entry.size)
      let start = offset
      let (end, overflow) = offset.addingReportingOverflow(entry.size)
      guard !overflow, end < .max else { throw damaged }
      if entry.path == StoreLayout.identity {
        identityBytes = try inJournal { () throws(FileError) in try file.read(start..<min(end, start + 65536))
        }
      }
      offset = end + 1
    }
    let sum = Array("{\"sha256\":\"\(lines.withUnsafeBytes(Link.over).hex)\"}\n".utf8)
    guard try nextLine() == sum, let identity = StoreIdentity(identityBytes) else { throw damaged }
    self.identity = identity
    let size = try inJournal { () throws(FileError) in try file.size() }
    guard size == offset else { throw damaged }
  }

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
    guard let start = starts[name] else {
      throw FileError(.open, name, code: Errno.notFound.code)
    }
    return try folder.read(self.name, from: start.offset, to: start.offset + start.size)
  }

  /// The findings for files whose bytes are not those that were written.
  func damagedFiles() throws(JournalError) -> [Finding] {
    var findings: [Finding] = []
    for entry in entries {
      guard let start = starts[entry.path]?.offset else { continue }
      let end = start + entry.size
      let bytes = try inJournal { () throws(FileError) in try folder.read(name, from: start, to: end + 1) }
      let sum = bytes.withUnsafeBytes { Link.over(UnsafeRawBufferPointer(rebasing: $0.prefix(entry.size))) }
      if bytes.count != entry.size + 1 || bytes.last != 0x0A || sum != entry.sum {
        findings.append(Finding(file: entry.path, reason: .backupDamaged))
      }
    }
    return findings
  }

  /// The line that begins at an offset, with its newline; nil where there is none of a sensible length.
  private static func line(in file: OpenFile, at offset: Int) throws(FileError) -> [UInt8]? {
    let bytes = try file.read(offset..<offset + 4096)
    guard let newline = bytes.firstIndex(of: 0x0A) else { return nil }
    return Array(bytes[...newline])
  }

  static func opening(
    _ line: [UInt8], _ damaged: JournalError
  ) throws(JournalError) -> (head: JournalHead, count: Int, damage: [Finding]) {
    var numbers: [String: Int] = [:]
    var head: JournalHead?
    var damage: [Finding] = []
    do throws(JSONError) {
      var reader = JSONReader(line)
      try reader.beginObject()
      while let key = try reader.nextKey() {
        switch key {
        case "zizhu-backup", "files": numbers[key] = try reader.integer()
        case "head": head = JournalHead(try reader.string())
        case "damage":
          try reader.beginArray()
          while try reader.nextElement() { damage.append(try Finding(&reader)) }
        default: try reader.skipValue()
        }
      }
      try reader.end()
    } catch {
      throw damaged
    }
    guard let version = numbers["zizhu-backup"], let count = numbers["files"], let head, count >= 0 else {
      throw damaged
    }
    guard version <= formatVersion else { throw .newerFormat(version: version) }
    return (head, count, damage)
  }
}

extension StoreFolder {
  /// The folder that a file stands in, and the file's name in it.
  static func holding(_ path: String, files: any FileAccess) -> (StoreFolder, String) {
    guard let slash = path.lastIndex(of: "/") else { return (StoreFolder(".", files: files), path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (StoreFolder(folder, files: files), String(path[path.index(after: slash)...]))
  }
}
