/// An archive read strictly: just what `TarWriter` makes, and every file in it once.
///
/// Its bytes stay where they are; a file is a range of them.
public struct TarArchive: Sendable {
  public struct Entry: Hashable, Sendable {
    public var path: String
    /// Where the file's bytes stand in the archive.
    public var place: Range<Int>
  }

  let bytes: [UInt8]
  /// In the archive's order.
  public private(set) var entries: [Entry] = []

  /// Reads a whole archive. Throws `TarError`.
  public init(_ bytes: [UInt8]) throws(TarError) {
    self.bytes = bytes
    var paths = TarPaths()
    var offset = 0
    while true {
      guard bytes.count - offset >= TarBlock.size else { throw .cut(at: bytes.count) }
      // No file has an empty name.
      guard bytes[offset] != 0 else { break }
      guard let block = TarBlock(bytes, at: offset) else { throw .badHeader(at: offset) }
      try paths.add(block.path)
      let start = offset + TarBlock.size
      guard block.count <= bytes.count - start else { throw .cut(at: bytes.count) }
      let end = start + block.count
      offset = end + (TarBlock.size - block.count % TarBlock.size) % TarBlock.size
      try Self.expectZeros(bytes, end..<offset)
      entries.append(Entry(path: block.path, place: start..<end))
    }
    try Self.expectZeros(bytes, offset..<offset + 2 * TarBlock.size)
    offset += 2 * TarBlock.size
    guard bytes.count == offset else { throw .notZero(at: offset) }
  }

  /// The bytes of a file.
  public func content(_ entry: Entry) -> ArraySlice<UInt8> { bytes[entry.place] }

  /// The first file, where its bytes are whole, whatever stands behind it.
  static func firstEntry(of bytes: [UInt8]) -> Entry? {
    guard bytes.count >= TarBlock.size, let block = TarBlock(bytes, at: 0),
      block.count <= bytes.count - TarBlock.size
    else { return nil }
    return Entry(path: block.path, place: TarBlock.size..<TarBlock.size + block.count)
  }

  private static func expectZeros(_ bytes: [UInt8], _ place: Range<Int>) throws(TarError) {
    if let other = bytes[place.clamped(to: bytes.indices)].firstIndex(where: { $0 != 0 }) {
      throw .notZero(at: other)
    }
    guard place.upperBound <= bytes.count else { throw .cut(at: bytes.count) }
  }
}
