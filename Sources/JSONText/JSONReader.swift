/// A strict pull reader of one JSON text (RFC 8259) over bytes, with the place of every mistake.
///
/// The caller walks the text value by value, so that a large file is read once and no tree is built:
///
///     var reader = JSONReader(bytes)
///     try reader.beginObject()
///     while let key = try reader.nextKey() { … }
///     try reader.end()
///
/// Numbers keep their text; strings must be valid UTF-8 without raw control characters. Every method throws
/// `JSONError`; after an error the reader is of no further use.
public struct JSONReader {
  /// How many brackets may stand inside one another.
  public static let depthLimit = 128

  @usableFromInline let bytes: [UInt8]
  @usableFromInline let limit: Int
  let start: Int

  /// How far the text has been read, in bytes.
  public internal(set) var offset: Int
  /// Where the key read last begins, in bytes: at its quote.
  public private(set) var keyOffset = 0
  var depth = 0
  /// Whether the innermost object or array has had no member yet.
  var isFirst = true

  /// Reads `bytes`, or only the part of them in `range` (one line of a journal, say).
  public init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    // Whatever is read lies before the limit, and the limit in the bytes.
    let range = (range ?? bytes.indices).clamped(to: bytes.indices)
    start = range.lowerBound
    limit = range.upperBound
    offset = start
  }

  // MARK: - Structure

  /// The kind of the value that comes next, without reading it.
  public mutating func peek() throws(JSONError) -> JSONKind {
    skipSpace()
    guard offset < limit else { throw error(.unexpectedEnd) }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    default: throw error(.expected("value"))
    }
  }

  public mutating func beginObject() throws(JSONError) { try begin(.object) }
  public mutating func beginArray() throws(JSONError) { try begin(.array) }

  /// The next key of the object just begun, or nil after its last member, whose bracket is then read too.
  public mutating func nextKey() throws(JSONError) -> String? {
    guard let key = try nextKeyPlace() else { return nil }
    return text(of: key)
  }

  /// The same without making a text of the key.
  public mutating func nextKeyPlace() throws(JSONError) -> JSONKey? {
    guard try nextMember(closing: UInt8(ascii: "}")) else { return nil }
    guard offset < limit, bytes[offset] == UInt8(ascii: "\"") else { throw error(.expected("key")) }
    keyOffset = offset
    let (range, isASCII, unescaped) = try skipStringBody()
    let key = JSONKey(offset: keyOffset, range: range, hasEscapes: unescaped != nil, isASCII: isASCII)
    skipSpace()
    guard offset < limit, bytes[offset] == UInt8(ascii: ":") else { throw error(.expected(":")) }
    offset += 1
    skipSpace()
    return key
  }

  /// Whether the array just begun has another element; after the last one its bracket is read too.
  public mutating func nextElement() throws(JSONError) -> Bool {
    try nextMember(closing: UInt8(ascii: "]"))
  }

  /// Makes sure that nothing but white space follows.
  public mutating func end() throws(JSONError) {
    skipSpace()
    guard offset == limit else { throw error(.trailingText) }
  }

  // MARK: - Values

  public mutating func string() throws(JSONError) -> String {
    try expect(.string)
    return try stringBody()
  }

  /// The same, where texts that repeat are made once.
  public mutating func string(_ known: inout RepeatedTexts) throws(JSONError) -> String {
    try expect(.string)
    let (range, _, unescaped) = try skipStringBody()
    return unescaped ?? text(in: range, &known)
  }

  /// The text of a number as it stands in the file, checked against the grammar.
  public mutating func number() throws(JSONError) -> String {
    try expect(.number)
    let from = offset
    try scanNumber()
    return String(decoding: bytes[from..<offset], as: UTF8.self)
  }

  /// A whole number without fraction or exponent.
  public mutating func integer() throws(JSONError) -> Int {
    let from = (try expect(.number), offset).1
    try scanNumber()
    guard let value = Int(String(decoding: bytes[from..<offset], as: UTF8.self)) else {
      throw error(.notWhole, at: from)
    }
    return value
  }

  public mutating func bool() throws(JSONError) -> Bool {
    try expect(.bool)
    let isTrue = bytes[offset] == UInt8(ascii: "t")
    try literal(isTrue ? "true" : "false")
    return isTrue
  }

  public mutating func null() throws(JSONError) {
    try expect(.null)
    try literal("null")
  }

  /// Reads over the next value, checking it, and gives the bytes it stands in.
  @discardableResult
  public mutating func skipValue() throws(JSONError) -> Range<Int> {
    let kind = try peek()
    let from = offset
    switch kind {
    case .null: try null()
    case .bool: _ = try bool()
    case .number: try scanNumber()
    case .string: _ = try skipStringBody()
    case .array:
      try beginArray()
      while try nextElement() { try skipValue() }
    case .object:
      try beginObject()
      while try nextKeyPlace() != nil { try skipValue() }
    }
    return from..<offset
  }

  /// The bytes of a part already read, for keeping a value as it stands.
  public func text(in range: Range<Int>) -> String {
    bytes.withUnsafeBufferPointer { all in
      String(decoding: UnsafeBufferPointer(rebasing: all[range.clamped(to: start..<limit)]), as: UTF8.self)
    }
  }

  // MARK: - Mistakes

  /// An error at a place of this text, by default where the reader stands.
  public func error(_ reason: JSONError.Reason, at place: Int? = nil) -> JSONError {
    let place = place ?? offset
    return JSONError(reason, offset: place, location: location(of: place))
  }

  /// Line and column of a byte offset.
  public func location(of place: Int) -> JSONLocation {
    JSONLocation(offset: place - start, in: bytes[start..<limit])
  }
}
