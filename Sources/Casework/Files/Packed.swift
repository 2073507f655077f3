import CaseModel

/// A value that records have: how its bytes are written.
protocol Packable {
  func pack(into writer: inout PackedWriter)
}

/// The same with how they are read; bytes that mean nothing give a value all the same (`PackedReader.fail`).
protocol Packed: Packable {
  init(from reader: inout PackedReader)
}

extension PackedWriter {
  /// Writes values one behind another.
  mutating func put<each Value: Packable>(_ value: repeat each Value) {
    repeat (each value).pack(into: &self)
  }
}

extension PackedReader {
  /// The value that stands next.
  mutating func next<Value: Packed>() -> Value { Value(from: &self) }
}

/// A text that many records have, by its number in the list of names.
struct Name: Packed {
  let text: String

  init(_ text: String) { self.text = text }
  init(from reader: inout PackedReader) { text = reader.name() }
  func pack(into writer: inout PackedWriter) { writer.name(text) }
}

/// A whole number that may be negative.
struct Signed: Packed {
  let value: Int

  init(_ value: Int) { self.value = value }
  init(from reader: inout PackedReader) { value = Int(reader.signed()) }
  func pack(into writer: inout PackedWriter) { writer.signed(Int64(value)) }
}

extension String: Packed {
  init(from reader: inout PackedReader) { self = reader.text() }
  func pack(into writer: inout PackedWriter) { writer.text(self) }
}

/// One that is never negative; `Signed` is any other.
extension Int: Packed {
  init(from reader: inout PackedReader) { self = reader.integer() }
  func pack(into writer: inout PackedWriter) { writer.count(self) }
}

extension Bool: Packed {
  init(from reader: inout PackedReader) { self = reader.flag() }
  func pack(into writer: inout PackedWriter) { writer.flag(self) }
}

extension CivilDate: Packed {
  init(from reader: inout PackedReader) {
    self = CivilDate(dayNumber: reader.integer()) ?? reader.failing(.first)
  }

  func pack(into writer: inout PackedWriter) { writer.count(dayNumber) }
}

extension Money: Packed {
  init(from reader: inout PackedReader) { self.init(fen: reader.signed()) }
  func pack(into writer: inout PackedWriter) { writer.signed(fen) }
}

extension MoneyTotal: Packed {
  init(from reader: inout PackedReader) {
    let high = Int128(reader.signed())
    self.init(fen: high << 64 | Int128(reader.number()))
  }

  func pack(into writer: inout PackedWriter) {
    writer.signed(Int64(truncatingIfNeeded: fen >> 64))
    writer.number(UInt64(truncatingIfNeeded: fen))
  }
}

extension Optional: Packable where Wrapped: Packable {
  func pack(into writer: inout PackedWriter) { writer.optional(self) { $1.pack(into: &$0) } }
}

extension Optional: Packed where Wrapped: Packed {
  init(from reader: inout PackedReader) { self = reader.optional { $0.next() } }
}

extension Array: Packable where Element: Packable {
  func pack(into writer: inout PackedWriter) { writer.list(self) { $1.pack(into: &$0) } }
}

extension Array: Packed where Element: Packed {
  init(from reader: inout PackedReader) { self = reader.list { $0.next() } }
}

extension Set: Packable where Element: Packable & Comparable {
  func pack(into writer: inout PackedWriter) { writer.put(sorted()) }
}

extension Set: Packed where Element: Packed & Comparable {
  init(from reader: inout PackedReader) { self.init(reader.next() as [Element]) }
}

/// Pairs in the order of their keys' bytes.
extension Dictionary: Packable where Key == String, Value: Packable {
  func pack(into writer: inout PackedWriter) {
    writer.list(sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) { $0.put($1.key, $1.value) }
  }
}

extension Dictionary: Packed where Key == String, Value: Packed {
  init(from reader: inout PackedReader) {
    self.init(first: reader.list { ($0.text(), $0.next()) })
  }
}

/// A word of a closed list goes by its name; `PackedReader.value` reads it.
extension Packable where Self: RawRepresentable<String> {
  func pack(into writer: inout PackedWriter) { writer.name(rawValue) }
}

extension ApplicantKind: Packable {}
extension Applicant.Field: Packable {}
extension News.Kind: Packable {}
extension OfficePeriod.Kind: Packable {}
extension OfficePeriod.Unit: Packable {}
extension Operator.Role: Packable {}
extension PersonWord.Verdict: Packable {}
extension Service.Way: Packable {}
extension Step: Packable {}
