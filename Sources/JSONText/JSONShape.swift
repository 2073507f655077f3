/// How an object stands in JSON: a row for each member, by which it is read and written.
///
///     static let shape = JSONShape(
///       Service.init, .needed("of", \.of), .needed("number", \.number), .optional("seen", \.seen))
///
/// The rows give what the value is made of, in the order in which `make` takes it.
public struct JSONShape<Whole>: Sendable {
  /// Reads the value from the members of its object.
  public let read: @Sendable (JSONMembers) throws(JSONError) -> Whole
  /// Writes the value's members into the object that a writer is in.
  public let write: @Sendable (Whole, inout JSONWriter) -> Void

  public init<each Part>(
    _ make: @escaping @Sendable (repeat each Part) -> Whole, _ row: repeat JSONRow<Whole, each Part>
  ) {
    read = { (record: JSONMembers) throws(JSONError) in make(repeat try (each row).read(record)) }
    write = { whole, writer in repeat (each row).write((each row).part(whole), &writer) }
  }
}

/// A row of a shape: what a part of the value is read from, and what is written of it.
public struct JSONRow<Whole, Part>: Sendable {
  let part: @Sendable (Whole) -> Part
  let read: @Sendable (JSONMembers) throws(JSONError) -> Part
  let write: @Sendable (Part, inout JSONWriter) -> Void
}

extension JSONRow where Part: JSONValue {
  /// A member that is always there.
  public static func needed(_ key: String, _ part: any KeyPath<Whole, Part> & Sendable) -> Self {
    Self(
      part: { $0[keyPath: part] }, read: { (record) throws(JSONError) in try record.value(key) },
      write: { $1.member(key, $0) })
  }
}

extension JSONRow where Part: JSONValue & Equatable & Sendable {
  /// A member that is always written, and may be missing: `assumed` is meant then.
  public static func assumed(
    _ key: String, _ assumed: Part, _ part: any KeyPath<Whole, Part> & Sendable
  ) -> Self {
    Self(
      part: { $0[keyPath: part] },
      read: { (record) throws(JSONError) in try record.value(key, or: assumed) },
      write: { $1.member(key, $0) })
  }

  /// A member that is written only where it is not what is meant without it.
  public static func spared(
    _ key: String, _ usual: Part, _ part: any KeyPath<Whole, Part> & Sendable
  ) -> Self {
    Self(
      part: { $0[keyPath: part] },
      read: { (record) throws(JSONError) in try record.value(key, or: usual) },
      write: { if $0 != usual { $1.member(key, $0) } })
  }
}

extension JSONRow {
  /// A member that is there only where there is a value.
  public static func optional<Value: JSONValue>(
    _ key: String, _ part: any KeyPath<Whole, Value?> & Sendable
  ) -> Self where Part == Value? {
    Self(
      part: { $0[keyPath: part] }, read: { (record) throws(JSONError) in try record.optional(key) },
      write: { $1.member(key, $0) })
  }
}

extension JSONRow where Part: JSONShaped {
  /// A part whose members stand among those of the whole.
  public static func among(_ part: any KeyPath<Whole, Part> & Sendable) -> Self {
    Self(part: { $0[keyPath: part] }, read: Part.shape.read, write: Part.shape.write)
  }
}

/// A value that stands in JSON as an object of its shape.
public protocol JSONShaped: JSONValue {
  static var shape: JSONShape<Self> { get }
}

extension JSONShaped {
  public init(json reader: inout JSONReader) throws(JSONError) {
    self = try Self.shape.read(JSONMembers(json: &reader))
  }

  /// Reads bytes that hold the object and nothing else.
  public init(json bytes: [UInt8]) throws(JSONError) { self = try Self.shape.read(JSONMembers(bytes)) }

  public func write(into writer: inout JSONWriter) {
    writer.object { writer in Self.shape.write(self, &writer) }
  }
}

extension JSONMembers {
  /// The value that the members are.
  public func whole<Whole: JSONShaped>() throws(JSONError) -> Whole { try Whole.shape.read(self) }
}
