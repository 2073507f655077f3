import JSONText

/// What the first line of a segment says about it (`JournalLine` tells the format).
struct SegmentHeader: Hashable, Sendable, JSONShaped {
  var format = JournalLine.formatVersion
  var store: String
  var writer: String
  var epoch: Int
  var number: Int
  /// The sequence of the first record in the segment.
  var first: Int
  /// The link of the last line before the segment.
  var after: Link
  /// Random, so that two segments made at the same place of one history never look alike.
  var salt: String

  var name: SegmentName { SegmentName(epoch: epoch, number: number) }

  /// The header's line with its newline, and its link.
  var line: (line: [UInt8], link: Link) {
    var json = JSONWriter()
    write(into: &json)
    return JournalLine.sealed(after: after, room: json.bytes.count + 16) { line in
      line.append(contentsOf: "\"segment\":".utf8)
      line += json.bytes
      line.append(UInt8(ascii: "}"))
    }
  }

  static let shape = JSONShape<SegmentHeader>(
    SegmentHeader.init(format:store:writer:epoch:number:first:after:salt:), .needed("format", \.format),
    .needed("store", \.store), .needed("writer", \.writer), .needed("epoch", \.epoch),
    .needed("number", \.number), .needed("first", \.first), .needed("after", \.after), .needed("salt", \.salt)
  )
}

extension SegmentHeader {
  init(identity: StoreIdentity, name: SegmentName, first: Int, after: Link, seed: String? = nil) {
    self.init(
      store: identity.store, writer: identity.writer, epoch: name.epoch, number: name.number, first: first,
      after: after, salt: newID("salt/\(name.epoch)/\(name.number)", seed))
  }

  /// Reads a header from its line (without the newline); nil where it is not one.
  init?(_ bytes: [UInt8], line: Range<Int>) {
    guard let record = try? JSONMembers(bytes, in: line),
      let header: SegmentHeader = try? record.value("segment"), header.epoch > 0, header.number > 0,
      header.first > 0
    else { return nil }
    self = header
  }
}
