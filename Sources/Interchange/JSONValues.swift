public import CaseModel
public import Casework
public import JSONText
import SubsidyRules

// How the house's own values stand in JSON: days and money as texts, exact to the fen, closed lists by their words.

extension CivilDate: JSONValue {
  public init(json reader: inout JSONReader) throws(JSONError) {
    self = try reader.text({ _ in "YYYY-MM-DD" }) { CivilDate($0) }
  }
  public func write(into writer: inout JSONWriter) { writer.string(description) }
}

extension Money: JSONValue {
  public init(json reader: inout JSONReader) throws(JSONError) {
    self = try reader.text({ _ in "500.00" }) { Money($0) }
  }
  public func write(into writer: inout JSONWriter) { writer.string(description) }
}

/// A sum of sums may have more digits than one of them.
extension MoneyTotal: JSONValue {
  public init(json reader: inout JSONReader) throws(JSONError) {
    self = try reader.text({ _ in "500.00" }) { MoneyTotal($0) }
  }
  public func write(into writer: inout JSONWriter) { writer.string(description) }
}

/// Bytes as text, two hexadecimal digits each.
struct HexText: JSONValue {
  var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  init(json reader: inout JSONReader) throws(JSONError) {
    bytes = try reader.text({ _ in "hexadecimal" }) { Hexadecimal.bytes($0) }
  }

  func write(into writer: inout JSONWriter) { writer.string(Hexadecimal.text(bytes)) }
}

extension ApplicantKind: JSONValue {}
extension News.Kind: JSONValue {}
extension OfficePeriod.Kind: JSONValue {}
extension OfficePeriod.Unit: JSONValue {}
extension Operator.Role: JSONValue {}
extension Outcome: JSONValue {}
extension PersonWord.Verdict: JSONValue {}
extension Service.Way: JSONValue {}
extension Step: JSONValue {}
extension Trace.Operation: JSONValue {}

/// Inputs of a filing or fields of a record under their names, as they came; none is a list or an object.
struct JSONInputs: JSONValue {
  var list: [Filing.Input]

  init(json reader: inout JSONReader) throws(JSONError) {
    list = try JSONPairs<PlainInput>(json: &reader).pairs.map { .init($0.key, $0.value.raw) }
  }

  init(_ list: [Filing.Input]) { self.list = list }

  func write(into writer: inout JSONWriter) { list.write(into: &writer) }
}

/// An input that is no list and no object.
struct PlainInput: JSONValue {
  var raw: RawInput

  init(json reader: inout JSONReader) throws(JSONError) {
    let kind = try reader.peek()
    guard kind != .array, kind != .object else {
      throw reader.error(.wrongType(expected: .string, found: kind))
    }
    raw = try RawInput(json: &reader)
  }

  func write(into writer: inout JSONWriter) { raw.write(into: &writer) }
}

/// A text that may be `null`.
struct NullableText: JSONValue {
  var text: String?

  init(json reader: inout JSONReader) throws(JSONError) {
    guard try reader.peek() == .null else {
      text = try reader.string()
      return
    }
    try reader.null()
  }

  func write(into writer: inout JSONWriter) {
    if let text { writer.string(text) } else { writer.null() }
  }
}

extension RawInput: JSONValue {
  public init(json reader: inout JSONReader) throws(JSONError) {
    switch try reader.peek() {
    case .null:
      try reader.null()
      self = .null
    case .string: self = .text(try reader.string())
    case .bool: self = .flag(try reader.bool())
    case .number:
      let number = try reader.number()
      self = Int(number).map(RawInput.count) ?? .other(number)
    case .array, .object: self = .other(JSONWriter.compact(reader.text(in: try reader.skipValue())))
    }
  }

  public func write(into writer: inout JSONWriter) {
    switch self {
    case .null: writer.null()
    case .text(let text): writer.string(text)
    case .count(let number): writer.integer(number)
    case .flag(let flag): writer.bool(flag)
    case .other(let json): writer.raw(json)
    }
  }
}
