import CFiles
public import Tar

/// A part of a segment as a file brings it: whole lines, byte for byte.
public struct JournalPiece: Sendable {
  /// `000001-000012.jsonl`
  public var segment: String
  /// The byte in the segment with which the piece begins.
  public var start: Int
  public var content: BufferPart

  public init(segment: String, start: Int, content: BufferPart) {
    self.segment = segment
    self.start = start
    self.content = content
  }

  public init(segment: String, start: Int, bytes: [UInt8]) {
    self.init(segment: segment, start: start, content: BufferPart(bytes))
  }

  public var bytes: ArraySlice<UInt8> { content.bytes }

  /// The same without its first bytes.
  func dropping(_ count: Int) -> JournalPiece {
    let place = content.place
    return JournalPiece(
      segment: segment, start: start + count,
      content: BufferPart(content.buffer, place.lowerBound + count..<place.upperBound))
  }

  /// Whether some bytes stand in it.
  public func holds(_ text: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      text.withUnsafeBytes {
        cfiles_holds(bytes.baseAddress, bytes.count, $0.baseAddress, $0.count) != 0
      }
    }
  }
}

extension Journal {
  /// Everything behind a record as pieces of segments, and where it ends; without a record the whole journal.
  ///
  /// The record must stand in the journal with this link: nil where it does not. Throws `JournalError.file`.
  public func pieces(
    behind sequence: Int?, link: String?
  ) throws(JournalError) -> (pieces: [JournalPiece], end: OtherJournal.End)? {
    var first = Place.beginning.segment
    var start = 0
    if let sequence {
      guard let record = try records([sequence]).first, record.link.hex == link else { return nil }
      first = record.segmentName
      // Behind the payload stand the line's last bracket and its end.
      start = record.payload.upperBound + 2
    }
    let end = OtherJournal.End(head: head, segment: place.segment.number, size: place.end)
    let pieces = try inJournal { () throws(FileError) in
      try folder.pieces(in: writerFolder, from: (first, start), upTo: end)
    }
    return (pieces, end)
  }
}

extension OtherJournal {
  /// Everything between two places of the journal as pieces of segments.
  public func pieces(behind start: End, upTo end: End) throws(JournalError) -> [JournalPiece] {
    try inJournal { () throws(FileError) in
      try folder.pieces(in: writerFolder, from: (start.name, start.size), upTo: end)
    }
  }
}

extension StoreFolder {
  fileprivate func pieces(
    in writerFolder: String, from start: (segment: SegmentName, byte: Int), upTo end: OtherJournal.End
  ) throws(FileError) -> [JournalPiece] {
    var pieces: [JournalPiece] = []
    for segment in try list(writerFolder).compactMap(SegmentName.init).sorted()
    where segment >= start.segment && segment <= end.name {
      let from = segment == start.segment ? start.byte : 0
      let bytes = try read(
        writerFolder + "/" + segment.fileName, from: from, to: segment == end.name ? end.size : nil)
      if !bytes.isEmpty { pieces.append(JournalPiece(segment: segment.fileName, start: from, bytes: bytes)) }
    }
    return pieces
  }
}

extension BackupArchive {
  /// The writer's whole journal in a backup.
  var pieces: [JournalPiece] {
    get throws(FileError) {
      let prefix = StoreLayout.journal + "/" + identity.writer + "/"
      var pieces: [JournalPiece] = []
      for name in try names() where name.hasPrefix(prefix) {
        let segment = String(name.dropFirst(prefix.count))
        guard SegmentName(segment) != nil else { continue }
        pieces.append(JournalPiece(segment: segment, start: 0, bytes: try bytes(name)))
      }
      return pieces
    }
  }
}
