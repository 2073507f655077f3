/// Texts that come again and again in one reading, such as names of inputs and hashes of policies: equal bytes give
/// the text that was made of them before.
public struct RepeatedTexts {
  /// The last text of each sum of its bytes; another one of that sum takes its place.
  private var texts = [String](repeating: "", count: 64)

  public init() {}

  /// The text of some bytes that are UTF-8.
  mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) -> String {
    // Swift keeps texts this short in place; longer ones than a hash are sentences, which are seldom said twice.
    guard (16...64).contains(utf8.count) else { return String(decoding: utf8, as: UTF8.self) }
    let (first, middle, last) = (utf8[0], utf8[utf8.count / 2], utf8[utf8.count - 1])
    let sum = utf8.count * 7 + Int(first) * 3 + Int(middle) * 5 + Int(last)
    let place = sum & (texts.count - 1)
    let isKnown = texts[place].utf8.withContiguousStorageIfAvailable { $0.elementsEqual(utf8) }
    if isKnown == true { return texts[place] }
    let text = String(decoding: utf8, as: UTF8.self)
    texts[place] = text
    return text
  }
}

extension JSONReader {
  /// The text of a part already read, made once where it repeats.
  func text(in range: Range<Int>, _ known: inout RepeatedTexts) -> String {
    bytes.withUnsafeBufferPointer { known.text(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  public func text(of key: JSONKey, _ known: inout RepeatedTexts) -> String {
    key.hasEscapes ? text(of: key) : text(in: key.range, &known)
  }
}
