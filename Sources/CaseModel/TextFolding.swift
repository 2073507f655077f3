/// The one folding of text: what clerks and papers write in different dress is compared in a folded copy,
/// while the text itself is kept code point by code point.
///
/// Characters of other shapes become what they stand for (NFKC), letters upper case; nothing that is invisible is
/// left, all brackets are round, all dots a full stop, all dashes a hyphen. Sources: identifiers.md, Names.
public enum TextFolding {
  /// Folded, with single spaces and none at the ends: how texts that make a filing unique are compared.
  public static func unique(_ text: String) -> String { fold(text, keepingSpaces: true) }

  /// Folded, without spaces: how names, numbers, codes and accounts are searched and compared.
  public static func search(_ text: String) -> String { fold(text, keepingSpaces: false) }

  /// Half width forms of full-width digits, letters and punctuation; the ideographic space becomes a space.
  public static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000: " "
    default: scalar
    }
  }

  /// Whether nothing but white space and invisible characters stands in a text; a control is no blank, but a mistake.
  public static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { isSpace($0) || !$0.isASCII && isInvisible($0) }
  }

  /// Whether a text can be a reason: words stand in it, and not signs or digits alone, which tell nobody anything.
  ///
  /// Whoever asks for a reason, of whatever kind, asks here.
  public static func isReason(_ text: String) -> Bool { text.contains(where: \.isLetter) }

  /// Whether a text can name a paper: by words or by digits.
  public static func isPaper(_ text: String) -> Bool { text.contains { $0.isLetter || $0.isNumber } }

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

  /// Whether a character shows nothing: it comes along when something is copied from a web page or a spreadsheet.
  public static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 && !isSpace(scalar) || scalar.value == 0x7F }
    return !isIdeograph(scalar) && scalar.properties.isDefaultIgnorableCodePoint
  }

  /// Appends what a character that is no space folds to; nothing where it is invisible.
  static func append(_ scalar: Unicode.Scalar, to folded: inout String.UnicodeScalarView) {
    if isIdeograph(scalar) { return folded.append(scalar) }
    let half = halfWidth(scalar)
    guard !half.isASCII else {
      if let plain = plain(half) { folded.append(plain) }
      return
    }
    guard !isInvisible(half) else { return }
    if let sign = signs[half] { return folded.append(sign) }
    if let meaning = CompatibilityTable.meaning(of: half) {
      for scalar in meaning.unicodeScalars {
        if let folding = scalar.isASCII ? plain(scalar) : signs[scalar] ?? scalar { folded.append(folding) }
      }
    } else {
      folded.append(contentsOf: half.properties.uppercaseMapping.unicodeScalars)
    }
  }

  private static func fold(_ text: String, keepingSpaces: Bool) -> String {
    var folded = String.UnicodeScalarView()
    var spacePending = false
    for scalar in text.unicodeScalars {
      guard !isSpace(scalar) else {
        spacePending = !folded.isEmpty
        continue
      }
      guard spacePending, keepingSpaces else {
        append(scalar, to: &folded)
        continue
      }
      var word = String.UnicodeScalarView()
      append(scalar, to: &word)
      guard !word.isEmpty else { continue }
      folded.append(" ")
      folded.append(contentsOf: word)
      spacePending = false
    }
    return String(folded)
  }

  /// Most of a Chinese text: it stands for itself.
  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value)
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "a"..."z": Unicode.Scalar(UInt8(scalar.value) - 32)
    case "[", "{": "("
    case "]", "}": ")"
    default: scalar.value < 0x20 || scalar.value == 0x7F ? nil : scalar
    }
  }

  /// Brackets, dots and dashes by what they are compared as.
  private static let signs: [Unicode.Scalar: Unicode.Scalar] = {
    var signs: [Unicode.Scalar: Unicode.Scalar] = [:]
    for scalar in "〔【〖「『〈《〘〚﹝⟨⦅❨❪❬❲❴⁅".unicodeScalars { signs[scalar] = "(" }
    for scalar in "〕】〗」』〉》〙〛﹞⟩⦆❩❫❭❳❵⁆".unicodeScalars { signs[scalar] = ")" }
    for scalar in "·•・‧∙⋅●᛫⸱ꞏ･。｡․˙\u{387}".unicodeScalars { signs[scalar] = "." }
    for scalar in "‐‑‒–—―−⸺⸻─━﹘﹣ー⁃\u{FE31}\u{FE32}".unicodeScalars { signs[scalar] = "-" }
    return signs
  }()
}
