/// A place in a JSON text as an editor shows it.
///
/// Lines and columns count from 1; a column is one Unicode scalar, so that Chinese text is counted as a
/// person counts it.
public struct JSONLocation: Hashable, Sendable, CustomStringConvertible {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The place of a byte offset in a text; an offset past the end is the place after the last byte.
  public init(offset: Int, in bytes: some Collection<UInt8>) {
    line = 1
    column = 1
    for byte in bytes.prefix(max(offset, 0)) {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
  }

  /// The places of byte offsets that rise or stay, found in one walk through a text.
  public static func places(of offsets: some Sequence<Int>, in bytes: [UInt8]) -> [JSONLocation] {
    var place = JSONLocation(line: 1, column: 1)
    var passed = 0
    return offsets.map { offset in
      while passed < min(offset, bytes.count) {
        if bytes[passed] == 0x0A {
          place = JSONLocation(line: place.line + 1, column: 1)
        } else if bytes[passed] & 0xC0 != 0x80 {
          place.column += 1
        }
        passed += 1
      }
      return place
    }
  }

  public var description: String { "\(line):\(column)" }
}
