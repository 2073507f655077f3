import Interchange
import Testing
import Wording

/// One mistake of a policy gallery: what stands in the good policy, what stands there instead, and the message.
struct BrokenPolicy: Sendable, CustomTestStringConvertible {
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

  /// The file with `▸` at the place of its mistake.
  func marked() throws -> String {
    let text = try GoodPolicy.changed(place, to: other)
    guard let mark else { return text }
    try #require(text.ranges(of: mark).count == 1, "\(mark) is not one place")
    return text.replacing(mark, with: "▸" + mark)
  }

  /// Reads the file and compares all that is said about it with the one message, its line and column included.
  func check() throws {
    let marked = MistakenText(try marked(), sentence)
    let said = Self.said(of: marked.bytes)
    let expected = [try marked.expected()]
    #expect(said == expected)
  }

  /// Every message about a policy file, as `line:column sentence`.
  static func said(of bytes: [UInt8]) -> [String] {
    switch PolicyFile.read(bytes) {
    case .success: []
    case .failure(let mistakes):
      mistakes.mistakes.map { "\($0.location) \(MistakeWording.sentence($0))" }
    }
  }
}
