import SubsidyRules

/// Reads what `PackedWriter` wrote.
///
/// Bytes that it did not write give values all the same, never a trap: `failed` then says that they mean nothing.
struct PackedReader {
  /// Whether it only looks that the bytes mean something: no text and no list is made of them.
  let isLooking: Bool
  /// By the number of a name, the closed list whose word it was last found to be; used where it only looks.
  private var words: [ObjectIdentifier?] = []
  private(set) var bytes: UnsafeRawBufferPointer
  var names: NameTable
  /// The number among the names of the first one that the bytes speak of.
  private var base = 0
  var place: Int
  private(set) var failed = false

  init(
    _ bytes: UnsafeRawBufferPointer, from place: Int, names: NameTable, base: Int = 0,
    isLooking: Bool = false
  ) {
    self.isLooking = isLooking
    if isLooking { words = Array(repeating: nil, count: names.texts.count) }
    self.bytes = bytes
    self.base = base
    self.place = place
    self.names = names
    failed = !(0...bytes.count).contains(place)
  }

  /// Goes on with other bytes, from their beginning.
  mutating func turn(to other: UnsafeRawBufferPointer, base: Int = 0) {
    bytes = other
    self.base = base
    place = 0
    failed = false
  }

  /// Says that the bytes mean nothing.
  mutating func fail() { failed = true }

  /// Says that the bytes mean nothing, and gives something all the same.
  mutating func failing<Value>(_ value: Value) -> Value {
    fail()
    return value
  }

  mutating func byte() -> UInt8 {
    guard !failed, place < bytes.count else {
      fail()
      return 0
    }
    place += 1
    return bytes[place - 1]
  }

  mutating func number() -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = byte()
      if failed { return 0 }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
      if shift > 63 {
        failed = true
        return 0
      }
    }
  }

  mutating func integer() -> Int {
    guard let number = Int(exactly: number()) else {
      fail()
      return 0
    }
    return number
  }

  /// How many things follow; never more than there are bytes left.
  mutating func count() -> Int {
    let count = number()
    guard count <= UInt64(bytes.count - place) else {
      failed = true
      return 0
    }
    return Int(count)
  }

  mutating func signed() -> Int64 {
    let value = number()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  mutating func flag() -> Bool {
    let byte = byte()
    if byte > 1 { fail() }
    return byte == 1
  }

  mutating func text() -> String {
    let bytes = textBytes()
    return isLooking ? "" : String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes of a text.
  mutating func textBytes() -> UnsafeRawBufferPointer {
    let count = count()
    guard !failed else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let text = UnsafeRawBufferPointer(rebasing: bytes[place..<place + count])
    place += count
    return text
  }

  mutating func name() -> String {
    let number = nameNumber()
    return isLooking ? "" : names[number]
  }

  /// A value of a closed list by its name.
  mutating func value<Value: RawRepresentable<String>>(_ other: Value) -> Value {
    value(of: nameNumber(), other)
  }

  /// The value of a closed list whose name has a number; `other` where it is none of the list's.
  mutating func value<Value: RawRepresentable<String>>(of name: NameNumber, _ other: Value) -> Value {
    if words.indices.contains(name.place), words[name.place] == ObjectIdentifier(Value.self) { return other }
    guard let value = Value(rawValue: names[name]) else { return failing(other) }
    if words.indices.contains(name.place) { words[name.place] = ObjectIdentifier(Value.self) }
    return value
  }

  /// The number of a name; one that no name has where the bytes mean nothing.
  mutating func nameNumber() -> NameNumber {
    let number = number()
    guard !failed, number < UInt64(names.texts.count - base) else {
      failed = true
      return .none
    }
    return names.first(of: NameNumber(Int(number)), from: base)
  }

  mutating func optional<Value>(_ read: (inout PackedReader) -> Value) -> Value? {
    switch byte() {
    case 0: return nil
    case 1: return failed ? nil : read(&self)
    default:
      failed = true
      return nil
    }
  }

  mutating func list<Value>(_ read: (inout PackedReader) -> Value) -> [Value] {
    let count = count()
    var values: [Value] = []
    if isLooking {
      for _ in 0..<count where !failed { _ = read(&self) }
      return values
    }
    values.reserveCapacity(count)
    while values.count < count, !failed { values.append(read(&self)) }
    return values
  }
}
