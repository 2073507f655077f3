/// Reading a journal whose beginning is damaged.
extension Journal {
  /// The records that hold behind a damaged beginning, to be looked at only; the journal stays where it stopped.
  ///
  /// An editor's byte order mark and line ends of another system are no part of a line, and a segment's own line is
  /// passed over: what stands behind it still holds by its links from the first record on. Anything else ends it.
  func readBehindTheBeginning() throws(JournalError) -> [JournalRecord] {
    var records: [JournalRecord] = []
    try inJournal { () throws(FileError) in
      var walk = SegmentWalk(identity, from: .beginning)
      var segment: SegmentName? = Place.beginning.segment
      while let name = segment, try folder.status(file(name)) != nil {
        if name != walk.place.segment { walk.place = walk.place.entering(name) }
        let bytes = Self.plain(try folder.read(file(name)))
        guard Self.walk(&walk, bytes, into: &records) else { return }
        segment = segments.next(after: name)
      }
    }
    return records
  }

  /// Walks over a segment, past its own line where that does not hold; false where reading ends in it.
  private static func walk(
    _ walk: inout SegmentWalk, _ bytes: [UInt8], into records: inout [JournalRecord]
  ) -> Bool {
    while true {
      switch walk.walk(bytes, base: 0, each: { records.append($0) }) {
      case .end: return !bytes.isEmpty
      case .bad(let reason, let line):
        guard walk.place.line == 0, reason.allowsReadingOn else { return false }
        walk.stepOver(line, in: bytes, base: 0)
      case .unfinished: return false
      }
    }
  }

  /// A segment without what editors and tools that copy files add to it.
  private static func plain(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    for place in (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)..<bytes.count {
      let isLineEnd = bytes[place] == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
      if !isLineEnd { plain.append(bytes[place]) }
    }
    return plain
  }
}

extension Finding.Reason {
  /// Whether what stands behind a segment's own line may be what it says, though that line is not.
  fileprivate var allowsReadingOn: Bool {
    switch self {
    case .newerFormat: false
    default: true
    }
  }
}
