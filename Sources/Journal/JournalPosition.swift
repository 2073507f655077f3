public import JSONText

import CFiles

/// The name of one record: the writer, its epoch and its sequence.
public struct JournalPosition: Hashable, Sendable {
  public let writer: String
  public let epoch: Int
  /// Counts a writer's records from 1, through all epochs.
  public let sequence: Int

  public init(writer: String, epoch: Int, sequence: Int) {
    self.writer = writer
    self.epoch = epoch
    self.sequence = sequence
  }
}

/// One record of the journal: its name and its payload as a part of the bytes that were read with it.
public struct JournalRecord: Sendable {
  public let position: JournalPosition
  /// Bytes that hold this record's payload and often others'; shared, not copied.
  public let bytes: [UInt8]
  /// Where the payload stands in `bytes`.
  public let payload: Range<Int>
  /// The link that stands for everything up to it.
  let link: Link
  /// The number of its segment in the epoch.
  let segment: Int
  /// The line in its segment, from 1.
  public let line: Int

  var segmentName: SegmentName { SegmentName(epoch: position.epoch, number: segment) }

  /// The path of its segment relative to the store.
  public var file: String { StoreLayout.journal + "/" + position.writer + "/" + segmentName.fileName }

  /// Whether some bytes stand in the payload.
  public func holds(_ text: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      let payload = UnsafeRawBufferPointer(rebasing: bytes[payload])
      return text.withUnsafeBytes {
        cfiles_holds(payload.baseAddress, payload.count, $0.baseAddress, $0.count) != 0
      }
    }
  }

  /// The end of the journal behind this record.
  public var head: JournalHead {
    JournalHead(writer: position.writer, epoch: position.epoch, sequence: position.sequence, link: link)
  }

  /// A finding about this record.
  public func finding(_ reason: Finding.Reason) -> Finding {
    Finding(file: file, line: line, sequence: position.sequence, reason: reason)
  }
}

/// The end of a journal: its last record and the link that stands for everything up to it.
///
/// Backups and closing sheets carry it, so that a journal whose tail was cut off later is found out.
public struct JournalHead: Hashable, Sendable, CustomStringConvertible {
  public let writer: String
  public let epoch: Int
  /// The last record's sequence; 0 in a journal without records.
  public let sequence: Int
  public let link: Link

  public init(writer: String, epoch: Int, sequence: Int, link: Link) {
    self.writer = writer
    self.epoch = epoch
    self.sequence = sequence
    self.link = link
  }

  /// Reads what `description` wrote.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, isID(parts[0]), let epoch = Int(parts[1]), let sequence = Int(parts[2]),
      epoch > 0,
      sequence >= 0, let link = Link(hex: parts[3])
    else { return nil }
    self.init(writer: parts[0], epoch: epoch, sequence: sequence, link: link)
  }

  /// `<writer>/<epoch>/<sequence>/<link>`, one word to print and to type again.
  public var description: String { "\(writer)/\(epoch)/\(sequence)/\(link.hex)" }
}

extension JournalHead: JSONValue {
  public init(json reader: inout JSONReader) throws(JSONError) {
    self = try reader.text({ _ in "<writer>/<epoch>/<sequence>/<link>" }) { JournalHead($0) }
  }

  public func write(into writer: inout JSONWriter) { writer.string(description) }
}

extension Link: JSONValue {
  public init(json reader: inout JSONReader) throws(JSONError) {
    self = try reader.text({ _ in "64 hexadecimal digits" }) { Link(hex: $0) }
  }

  public func write(into writer: inout JSONWriter) { writer.string(hex) }
}
