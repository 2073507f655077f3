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

  /// The same, where records are given many at once; `progress` is told how many of the bytes that no snapshot covers
  /// were read and given.
  public static func openInBatches(
    _ folder: String, files: any FileAccess = PosixFiles(), options: JournalOptions = JournalOptions(),
    restoring: (JournalSnapshot) throws -> Bool = { _ in false },
    progress: ((_ done: Int, _ whole: Int) -> Void)? = nil,
    replaying: ([JournalRecord]) throws -> Void
  ) throws -> Journal {
    let journal = try prepare(StoreFolder(folder, files: files), options: options)
    if let (snapshot, place) = journal.standingSnapshot(), try restoring(snapshot) { journal.place = place }
    try journal.replay(progress, replaying)
    return journal
  }

  static func prepare(_ folder: StoreFolder, options: JournalOptions) throws(JournalError) -> Journal {
    var folder = folder
    let identity = try readIdentity(folder)
    folder.isShared = identity.isShared
    let own = StoreLayout.journal + "/" + identity.writer
    // Another store's identity names a journal that is not here.
    let isHere = try inJournal { () throws(FileError) in
      try folder.refuseLinks(StoreLayout.folders + [own])
      return try folder.status(own) != nil
    }
    guard isHere else { throw .identityDamaged }
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
      guard [Errno.notFound, .notAFolder].contains(Errno(error.code)) else { throw .file(error) }
      // A journal without it was a store; to be told that there is none, one might make another.
      let isLeft =
        try? folder.status(StoreLayout.journal) != nil && folder.status(StoreLayout.inTheMaking) == nil
      throw isLeft == true ? .identityDamaged : .notAStore
    }
    guard let identity = StoreIdentity(bytes) else { throw .identityDamaged }
    guard identity.readableFrom <= StoreIdentity.currentVersion else {
      throw .newerFormat(version: identity.version)
    }
    return identity
  }

  /// Reads what is there without holding anybody up, and only the end of it under the lock.
  private func replay(
    _ progress: ((_ done: Int, _ whole: Int) -> Void)?, _ take: ([JournalRecord]) throws -> Void
  ) throws {
    let whole = try progress == nil ? 0 : inJournal { () throws(FileError) in try bytesBehindThePlace() }
    var done = 0
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
      let start = place.end
      place = reached
      for batch in Self.batches(records) {
        try take(batch)
        if let last = batch.last { progress?(done + last.payload.upperBound, whole) }
      }
      done += reached.end - start
      guard ending == .end, let next else { break }
      place = place.entering(next)
    }
    try lock?.take(.saving, waiting: options.lockWait)
    defer { lock?.release(.saving) }
    try take(try catchUp(isOpening: true))
    if readOnly == .damage, place.sequence == 0 { try take(readBehindTheBeginning()) }
  }

  /// The records a part at a time, so that taking in goes on beside reading what they say.
  private static func batches(_ records: [JournalRecord]) -> [[JournalRecord]] {
    stride(from: 0, to: records.count, by: Verification.batch).map {
      Array(records[$0..<min($0 + Verification.batch, records.count)])
    }
  }

  /// How many bytes of the journal stand behind the place.
  private func bytesBehindThePlace() throws(FileError) -> Int {
    var bytes = -place.end
    for name in try folder.list(writerFolder).compactMap(SegmentName.init) where name >= place.segment {
      bytes += try folder.status(file(name))?.size ?? 0
    }
    return max(0, bytes)
  }
}
