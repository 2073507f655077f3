extension Journal {
  /// What a backup holds of its writer, for whoever takes it in beside a journal of their own.
  public struct BackupContents: Sendable {
    public var store: String
    public var head: JournalHead
    public var pieces: [JournalPiece]
    /// The policy files, as they are.
    public var policies: [[UInt8]]
  }

  /// Reads a backup, each file of which must be as it was written. Throws `badBackup`, `newerFormat` or `file`.
  public static func contents(
    ofBackup path: String, files: any FileAccess = PosixFiles()
  ) throws(JournalError) -> BackupContents {
    let archive = try BackupArchive(path, files: files)
    let damage = try archive.damagedFiles() + archive.damage
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
