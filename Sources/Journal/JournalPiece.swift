/// A part of a segment as a file brings it: whole lines, byte for byte.
public struct JournalPiece: Hashable, Sendable {
  /// `000001-000012.jsonl`
  public var segment: String
  /// The byte in the segment with which the piece begins.
  public var start: Int
  public var bytes: [UInt8]

  public init(segment: String, start: Int, bytes: [UInt8]) {
    self.segment = segment
    self.start = start
    self.bytes = bytes
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
      first = SegmentName(epoch: record.position.epoch, number: record.segment)
      // Behind the payload stand the line's last bracket and its end.
      start = record.payload.upperBound + 2
    }
    let end = place
    let pieces = try inJournal { () throws(FileError) in
      var pieces: [JournalPiece] = []
      for segment in try folder.list(writerFolder).compactMap(SegmentName.init).sorted()
      where segment >= first && segment <= end.segment {
        let from = segment == first ? start : 0
        let bytes = try folder.read(file(segment), from: from, to: segment == end.segment ? end.end : nil)
        if !bytes.isEmpty {
          pieces.append(JournalPiece(segment: segment.fileName, start: from, bytes: bytes))
        }
      }
      return pieces
    }
    return (pieces, OtherJournal.End(head: head, segment: end.segment.number, size: end.end))
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
