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
    offset += 1
    let from = offset
    // The common string has no escape: find its end, check it once, copy it once.
    var all: UInt8 = 0
    while offset < limit {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        let text = try decoded(from..<offset, isASCII: all < 0x80)
        offset += 1
        return text
      }
      if byte == UInt8(ascii: "\\") { return try escapedBody(from: from) }
      guard byte >= 0x20 else { throw error(.controlCharacter) }
      all |= byte
      offset += 1
    }
    throw error(.unexpectedEnd)
  }

  private func decoded(_ range: Range<Int>, isASCII: Bool) throws(JSONError) -> String {
    if isASCII {
      return bytes.withUnsafeBufferPointer {
        String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
      }
    }
    let text = bytes.withUnsafeBufferPointer { String(validating: $0[range], as: UTF8.self) }
    guard let text else { throw error(.badUTF8, at: range.lowerBound) }
    return text
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
