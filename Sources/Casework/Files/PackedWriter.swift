import SubsidyRules

/// Writes values one after another into bytes: numbers seven bits a byte, texts with their length or by their
/// number in a list of names.
struct PackedWriter {
  var bytes: [UInt8]
  var names: NameTable

  mutating func number(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// A whole number that is not negative.
  mutating func count(_ count: Int) { number(UInt64(max(0, count))) }

  /// A number that may be negative, small ones in few bytes.
  mutating func signed(_ value: Int64) {
    number(UInt64(bitPattern: value << 1) ^ UInt64(bitPattern: value >> 63))
  }

  mutating func flag(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      number(UInt64(utf8.count))
      bytes.append(contentsOf: utf8)
    }
  }

  /// A text that many records have.
  mutating func name(_ text: String) { count(names.number(of: text).place) }

  /// A value that may be absent, after a byte that says so.
  mutating func optional<Value>(_ value: Value?, _ write: (inout PackedWriter, Value) -> Void) {
    guard let value else {
      bytes.append(0)
      return
    }
    bytes.append(1)
    write(&self, value)
  }
}

/// The number of a text among those that stand in many records.
typealias NameNumber = Numbered<NameTable>

/// Texts that stand in many records, each kept once.
struct NameTable: Sendable {
  private(set) var texts: [String] = []
  private var numbers: [String: NameNumber] = [:]
  /// The first number of each one's text, where tables were joined; empty where every text stands once.
  private var firsts: [NameNumber] = []

  /// An empty table costs nothing: one is made for every id that is looked at.
  init() {}

  init(_ texts: [String]) {
    self.texts = texts
    numbers.reserveCapacity(texts.count)
    for (number, text) in texts.enumerated() { numbers[text] = NameNumber(number) }
  }

  mutating func number(of text: String) -> NameNumber {
    if let known = numbers[text] { return known }
    let number = NameNumber(texts.count)
    texts.append(text)
    numbers[text] = number
    if !firsts.isEmpty { firsts.append(number) }
    return number
  }

  /// Puts another table's texts behind the own and gives the number of the first: records that were written with the other
  /// table speak of the same names from there on.
  mutating func join(_ other: NameTable) -> Int {
    let base = texts.count
    if firsts.isEmpty { firsts = texts.indices.map { NameNumber($0) } }
    for text in other.texts {
      let number = NameNumber(texts.count)
      texts.append(text)
      if let known = numbers[text] {
        firsts.append(known)
      } else {
        numbers[text] = number
        firsts.append(number)
      }
    }
    return base
  }

  /// The number that stands for all of one text, counted from where its table was put.
  func first(of number: NameNumber, from base: Int) -> NameNumber {
    let place = base + number.place
    return firsts.indices.contains(place) ? firsts[place] : NameNumber(place)
  }

  /// The number of a text that may stand nowhere.
  func known(_ text: String) -> NameNumber? { numbers[text] }

  /// The text of a number; empty where there is none.
  subscript(_ number: NameNumber) -> String {
    texts.indices.contains(number.place) ? texts[number.place] : ""
  }
}
