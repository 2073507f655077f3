import CaseModel

/// What stands in a cell, without what a spreadsheet or a typist has put round it.
enum CellText {
  /// Without white space and invisible characters at the ends, without the guards that keep a spreadsheet from
  /// taking a text for a number (`="…"`, an apostrophe, a tab).
  static func clean(_ text: String) -> String {
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

  /// A day without the hour that a spreadsheet writes behind it.
  static func day(_ text: String) -> String {
    let text = unbracketed(text)
    guard text.contains(":") || text.contains("：") else { return text }
    let parts = text.split(maxSplits: 1, whereSeparator: { $0.isWhitespace || $0 == "T" })
    guard parts.count == 2, parts[1].allSatisfy({ $0.isNumber || ":：.Z".contains($0) }) else { return text }
    return String(parts[0])
  }

  /// Whether a spreadsheet has rounded a long number away: 2.01711E+11.
  static func isScientific(_ text: String) -> Bool {
    let folded = TextFolding.search(text)
    guard let mark = folded.firstIndex(of: "E") else { return false }
    let (digits, power) = (folded[..<mark], folded[folded.index(after: mark)...])
    return !digits.isEmpty && digits.allSatisfy { $0.isNumber || $0 == "." }
      && power.first == "+" && power.count > 1 && power.dropFirst().allSatisfy(\.isNumber)
  }

  /// Whether it may be a day as a spreadsheet counts it: days since the end of 1899, of the years 1982 to 2064.
  static func isDaySerial(_ text: String) -> Bool {
    guard let number = Int(TextFolding.search(text)) else { return false }
    return (30_000..<60_000).contains(number)
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
    scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
  }
}
