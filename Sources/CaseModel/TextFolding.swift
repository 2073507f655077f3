/// The one folding of text: what clerks and papers write in different dress is compared in a folded copy,
/// while the text itself is kept code point by code point.
public enum TextFolding {
  /// Half width, upper case, single spaces, none at the ends: how texts that make a filing unique are compared.
  public static func unique(_ text: String) -> String { fold(text, keepingSpaces: true) }

  /// Half width, upper case, no spaces: how names are searched and compared.
  public static func search(_ text: String) -> String { fold(text, keepingSpaces: false) }

  /// Half width forms of full-width digits, letters and punctuation; the ideographic space becomes a space.
  public static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000: " "
    default: scalar
    }
  }

  /// Whether nothing but white space stands in a text (of whatever width).
  public static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy(isSpace)
  }

  /// Whether each character can be seen, as in a name that refusals and papers rest on: no control, nothing invisible
  /// or that turns the direction of writing, nothing that stands for no character.
  public static func isVisible(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
      default: !scalar.properties.isDefaultIgnorableCodePoint && scalar != "\u{FFFD}"
      }
    }
  }

  /// Whether a character is white space, of whatever width. Unicode's tables are slow: most text is ASCII.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
  }

  private static func fold(_ text: String, keepingSpaces: Bool) -> String {
    var folded = String.UnicodeScalarView()
    var spacePending = false
    for scalar in text.unicodeScalars {
      let half = halfWidth(scalar)
      if isSpace(half) {
        spacePending = !folded.isEmpty
        continue
      }
      if spacePending, keepingSpaces { folded.append(" ") }
      spacePending = false
      if half.isASCII {
        folded.append(("a"..."z").contains(half) ? Unicode.Scalar(UInt8(half.value) - 32) : half)
      } else {
        folded.append(contentsOf: half.properties.uppercaseMapping.unicodeScalars)
      }
    }
    return String(folded)
  }
}
