/// A key that was read: where it stands, before anybody makes a text of it.
///
/// Most keys are only looked for among words that are known, which their bytes tell as well.
public struct JSONKey: Sendable {
  /// Where it begins, in bytes: at its quote.
  public let offset: Int
  /// What stands between its quotes.
  let range: Range<Int>
  let hasEscapes: Bool
  let isASCII: Bool

  /// Whether equal keys have equal bytes; otherwise they may be one text written in two ways.
  var isPlain: Bool { isASCII && !hasEscapes }
}

/// Words that keys are looked for among, in an order that numbers them.
public struct JSONWords: Sendable {
  public let texts: [String]
  /// All words, one behind another, and where each ends.
  let bytes: [UInt8]
  let ends: [Int]

  public init(_ texts: [String]) {
    self.texts = texts
    var bytes: [UInt8] = []
    ends = texts.map { text in
      bytes += text.utf8
      return bytes.count
    }
    self.bytes = bytes
  }
}

extension JSONReader {
  public func text(of key: JSONKey) -> String {
    guard key.hasEscapes else { return text(in: key.range) }
    // It was read before: it can be read again.
    var reader = at(key.offset)
    return (try? reader.stringBody()) ?? ""
  }

  /// Whether a key is a word, of which these are the bytes.
  func key(_ key: JSONKey, is word: UnsafeBufferPointer<UInt8>) -> Bool {
    key.hasEscapes ? text(of: key) == String(decoding: word, as: UTF8.self) : stands(word, in: key.range)
  }

  /// Whether two keys are the same text.
  public func key(_ key: JSONKey, is other: JSONKey) -> Bool {
    guard key.isPlain, other.isPlain else { return text(of: key) == text(of: other) }
    return bytes.withUnsafeBufferPointer { stands(.init(rebasing: $0[other.range]), in: key.range) }
  }

  /// The number of the word that a key is; nil where it is none of them.
  public func number(of key: JSONKey, among words: JSONWords) -> Int? {
    guard !key.hasEscapes else { return words.texts.firstIndex(of: text(of: key)) }
    return words.bytes.withUnsafeBufferPointer { all in
      var start = 0
      for (number, end) in words.ends.enumerated() {
        if stands(.init(rebasing: all[start..<end]), in: key.range) { return number }
        start = end
      }
      return nil
    }
  }

  /// Whether just these bytes stand in a range that was read.
  func stands(_ word: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Bool {
    guard range.count == word.count else { return false }
    return bytes.withUnsafeBufferPointer { $0[range].elementsEqual(word) }
  }
}
