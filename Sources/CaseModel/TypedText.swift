/// The first step of every reader of what clerks type: one dress for the many that an input method gives.
enum TypedText {
  /// Half width, upper case, without white space and invisible characters; `。｡` become a dot, `、` a comma.
  ///
  /// Invisible characters come along when a number is pasted from a web page or a spreadsheet.
  static func folded(_ text: String) -> [Unicode.Scalar] {
    var folded: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      let half = TextFolding.halfWidth(scalar)
      if half.properties.isWhitespace || half.properties.isDefaultIgnorableCodePoint { continue }
      switch half {
      case "a"..."z": folded.append(Unicode.Scalar(UInt8(half.value) - 32))
      case "。", "｡": folded.append(".")
      case "、": folded.append(",")
      case "−", "—", "–", "‐", "‑": folded.append("-")
      case "￥": folded.append("¥")
      default: folded.append(half)
      }
    }
    return folded
  }

  /// The value of a decimal digit.
  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    ("0"..."9").contains(scalar) ? Int(scalar.value) - 48 : nil
  }

  /// Drops the longest of some words that stands at the start; whether one did.
  @discardableResult
  static func drop(first words: [String], from scalars: inout [Unicode.Scalar]) -> Bool {
    let longest = words.filter { scalars.starts(with: $0.unicodeScalars) }.map(\.unicodeScalars.count).max()
    scalars.removeFirst(longest ?? 0)
    return longest != nil
  }

  /// Drops the longest of some words that stands at the end; whether one did.
  @discardableResult
  static func drop(last words: [String], from scalars: inout [Unicode.Scalar]) -> Bool {
    let longest = words.map(\.unicodeScalars).filter { word in
      scalars.count >= word.count && scalars.suffix(word.count).elementsEqual(word)
    }.map(\.count).max()
    scalars.removeLast(longest ?? 0)
    return longest != nil
  }
}
