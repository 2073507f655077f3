/// Gives equal texts one number, from 0: once-only keys, and the groups that draw on one cap.
///
/// Texts are equal as Swift's strings are, so that a character written in two ways is one.
struct TextTable: Sendable {
  private(set) var texts: [TextPages.Place] = []
  private var hashes: [UInt64] = []
  private var table = NumberTable()

  var count: Int { texts.count }

  /// The number of a text that is there.
  func number(of text: UnsafeRawBufferPointer, hash: UInt64, in pages: TextPages) -> Int? {
    table.number(hash: hash) { number in
      hashes[number] == hash && pages.with(texts[number]) { Self.areEqual($0, text) }
    }
  }

  /// The number of the text that stands at a place, a new one where it is not there yet.
  mutating func number(of place: TextPages.Place, hash: UInt64, in pages: TextPages) -> Int {
    if let known = pages.with(place, { number(of: $0, hash: hash, in: pages) }) { return known }
    if table.isFull { table.grow(hashes) }
    table.append(hash: hash)
    texts.append(place)
    hashes.append(hash)
    return texts.count - 1
  }

  /// Makes room for these many texts at once.
  mutating func reserve(_ count: Int) {
    texts.reserveCapacity(count)
    hashes.reserveCapacity(count)
    table.grow(hashes, to: count)
  }

  static func hash(_ text: UnsafeRawBufferPointer) -> UInt64 {
    if isASCII(text) { return NumberTable.hash(text) }
    var hasher = Hasher()
    hasher.combine(String(decoding: text, as: UTF8.self))
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  private static func areEqual(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    if a.elementsEqual(b) { return true }
    if isASCII(a) || isASCII(b) { return false }
    return String(decoding: a, as: UTF8.self) == String(decoding: b, as: UTF8.self)
  }

  private static func isASCII(_ text: UnsafeRawBufferPointer) -> Bool { text.allSatisfy { $0 < 0x80 } }
}
