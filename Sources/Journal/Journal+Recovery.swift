/// What to do about an end that does not hold.
extension Journal {
  /// What the way that reading ended says about the journal.
  enum Verdict {
    case whole
    /// The journal's very end is one line that does not hold: a save cut off, or damage to the last record.
    case torn([UInt8], Finding)
    case damaged(Finding)

    var finding: Finding? {
      switch self {
      case .whole: nil
      case .torn(_, let finding), .damaged(let finding): finding
      }
    }
  }

  /// Tells a torn end from damage.
  func assess(_ ending: Ending) -> Verdict {
    // A gap in the numbers hides whatever stands behind it.
    let missing = missingSegment()
    switch ending {
    case .end:
      return missing.map(Verdict.damaged) ?? .whole
    case .changed(let reason):
      return .damaged(Finding(file: file(place.segment), sequence: place.sequence, reason: reason))
    case .broken(let reason, let tail):
      let finding = self.finding(reason)
      let isTorn = place.line > 0 && !tail.withUnsafeBytes { JournalLine.holdsAnother($0, after: 1) }
      if isTorn, missing == nil { return .torn(tail, finding) }
      // Half a line with others behind it is no save that was cut off.
      return .damaged(reason == .unfinishedLine ? self.finding(.notARecord) : finding)
    }
  }

  /// Sets a torn end aside, or turns the journal read-only for damage; the lock is held.
  func act(on verdict: Verdict) {
    switch verdict {
    case .whole: break
    case .torn(let tail, let finding): setAside(tail, finding)
    case .damaged(let finding):
      findings.append(finding)
      if case .newerFormat(let version) = finding.reason {
        readOnly = .newerFormat(version: version)
      } else {
        readOnly = .damage
      }
    }
  }

  /// The finding for the first segment that is not there though later ones are.
  private func missingSegment() -> Finding? {
    guard let last = segments.names.max(), last > place.segment else { return nil }
    return Finding(file: file(place.segment.next), sequence: place.sequence + 1, reason: .missingSegment)
  }

  /// A finding about the line behind the place.
  private func finding(_ reason: Finding.Reason) -> Finding {
    Finding(file: file(place.segment), line: place.line + 1, sequence: place.sequence + 1, reason: reason)
  }

  /// Keeps the end of the journal in a file of its own and then takes it out of the journal. The same end tried again is kept
  /// under the same name.
  private func setAside(_ tail: [UInt8], _ finding: Finding) {
    let segment = place.segment.fileName.dropLast(SegmentName.ending.count)
    let name = StoreLayout.quarantine + "/\(segment)-\(place.end)-\(Link.over(tail).hex.prefix(8))"
    do throws(FileError) {
      try folder.makeFolderIfMissing(StoreLayout.quarantine)
      try folder.replace(name, with: tail)
      let open = try folder.open(file(place.segment), .readWrite)
      defer { open.close() }
      try open.truncate(to: place.end)
      try open.syncData()
    } catch {
      readOnly = error.operation == .sync ? .syncFailed(error) : .setAsideFailed(error)
      if !findings.contains(finding) { findings.append(finding) }
      return
    }
    findings.removeAll { $0 == finding }
    findings.append(
      self.finding(.setAside(file: name, bytes: tail.count, mayHoldSavedRecord: mayHoldSavedRecord(tail))))
  }

  /// Whether a torn end may be more than the half line of a save that was cut off.
  private func mayHoldSavedRecord(_ tail: [UInt8]) -> Bool {
    // A save writes printable text with one newline at its very end.
    guard tail.allSatisfy({ $0 >= 0x20 }) else { return true }
    let expected = Array("\",\"sequence\":\(place.sequence + 1),\"payload\":{".utf8)
    let beginning = Array("{\"link\":\"".utf8)
    let digits = tail.dropFirst(beginning.count).prefix(Link.digits)
    let behind = tail.dropFirst(beginning.count + Link.digits).prefix(expected.count)
    guard tail.starts(with: beginning.prefix(tail.count)), digits.allSatisfy(isHexDigit),
      behind.elementsEqual(expected.prefix(behind.count))
    else { return true }
    // A whole line with another byte where its newline was had been saved.
    return tail.withUnsafeBytes { bytes in
      let line = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count - 1)])
      guard JournalLine(line) != nil else { return false }
      return place.link.hexBytes.withUnsafeBytes { JournalLine.linkHolds(line, after: $0) != nil }
    }
  }
}
