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
    // Texts with the same hash are nearly always the same: only they are looked at.
    let known = table.number(hash: hash) { number in
      hashes[number] == hash
        && pages.with(place) { text in pages.with(texts[number]) { Self.areEqual($0, text) } }
    }
    if let known { return known }
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

  /// The same for texts that are equal, while the program runs.
  static func hash(_ text: UnsafeRawBufferPointer) -> UInt64 {
    // Eight bytes at a time: every filing that is judged has its key and its groups hashed.
    var hash = UInt64(text.count)
    var all: UInt64 = 0
    func mix(_ word: UInt64) {
      all |= word
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    var place = 0
    while place + 8 <= text.count {
      mix(text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    var rest: UInt64 = 0
    while place < text.count {
      rest = rest << 8 | UInt64(text[place])
      place += 1
    }
    mix(rest)
    if all & 0x8080_8080_8080_8080 == 0 { return hash }
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
