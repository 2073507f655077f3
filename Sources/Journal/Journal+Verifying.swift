extension Journal {
  /// A check of everything that this journal has read or saved so far, to be run on another thread.
  ///
  /// After opening with a snapshot this is the rest that has not been checked yet; damage it finds goes to
  /// `stopWriting(because:)`.
  public var verification: Verification { verification(against: nil) }

  /// The same check, against an earlier head too.
  public func verification(against head: JournalHead?) -> Verification {
    Verification(
      source: FolderSource(identity: identity, folder: folder),
      limit: .init(segment: place.segment, size: place.end), head: head)
  }

  /// Checks the store in a folder, or a backup in a file, against an earlier head if there is one.
  ///
  /// Waits for a save under way, but holds up none while it checks. A snapshot that stands is given to
  /// `restoring` and every record that holds to `take`, as `Verification.run` does. Throws `JournalError` where
  /// there is no store or backup to check; all else is in the report.
  public static func verify(
    _ path: String, files: any FileAccess = PosixFiles(), options: JournalOptions = JournalOptions(),
    head: JournalHead? = nil, restoring: (JournalSnapshot) -> Void = { _ in },
    take: ([JournalRecord]) -> [Finding.Reason?] = { $0.map { _ in nil } }
  ) throws(JournalError) -> VerifyReport {
    let status = try inJournal { () throws(FileError) in try StoreFolder(path, files: files).status("") }
    if status?.kind == .file {
      let archive = try BackupArchive(path, files: files)
      var report = try Verification(source: archive, head: head ?? archive.head).run(take)
      for finding in try archive.damagedFiles() + archive.damage + archive.foreignFiles {
        report.add(finding)
      }
      return report
    }
    let journal = try prepare(StoreFolder(path, files: files), options: options)
    let limit = try journal.presentEnd()
    let snapshot = journal.standingSnapshot()
    let snapshotFinding = snapshot == nil ? journal.findings.first : nil
    if let snapshot { restoring(snapshot.0) }
    return try Verification(
      source: FolderSource(identity: journal.identity, folder: journal.folder), limit: limit, head: head,
      snapshotFinding: snapshotFinding
    ).run(take)
  }

  /// The journal's end at a moment at which nobody is saving.
  private func presentEnd() throws(JournalError) -> Verification.Limit? {
    try lock?.take(.saving, waiting: options.lockWait)
    defer { lock?.release(.saving) }
    return try inJournal { () throws(FileError) in
      guard let last = try folder.list(writerFolder).compactMap(SegmentName.init).max(),
        let status = try folder.status(file(last))
      else { return nil }
      return Verification.Limit(segment: last, size: status.size)
    }
  }
}
