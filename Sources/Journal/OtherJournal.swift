/// The journal of another writer, kept byte for byte beside the store's own: only what is taken in from its files is ever
/// appended, and only what stands before a head that the store names counts. Source: offices.md, Files.
///
/// Gathering alone appends; its head stands in the city's `gathered` line. Of two histories that part,
/// `JournalFork` names the first line of each behind what they share (`KnownSegments`).
public struct OtherJournal: Sendable {
  let folder: StoreFolder
  let identity: StoreIdentity

  /// How far a journal counts: its head, and where the head's line ends.
  public struct End: Hashable, Sendable {
    public var head: JournalHead
    /// The segment's number in the head's epoch.
    public var segment: Int
    /// The byte behind the head's line.
    public var size: Int

    public init(head: JournalHead, segment: Int, size: Int) {
      self.head = head
      self.segment = segment
      self.size = size
    }

    var name: SegmentName { SegmentName(epoch: head.epoch, number: segment) }

    var place: Place {
      Place(
        segment: name, line: 1, start: 0, end: size, sequence: head.sequence, link: head.link)
    }
  }

  /// Nil where the ids are none, so that nothing of them becomes part of a path.
  public init?(_ folder: StoreFolder, store: String, writer: String) {
    guard isID(store), isID(writer) else { return nil }
    self.folder = folder
    identity = StoreIdentity(store: store, writer: writer)
  }

  var writerFolder: String { StoreLayout.journal + "/" + identity.writer }

  func file(_ segment: SegmentName) -> String { writerFolder + "/" + segment.fileName }

  /// Checks every line up to an end and gives the records to `take`, as `Verification.run` does; what stands behind the
  /// end is not looked at.
  public func read(
    upTo end: End, _ take: ([JournalRecord]) -> [Finding.Reason?] = { $0.map { _ in nil } }
  ) throws(JournalError) -> VerifyReport {
    let source = OtherSource(identity: identity, folder: folder)
    return try Verification(
      source: source, limit: .init(segment: end.name, size: end.size), head: end.head
    ).run(take)
  }

  /// The same in a backup of the store that keeps the journal.
  public func read(
    upTo end: End, inBackup path: String, _ take: ([JournalRecord]) -> [Finding.Reason?]
  ) throws(JournalError) -> VerifyReport {
    let source = OtherArchiveSource(
      identity: identity, archive: try BackupArchive(path, files: folder.files))
    return try Verification(
      source: source, limit: .init(segment: end.name, size: end.size), head: end.head
    ).run(take)
  }

  /// Where a record ends; nil where the journal has none of this number.
  public func end(at sequence: Int) throws(JournalError) -> End? {
    // Behind the payload stand the line's last bracket and its end.
    try records([sequence]).first.map {
      End(head: $0.head, segment: $0.segment, size: $0.payload.upperBound + 2)
    }
  }

  /// With what goes on behind a record begins, as `JournalArrival.NewRecords` has it; none where nothing does.
  public func beginnings(behind sequence: Int) throws(JournalError) -> [String] {
    guard let record = try records([sequence + 1]).first else { return [] }
    let link = String(record.head.link.hex.prefix(12))
    guard record.line == 2, let end = try end(at: sequence + 1) else { return [link] }
    let known = KnownSegments(journal: self, end: end, base: end, pending: [:])
    return try known.links(ofSegmentsThatBeginWith: sequence + 1) + [link]
  }

  /// The records of these numbers, in their order.
  public func records(_ sequences: some Sequence<Int>) throws(JournalError) -> [JournalRecord] {
    let journal = Journal(
      identity: identity, folder: folder, options: JournalOptions(), lock: nil, place: .beginning)
    return try journal.records(sequences)
  }
}

/// The segments of another writer alone.
private struct OtherSource: SegmentSource {
  let identity: StoreIdentity
  let folder: StoreFolder

  func names() throws(FileError) -> [String] {
    let writerFolder = StoreLayout.journal + "/" + identity.writer
    // A folder that is gone is missing segments, and nobody's fault of today.
    guard try folder.status(writerFolder) != nil else { return [] }
    return try folder.list(writerFolder).map { writerFolder + "/" + $0 }
      .filter { SegmentName(String($0.dropFirst(writerFolder.count + 1))) != nil }
  }

  func bytes(_ name: String) throws(FileError) -> [UInt8] { try folder.read(name) }
}

/// The segments of another writer in a backup.
private struct OtherArchiveSource: SegmentSource {
  let identity: StoreIdentity
  let archive: BackupArchive

  func names() throws(FileError) -> [String] {
    let prefix = StoreLayout.journal + "/" + identity.writer + "/"
    return archive.entries.map(\.path).filter {
      $0.hasPrefix(prefix) && SegmentName(String($0.dropFirst(prefix.count))) != nil
    }
  }

  func bytes(_ name: String) throws(FileError) -> [UInt8] { try archive.bytes(name) }
}
