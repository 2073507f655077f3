/// Text from files and keys made safe to print.
enum PlainText {
  /// The text with a space in place of each control character (line breaks among them) and without characters
  /// that turn the direction of writing: neither a terminal nor a reader is led astray by a name.
  static func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isControl($0) || isTurn($0) }) else { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isTurn(scalar) {
      clean.append(isControl(scalar) ? " " : scalar)
    }
    return String(clean)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
  }

  private static func isTurn(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}
