/// The first step of every reader of what clerks type: one dress for the many that an input method gives.
enum TypedText {
  /// Folded without white space (`TextFolding.search`); `、` becomes a comma besides, `￥` and its like `¥`.
  static func folded(_ text: String) -> [Unicode.Scalar] {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !TextFolding.isSpace(scalar) {
      if scalar == "、" { folded.append(",") } else { TextFolding.append(scalar, to: &folded) }
    }
    return Array(folded)
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
