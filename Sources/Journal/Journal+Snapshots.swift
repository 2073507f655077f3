/// Keeps a state as a store's snapshot, while others go on saving.
public struct SnapshotKeeper: Sendable {
  let folder: StoreFolder
  let writer: String
  /// The place up to which the state is folded.
  let place: Place
  var file = StoreLayout.snapshotFile

  /// Writes the state that `write` gives to the disk, under a temporary name until a line names it.
  ///
  /// Nil, with nothing done, where another desk is just writing one or the journal holds no record yet. Throws
  /// `JournalError.file`; a snapshot that could not be written does no harm.
  public func write(
    _ write: (inout SnapshotWriter) throws(FileError) -> Void
  ) throws(JournalError) -> WrittenSnapshot? {
    guard place.line > 1 else { return nil }
    return try inJournal { () throws(FileError) in
      guard let lock = try SnapshotLock(folder) else { return nil }
      try folder.makeFolderIfMissing(StoreLayout.snapshot)
      var sum = Link.none
      try folder.writeBeside(self.file) { file throws(FileError) in
        var writer = SnapshotWriter(file, SnapshotHead(writer: self.writer, place: place))
        try write(&writer)
        sum = try writer.finish()
      }
      return WrittenSnapshot(
        SnapshotAnchor(head: JournalHead(writer: self.writer, at: place), sum: sum), as: self.file, folder,
        lock)
    }
  }
}

extension Journal {
  /// What keeps a state that covers all given so far, on whatever thread; nil where nothing can be written.
  public var snapshotKeeper: SnapshotKeeper? {
    guard readOnly == nil, lock != nil else { return nil }
    return SnapshotKeeper(folder: folder, writer: identity.writer, place: place)
  }

  /// The same for a state that rests on others' journals too, under an id of its own.
  public func snapshotKeeper(as id: String) -> SnapshotKeeper? {
    guard readOnly == nil, lock != nil else { return nil }
    return SnapshotKeeper(folder: folder, writer: id, place: place, file: StoreLayout.snapshotFile(of: id))
  }

  /// The snapshot of such a state, if it is the one that a line named, its sum holds, and the last line that it covers
  /// stands here; nil else.
  public func snapshot(named anchor: SnapshotAnchor) -> JournalSnapshot? {
    let (file, id) = (StoreLayout.snapshotFile(of: anchor.head.writer), anchor.head.writer)
    do throws(FileError) {
      guard try folder.status(file) != nil else { return nil }
      return try JournalSnapshot.read(folder, file, writer: id) { named, place throws(FileError) in
        guard named == anchor else { return false }
        return try stands(place)
      }?.0
    } catch {
      return nil
    }
  }

  /// Makes a written snapshot the store's: appends the line that names it and then puts it in its place.
  ///
  /// `line` is called under the lock with the records that are new to this journal and gives a payload that holds the
  /// anchor, as `transaction` does. Throws as that does; whatever fails, the snapshot that there was stays.
  @discardableResult
  public func anchor(
    _ snapshot: WrittenSnapshot, _ line: ([JournalRecord]) throws -> [UInt8]?
  ) throws -> JournalPosition? {
    let position = try transaction(line)
    if position != nil { try inJournal { () throws(FileError) in try snapshot.put() } }
    return position
  }

  /// The snapshot, if its sum holds, the last line that it covers stands in the journal, and one behind it names the sum.
  func standingSnapshot() -> (JournalSnapshot, Place)? {
    do throws(FileError) {
      guard try folder.status(StoreLayout.snapshotFile) != nil else { return nil }
      var isNamed = true
      let found = try JournalSnapshot.read(folder, writer: identity.writer) {
        anchor, place throws(FileError) in
        guard try stands(place) else { return false }
        isNamed = try isAnchored(anchor, behind: place)
        return isNamed
      }
      if let found { return found }
      if !isNamed {
        findings.append(Finding(file: StoreLayout.snapshotFile, reason: .snapshotNotAnchored))
        return nil
      }
      guard try !JournalSnapshot.isOfBefore(folder) else { return nil }
    } catch {
      // Unreadable is as good as damaged: the journal has everything.
    }
    tellSnapshotUnusable()
    return nil
  }

  /// Tells that a snapshot means nothing: everything is read from the journal, and it is made anew.
  public func tellSnapshotUnusable() {
    findings.append(Finding(file: StoreLayout.snapshotFile, reason: .snapshotUnusable))
  }

  /// Whether a line behind a place names the snapshot; each is checked against the chain on the way.
  private func isAnchored(_ anchor: SnapshotAnchor, behind place: Place) throws(FileError) -> Bool {
    var reached = place
    while true {
      let next = try segment(after: reached.segment)
      var records: [JournalRecord] = []
      let ending = try step(&reached, into: &records)
      if anchor.line(in: records) != nil { return true }
      guard ending == .end, let next else { return false }
      reached = reached.entering(next)
    }
  }

  func stands(_ place: Place) throws(FileError) -> Bool {
    let line = try folder.read(file(place.segment), from: place.start, to: place.end)
    guard line.count == place.end - place.start, line.last == 0x0A else { return false }
    return line.withUnsafeBytes { bytes in
      let body = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count - 1)])
      return JournalLine(body)?.sequence == place.sequence && JournalLine.claimedLink(body) == place.link
    }
  }
}
