/// Goes from file to file in an archive, wherever its bytes stand, and holds its paths to what `TarWriter` writes.
public struct TarWalk: Sendable {
  /// How many zeros end an archive.
  public static let endSize = 2 * TarBlock.size

  /// Where the next block begins.
  public private(set) var offset = 0
  private var paths = TarPaths()

  public init() {}

  /// The file whose block stands at `offset`, which moves behind it; nil for the first block of the end, where it stays.
  ///
  /// The file's bytes may reach beyond the archive's end. Throws `badHeader` or `repeated`.
  public mutating func next(_ block: UnsafeRawBufferPointer) throws(TarError) -> TarArchive.Entry? {
    // No file has an empty name.
    guard block[0] != 0 else { return nil }
    guard let read = TarBlock(block), TarPaths.isSound(read.path) else { throw .badHeader(at: offset) }
    try paths.add(read.path)
    let start = offset + TarBlock.size
    let entry = TarArchive.Entry(path: read.path, place: start..<start + read.count)
    offset = entry.end
    return entry
  }
}
