/// What can be written as a value of a JSON text.
public protocol JSONWritable {
  func write(into writer: inout JSONWriter)
}

/// A value that stands in a JSON text: how it is read, and how it is written.
public protocol JSONValue: JSONWritable, SendableMetatype {
  /// Reads it where a reader stands.
  init(json reader: inout JSONReader) throws(JSONError)
}

extension String: JSONValue {
  public init(json reader: inout JSONReader) throws(JSONError) { self = try reader.string() }
  public func write(into writer: inout JSONWriter) { writer.string(self) }
}

extension Int: JSONValue {
  public init(json reader: inout JSONReader) throws(JSONError) { self = try reader.integer() }
  public func write(into writer: inout JSONWriter) { writer.integer(self) }
}

extension Bool: JSONValue {
  public init(json reader: inout JSONReader) throws(JSONError) { self = try reader.bool() }
  public func write(into writer: inout JSONWriter) { writer.bool(self) }
}

extension Array: JSONWritable where Element: JSONWritable {
  public func write(into writer: inout JSONWriter) { writer.array(of: self) { $1.write(into: &$0) } }
}

extension Array: JSONValue where Element: JSONValue {
  public init(json reader: inout JSONReader) throws(JSONError) {
    self = []
    try reader.beginArray()
    while try reader.nextElement() { append(try Element(json: &reader)) }
  }
}

/// An object of whatever keys, written in their order; of a key that stands twice the last counts.
extension Dictionary: JSONWritable where Key == String, Value: JSONWritable {
  public func write(into writer: inout JSONWriter) {
    writer.object { writer in
      for (key, value) in sorted(by: { $0.key < $1.key }) { writer.member(key, value) }
    }
  }
}

extension Dictionary: JSONValue where Key == String, Value: JSONValue {
  public init(json reader: inout JSONReader) throws(JSONError) {
    self = [:]
    try reader.beginObject()
    while let key = try reader.nextKey() { self[key] = try Value(json: &reader) }
  }
}

/// A value with the place where it stands, in bytes.
public struct JSONPlaced<Value: JSONValue>: JSONValue {
  public var value: Value
  public var offset: Int

  public init(json reader: inout JSONReader) throws(JSONError) {
    _ = try reader.peek()
    offset = reader.offset
    value = try Value(json: &reader)
  }

  public func write(into writer: inout JSONWriter) { value.write(into: &writer) }
}

/// The members of an object of whatever keys, in their order; the place of each is its key's.
public struct JSONPairs<Value: JSONValue>: JSONValue {
  public var pairs: [(key: String, value: Value, offset: Int)] = []

  public init(json reader: inout JSONReader) throws(JSONError) {
    try reader.beginObject()
    while let key = try reader.nextKey() {
      let offset = reader.keyOffset
      pairs.append((key, try Value(json: &reader), offset))
    }
  }

  public func write(into writer: inout JSONWriter) {
    writer.object { writer in
      for (key, value, _) in pairs { writer.member(key, value) }
    }
  }
}

/// Words of a closed list.
extension JSONValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  public init(json reader: inout JSONReader) throws(JSONError) {
    // Only a mistake asks for all words: a journal has one of them in every line.
    self = try reader.text(
      { text in
        let words = Self.allCases.map(\.rawValue)
        return nearestWord(to: text, among: words) ?? words.joined(separator: " | ")
      }, Self.init)
  }

  public func write(into writer: inout JSONWriter) { writer.string(rawValue) }
}

extension JSONReader {
  /// What a text stands for; one that stands for nothing is a mistake at its place, `expected` saying what was meant.
  public mutating func text<Value>(
    _ expected: (String) -> String, _ value: (String) -> Value?
  ) throws(JSONError) -> Value {
    _ = try peek()
    let place = offset
    let text = try string()
    guard let value = value(text) else { throw error(.expected(expected(text)), at: place) }
    return value
  }
}

extension JSONWriter {
  @inlinable public mutating func member(_ name: String, _ value: some JSONWritable) {
    key(name)
    value.write(into: &self)
  }

  /// A member that stands there only where there is a value.
  @inlinable public mutating func member(_ name: String, _ value: (some JSONWritable)?) {
    if let value { member(name, value) }
  }

  /// Some members, without those that have no value.
  public mutating func members(_ members: KeyValuePairs<String, (any JSONWritable)?>) {
    for (name, value) in members {
      guard let value else { continue }
      key(name)
      value.write(into: &self)
    }
  }
}

extension Collection {
  /// The same where there is anything in it: a member that is empty is not written.
  public var ifAny: Self? { isEmpty ? nil : self }
}
