import JSONText

/// A text in which `▸` marks the place where a mistake is to be reported; the mark itself is not in the bytes.
///
/// Line and column are counted here by hand, not by the code under test.
struct MarkedText {
  static let mark: Character = "▸"

  let text: String
  /// Nil where the text has no mark, or more than one.
  let location: JSONLocation?

  init(_ marked: String) {
    let parts = marked.split(separator: Self.mark, omittingEmptySubsequences: false)
    text = parts.joined()
    guard parts.count == 2, let before = parts.first else {
      location = nil
      return
    }
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    location = JSONLocation(line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
  }

  var bytes: [UInt8] { Array(text.utf8) }
}
