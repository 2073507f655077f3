import Tar

/// What comes of holding a file's pieces against what is known of a writer.
public enum JournalArrival: Sendable {
  /// All of it was known.
  case known
  /// Something between what is known and what came is missing: from the record behind the known head on.
  case gap
  /// From a record on it says something else than what is known: two continuations of one history.
  case fork(JournalFork)
  case new(NewRecords)
  /// The pieces do not hold by themselves.
  case damaged(Finding)

  /// Records that follow what is known.
  public struct NewRecords: Sendable {
    public var records: [JournalRecord]
    public var end: OtherJournal.End
    /// What is to be appended, each piece behind what its segment has.
    public var pieces: [JournalPiece]

    /// With what they begin, by the first twelve digits of links: those of the own lines of the segments before the first
    /// record, of which a store that was restored twice has several, and that of the record. A fork names the first of
    /// them that the other continuation does not share.
    public var beginnings: [String] {
      var links: [String] = []
      for piece in pieces {
        links.append(OtherJournal.link(ofLineAt: piece.bytes.startIndex, in: piece.bytes))
        if let first = records.first, piece.segment == first.segmentName.fileName { break }
      }
      return links + records.prefix(1).map { String($0.head.link.hex.prefix(12)) }
    }
  }
}

/// Where two continuations of a writer's history part.
public struct JournalFork: Hashable, Sendable {
  /// The last record that both have; 0 before the first.
  public var after: Int
  /// The first twelve digits of the link of each one's first line behind it: what is known, what came.
  public var known: String
  public var other: String

  public init(after: Int, known: String, other: String) {
    (self.after, self.known, self.other) = (after, known, other)
  }
}

extension OtherJournal {
  /// Holds pieces against what counts of the journal, and checks every line behind it. Changes nothing.
  ///
  /// - Parameters:
  ///   - end: how far the journal counts; nil where nothing of it is known.
  ///   - base: how far it counts on the disk, where other pieces were judged before and are not appended yet.
  ///   - pending: what these would append, by segment.
  public func judge(
    _ pieces: [JournalPiece], behind end: End?, base: End?, over pending: [String: [UInt8]] = [:]
  ) throws(JournalError) -> JournalArrival {
    let known = KnownSegments(journal: self, end: end, base: base, pending: pending)
    switch try compare(pieces, with: known) {
    case .goesOn(let new): return try walk(new, behind: end, known)
    case .other(let arrival): return arrival
    }
  }

  /// What of pieces goes on behind what counts, to be appended; nil where they do not. Their chain is not looked at: they
  /// are those of a file that was judged.
  public func new(in pieces: [JournalPiece], behind end: End?) throws(JournalError) -> [JournalPiece]? {
    let known = KnownSegments(journal: self, end: end, base: end, pending: [:])
    guard case .goesOn(let new) = try compare(pieces, with: known) else { return nil }
    return new
  }

  private enum Comparison {
    /// What of the pieces stands behind what is known.
    case goesOn([JournalPiece])
    case other(JournalArrival)
  }

  private func compare(
    _ pieces: [JournalPiece], with known: KnownSegments
  ) throws(JournalError) -> Comparison {
    let end = known.end
    var fresh: [JournalPiece] = []
    let named = pieces.compactMap { piece in SegmentName(piece.segment).map { ($0, piece) } }
      .sorted { $0.0 < $1.0 }
    guard named.count == pieces.count, let first = named.first, pieces.allSatisfy({ $0.start >= 0 }) else {
      return .other(.damaged(Finding(file: writerFolder, reason: .notASegment)))
    }
    for (name, piece) in named {
      guard let end, name <= end.name else {
        guard piece.start == 0 else { return .other(.gap) }
        fresh.append(piece)
        continue
      }
      var here = try known.bytes(of: name)
      if piece.start > here.count { return .other(.gap) }
      here.removeFirst(piece.start)
      let theirs = piece.bytes
      if let place = zip(here, theirs).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset {
        let fork = try fork(in: here, Array(theirs), at: place, known)
        // What goes on from a continuation that the city has had and counts no more begins behind lines that are not here.
        if let number = Self.firstSequence(of: first.1), number > fork.after + 1 { return .other(.gap) }
        return .other(.fork(fork))
      }
      if theirs.count > here.count {
        // Only the last segment that is known goes on: what is known goes on with another one.
        guard name == end.name else {
          guard let next = try known.beginning(behind: name) else { return .other(.gap) }
          return .other(
            .fork(
              JournalFork(
                after: next.first - 1, known: next.link,
                other: Self.link(ofLineAt: theirs.startIndex + here.count, in: theirs))))
        }
        fresh.append(piece.dropping(here.count))
      }
    }
    guard !fresh.isEmpty else { return .other(.known) }
    if end == nil, first.0 != Place.beginning.segment { return .other(.gap) }
    return .goesOn(fresh)
  }

  private func walk(
    _ fresh: [JournalPiece], behind end: End?, _ known: KnownSegments
  ) throws(JournalError) -> JournalArrival {
    var walk = SegmentWalk(identity, from: end?.place ?? .beginning)
    var records: [JournalRecord] = []
    for piece in fresh {
      guard let name = SegmentName(piece.segment) else { continue }
      if name != walk.place.segment {
        guard name == walk.place.segment.next || name == walk.place.segment.nextEpoch else { return .gap }
        walk.place = walk.place.entering(name)
      }
      let (bytes, place) = (piece.content.buffer, piece.content.place)
      let stop = walk.walk(
        bytes, base: walk.place.end - place.lowerBound, upTo: place.upperBound, each: { records.append($0) })
      switch stop {
      case .end: break
      case .bad(.segmentDoesNotFollow, let line):
        // A restore from an earlier backup goes on from before what is known.
        let header = SegmentHeader(bytes, line: line.lowerBound..<line.upperBound - 1)
        guard let header, let link = try known.link(ofLineWith: header.first) else { return .gap }
        return .fork(
          JournalFork(
            after: header.first - 1, known: link,
            other: Self.link(ofLineAt: line.lowerBound, in: piece.bytes)))
      case .bad(let reason, _): return .damaged(finding(reason, walk.place))
      case .unfinished: return .damaged(finding(.unfinishedLine, walk.place))
      }
    }
    let place = walk.place
    let reached = End(
      head: JournalHead(writer: identity.writer, at: place), segment: place.segment.number, size: place.end)
    return .new(.init(records: records, end: reached, pieces: fresh))
  }

  /// The records of pieces that go on otherwise than what is known, behind the last that both have. Nothing of them counts
  /// here, and whoever signed the pieces answers for their chain.
  public func records(in pieces: [JournalPiece], behind sequence: Int) -> [JournalRecord] {
    let named = pieces.compactMap { piece in SegmentName(piece.segment).map { ($0, piece.content) } }
    return named.sorted { $0.0 < $1.0 }.flatMap { name, content -> [JournalRecord] in
      let bytes = content.buffer
      var (records, start, number) = ([JournalRecord](), content.place.lowerBound, 0)
      while let end = content.bytes[start...].firstIndex(of: 0x0A) {
        number += 1
        let line = bytes[start..<end].withUnsafeBytes { line in
          JournalLine(line).map { ($0, JournalLine.claimedLink(line)) }
        }
        if case (let parts, let link?)? = line, parts.sequence > sequence {
          records.append(
            JournalRecord(
              position: JournalPosition(writer: identity.writer, epoch: name.epoch, sequence: parts.sequence),
              bytes: bytes, payload: start + parts.payload.lowerBound..<start + parts.payload.upperBound,
              link: link, segment: name.number, line: number))
        }
        start = end + 1
      }
      return records
    }
  }

  private func finding(_ reason: Finding.Reason, _ place: Place) -> Finding {
    Finding(
      file: writerFolder + "/" + place.segment.fileName, line: place.line + 1, sequence: place.sequence + 1,
      reason: reason)
  }

  private func fork(
    in known: [UInt8], _ other: [UInt8], at place: Int, _ segments: KnownSegments
  ) throws(JournalError) -> JournalFork {
    let start = known[..<min(place, known.count)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    func line(_ bytes: [UInt8]) -> Range<Int> {
      start..<(bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex)
    }
    let sequence =
      known[line(known)].withUnsafeBytes { JournalLine($0)?.sequence }
      ?? SegmentHeader(known, line: line(known))?.first
    var fork = JournalFork(
      after: max(0, (sequence ?? 1) - 1), known: Self.link(ofLineAt: start, in: known[...]),
      other: Self.link(ofLineAt: start, in: other[...]))
    // Two that were restored begin the same segment, each behind the record that its backup ends in: of what the one has
    // before it the other may have less.
    if let first = SegmentHeader(other, line: line(other))?.first, first <= fork.after,
      let link = try segments.link(ofLineWith: first)
    {
      fork.after = first - 1
      fork.known = link
    }
    return fork
  }

  /// The number of the first record that a piece has, by its first line.
  private static func firstSequence(of piece: JournalPiece) -> Int? {
    let bytes = Array(piece.bytes)
    let line = 0..<(bytes.firstIndex(of: 0x0A) ?? bytes.endIndex)
    return bytes[line].withUnsafeBytes { JournalLine($0)?.sequence }
      ?? SegmentHeader(bytes, line: line)?.first
  }

  static func link(ofLineAt start: Int, in bytes: ArraySlice<UInt8>) -> String {
    guard start + JournalLine.coveredStart < bytes.endIndex else { return "" }
    return bytes[start...].withUnsafeBytes { JournalLine.claimedLink($0) }.map { String($0.hex.prefix(12)) }
      ?? ""
  }

  /// Appends what was judged new behind what counts, each piece behind what its segment has; on the disk when this returns.
  ///
  /// Only within a transaction of the store's own journal, under its lock: what it wrote counts from the line on that
  /// names it. Bytes that stand behind `end` and never counted, or count no more, are set aside. Throws `notSaved`.
  ///
  /// - Parameter end: how far the journal counts; nil where nothing of it does.
  public func append(_ pieces: [JournalPiece], behind end: End?) throws(JournalError) {
    do throws(FileError) {
      try folder.makeFolderIfMissing(StoreLayout.journal)
      try folder.makeFolderIfMissing(writerFolder)
      for name in try folder.list(writerFolder).compactMap(SegmentName.init) {
        guard let end, name <= end.name else {
          try setAside(name, from: 0)
          continue
        }
        if name == end.name { try setAside(name, from: end.size) }
      }
      for piece in pieces {
        let name = writerFolder + "/" + piece.segment
        guard piece.start > 0 else {
          try folder.replace(name) { file throws(FileError) in try file.write(piece.bytes, at: 0) }
          continue
        }
        let file = try folder.open(name, .readWrite)
        defer { file.close() }
        try file.write(piece.bytes, at: piece.start)
        try file.syncData()
      }
      try folder.syncFolder(writerFolder)
    } catch {
      throw .notSaved(error)
    }
  }

  /// Sets aside what a segment has behind a byte.
  private func setAside(_ segment: SegmentName, from start: Int) throws(FileError) {
    let name = file(segment)
    let bytes = try folder.read(name, from: start)
    guard !bytes.isEmpty else { return }
    try folder.makeFolderIfMissing(StoreLayout.quarantine)
    let kept =
      StoreLayout.quarantine + "/" + identity.writer.prefix(8) + "-" + segment.fileName + "-\(start)-"
      + randomID().prefix(8)
    try folder.replace(kept, with: bytes)
    guard start > 0 else { return try folder.remove(name) }
    let file = try folder.open(name, .readWrite)
    defer { file.close() }
    try file.truncate(to: start)
    try file.syncData()
  }
}
