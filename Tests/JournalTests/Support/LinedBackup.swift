@testable import Journal

/// A backup as programs of before wrote it: lines between the files, and at the end a sum of the lines.
enum LinedBackup {
  static func write(of journal: Journal, to path: String, _ files: SimulatedFiles) throws {
    let archive = try BackupArchive("/disk/stick", files: files)
    var lines = Array(
      "{\"zizhu-backup\":1,\"head\":\"\(journal.head)\",\"files\":\(archive.entries.count)}\n".utf8)
    var all = lines
    for entry in archive.entries {
      let bytes = try archive.bytes(entry.path)
      let line = Array(
        "{\"path\":\"\(entry.path)\",\"bytes\":\(bytes.count),\"sha256\":\"\(Link.over(bytes).hex)\"}\n".utf8)
      lines += line
      all += line + bytes + [0x0A]
    }
    all += Array("{\"sha256\":\"\(Link.over(lines).hex)\"}\n".utf8)
    try files.put(path, all)
  }
}

extension SimulatedFiles {
  /// Puts a whole file there.
  func put(_ path: String, _ bytes: [UInt8]) throws {
    let (folder, name) = StoreFolder.holding(path, files: self)
    try folder.replace(name, with: bytes)
  }
}
