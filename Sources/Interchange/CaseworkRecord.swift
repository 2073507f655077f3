import CaseModel
import JSONText

/// The members of a change, or of an object inside one, each read as what it must be.
///
/// A key that this version does not know is left alone; one that is missing or of another shape is a mistake with
/// its place.
struct CaseworkRecord {
  private let members: [JSONMember]
  private let start: Int
  /// Reads the values, and tells the places of mistakes.
  private let reader: JSONReader

  /// A record of members of which no key stands twice.
  init(unrepeated members: [JSONMember], start: Int, reader: JSONReader) {
    self.members = members
    self.start = start
    self.reader = reader
  }

  /// A record of the object that begins at a place which `reader` has read over.
  init(at start: Int, of reader: JSONReader) throws(JSONError) {
    var inside = reader.at(start)
    members = try inside.members()
    self.start = start
    self.reader = reader
    var seen = SeenKeys()
    for member in members {
      let key = reader.text(of: member.key)
      guard seen.take(key) else { throw reader.error(.repeatedKey(key), at: member.key.offset) }
    }
  }

  // MARK: - Values

  func has(_ key: StaticString) -> Bool { member(key) != nil }

  func text(_ key: StaticString) throws(JSONError) -> String { try text(of: needed(key)) }

  /// Nothing where the key is missing.
  func optionalText(_ key: StaticString) throws(JSONError) -> String {
    guard let member = member(key) else { return "" }
    return try text(of: member)
  }

  func texts(_ key: StaticString) throws(JSONError) -> [String] {
    guard has(key) else { return [] }
    var texts: [String] = []
    var elements = try elements(key)
    while try elements.nextElement() {
      let kind = try elements.peek()
      guard kind == .string else { throw wrong(kind, .string, at: elements.offset) }
      texts.append(try elements.string())
    }
    return texts
  }

  /// A word of a closed list.
  func word<Word: RawRepresentable & CaseIterable>(
    _ key: StaticString, _ type: Word.Type
  ) throws(JSONError) -> Word where Word.RawValue == String {
    let text = try text(key)
    guard let word = Word(rawValue: text) else {
      let nearest = nearestWord(to: text, among: Word.allCases.map(\.rawValue))
      throw try expected(nearest ?? Word.allCases.map(\.rawValue).joined(separator: " | "), key)
    }
    return word
  }

  func day(_ key: StaticString) throws(JSONError) -> CivilDate {
    guard let day = CivilDate(try text(key)) else { throw try expected("YYYY-MM-DD", key) }
    return day
  }

  func money(_ key: StaticString) throws(JSONError) -> Money {
    guard let money = Money(try text(key)) else { throw try expected("500.00", key) }
    return money
  }

  /// A sum of sums, which may have more digits than one of them.
  func total(_ key: StaticString) throws(JSONError) -> MoneyTotal {
    guard let total = MoneyTotal(try text(key)) else { throw try expected("500.00", key) }
    return total
  }

  func flag(_ key: StaticString) throws(JSONError) -> Bool {
    guard let member = member(key) else { return false }
    guard member.kind == .bool else { throw wrong(member, .bool) }
    var value = reader.at(member.place.lowerBound)
    return try value.bool()
  }

  func number(_ key: StaticString) throws(JSONError) -> Int {
    let member = try needed(key)
    guard member.kind == .number else { throw wrong(member, .number) }
    var value = reader.at(member.place.lowerBound)
    return try value.integer()
  }

  /// Bytes written as pairs of hexadecimal digits.
  func bytes(_ key: StaticString) throws(JSONError) -> [UInt8] {
    guard let bytes = Hexadecimal.bytes(try text(key)) else { throw try expected("hexadecimal", key) }
    return bytes
  }

  // MARK: - Records inside

  func record(_ key: StaticString) throws(JSONError) -> CaseworkRecord {
    let member = try needed(key)
    guard member.kind == .object else { throw wrong(member, .object) }
    return try CaseworkRecord(at: member.place.lowerBound, of: reader)
  }

  func records(_ key: StaticString) throws(JSONError) -> [CaseworkRecord] {
    var records: [CaseworkRecord] = []
    var elements = try elements(key)
    while try elements.nextElement() {
      let kind = try elements.peek()
      guard kind == .object else { throw wrong(kind, .object, at: elements.offset) }
      records.append(try CaseworkRecord(at: elements.offset, of: reader))
      try elements.skipValue()
    }
    return records
  }

  /// A reader that stands before the value of a key, of whatever kind it is.
  func value(_ key: StaticString) throws(JSONError) -> JSONReader {
    reader.at(try needed(key).place.lowerBound)
  }

  /// Texts under their names.
  func words(_ key: StaticString) throws(JSONError) -> [String: String] {
    let member = try needed(key)
    guard member.kind == .object else { throw wrong(member, .object) }
    var words: [String: String] = [:]
    var inside = reader.at(member.place.lowerBound)
    try inside.beginObject()
    while let name = try inside.nextKey() { words[name] = try inside.string() }
    return words
  }

  /// Inputs of a filing under their names, as they came.
  func inputs(_ key: StaticString) throws(JSONError) -> [Filing.Input] {
    let member = try needed(key)
    guard member.kind == .object else { throw wrong(member, .object) }
    var inputs: [Filing.Input] = []
    var inside = reader.at(member.place.lowerBound)
    try inside.beginObject()
    while let name = try inside.nextKey() {
      let value: RawInput
      switch try inside.peek() {
      case .null:
        try inside.null()
        value = .null
      case .string: value = .text(try inside.string())
      case .bool: value = .flag(try inside.bool())
      case .number:
        let text = try inside.number()
        value = Int(text).map(RawInput.count) ?? .other(text)
      case .array: throw wrong(.array, .string, at: inside.offset)
      case .object: throw wrong(.object, .string, at: inside.offset)
      }
      inputs.append(.init(name, value))
    }
    return inputs
  }

  /// A reader of the elements of an array.
  private func elements(_ key: StaticString) throws(JSONError) -> JSONReader {
    let member = try needed(key)
    guard member.kind == .array else { throw wrong(member, .array) }
    var elements = reader.at(member.place.lowerBound)
    try elements.beginArray()
    return elements
  }

  // MARK: - Members

  private func member(_ key: StaticString) -> JSONMember? {
    members.first { reader.key($0.key, is: key) }
  }

  private func needed(_ key: StaticString) throws(JSONError) -> JSONMember {
    guard let member = member(key) else { throw reader.error(.missingKey(key.description), at: start) }
    return member
  }

  private func text(of member: JSONMember) throws(JSONError) -> String {
    guard member.kind == .string else { throw wrong(member, .string) }
    return try reader.text(of: member)
  }

  // MARK: - Mistakes

  private func wrong(_ member: JSONMember, _ kind: JSONKind) -> JSONError {
    wrong(member.kind, kind, at: member.place.lowerBound)
  }

  private func wrong(_ found: JSONKind, _ expected: JSONKind, at place: Int) -> JSONError {
    reader.error(.wrongType(expected: expected, found: found), at: place)
  }

  func expected(_ what: String, _ key: StaticString) throws(JSONError) -> JSONError {
    reader.error(.expected(what), at: try needed(key).place.lowerBound)
  }
}
