import JSONText
import Testing

/// One small broken text of a gallery: where its mistake is to be reported, and in which words.
struct MistakenText: Sendable, CustomTestStringConvertible {
  /// The text with `▸` before the place of the mistake.
  var marked: String
  var sentence: String

  init(_ marked: String, _ sentence: String) {
    self.marked = marked
    self.sentence = sentence
  }

  var testDescription: String { sentence }

  var bytes: [UInt8] { MarkedText(marked).bytes }

  /// The mistake as a person reads it: `line:column sentence`.
  func expected() throws -> String {
    let location = MarkedText(marked).location
    try #require(location != nil, "one ▸ marks the place of the mistake")
    return "\(location?.description ?? "") \(sentence)"
  }
}
