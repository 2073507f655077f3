/// Opening a store.
extension Journal {
  /// Opens the store in a folder and gives all its records, oldest first.
  ///
  /// A snapshot that stands in the journal is offered to `restoring`; where that gives true only the records
  /// behind it are read and given. The rest is then for `verification` to check, later. What `restoring` or
  /// `replaying` throws is passed on.
  ///
  /// A torn end is set aside and reported in `findings`; damage elsewhere, or a folder that may not be written,
  /// makes the journal read-only, with the records before the damage given. Throws `JournalError` where there is
  /// no store to read, the lock cannot be had or the folder cannot be read.
  public static func open(
    _ folder: String, files: any FileAccess = PosixFiles(), options: JournalOptions = JournalOptions(),
    restoring: (JournalSnapshot) throws -> Bool = { _ in false },
    replaying: (JournalRecord) throws -> Void
  ) throws -> Journal {
    try openInBatches(folder, files: files, options: options, restoring: restoring) { records in
      for record in records { try replaying(record) }
    }
  }

  /// The same, where records are given many at once.
  public static func openInBatches(
    _ folder: String, files: any FileAccess = PosixFiles(), options: JournalOptions = JournalOptions(),
    restoring: (JournalSnapshot) throws -> Bool = { _ in false },
    replaying: ([JournalRecord]) throws -> Void
  ) throws -> Journal {
    let journal = try prepare(StoreFolder(folder, files: files), options: options)
    if let (snapshot, place) = journal.standingSnapshot(), try restoring(snapshot) { journal.place = place }
    try journal.replay(replaying)
    return journal
  }

  static func prepare(_ folder: StoreFolder, options: JournalOptions) throws(JournalError) -> Journal {
    var folder = folder
    let identity = try readIdentity(folder)
    folder.isShared = identity.isShared
    try inJournal { () throws(FileError) in
      try folder.refuseLinks(StoreLayout.folders + [StoreLayout.journal + "/" + identity.writer])
    }
    var lock: StoreLock?
    var readOnly: ReadOnlyReason?
    if identity.version > StoreIdentity.currentVersion {
      readOnly = .newerFormat(version: identity.version)
    } else {
      do throws(FileError) {
        lock = try StoreLock(folder)
      } catch {
        guard error.meansNoRights else { throw .file(error) }
        readOnly = .noRights
      }
    }
    let journal = Journal(identity: identity, folder: folder, options: options, lock: lock, place: .beginning)
    journal.readOnly = readOnly
    return journal
  }

  static func readIdentity(_ folder: StoreFolder) throws(JournalError) -> StoreIdentity {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try folder.read(StoreLayout.identity)
    } catch {
      throw [Errno.notFound, .notAFolder].contains(Errno(error.code)) ? .notAStore : .file(error)
    }
    guard let identity = StoreIdentity(bytes) else { throw .identityDamaged }
    guard identity.readableFrom <= StoreIdentity.currentVersion else {
      throw .newerFormat(version: identity.version)
    }
    return identity
  }

  /// Reads what is there without holding anybody up, and only the end of it under the lock.
  private func replay(_ take: ([JournalRecord]) throws -> Void) throws {
    while true {
      var records: [JournalRecord] = []
      var reached = place
      let ending: Ending
      let next: SegmentName?
      do throws(FileError) {
        // Asked before: a segment that has one behind it grows no more, while this one may just now.
        next = try segment(after: reached.segment)
        ending = try step(&reached, into: &records)
      } catch {
        throw JournalError.file(error)
      }
      place = reached
      try take(records)
      guard ending == .end, let next else { break }
      place = place.entering(next)
    }
    try lock?.take(.saving, waiting: options.lockWait)
    defer { lock?.release(.saving) }
    try take(try catchUp(isOpening: true))
    if readOnly == .damage, place.sequence == 0 { try take(readBehindTheBeginning()) }
  }
}
