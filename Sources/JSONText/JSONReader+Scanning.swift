/// The byte work under `JSONReader`'s methods.
extension JSONReader {
  mutating func skipSpace() {
    while offset < limit {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  mutating func expect(_ kind: JSONKind) throws(JSONError) {
    let found = try peek()
    guard found == kind else { throw error(.wrongType(expected: kind, found: found)) }
  }

  mutating func begin(_ kind: JSONKind) throws(JSONError) {
    try expect(kind)
    guard depth < Self.depthLimit else { throw error(.tooDeep) }
    depth += 1
    offset += 1
    isFirst = true
  }

  /// Moves to the next member of the innermost container; false where it ends.
  mutating func nextMember(closing bracket: UInt8) throws(JSONError) -> Bool {
    skipSpace()
    guard offset < limit else { throw error(.unexpectedEnd) }
    if bytes[offset] == bracket {
      offset += 1
      depth -= 1
      isFirst = false
      return false
    }
    if isFirst {
      isFirst = false
      return true
    }
    guard bytes[offset] == UInt8(ascii: ",") else {
      throw error(.expected(", or " + String(UnicodeScalar(bracket))))
    }
    offset += 1
    skipSpace()
    guard offset < limit else { throw error(.unexpectedEnd) }
    guard bytes[offset] != bracket else { throw error(.expected("value")) }
    return true
  }

  mutating func literal(_ word: StaticString) throws(JSONError) {
    let from = offset
    for index in 0..<word.utf8CodeUnitCount {
      guard offset < limit else { throw error(.unexpectedEnd) }
      guard bytes[offset] == word.utf8Start[index] else { throw error(.expected("value"), at: from) }
      offset += 1
    }
  }

  mutating func scanNumber() throws(JSONError) {
    let from = offset
    func digits() -> Bool {
      let first = offset
      while offset < limit, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset]) { offset += 1 }
      return offset > first
    }
    if offset < limit, bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    if offset < limit, bytes[offset] == UInt8(ascii: "0") {
      offset += 1
    } else if !digits() {
      throw error(.badNumber, at: from)
    }
    if offset < limit, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      guard digits() else { throw error(.badNumber, at: from) }
    }
    if offset < limit, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if offset < limit, bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-") {
        offset += 1
      }
      guard digits() else { throw error(.badNumber, at: from) }
    }
    // "01" and "1x" are no numbers with something after them, they are no numbers.
    if offset < limit {
      switch bytes[offset] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."):
        throw error(.badNumber, at: from)
      default: break
      }
    }
  }

  /// Reads a string whose opening quote stands at `offset`.
  mutating func stringBody() throws(JSONError) -> String {
    let (range, _, unescaped) = try skipStringBody()
    return unescaped ?? text(in: range)
  }

  /// Reads over a string whose opening quote stands at `offset` and gives what stands between its quotes, and its
  /// text where that has escapes.
  mutating func skipStringBody() throws(JSONError) -> (Range<Int>, isASCII: Bool, unescaped: String?) {
    offset += 1
    let from = offset
    // The common string has no escape: find its end, check it once.
    let (end, isASCII) = plainText(from: from)
    offset = end
    guard end < limit else { throw error(.unexpectedEnd) }
    switch bytes[end] {
    case UInt8(ascii: "\""):
      guard isASCII || isUTF8(from..<end) else { throw error(.badUTF8, at: from) }
      offset += 1
      return (from..<end, isASCII, nil)
    case UInt8(ascii: "\\"):
      let text = try escapedBody(from: from)
      return (from..<offset - 1, false, text)
    default: throw error(.controlCharacter)
    }
  }

  /// Where the characters from a place on end that stand for themselves in a string, and whether all are ASCII.
  private func plainText(from: Int) -> (end: Int, isASCII: Bool) {
    bytes.withUnsafeBytes { buffer in
      var place = from
      var all: UInt64 = 0
      // Eight at a time while none of them ends it.
      while place + 8 <= limit {
        let eight = buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        if Self.hasEnd(eight) { break }
        all |= eight
        place += 8
      }
      while place < limit {
        let byte = buffer[place]
        if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
        all |= UInt64(byte)
        place += 1
      }
      return (place, all & 0x8080_8080_8080_8080 == 0)
    }
  }

  /// Whether a quote, a backslash or a control character may be among eight bytes; false only where none is.
  private static func hasEnd(_ eight: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = eight ^ ones &* UInt64(UInt8(ascii: "\""))
    let backslashes = eight ^ ones &* UInt64(UInt8(ascii: "\\"))
    // A byte below a bound borrows from its highest bit; in a byte whose own is set it tells nothing.
    let ends =
      (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes | (eight &- ones &* 0x20) & ~eight
    return ends & 0x8080_8080_8080_8080 != 0
  }

  private func isUTF8(_ range: Range<Int>) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span.extracting(range))
      return true
    } catch {
      return false
    }
  }

  private mutating func escapedBody(from: Int) throws(JSONError) -> String {
    var text = [UInt8](bytes[from..<offset])
    while offset < limit {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        guard let checked = String(validating: text, as: UTF8.self) else { throw error(.badUTF8, at: from) }
        return checked
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw error(.controlCharacter)
      default:
        text.append(byte)
        offset += 1
      }
    }
    throw error(.unexpectedEnd)
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    let from = offset
    offset += 1
    guard offset < limit else { throw error(.unexpectedEnd) }
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var value = try fourHexDigits(escapeAt: from)
      if (0xD800..<0xDC00).contains(value), offset + 1 < limit, bytes[offset] == UInt8(ascii: "\\"),
        bytes[offset + 1] == UInt8(ascii: "u")
      {
        offset += 2
        let low = try fourHexDigits(escapeAt: from)
        guard (0xDC00..<0xE000).contains(low) else { throw error(.badEscape, at: from) }
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = UnicodeScalar(value) else { throw error(.badEscape, at: from) }
      text.append(contentsOf: String(scalar).utf8)
    default: throw error(.badEscape, at: from)
    }
  }

  private mutating func fourHexDigits(escapeAt from: Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard offset < limit else { throw error(.unexpectedEnd) }
      switch bytes[offset] {
      case let digit where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit):
        value = value << 4 + UInt32(digit - UInt8(ascii: "0"))
      case let digit where (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(digit | 0x20):
        value = value << 4 + UInt32((digit | 0x20) - UInt8(ascii: "a") + 10)
      default: throw error(.badEscape, at: from)
      }
      offset += 1
    }
    return value
  }
}
