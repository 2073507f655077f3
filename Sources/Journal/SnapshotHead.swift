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
      $0.members([
        "format": Self.formatVersion, "writer": writer, "epoch": place.segment.epoch,
        "number": place.segment.number, "line": place.line, "start": place.start, "end": place.end,
        "sequence": place.sequence, "link": place.link, "bytes": Self.digits(size),
      ])
    }
    return Array("\",\"snapshot\":".utf8) + json.bytes + [UInt8(ascii: "}"), 0x0A]
  }

  /// The line under a sum; as long under every sum.
  func line(sum: Link) -> [UInt8] { Self.opening + sum.hexBytes + rest }

  /// Whether a file begins as snapshots did before the journal named them: one is not used, and no fault.
  static func isOfBefore(_ beginning: [UInt8]) -> Bool {
    guard beginning.starts(with: opening), let newline = beginning.firstIndex(of: 0x0A),
      let record = try? JSONMembers(beginning, in: 0..<newline).record("snapshot"),
      let format: Int = try? record.value("format")
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
    guard let record = try? JSONMembers(bytes, in: line).record("snapshot"),
      (try? record.value("format")) == formatVersion, (try? record.value("writer")) == writer,
      let epoch: Int = try? record.value("epoch"), let number: Int = try? record.value("number"),
      let line: Int = try? record.value("line"), let start: Int = try? record.value("start"),
      let end: Int = try? record.value("end"), let sequence: Int = try? record.value("sequence"),
      let link: Link = try? record.value("link"), epoch > 0, number > 0, line > 1, start > 0, end > start,
      sequence > 0, let text: String = try? record.value("bytes"), let size = Int(text), text == digits(size)
    else { return nil }
    let place = Place(
      segment: SegmentName(epoch: epoch, number: number), line: line, start: start, end: end,
      sequence: sequence, link: link)
    return SnapshotHead(writer: writer, place: place, size: size)
  }
}
