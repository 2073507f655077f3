/// Text that was lost on the way and can't be brought back: U+FFFD, characters of private use, and 锟斤拷 and its like,
/// which is what U+FFFD or unfilled memory looks like in another encoding.
public enum BrokenText {
  /// Whether such characters stand in a text.
  public static func isBroken(_ text: String) -> Bool {
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars where !scalar.isASCII {
      if scalar == "\u{FFFD}" || scalar == "锘" || isPrivate(scalar) || pairs[last] == scalar { return true }
      last = scalar
    }
    return false
  }

  private static func isPrivate(_ scalar: Unicode.Scalar) -> Bool {
    (0xE000...0xF8FF).contains(scalar.value) || scalar.value >= 0xF0000
  }

  private static let pairs: [Unicode.Scalar: Unicode.Scalar] = ["锟": "斤", "斤": "拷", "烫": "烫", "屯": "屯"]
}
