import JSONText

/// A state that was folded from the journal up to one record, kept so that opening need not fold it again.
///
/// `snapshot/state` is one line and then the state's bytes as they are:
///
///     {"sha256":"<64 hex>","snapshot":{"format":1,"writer":"…","epoch":1,"number":1,"line":13,"start":5120,"end":5480,"sequence":12,"link":"<64 hex>"}}
///     …
///
/// The sum is over all bytes of the file behind its own digits. The rest says which line is the last that the
/// state covers. The file is disposable: wrong or missing, the state is folded from the journal.
public struct JournalSnapshot: Sendable {
  static let formatVersion = 1
  private static let opening = Array("{\"sha256\":\"".utf8)
  private static let covered = opening.count + Link.digits

  /// The last record that the state covers.
  public let position: Position
  /// The file's bytes, of which `state` is the state.
  public let bytes: [UInt8]
  public let state: Range<Int>

  /// The file for a state that covers everything up to a place.
  static func file(state: [UInt8], writer: String, place: Place) -> [UInt8] {
    var json = JSONWriter(reserving: 512)
    json.object {
      $0.member("format", formatVersion)
      $0.member("writer", writer)
      $0.member("epoch", place.segment.epoch)
      $0.member("number", place.segment.number)
      $0.member("line", place.line)
      $0.member("start", place.start)
      $0.member("end", place.end)
      $0.member("sequence", place.sequence)
      $0.member("link", place.link.hex)
    }
    let rest = Array("\",\"snapshot\":".utf8) + json.bytes + [UInt8(ascii: "}"), 0x0A] + state
    return opening + rest.withUnsafeBytes(Link.over).hexBytes + rest
  }

  /// Reads the file and checks its sum; nil where it does not hold.
  static func read(_ bytes: [UInt8], writer: String) -> (JournalSnapshot, Place)? {
    guard bytes.count > covered, bytes.starts(with: opening) else { return nil }
    let holds = bytes.withUnsafeBytes { all in
      Link(digits: UnsafeRawBufferPointer(rebasing: all[opening.count..<covered]))
        == Link.over(UnsafeRawBufferPointer(rebasing: all[covered...]))
    }
    guard holds, let newline = bytes.firstIndex(of: 0x0A),
      let place = place(bytes, line: 0..<newline, writer: writer)
    else { return nil }
    let position = Position(writer: writer, epoch: place.segment.epoch, sequence: place.sequence)
    return (JournalSnapshot(position: position, bytes: bytes, state: newline + 1..<bytes.count), place)
  }

  private static func place(_ bytes: [UInt8], line: Range<Int>, writer: String) -> Place? {
    var numbers: [String: Int] = [:]
    var texts: [String: String] = [:]
    do throws(JSONError) {
      var reader = JSONReader(bytes, in: line)
      try reader.beginObject()
      while let key = try reader.nextKey() {
        guard key == "snapshot" else {
          try reader.skipValue()
          continue
        }
        try reader.beginObject()
        while let key = try reader.nextKey() {
          switch try reader.peek() {
          case .number: numbers[key] = try reader.integer()
          case .string: texts[key] = try reader.string()
          default: try reader.skipValue()
          }
        }
      }
      try reader.end()
    } catch {
      return nil
    }
    guard numbers["format"] == formatVersion, texts["writer"] == writer, let epoch = numbers["epoch"],
      let number = numbers["number"], let line = numbers["line"], let start = numbers["start"],
      let end = numbers["end"], let sequence = numbers["sequence"],
      let link = texts["link"].flatMap(Link.init(hex:)), epoch > 0, number > 0, line > 1, start > 0,
      end > start,
      sequence > 0
    else { return nil }
    return Place(
      segment: SegmentName(epoch: epoch, number: number), line: line, start: start, end: end,
      sequence: sequence, link: link)
  }
}
