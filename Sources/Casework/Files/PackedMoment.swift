/// Who did something, and when.
struct Stamp: Packed {
  let by: String
  let at: String

  init(by: String, at: String) { (self.by, self.at) = (by, at) }

  init(from reader: inout PackedReader) {
    by = reader.name()
    let packed = reader.number()
    at =
      if packed.isMultiple(of: 2) {
        PackedMoment(bits: packed >> 1).map { reader.isLooking ? "" : $0.description } ?? reader.failing("")
      } else {
        packed == 1 ? reader.text() : reader.failing("")
      }
  }

  func pack(into writer: inout PackedWriter) {
    writer.name(by)
    // A moment as the clock writes it fits six bytes; any other text stands as it is.
    if let packed = PackedMoment(at) {
      writer.number(packed.bits << 1)
    } else {
      writer.put(1, at)
    }
  }
}

/// A moment `YYYY-MM-DDThh:mm:ssZ` in forty bits.
struct PackedMoment: CustomStringConvertible {
  /// Year, month, day, hour, minute, second from the highest bit down, as wide as `Part` says.
  var bits: UInt64

  /// Nil where the bits are no moment's: a year has four digits.
  init?(bits: UInt64) {
    guard bits >> (Self.yearShift + 14) == 0, bits >> Self.yearShift < 10_000 else { return nil }
    self.bits = bits
  }

  /// The bits behind the year's.
  private static let yearShift = parts.dropFirst().reduce(0) { $0 + $1.width }

  /// Where a part stands in the text, the mark behind it, and how many bits it takes.
  private struct Part {
    var from: Int
    var to: Int
    var mark: UInt8
    var width: UInt64
  }

  private static let parts = [
    Part(from: 0, to: 4, mark: UInt8(ascii: "-"), width: 14),
    Part(from: 5, to: 7, mark: UInt8(ascii: "-"), width: 4),
    Part(from: 8, to: 10, mark: UInt8(ascii: "T"), width: 5),
    Part(from: 11, to: 13, mark: UInt8(ascii: ":"), width: 5),
    Part(from: 14, to: 16, mark: UInt8(ascii: ":"), width: 6),
    Part(from: 17, to: 19, mark: UInt8(ascii: "Z"), width: 6),
  ]

  /// Nil for a text of any other shape.
  init?(_ text: String) {
    var text = text
    let bits = text.withUTF8 { utf8 -> UInt64? in
      guard utf8.count == 20 else { return nil }
      var bits: UInt64 = 0
      for part in Self.parts {
        var value: UInt64 = 0
        for place in part.from..<part.to {
          let digit = utf8[place] &- UInt8(ascii: "0")
          guard digit < 10 else { return nil }
          value = value * 10 + UInt64(digit)
        }
        guard utf8[part.to] == part.mark, value < 1 << part.width else { return nil }
        bits = bits << part.width | value
      }
      return bits
    }
    guard let bits else { return nil }
    self.bits = bits
  }

  var description: String {
    String(unsafeUninitializedCapacity: 20) { buffer in
      var rest = bits
      for part in Self.parts.reversed() {
        var value = rest & (1 << part.width - 1)
        rest >>= part.width
        for place in (part.from..<part.to).reversed() {
          buffer[place] = UInt8(ascii: "0") + UInt8(value % 10)
          value /= 10
        }
        buffer[part.to] = part.mark
      }
      return 20
    }
  }
}
