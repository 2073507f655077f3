/// Taking a backup, and making a store from one.
extension Journal {
  /// Writes everything up to `head` into one file, while others may go on saving; gives the head it holds.
  ///
  /// The file is on the disk when this returns. Throws `fileExists`, `readOnly(.damage)` for a damaged store
  /// (whose folder is better copied as it is), or `file`.
  @discardableResult
  public func backup(to path: String) throws(JournalError) -> JournalHead {
    if readOnly == .damage { throw .readOnly(.damage) }
    let work = backupWork
    try work.run(to: path)
    return work.head
  }

  /// What writes a backup of everything given so far, on whatever thread.
  public var backupWork: BackupWork { BackupWork(folder: folder, place: place, head: head) }

  /// What writes a backup of a damaged store: every file as it is, and in its first line what is wrong.
  public func backupWork(of damage: [Finding]) -> BackupWork {
    BackupWork(folder: folder, place: place, head: head, damage: damage)
  }

  /// Makes a store from a backup, in a folder that is empty or missing, and opens it.
  ///
  /// The store continues the backup's history in a new epoch, so that it is never taken for another continuation
  /// of the same history. A backup that is damaged, was made of a damaged store or holds files of no kind that the store
  /// has is restored only with `takingDamaged`: without those files, and as it is, so that it opens for reading alone.
  /// Throws `badBackup` with what is wrong, `folderNotEmpty`, `newerFormat`, `busy` or `file`.
  public static func restore(
    _ backup: String, to path: String, files: any FileAccess = PosixFiles(),
    options: JournalOptions = JournalOptions(), takingDamaged: Bool = false,
    replaying: (JournalRecord) throws -> Void
  ) throws -> Journal {
    try restore(
      try BackupArchive(backup, files: files), StoreFolder(path, files: files), options, takingDamaged)
    return try open(path, files: files, options: options, replaying: replaying)
  }

  private static func restore(
    _ archive: BackupArchive, _ folder: StoreFolder, _ options: JournalOptions, _ takingDamaged: Bool
  ) throws(JournalError) {
    guard archive.identity.version <= StoreIdentity.currentVersion else {
      throw .newerFormat(version: archive.identity.version)
    }
    let (report, end) = try Verification(source: archive, head: archive.head).check()
    let findings =
      try archive.damagedFiles() + archive.damage + report.findings.filter { $0.reason != .unknownFile }
    let foreign = archive.foreignFiles
    guard findings.isEmpty && foreign.isEmpty || takingDamaged else { throw .badBackup(findings + foreign) }
    var folder = folder
    folder.isShared = archive.identity.isShared
    let identity = try inJournal { () throws(FileError) in try archive.bytes(StoreLayout.identity) }
    let lock = try prepareEmpty(folder, for: identity, options)
    defer { lock.release(.saving) }
    let journal = Journal(
      identity: archive.identity, folder: folder, options: options, lock: lock, place: end)
    try inJournal { () throws(FileError) in
      try journal.makeFolders()
      // What others left in the folder went into earlier backups: it stays there.
      for entry in archive.entries
      where entry.path != StoreLayout.identity && StoreLayout.isBackedUp(entry.path) {
        try folder.makeFolders(to: entry.path)
        try folder.replace(entry.path, with: try archive.bytes(entry.path))
      }
    }
    // Behind damage nothing is written.
    if findings.isEmpty { try journal.beginSegment(end.segment.nextEpoch) }
    try journal.finish()
  }
}
