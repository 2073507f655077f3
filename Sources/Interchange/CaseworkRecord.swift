import CaseModel
import JSONText

/// The members of a change, or of an object inside one, each read as what it must be.
///
/// A key that this version does not know is left alone; one that is missing or of another shape is a mistake with
/// its place.
struct CaseworkRecord {
  private var members: [String: JSONTree] = [:]
  private let start: Int
  /// Tells the places of mistakes.
  private let reader: JSONReader

  init(_ members: [JSONTree.Member], start: Int, reader: JSONReader) throws(JSONError) {
    self.start = start
    self.reader = reader
    for member in members {
      guard self.members.updateValue(member.value, forKey: member.key) == nil else {
        throw reader.error(.repeatedKey(member.key), at: member.keyOffset)
      }
    }
  }

  // MARK: - Values

  func has(_ key: String) -> Bool { members[key] != nil }

  func text(_ key: String) throws(JSONError) -> String {
    let tree = try needed(key)
    guard case .string(let text) = tree.value else { throw wrong(tree, .string) }
    return text
  }

  /// Nothing where the key is missing.
  func optionalText(_ key: String) throws(JSONError) -> String { has(key) ? try text(key) : "" }

  func texts(_ key: String) throws(JSONError) -> [String] {
    guard has(key) else { return [] }
    var texts: [String] = []
    for tree in try elements(key) {
      guard case .string(let text) = tree.value else { throw wrong(tree, .string) }
      texts.append(text)
    }
    return texts
  }

  /// A word of a closed list.
  func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Word.Type
  ) throws(JSONError) -> Word where Word.RawValue == String {
    let text = try text(key)
    guard let word = Word(rawValue: text) else {
      let nearest = nearestWord(to: text, among: Word.allCases.map(\.rawValue))
      throw try expected(nearest ?? Word.allCases.map(\.rawValue).joined(separator: " | "), key)
    }
    return word
  }

  func day(_ key: String) throws(JSONError) -> CivilDate {
    guard let day = CivilDate(try text(key)) else { throw try expected("YYYY-MM-DD", key) }
    return day
  }

  func money(_ key: String) throws(JSONError) -> Money {
    guard let money = Money(try text(key)) else { throw try expected("500.00", key) }
    return money
  }

  func flag(_ key: String) throws(JSONError) -> Bool {
    guard has(key) else { return false }
    let tree = try needed(key)
    guard case .bool(let flag) = tree.value else { throw wrong(tree, .bool) }
    return flag
  }

  func number(_ key: String) throws(JSONError) -> Int {
    let tree = try needed(key)
    guard case .number(let text) = tree.value else { throw wrong(tree, .number) }
    guard let number = Int(text) else { throw reader.error(.notWhole, at: tree.offset) }
    return number
  }

  /// Bytes written as pairs of hexadecimal digits.
  func bytes(_ key: String) throws(JSONError) -> [UInt8] {
    guard let bytes = Hexadecimal.bytes(try text(key)) else { throw try expected("hexadecimal", key) }
    return bytes
  }

  // MARK: - Records inside

  func record(_ key: String) throws(JSONError) -> CaseworkRecord { try record(try needed(key)) }

  func records(_ key: String) throws(JSONError) -> [CaseworkRecord] {
    var records: [CaseworkRecord] = []
    for tree in try elements(key) { records.append(try record(tree)) }
    return records
  }

  /// Inputs of a filing under their names, as they came.
  func inputs(_ key: String) throws(JSONError) -> [Filing.Input] {
    let tree = try needed(key)
    guard case .object(let members) = tree.value else { throw wrong(tree, .object) }
    var inputs: [Filing.Input] = []
    for member in members {
      let value: RawInput =
        switch member.value.value {
        case .null: .null
        case .string(let text): .text(text)
        case .bool(let flag): .flag(flag)
        case .number(let text): Int(text).map(RawInput.count) ?? .other(text)
        case .array, .object: throw wrong(member.value, .string)
        }
      inputs.append(.init(member.key, value))
    }
    return inputs
  }

  private func record(_ tree: JSONTree) throws(JSONError) -> CaseworkRecord {
    guard case .object(let members) = tree.value else { throw wrong(tree, .object) }
    return try CaseworkRecord(members, start: tree.offset, reader: reader)
  }

  private func elements(_ key: String) throws(JSONError) -> [JSONTree] {
    let tree = try needed(key)
    guard case .array(let elements) = tree.value else { throw wrong(tree, .array) }
    return elements
  }

  // MARK: - Mistakes

  private func needed(_ key: String) throws(JSONError) -> JSONTree {
    guard let tree = members[key] else { throw reader.error(.missingKey(key), at: start) }
    return tree
  }

  private func wrong(_ tree: JSONTree, _ kind: JSONKind) -> JSONError {
    reader.error(.wrongType(expected: kind, found: tree.kind), at: tree.offset)
  }

  func expected(_ what: String, _ key: String) throws(JSONError) -> JSONError {
    reader.error(.expected(what), at: try needed(key).offset)
  }
}

/// Bytes as text and back, two hexadecimal digits each.
enum Hexadecimal {
  static func text(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".unicodeScalars)
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(text)
  }

  static func bytes(_ text: String) -> [UInt8]? {
    let digits = text.unicodeScalars.map { scalar in
      scalar.isASCII ? Int(String(scalar), radix: 16) : nil
    }
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digits[index], let low = digits[index + 1] else { return nil }
      bytes.append(UInt8(high * 16 + low))
    }
    return bytes
  }
}
