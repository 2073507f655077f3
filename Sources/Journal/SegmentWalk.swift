import CFiles

/// Walks over a segment's lines and checks each against the chain.
struct SegmentWalk {
  /// Why a walk ended.
  enum Stop: Hashable {
    /// All bytes are whole lines that hold.
    case end
    /// The bytes in the range (of those walked over) are a line that does not hold, for this reason.
    case bad(Finding.Reason, Range<Int>)
    /// The bytes in the range are a line without its newline.
    case unfinished(Range<Int>)
  }

  private enum Check {
    case holds(Link, JournalLine)
    case fails(Finding.Reason)
  }

  /// What is known of a head that is looked for on the way.
  enum Search: Hashable {
    case notReached
    case found
    /// Other lines stand at its place; the last of them.
    case differs(Place)
  }

  let store: String
  let writer: String
  var place: Place
  var sought: JournalHead?
  var search = Search.notReached

  init(_ identity: StoreIdentity, from place: Place, seeking sought: JournalHead? = nil) {
    store = identity.store
    writer = identity.writer
    self.place = place
    self.sought = sought
  }

  /// Checks whole lines from the place on and gives each record that holds to `each`.
  ///
  /// `bytes` are the segment's from the offset `base` on, which must not lie behind the place, up to `last` where others
  /// stand behind them. `links` are those of the same bytes, where they were checked before.
  mutating func walk(
    _ bytes: [UInt8], base: Int, upTo last: Int? = nil, links: LineLinks? = nil,
    each: (JournalRecord) throws -> Void
  ) rethrows -> Stop {
    try bytes.withUnsafeBytes { buffer in
      let buffer = UnsafeRawBufferPointer(rebasing: buffer[..<(last ?? buffer.count)])
      // What is hashed are the digits of the link before as they stand in its line: only the first are made.
      let first = place.link.hexBytes
      var previous: Range<Int>?
      var start = place.end - base
      var number = links?.number(ofLineAt: start)
      while start < buffer.count {
        let length = cfiles_line_length(buffer.baseAddress?.advanced(by: start), buffer.count - start)
        guard length > 0 else { return .unfinished(start..<buffer.count) }
        let whole = start..<start + length
        let line = UnsafeRawBufferPointer(rebasing: buffer[start..<whole.upperBound - 1])
        if place.line == 0 {
          if let reason = enter(bytes, line, at: start..<whole.upperBound - 1) { return .bad(reason, whole) }
          pass(whole, base: base)
        } else {
          let check =
            if let previous {
              self.check(
                line, after: UnsafeRawBufferPointer(rebasing: buffer[previous]),
                checked: number.flatMap { links?[$0] })
            } else {
              first.withUnsafeBytes { self.check(line, after: $0) }
            }
          guard case .holds(let link, let parts) = check else {
            guard case .fails(let reason) = check else { return .end }
            return .bad(reason, whole)
          }
          place.link = link
          place.sequence = parts.sequence
          pass(whole, base: base)
          try each(
            JournalRecord(
              position: JournalPosition(writer: writer, epoch: place.segment.epoch, sequence: parts.sequence),
              bytes: bytes, payload: start + parts.payload.lowerBound..<start + parts.payload.upperBound,
              link: link,
              segment: place.segment.number, line: place.line))
        }
        previous = start + JournalLine.linkDigits.lowerBound..<start + JournalLine.linkDigits.upperBound
        start = whole.upperBound
        number = number.map { $0 + 1 }
      }
      return .end
    }
  }

  /// Goes on behind a line that does not hold, as if it were what it says, so that one mistake is told once.
  mutating func stepOver(_ range: Range<Int>, in bytes: [UInt8], base: Int) {
    bytes.withUnsafeBytes { buffer in
      let line = UnsafeRawBufferPointer(rebasing: buffer[range.lowerBound..<range.upperBound - 1])
      if place.line > 0 {
        place.sequence = JournalLine(line)?.sequence ?? place.sequence + 1
      } else if let header = SegmentHeader(bytes, line: range.lowerBound..<range.upperBound - 1) {
        place.sequence = header.first - 1
      }
      place.link = JournalLine.claimedLink(line) ?? place.link
    }
    pass(range, base: base)
  }

  private mutating func pass(_ range: Range<Int>, base: Int) {
    place.line += 1
    place.start = base + range.lowerBound
    place.end = base + range.upperBound
    if let sought, sought.sequence == place.sequence, sought.epoch == place.segment.epoch, search != .found {
      search = sought.link == place.link ? .found : .differs(place)
    }
  }

  private func check(
    _ line: UnsafeRawBufferPointer, after previous: UnsafeRawBufferPointer, checked: Link? = nil
  ) -> Check {
    guard let parts = JournalLine(line) else { return .fails(.notARecord) }
    guard parts.sequence == place.sequence + 1 else { return .fails(.sequenceBroken(found: parts.sequence)) }
    guard let link = checked ?? JournalLine.linkHolds(line, after: previous) else {
      return .fails(.linkBroken)
    }
    return .holds(link, parts)
  }

  /// Checks the segment's own line and takes its link; the reason where it does not hold.
  private mutating func enter(
    _ bytes: [UInt8], _ line: UnsafeRawBufferPointer, at range: Range<Int>
  ) -> Finding.Reason? {
    guard JournalLine.isSegmentLine(line), let header = SegmentHeader(bytes, line: range) else {
      return .notASegment
    }
    guard let link = header.after.hexBytes.withUnsafeBytes({ JournalLine.linkHolds(line, after: $0) }) else {
      return .linkBroken
    }
    guard header.format <= JournalLine.formatVersion else { return .newerFormat(header.format) }
    guard header.store == store, header.writer == writer, header.name == place.segment else {
      return .foreignSegment
    }
    guard header.after == place.link, header.first == place.sequence + 1 else { return .segmentDoesNotFollow }
    place.link = link
    return nil
  }
}
