extension ApplicationNumber {
  /// What a text turns out to be where an application number belongs.
  public enum Reading: Hashable, Sendable {
    case number(ApplicationNumber)
    /// Everything but the check digit is right; a clerk may override it with a reason.
    case wrongCheck(ApplicationNumber)
    /// A publication number such as CN101973860A.
    case publicationNumber
    /// 无, 申请中 and the like: no number yet.
    case notYet
    /// The type digit is none of 1, 2, 3, 8, 9.
    case unknownType
    /// The year can't be: twelve digits begin with 2003, eight run from 1985 to 2003.
    case impossibleYear
    /// Not as many digits as a number has; the count found.
    case wrongLength(Int)
    case unreadable
  }

  /// Reads a number in every dress: ZL or CN in front, spaces, hyphens, full-width digits, `．。·` for the dot,
  /// x for X, without a dot, or bare without its check digit.
  public static func read(_ text: String) -> Reading {
    var text = text
    return text.withUTF8 { read(utf8: UnsafeRawBufferPointer($0)) }
  }

  /// Reads the same from the bytes of a text.
  public static func read(utf8: UnsafeRawBufferPointer) -> Reading {
    if let number = usual(utf8) {
      return number.check == number.expectedCheck ? .number(number) : .wrongCheck(number)
    }
    return readDressed(String(decoding: utf8, as: UTF8.self))
  }

  /// The dress that nearly every number comes in: twelve or eight digits, with ZL in front or not, with a dot and the
  /// check digit or bare. Nil for any other, which takes the long way.
  private static func usual(_ utf8: UnsafeRawBufferPointer) -> ApplicationNumber? {
    let first = utf8.count > 2 && utf8[0] == UInt8(ascii: "Z") && utf8[1] == UInt8(ascii: "L") ? 2 : 0
    let end = utf8.count > 8 && utf8[utf8.count - 2] == UInt8(ascii: ".") ? utf8.count - 2 : utf8.count
    let count = end - first
    guard count == 12 || count == 8 else { return nil }
    var digits: UInt64 = 0
    for place in first..<end {
      let digit = utf8[place] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      digits = digits * 10 + UInt64(digit)
    }
    guard end < utf8.count else { return ApplicationNumber(digits: digits, count: count) }
    let last = utf8[end + 1]
    let digit = last &- UInt8(ascii: "0")
    guard digit < 10 || last == UInt8(ascii: "X") else { return nil }
    return ApplicationNumber(digits: digits, count: count, check: digit < 10 ? digit : 10)
  }

  private static func readDressed(_ text: String) -> Reading {
    var characters = TypedText.folded(text).filter { $0 != "-" }
    if characters.starts(with: ["Z", "L"]) || characters.starts(with: ["C", "N"]) {
      let isPublication =
        characters[0] == "C" && characters.last.map { "ABCUSY".unicodeScalars.contains($0) } == true
      if isPublication { return .publicationNumber }
      characters.removeFirst(2)
    }
    if isNotYet(characters) { return .notYet }

    var check: UInt8?
    if let last = characters.last {
      let dotted = characters.count >= 2 && characters[characters.count - 2] == "."
      let isBareCount = characters.count == 12 || characters.count == 8
      if dotted || !isBareCount {
        guard let value = checkValue(last) else { return .unreadable }
        check = value
        characters.removeLast(dotted ? 2 : 1)
      }
    }
    var digits: UInt64 = 0
    for character in characters {
      guard let digit = checkValue(character), digit < 10 else { return .unreadable }
      guard characters.count <= 12 else { continue }
      digits = digits * 10 + UInt64(digit)
    }
    guard characters.count == 12 || characters.count == 8 else {
      return .wrongLength(characters.count + (check == nil ? 0 : 1))
    }
    guard let number = ApplicationNumber(digits: digits, count: characters.count, check: check) else {
      let typeDigit = characters.count == 12 ? digits / 10_000_000 % 10 : digits / 100_000 % 10
      return [1, 2, 3, 8, 9].contains(typeDigit) ? .impossibleYear : .unknownType
    }
    return number.check == number.expectedCheck ? .number(number) : .wrongCheck(number)
  }

  /// The number that a text would be with the zero in front that a spreadsheet has taken from an old one, where its
  /// check digit agrees: 3223456.2 is 03223456.2.
  public static func withLostZero(_ text: String) -> ApplicationNumber? {
    switch read(text) {
    case .number, .wrongCheck: return nil
    default: break
    }
    let digits = TypedText.folded(text).filter { $0 != "-" && $0 != "." }
    guard digits.count == 8 else { return nil }
    let restored = String(String.UnicodeScalarView(["0"] + digits))
    guard case .number(let number) = read(restored) else { return nil }
    return number
  }

  private static func isNotYet(_ characters: [Unicode.Scalar]) -> Bool {
    guard let first = characters.first, !first.isASCII else { return false }
    let text = String(String.UnicodeScalarView(characters))
    return ["无", "暂无", "没有", "申请中", "未下达", "待定"].contains(text)
  }

  /// The value of a digit, 10 for X.
  private static func checkValue(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar {
    case "0"..."9": UInt8(scalar.value - 48)
    case "X": 10
    default: nil
    }
  }
}
