import JSONText

/// Saving: lock, read what others appended, decide, append, sync, unlock.
extension Journal {
  /// Saves one record if `decide` gives one, after it has seen what others saved in the meantime.
  ///
  /// `decide` is called under the lock with the records that are new to this journal, oldest first; it folds
  /// them, checks its command again and gives the payload (one JSON object without a line break), or nil to save
  /// nothing. What it throws is passed on and nothing is saved; the records count as given all the same.
  ///
  /// `meanwhile` is called, where something is saved, when the line is written and nobody knows yet whether it will
  /// be on the disk: for work whose result is thrown away where it is not.
  ///
  /// Returns the record's name when the record is on the disk. Throws `JournalError`: `busy` when the lock could
  /// not be had, `readOnly`, `notSaved` when the disk did not take the line (the journal is as before),
  /// `badPayload`.
  @discardableResult
  public func transaction(
    _ decide: ([JournalRecord]) throws -> [UInt8]?, meanwhile: () -> Void = {}
  ) throws -> JournalPosition? {
    try withLock { others in
      let payload = try decide(others)
      try checkWritable()
      guard let payload else { return nil }
      return try appendLocked(payload, meanwhile: meanwhile)
    }
  }

  /// Saves one record whatever others saved; theirs are given to `others` first.
  ///
  /// For saves that nothing another desk did can make wrong; throws as `transaction` does.
  @discardableResult
  public func append(
    _ payload: [UInt8], others: ([JournalRecord]) throws -> Void = { _ in }
  ) throws -> JournalPosition {
    try withLock { records in
      try others(records)
      try checkWritable()
      return try appendLocked(payload)
    }
  }

  /// Takes the lock, reads what others saved and does the work.
  private func withLock<Value>(_ work: ([JournalRecord]) throws -> Value) throws -> Value {
    // What may pass is looked at again under the lock.
    if readOnly?.mayPass != true { try checkWritable() }
    guard let lock else { throw JournalError.readOnly(.noRights) }
    try lock.take(.saving, waiting: options.lockWait)
    defer { lock.release(.saving) }
    let others = try catchUp()
    // Records that were read must reach the state even where nothing can be saved any more.
    if others.isEmpty { try checkWritable() }
    return try work(others)
  }

  private func checkWritable() throws(JournalError) {
    if let readOnly { throw .readOnly(readOnly) }
  }

  /// Appends one record; the lock is held and everything before it has been read.
  func appendLocked(
    _ payload: [UInt8], meanwhile: () -> Void = {}
  ) throws(JournalError) -> JournalPosition {
    guard isOneLineObject(payload) else { throw .badPayload }
    if place.end >= options.segmentLimit { try beginSegment(place.segment.next) }
    let (line, link) = JournalLine.record(sequence: place.sequence + 1, payload: payload, after: place.link)
    try write(line, meanwhile: meanwhile)
    place = Place(
      segment: place.segment, line: place.line + 1, start: place.end, end: place.end + line.count,
      sequence: place.sequence + 1, link: link)
    return JournalPosition(writer: identity.writer, epoch: place.segment.epoch, sequence: place.sequence)
  }

  /// Writes a line behind the place and waits until it is on the disk.
  private func write(_ line: [UInt8], meanwhile: () -> Void) throws(JournalError) {
    let kept: KeptFile
    do throws(FileError) {
      kept = try segmentToWrite()
    } catch {
      throw .notSaved(error)
    }
    let open = kept.file
    do throws(FileError) {
      try open.write(line, at: place.end)
      open.beginWriting(place.end..<place.end + line.count)
      // Asked while the disk works, and when nothing can come between any more: a line in a file that was replaced
      // or taken away is nobody's.
      guard try kept.status() != nil else {
        throw FileError(.open, open.name, code: Errno.notFound.code)
      }
    } catch {
      takeBack(open)
      throw .notSaved(error)
    }
    meanwhile()
    do throws(FileError) {
      try open.syncData()
    } catch {
      // The system may now hold the line in memory as if it were on the disk. Taken out, nobody builds on it.
      takeBack(open)
      readOnly = .syncFailed(error)
      throw .notSaved(error)
    }
  }

  /// Takes half a line out again, so that the next one never stands behind it.
  private func takeBack(_ open: OpenFile) {
    do throws(FileError) {
      try open.truncate(to: place.end)
    } catch {
      readOnly = .truncateFailed(error)
    }
  }

  /// Begins a new segment behind the place: a file that stands under its name only when it is whole.
  func beginSegment(_ name: SegmentName) throws(JournalError) {
    guard name.number <= SegmentName.greatest, name.epoch <= SegmentName.greatest else {
      throw .notSaved(FileError(.open, file(name), code: Errno.exists.code))
    }
    let header = SegmentHeader(
      identity: identity, name: name, first: place.sequence + 1, after: place.link, seed: options.seed)
    let (line, link) = header.line
    do throws(FileError) {
      try folder.replace(file(name), with: line)
    } catch {
      if error.operation == .sync { readOnly = .syncFailed(error) }
      throw .notSaved(error)
    }
    place = Place(segment: name, line: 1, start: 0, end: line.count, sequence: place.sequence, link: link)
  }

  private func isOneLineObject(_ payload: [UInt8]) -> Bool {
    guard payload.first == UInt8(ascii: "{"), payload.last == UInt8(ascii: "}"), !payload.contains(0x0A)
    else {
      return false
    }
    do throws(JSONError) {
      var reader = JSONReader(payload)
      try reader.skipValue()
      try reader.end()
      return true
    } catch {
      return false
    }
  }
}
