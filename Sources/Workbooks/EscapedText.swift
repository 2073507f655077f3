/// Texts of a workbook, in which control characters are written as `_x000D_`.
enum EscapedText {
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    var plain: [UInt8] = []
    let bytes = Array(text.utf8)
    var place = 0
    while place < bytes.count {
      if place + 7 <= bytes.count, bytes[place] == UInt8(ascii: "_"), bytes[place + 1] == UInt8(ascii: "x"),
        bytes[place + 6] == UInt8(ascii: "_"),
        let code = UInt32(String(decoding: bytes[(place + 2)..<(place + 6)], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      {
        plain.append(contentsOf: Array(String(Character(scalar)).utf8))
        place += 7
      } else {
        plain.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
