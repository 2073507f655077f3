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

  private static func entries(of bytes: UnsafeRawBufferPointer) throws(TarError) -> [Entry] {
    var entries: [Entry] = []
    var paths = TarPaths()
    var offset = 0
    while true {
      guard bytes.count - offset >= TarBlock.size else { throw .cut(at: bytes.count) }
      // No file has an empty name.
      guard bytes[offset] != 0 else { break }
      guard let entry = entry(of: bytes, at: offset), TarPaths.isSound(entry.path) else {
        throw .badHeader(at: offset)
      }
      try paths.add(entry.path)
      guard entry.place.upperBound <= bytes.count else { throw .cut(at: bytes.count) }
      let open = entry.place.upperBound % TarBlock.size
      offset = entry.place.upperBound + (open > 0 ? TarBlock.size - open : 0)
      try expectZeros(bytes, entry.place.upperBound..<offset)
      entries.append(entry)
    }
    try expectZeros(bytes, offset..<offset + 2 * TarBlock.size)
    offset += 2 * TarBlock.size
    guard bytes.count == offset else { throw .notZero(at: offset) }
    return entries
  }

  /// The file whose block begins at a place, where there is one; its bytes may reach beyond the end.
  private static func entry(of bytes: UnsafeRawBufferPointer, at offset: Int) -> Entry? {
    let start = offset + TarBlock.size
    guard let block = TarBlock(UnsafeRawBufferPointer(rebasing: bytes[offset..<start])) else { return nil }
    return Entry(path: block.path, place: start..<start + block.count)
  }

  /// The first file, where its bytes are whole, whatever stands behind it.
  static func firstEntry(of bytes: [UInt8]) -> Entry? {
    guard bytes.count >= TarBlock.size, let entry = bytes.withUnsafeBytes({ entry(of: $0, at: 0) }),
      entry.place.upperBound <= bytes.count
    else { return nil }
    return entry
  }

  private static func expectZeros(_ bytes: UnsafeRawBufferPointer, _ place: Range<Int>) throws(TarError) {
    if let other = firstNonZero(bytes, in: place.clamped(to: 0..<bytes.count)) { throw .notZero(at: other) }
    guard place.upperBound <= bytes.count else { throw .cut(at: bytes.count) }
  }
}
