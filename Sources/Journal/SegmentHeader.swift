import JSONText

/// What the first line of a segment says about it (`JournalLine` tells the format).
struct SegmentHeader: Hashable, Sendable {
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
    json.object {
      $0.member("format", format)
      $0.member("store", store)
      $0.member("writer", writer)
      $0.member("epoch", epoch)
      $0.member("number", number)
      $0.member("first", first)
      $0.member("after", after.hex)
      $0.member("salt", salt)
    }
    return JournalLine.sealed(after: after, room: json.bytes.count + 16) { line in
      line.append(contentsOf: "\"segment\":".utf8)
      line += json.bytes
      line.append(UInt8(ascii: "}"))
    }
  }

  init(identity: StoreIdentity, name: SegmentName, first: Int, after: Link, seed: String? = nil) {
    store = identity.store
    writer = identity.writer
    epoch = name.epoch
    number = name.number
    self.first = first
    self.after = after
    salt = newID("salt/\(name.epoch)/\(name.number)", seed)
  }

  /// Reads a header from its line (without the newline); nil where it is not one.
  init?(_ bytes: [UInt8], line: Range<Int>) {
    let fields = LineFields(
      bytes, line: line, of: "segment", numbers: ["format", "epoch", "number", "first"],
      texts: ["store", "writer", "after", "salt"])
    guard let (numbers, texts) = fields.map({ ($0.numbers, $0.texts) }) else { return nil }
    guard let format = numbers["format"], let epoch = numbers["epoch"], let number = numbers["number"],
      let first = numbers["first"], let store = texts["store"], let writer = texts["writer"],
      let after = texts["after"].flatMap(Link.init(hex:)), let salt = texts["salt"], epoch > 0, number > 0,
      first > 0
    else { return nil }
    self.format = format
    self.store = store
    self.writer = writer
    self.epoch = epoch
    self.number = number
    self.first = first
    self.after = after
    self.salt = salt
  }
}
