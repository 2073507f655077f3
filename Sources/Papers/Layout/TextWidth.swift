import Cells

/// How many columns text takes where every character has one or two.
enum TextWidth {
  /// The columns of a text as paper has it: what is narrow on some screens is so here, and nothing has a stand-in.
  static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch CharacterWidth(of: scalar) {
    case .zero: 0
    case .two: 2
    case .one, .ambiguous, .unmeasurable: 1
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
