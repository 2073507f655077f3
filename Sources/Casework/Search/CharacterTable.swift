import CaseModel

/// The characters that stand in names, each once: names hold their numbers.
struct CharacterTable: Sendable {
  private let pinyin: PinyinTable
  private var numbers: [Unicode.Scalar: UInt32] = [:]
  private(set) var scalars: [Unicode.Scalar] = []
  /// The readings of each character, in lower case; a letter or digit stands for itself.
  private(set) var readings: [[[UInt8]]] = []
  /// The marks of each character: its own and those of the letters that its readings begin with.
  private(set) var marks: [UInt64] = []

  init(pinyin: PinyinTable) { self.pinyin = pinyin }

  /// The number of a character, which is taken in where it is new.
  mutating func number(of scalar: Unicode.Scalar) -> UInt32 {
    if let known = numbers[scalar] { return known }
    let number = UInt32(scalars.count)
    let readings = readings(of: scalar)
    numbers[scalar] = number
    scalars.append(scalar)
    self.readings.append(readings)
    marks.append(
      readings.compactMap(\.first).reduce(Self.mark(of: scalar)) { $0 | Self.mark(of: Unicode.Scalar($1)) })
    return number
  }

  private func readings(of scalar: Unicode.Scalar) -> [[UInt8]] {
    if scalar.isASCII { return [[Self.lowerCase(UInt8(scalar.value))]] }
    return pinyin.readings(of: scalar).map { Array($0.utf8) }
  }

  /// One bit that stands for a character. Each letter, of either case, and each digit has one of its own; all others
  /// share the rest, so that a bit that is missing tells that a character is, and not the other way round.
  static func mark(of scalar: Unicode.Scalar) -> UInt64 {
    switch scalar.value {
    case 0x41...0x5A: 1 << UInt64(scalar.value - 0x41)
    case 0x61...0x7A: 1 << UInt64(scalar.value - 0x61)
    case 0x30...0x39: 1 << UInt64(scalar.value - 0x30 + 26)
    default: 1 << UInt64(scalar.value % 28 + 36)
    }
  }

  static func lowerCase(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
