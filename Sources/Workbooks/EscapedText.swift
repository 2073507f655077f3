/// Texts of a workbook, in which control characters are written as `_x000D_`.
enum EscapedText {
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    var plain: [UInt8] = []
    let bytes = Array(text.utf8)
    var place = 0
    while place < bytes.count {
      if let code = code(in: bytes, at: place), let scalar = Unicode.Scalar(code) {
        plain.append(contentsOf: Array(String(Character(scalar)).utf8))
        place += 7
      } else {
        plain.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// A text that `plain` gives back as it is: what would be taken for a sign has its first stroke written as one.
  static func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var escaped: [UInt8] = []
    for place in bytes.indices {
      if code(in: bytes, at: place) != nil { escaped += "_x005F".utf8 }
      escaped.append(bytes[place])
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// The number of a sign that begins at a place.
  private static func code(in bytes: [UInt8], at place: Int) -> UInt32? {
    guard place + 7 <= bytes.count, bytes[place] == UInt8(ascii: "_"), bytes[place + 1] == UInt8(ascii: "x"),
      bytes[place + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = bytes[(place + 2)..<(place + 6)]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
