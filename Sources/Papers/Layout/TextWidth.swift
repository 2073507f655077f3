/// How many columns text takes where every character has one or two.
enum TextWidth {
  /// The columns of a text: Chinese characters and full-width signs two, marks upon another character none, all
  /// else one.
  static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  static func of(_ scalar: Unicode.Scalar) -> Int {
    guard scalar.value >= 0x300 else { return 1 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: return 0
      default: return 1
      }
    }
  }

  /// The text with spaces up to a width, behind it or in front of it.
  static func padded(_ text: String, to width: Int, onRight: Bool) -> String {
    let space = String(repeating: " ", count: max(0, width - of(text)))
    return onRight ? space + text : text + space
  }

  /// The text cut into pieces of at most that many columns; at least one, which may be empty.
  static func pieces(of text: String, width: Int) -> [String] {
    guard of(text) > width else { return [text] }
    var pieces = [""]
    var used = 0
    for character in text {
      let columns = of(String(character))
      if used > 0, used + columns > width {
        pieces.append("")
        used = 0
      }
      pieces[pieces.count - 1].append(character)
      used += columns
    }
    return pieces
  }
}
