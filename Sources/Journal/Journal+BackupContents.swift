extension Journal {
  /// What a backup holds of its writer, for whoever takes it in beside a journal of their own.
  public struct BackupContents: Sendable {
    public var store: String
    public var head: JournalHead
    public var pieces: [JournalPiece]
    /// The policy files, as they are.
    public var policies: [[UInt8]]
  }

  /// Reads a backup that is as it was written: each file, and a journal that ends with the head which the backup names and
  /// people compare with paper. Throws `badBackup`, `newerFormat` or `file`.
  public static func contents(
    ofBackup path: String, files: any FileAccess = PosixFiles()
  ) throws(JournalError) -> BackupContents {
    let archive = try BackupArchive(path, files: files)
    let (report, end) = try Verification(source: archive, head: archive.head).check()
    var damage = try archive.damagedFiles() + archive.damage + archive.foreignFiles
    damage += report.findings.filter { $0.reason != .unknownFile }
    if damage.isEmpty, JournalHead(writer: archive.identity.writer, at: end) != archive.head {
      damage = [Finding(file: archive.name, reason: .headDiffers)]
    }
    guard damage.isEmpty else { throw .badBackup(damage) }
    return try inJournal { () throws(FileError) in
      var policies: [[UInt8]] = []
      for entry in archive.entries where entry.path.hasPrefix("policies/") {
        policies.append(try archive.bytes(entry.path))
      }
      return BackupContents(
        store: archive.identity.store, head: archive.head, pieces: try archive.pieces, policies: policies)
    }
  }
}
