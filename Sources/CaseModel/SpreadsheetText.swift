/// Comma-separated values as spreadsheet programs open them by double click: UTF-8 with a byte order mark, CRLF,
/// every field in quotes.
///
/// A spreadsheet guesses what a field is, in quotes or not: 201710601862.3 becomes 2.01711E+11, a bank account
/// loses its last digits, and a name that begins with `=` is run as a formula. A text that it could take so gets a
/// tab in front. The tab is the one guard that both Excel and LibreOffice heed and nobody sees in the cell; an
/// apostrophe would be shown, `="…"` is a formula itself, and a script gets the text back by trimming.
public enum SpreadsheetText {
  /// What a file of these begins with.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// One line; texts that a spreadsheet may take for something else are the caller's to guard.
  public static func line(_ fields: [String]) -> String {
    fields.map {
      "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
    .joined(separator: ",") + "\r\n"
  }

  /// The text with a tab in front where a spreadsheet would read it as a formula or a number.
  public static func guarded(_ text: String) -> String {
    isFormula(text) || isNumber(text) ? "\t" + text : text
  }

  /// Signs that begin a formula, the full-width ones too, behind spaces or not.
  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.first(where: { !$0.isWhitespace }) else { return false }
    return "=+-@＝＋－＠".contains(first)
  }

  /// Digits, with the signs that numbers, days and powers of ten are written with.
  private static func isNumber(_ text: String) -> Bool {
    let digits = "0123456789０１２３４５６７８９"
    return text.contains { digits.contains($0) }
      && text.allSatisfy { digits.contains($0) || " .,:/-+eE%，．".contains($0) }
  }
}
