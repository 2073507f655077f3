/// Reading what stands behind the place that was reached, be it on opening or because others saved.
extension Journal {
  /// What other desks have saved since the last look, oldest first.
  ///
  /// Cheap when they have not: two questions to the file system. Gives nothing while another desk is saving;
  /// the next look will. Throws `JournalError.file` when the store cannot be read.
  public func readNew() throws(JournalError) -> [JournalRecord] {
    guard readOnly?.allowsFollowing ?? true else { return [] }
    do throws(FileError) {
      // What kept us from saving may have gone without a trace: another desk has set the half line aside.
      if readOnly?.mayPass != true { guard try hasNews() else { return [] } }
      if let lock {
        guard try lock.tryTake(.saving) else { return [] }
      }
    } catch {
      throw .file(error)
    }
    defer { lock?.release(.saving) }
    return try catchUp()
  }

  /// Reads to the end of the journal, setting a torn end aside; the lock must be held, if there is one.
  ///
  /// Gives the records that are new. Damage makes the journal read-only; a half line that could not be taken away before and can
  /// be now lets it be written again. On opening even what was read without
  /// the lock is synced.
  func catchUp(isOpening: Bool = false) throws(JournalError) -> [JournalRecord] {
    var records: [JournalRecord] = []
    var reached = place
    do throws(FileError) {
      let ending = try follow(&reached, into: &records)
      guard lock != nil else {
        // Without the lock a line may be half written just now: it is looked at again next time.
        place = reached
        if isOpening, let finding = assess(ending).finding { findings.append(finding) }
        return records
      }
      if isOpening || reached != place {
        // Another desk may have died between writing and syncing: nobody is shown a record that could vanish.
        guard syncs(through: reached, withFolder: isOpening || reached.segment != place.segment) else {
          return []
        }
      }
      place = reached
      // The end is assessed anew: where half a line still stands there and can't be taken away, that is found again.
      if readOnly?.mayPass == true { readOnly = nil }
      act(on: assess(ending))
    } catch {
      throw .file(error)
    }
    return records
  }

  /// Reads and checks from a place on, through all segments that follow.
  func follow(_ reached: inout Place, into records: inout [JournalRecord]) throws(FileError) -> Ending {
    while true {
      // Asked before: a segment that has one behind it grows no more, while this one may just now.
      let next = try segment(after: reached.segment)
      let ending = try step(&reached, into: &records)
      guard ending == .end, let next else { return ending }
      reached = reached.entering(next)
    }
  }

  /// How reading came to an end.
  enum Ending: Hashable {
    /// All there is was read.
    case end
    /// Bytes at the end of what there is are no line that holds.
    case broken(Finding.Reason, tail: [UInt8])
    /// What was read before is not as it was.
    case changed(Finding.Reason)
  }

  /// Reads what is new in the segment that `reached` lies in.
  func step(_ reached: inout Place, into records: inout [JournalRecord]) throws(FileError) -> Ending {
    guard let (open, status) = try openSegment(reached.segment) else { return .changed(.missingSegment) }
    guard status.size >= reached.end else { return .changed(.shortened) }
    if reached.line > 0 {
      // Another file under this name, or an older copy of it, would take our next line and lose what it had.
      guard try claimedLink(in: open, at: reached.start) == reached.link else {
        return .changed(.changedUnderneath)
      }
    }
    let base = reached.end
    guard status.size > base else {
      // No store begins with nothing: its first segment is there before the store is.
      return reached == .beginning ? .broken(.notASegment, tail: []) : .end
    }
    let bytes = try open.read(base..<status.size)
    var walk = SegmentWalk(identity, from: reached)
    let stop = walk.walk(bytes, base: base) { records.append($0) }
    reached = walk.place
    switch stop {
    case .end: return .end
    case .bad(let reason, let line):
      return .broken(reason, tail: Array(bytes[line.lowerBound...]))
    case .unfinished(let rest):
      return .broken(.unfinishedLine, tail: Array(bytes[rest]))
    }
  }

  /// The link that the line at a place claims to have.
  private func claimedLink(in file: OpenFile, at start: Int) throws(FileError) -> Link? {
    // One byte more than up to where it ends: a line goes on there.
    var line = InlineArray<76, UInt8>(repeating: 0)
    return try withUnsafeMutableBytes(of: &line) { line throws(FileError) in
      let count = try file.read(into: line, at: start)
      return JournalLine.claimedLink(UnsafeRawBufferPointer(rebasing: line[..<count]))
    }
  }

  /// The segment that follows, if there is one: in the same epoch, or the first of the next.
  func segment(after segment: SegmentName) throws(FileError) -> SegmentName? {
    try segments.refresh(beside: file(segment))
    return segments.next(after: segment)
  }

  private func hasNews() throws(FileError) -> Bool {
    guard let status = try folder.status(file(place.segment)) else { return true }
    if status.size != place.end { return true }
    return try folder.status(file(place.segment.next)) != nil
  }

  /// Whether all lines up to a place are on the disk; if not for sure, the journal turns read-only.
  private func syncs(through reached: Place, withFolder: Bool) -> Bool {
    do throws(FileError) {
      guard let (open, _) = try openSegment(reached.segment) else {
        throw FileError(.open, file(reached.segment), code: Errno.notFound.code)
      }
      try open.syncData()
      if withFolder { try folder.syncFolder(writerFolder) }
      return true
    } catch {
      readOnly = .syncFailed(error)
      return false
    }
  }
}
