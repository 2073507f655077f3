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

  public var description: String { "\(line):\(column)" }
}
