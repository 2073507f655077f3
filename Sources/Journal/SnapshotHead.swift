import JSONText

/// The first line of a snapshot: its sum, and which line of the journal is the last that the state covers.
struct SnapshotHead {
  /// 2 was before the journal named snapshots.
  private static let formatVersion = 3
  private static let opening = Array("{\"sha256\":\"".utf8)
  /// No first line is longer, in bytes.
  static let mostBytes = 4096
  /// Bytes that stand before what is summed.
  static let unsummed = opening.count + Link.digits

  let writer: String
  let place: Place
  /// How many bytes the state behind the line has.
  var size = 0

  private static let sizeDigits = 15

  /// The line's bytes behind its sum, which are summed too; as many whatever the size is.
  var rest: [UInt8] {
    var json = JSONWriter(reserving: 512)
    json.object {
      $0.member("format", Self.formatVersion)
      $0.member("writer", writer)
      $0.member("epoch", place.segment.epoch)
      $0.member("number", place.segment.number)
      $0.member("line", place.line)
      $0.member("start", place.start)
      $0.member("end", place.end)
      $0.member("sequence", place.sequence)
      $0.member("link", place.link.hex)
      $0.member("bytes", Self.digits(size))
    }
    return Array("\",\"snapshot\":".utf8) + json.bytes + [UInt8(ascii: "}"), 0x0A]
  }

  /// The line under a sum; as long under every sum.
  func line(sum: Link) -> [UInt8] { Self.opening + sum.hexBytes + rest }

  /// Whether a file begins as snapshots did before the journal named them: one is not used, and no fault.
  static func isOfBefore(_ beginning: [UInt8]) -> Bool {
    guard beginning.starts(with: opening), let newline = beginning.firstIndex(of: 0x0A),
      let format = LineFields(
        beginning, line: 0..<newline, of: "snapshot", numbers: ["format"], texts: [])?.numbers["format"]
    else { return false }
    return format < formatVersion
  }

  /// Reads the line that a file begins with; nil where it is none of this writer's.
  ///
  /// - Returns: the head, the sum that it claims, and the line's bytes behind that sum.
  static func read(_ beginning: [UInt8], writer: String) -> (head: SnapshotHead, sum: Link, rest: [UInt8])? {
    guard beginning.starts(with: opening), let newline = beginning.firstIndex(of: 0x0A), newline > unsummed,
      let sum = beginning.withUnsafeBytes({ bytes in
        Link(digits: UnsafeRawBufferPointer(rebasing: bytes[opening.count..<unsummed]))
      }),
      let head = head(beginning, line: 0..<newline, writer: writer)
    else { return nil }
    return (head, sum, Array(beginning[unsummed...newline]))
  }

  private static func digits(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, sizeDigits - digits.count)) + digits
  }

  private static func head(_ bytes: [UInt8], line: Range<Int>, writer: String) -> SnapshotHead? {
    let fields = LineFields(
      bytes, line: line, of: "snapshot",
      numbers: ["format", "epoch", "number", "line", "start", "end", "sequence"],
      texts: ["writer", "link", "bytes"])
    guard let (numbers, texts) = fields.map({ ($0.numbers, $0.texts) }) else { return nil }
    guard numbers["format"] == formatVersion, texts["writer"] == writer, let epoch = numbers["epoch"],
      let number = numbers["number"], let line = numbers["line"], let start = numbers["start"],
      let end = numbers["end"], let sequence = numbers["sequence"],
      let link = texts["link"].flatMap(Link.init(hex:)), epoch > 0, number > 0, line > 1, start > 0,
      end > start,
      sequence > 0, let size = texts["bytes"].flatMap({ Int($0) }), texts["bytes"] == digits(size)
    else { return nil }
    let place = Place(
      segment: SegmentName(epoch: epoch, number: number), line: line, start: start, end: end,
      sequence: sequence, link: link)
    return SnapshotHead(writer: writer, place: place, size: size)
  }
}
