/// An archive read strictly: just what `TarWriter` makes, and every file in it once.
///
/// Its bytes stay where they are; a file is a range of them.
public struct TarArchive: Sendable {
  public struct Entry: Hashable, Sendable {
    public var path: String
    /// Where the file's bytes stand in the archive.
    public var place: Range<Int>

    /// Where the next file's block begins: behind the zeros that fill up the last block.
    public var end: Int { TarBlock.filled(place.upperBound) }
  }

  private(set) var bytes: [UInt8]
  /// In the archive's order.
  public let entries: [Entry]

  /// Reads a whole archive. Throws `TarError`.
  public init(_ bytes: [UInt8]) throws(TarError) {
    self.bytes = bytes
    let read = bytes.withUnsafeBytes { bytes in
      Result { () throws(TarError) in try Self.entries(of: bytes) }
    }
    entries = try read.get()
  }

  /// The bytes of a file.
  public func content(_ entry: Entry) -> ArraySlice<UInt8> { bytes[entry.place] }

  /// The same where they stand.
  public func part(_ entry: Entry) -> BufferPart { BufferPart(bytes, entry.place) }

  /// The whole archive's bytes, which it has no longer: whoever writes over them copies nothing.
  public mutating func letGo() -> [UInt8] {
    var whole: [UInt8] = []
    swap(&whole, &bytes)
    return whole
  }

  private static func entries(of bytes: UnsafeRawBufferPointer) throws(TarError) -> [Entry] {
    var entries: [Entry] = []
    var walk = TarWalk()
    while true {
      guard bytes.count - walk.offset >= TarBlock.size else { throw .cut(at: bytes.count) }
      let block = UnsafeRawBufferPointer(rebasing: bytes[walk.offset..<walk.offset + TarBlock.size])
      guard let entry = try walk.next(block) else { break }
      guard entry.place.upperBound <= bytes.count else { throw .cut(at: bytes.count) }
      try expectZeros(bytes, entry.place.upperBound..<entry.end)
      entries.append(entry)
    }
    let end = walk.offset + TarWalk.endSize
    try expectZeros(bytes, walk.offset..<end)
    guard bytes.count == end else { throw .notZero(at: end) }
    return entries
  }

  /// The first file, where its bytes are whole, whatever stands behind it.
  public static func firstEntry(of bytes: [UInt8]) -> Entry? {
    guard bytes.count >= TarBlock.size else { return nil }
    var walk = TarWalk()
    let entry = bytes.withUnsafeBytes {
      try? walk.next(UnsafeRawBufferPointer(rebasing: $0[..<TarBlock.size]))
    }
    return entry.flatMap { $0.place.upperBound <= bytes.count ? $0 : nil }
  }

  private static func expectZeros(_ bytes: UnsafeRawBufferPointer, _ place: Range<Int>) throws(TarError) {
    if let other = firstNonZero(bytes, in: place.clamped(to: 0..<bytes.count)) { throw .notZero(at: other) }
    guard place.upperBound <= bytes.count else { throw .cut(at: bytes.count) }
  }
}
