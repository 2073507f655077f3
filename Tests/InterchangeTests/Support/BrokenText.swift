import Testing

/// One mistake of a gallery: what stands in a good file, what stands there instead, and the message.
struct BrokenText: Sendable, CustomTestStringConvertible {
  var place: String
  /// `▸` stands before the place where the mistake is to be reported.
  var other: String
  /// Where the mark is, if not in `other`: before this text.
  var mark: String?
  var sentence: String

  init(_ place: String, _ other: String, at mark: String? = nil, _ sentence: String) {
    self.place = place
    self.other = other
    self.mark = mark
    self.sentence = sentence
  }

  var testDescription: String { sentence }

  /// The good file with this mistake in it. The place changed and the mark's must each be there once, so that a
  /// case breaks what it names.
  func mistake(in good: String) throws -> MistakenText {
    try Self.requireOnce(place, in: good)
    var text = good.replacing(place, with: other)
    if let mark {
      try Self.requireOnce(mark, in: text)
      text = text.replacing(mark, with: "▸" + mark)
    }
    return MistakenText(text, sentence)
  }

  static func requireOnce(_ place: String, in text: String) throws {
    let count = text.ranges(of: place).count
    try #require(count == 1, "\(place) stands \(count) times in the file")
  }
}
