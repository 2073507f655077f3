/// What a terminal sends for keys.
enum Keyboard {
  static let up = "\u{1B}[A"
  static let down = "\u{1B}[B"
  static let pageUp = "\u{1B}[5~"
  static let pageDown = "\u{1B}[6~"
  static let tab = "\t"
  static let enter = "\r"
  static let backspace = "\u{7F}"
  static let f2 = "\u{1B}OQ"
  static let f7 = "\u{1B}[18~"
  static let f10 = "\u{1B}[21~"

  static func control(_ letter: Unicode.Scalar) -> String {
    String(Character(Unicode.Scalar(UInt8(truncatingIfNeeded: letter.value & 0x1F))))
  }
}
