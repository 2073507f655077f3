import CaseModel

/// What stands in a cell, without what a spreadsheet or a typist has put round it.
enum CellText {
  /// Without white space and invisible characters at the ends, without the guards that keep a spreadsheet from
  /// taking a text for a number (`="…"`, an apostrophe, a tab).
  static func clean(_ text: String) -> String {
    let text = text.utf8.contains(UInt8(ascii: "_")) ? text.replacing("_x000D_", with: "") : text
    var scalars = trimmed(text.unicodeScalars[...])
    if scalars.starts(with: "=\"".unicodeScalars), scalars.last == "\"", scalars.count > 2 {
      scalars = trimmed(scalars.dropFirst(2).dropLast())
    }
    if scalars.first == "'" { scalars = trimmed(scalars.dropFirst()) }
    return String(String.UnicodeScalarView(scalars))
  }

  /// On one line: a cell wraps where it is narrow, not where a name does.
  static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(clean(text).unicodeScalars.filter { $0 != "\n" && $0 != "\r" }))
  }

  /// Without what is invisible.
  static func visible(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !TextFolding.isInvisible($0) }))
  }

  /// Without brackets round the whole.
  static func unbracketed(_ text: String) -> String {
    let scalars = clean(text).unicodeScalars
    guard let open = scalars.first, let close = brackets[open], scalars.last == close else {
      return clean(text)
    }
    return clean(String(String.UnicodeScalarView(scalars.dropFirst().dropLast())))
  }

  /// Whether the whole stands in round brackets, which in accounts means below zero.
  static func isInRoundBrackets(_ text: String) -> Bool {
    let scalars = clean(text).unicodeScalars
    return "(（".unicodeScalars.contains { $0 == scalars.first }
      && ")）".unicodeScalars.contains { $0 == scalars.last }
  }

  /// Whether a spreadsheet has rounded a long number away: 2.01711E+11, 6.22848E18.
  static func isScientific(_ text: String) -> Bool {
    let folded = TextFolding.search(text)
    guard let mark = folded.firstIndex(of: "E") else { return false }
    let (digits, power) = (folded[..<mark], folded[folded.index(after: mark)...])
    return digits.first?.isNumber == true && digits.allSatisfy { $0.isNumber || $0 == "." }
      && (power.first == "+" || digits.contains(".")) && power.contains(where: \.isNumber)
      && power.drop { $0 == "+" }.allSatisfy(\.isNumber)
  }

  /// In the form in which two cells that say the same are equal: 201820100001.7 and ZL 2018 2 0100001.7.
  static func compared(_ text: String) -> String {
    let text = unbracketed(text)
    if case .number(let number) = ApplicationNumber.read(text) { return number.description }
    return TextFolding.search(text)
  }

  /// The digits of a phone or another number of at most fifteen, without the `.0` of a spreadsheet.
  static func withoutPoint(_ text: String) -> String {
    let text = oneLine(text)
    guard text.hasSuffix(".0"), text.utf8.count <= 17, text.dropLast(2).allSatisfy(\.isNumber) else {
      return text
    }
    return String(text.dropLast(2))
  }

  private static let brackets: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", "（": "）", "[": "]", "［": "］", "【": "】", "〔": "〕", "「": "」", "“": "”", "\"": "\"",
  ]

  private static func trimmed(
    _ scalars: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView {
    var scalars = scalars
    while let first = scalars.first, isNothing(first) { scalars = scalars.dropFirst() }
    while let last = scalars.last, isNothing(last) { scalars = scalars.dropLast() }
    return scalars
  }

  private static func isNothing(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || TextFolding.isInvisible(scalar)
  }
}
