/// Keeps a state as a store's snapshot, while others go on saving.
public struct SnapshotKeeper: Sendable {
  let folder: StoreFolder
  let writer: String
  /// The place up to which the state is folded.
  let place: Place

  /// Keeps the state that `write` gives, in place of the snapshot there was.
  ///
  /// Returns false, having done nothing, where another desk is just writing one or the journal holds no record yet.
  /// Throws `JournalError.file`; a snapshot that could not be written does no harm.
  @discardableResult
  public func keep(_ write: (inout SnapshotWriter) throws(FileError) -> Void) throws(JournalError) -> Bool {
    guard place.line > 1 else { return false }
    return try inJournal { () throws(FileError) in
      let lock = try StoreLock(folder)
      guard try lock.tryTake(.snapshot) else { return false }
      defer { lock.release(.snapshot) }
      try folder.makeFolderIfMissing(StoreLayout.snapshot)
      try folder.replace(StoreLayout.snapshotFile) { file throws(FileError) in
        var writer = SnapshotWriter(file, SnapshotHead(writer: self.writer, place: place))
        try write(&writer)
        try writer.finish()
      }
      return true
    }
  }
}

extension Journal {
  /// What keeps a state that covers all given so far, on whatever thread; nil where nothing can be written.
  public var snapshotKeeper: SnapshotKeeper? {
    guard readOnly == nil, lock != nil else { return nil }
    return SnapshotKeeper(folder: folder, writer: identity.writer, place: place)
  }

  /// The snapshot, if its sum holds and the last line that it covers stands in the journal.
  func standingSnapshot() -> (JournalSnapshot, Place)? {
    do throws(FileError) {
      guard try folder.status(StoreLayout.snapshotFile) != nil else { return nil }
      if let found = try JournalSnapshot.read(folder, writer: identity.writer), try stands(found.1) {
        return found
      }
    } catch {
      // Unreadable is as good as damaged: the journal has everything.
    }
    findings.append(Finding(file: StoreLayout.snapshotFile, reason: .snapshotUnusable))
    return nil
  }

  private func stands(_ place: Place) throws(FileError) -> Bool {
    let line = try folder.read(file(place.segment), from: place.start, to: place.end)
    guard line.count == place.end - place.start, line.last == 0x0A else { return false }
    return line.withUnsafeBytes { bytes in
      let body = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count - 1)])
      return JournalLine(body)?.sequence == place.sequence && JournalLine.claimedLink(body) == place.link
    }
  }
}
