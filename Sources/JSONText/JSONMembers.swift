/// The members of an object, each read as what it must be.
///
/// A key that nobody asks for is left alone; one that is missing or of another shape is a mistake with its place, and so
/// is one that stands twice.
public struct JSONMembers {
  @usableFromInline let members: [JSONMember]
  /// Where the object stands, in bytes.
  public let start: Int
  /// Reads the values, and tells the places of mistakes.
  @usableFromInline let reader: JSONReader

  /// A record of members of which no key stands twice.
  public init(unrepeated members: [JSONMember], start: Int, reader: JSONReader) {
    self.members = members
    self.start = start
    self.reader = reader
  }

  /// Reads the object before which a reader stands.
  public init(json reader: inout JSONReader) throws(JSONError) {
    _ = try reader.peek()
    start = reader.offset
    members = try reader.members()
    self.reader = reader
    var seen = SeenKeys()
    for member in members {
      let key = reader.text(of: member.key)
      guard seen.take(key) else { throw reader.error(.repeatedKey(key), at: member.key.offset) }
    }
  }

  /// Reads bytes, or a part of them, that hold one object and nothing else.
  public init(_ bytes: [UInt8], in range: Range<Int>? = nil) throws(JSONError) {
    var reader = JSONReader(bytes, in: range)
    try self.init(json: &reader)
    try reader.end()
  }

  // MARK: - Values

  public func has(_ key: String) -> Bool { member(key) != nil }

  /// What stands under a key that must be there.
  @inlinable
  public func value<Value: JSONValue>(_ key: String) throws(JSONError) -> Value {
    var reader = try reader(of: key)
    return try Value(json: &reader)
  }

  /// What stands under a key; nothing where the key is missing.
  @inlinable
  public func optional<Value: JSONValue>(_ key: String) throws(JSONError) -> Value? {
    guard let member = member(key) else { return nil }
    var reader = reader.at(member.place.lowerBound)
    return try Value(json: &reader)
  }

  /// What stands under a key, or what is meant where the key is missing.
  @inlinable
  public func value<Value: JSONValue>(_ key: String, or missing: Value) throws(JSONError) -> Value {
    try optional(key) ?? missing
  }

  /// False where the key is missing.
  @inlinable
  public func flag(_ key: String) throws(JSONError) -> Bool { try value(key, or: false) }

  /// The object under a key.
  public func record(_ key: String) throws(JSONError) -> JSONMembers {
    var reader = try reader(of: key)
    return try JSONMembers(json: &reader)
  }

  /// What each object of an array is read as.
  public func list<Value>(
    _ key: String, _ read: (JSONMembers) throws(JSONError) -> Value
  ) throws(JSONError) -> [Value] {
    var values: [Value] = []
    var reader = try reader(of: key)
    try reader.beginArray()
    while try reader.nextElement() { values.append(try read(JSONMembers(json: &reader))) }
    return values
  }

  /// The members of the object under a key, as people write them: none stands twice. Nil where the key is missing.
  public func pairs<Value: JSONValue>(
    _ key: String, of _: Value.Type
  ) throws(JSONError) -> [(key: String, value: Value, offset: Int)]? {
    guard let found: JSONPairs<Value> = try optional(key) else { return nil }
    var seen = SeenKeys()
    for pair in found.pairs {
      guard seen.take(pair.key) else { throw reader.error(.repeatedKey(pair.key), at: pair.offset) }
    }
    return found.pairs
  }

  /// A reader that stands before the value of a key, of whatever kind it is.
  @inlinable
  public func reader(of key: String) throws(JSONError) -> JSONReader {
    guard let member = member(key) else { throw missing(key) }
    return reader.at(member.place.lowerBound)
  }

  /// What stands under a key that may be missing or `null`.
  public func nullable<Value: JSONValue>(_ key: String) throws(JSONError) -> Value? {
    guard has(key) else { return nil }
    var reader = try reader(of: key)
    return try reader.peek() == .null ? nil : Value(json: &reader)
  }

  // MARK: - Mistakes

  /// Refuses a key that is none of these, and that one of those needed is missing.
  public func hold(_ needed: [String], or optional: [String] = []) throws(JSONError) {
    for member in members {
      let key = reader.text(of: member.key)
      guard !needed.contains(key), !optional.contains(key) else { continue }
      let nearest = nearestWord(to: key, among: needed + optional)
      throw reader.error(.unknownKey(key, nearest: nearest), at: member.key.offset)
    }
    for key in needed where !has(key) { throw missing(key) }
  }

  /// Where a place in the text is.
  public func location(at offset: Int) -> JSONLocation { reader.location(of: offset) }

  /// That a key is not there.
  public func missing(_ key: String) -> JSONError { reader.error(.missingKey(key), at: start) }

  /// That something else should stand under a key.
  public func expected(_ what: String, _ key: String) throws(JSONError) -> JSONError {
    try reader(of: key).error(.expected(what))
  }

  /// Where the value of a key stands.
  public func location(of key: String) throws(JSONError) -> JSONLocation {
    let reader = try reader(of: key)
    return reader.location(of: reader.offset)
  }

  @usableFromInline
  func member(_ key: String) -> JSONMember? {
    var key = key
    return key.withUTF8 { word in members.first { reader.key($0.key, is: word) } }
  }
}
