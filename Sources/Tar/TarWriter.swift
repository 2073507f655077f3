/// Makes an archive that every `tar` reads, the same bytes for the same files.
///
/// Each file has a `TarBlock` before it and zeros behind it up to the next block; two blocks of zeros end the
/// archive, and nothing stands behind them. So GNU tar with `-b1` and the options that `TarBlock` names makes
/// the same bytes.
public struct TarWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private var paths = TarPaths()

  public init(reserving capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Puts a file behind the others. Throws `TarError`.
  public mutating func add(_ path: String, _ content: some Collection<UInt8>) throws(TarError) {
    try begin(path, count: content.count)
    append(content)
    fillBlock()
  }

  /// The whole archive.
  public consuming func finish() -> [UInt8] {
    bytes += repeatElement(0, count: TarWalk.endSize)
    return bytes
  }

  /// How many bytes an archive of files of these sizes has.
  public static func size(of counts: some Sequence<Int>) -> Int {
    counts.reduce(TarWalk.endSize) { $0 + TarBlock.size + TarBlock.filled($1) }
  }

  // MARK: - A file that comes in parts

  /// Begins a file, whose bytes `append` must then bring to just this count before `fillBlock`.
  public mutating func begin(_ path: String, count: Int) throws(TarError) {
    try paths.add(path)
    guard count <= TarBlock.mostBytes else { throw .tooLarge(path) }
    guard let block = TarBlock(path: path, count: count).bytes else { throw .badPath(path) }
    bytes += block
  }

  public mutating func append(_ part: some Collection<UInt8>) { bytes += part }

  public mutating func fillBlock() {
    bytes += repeatElement(0, count: TarBlock.filled(bytes.count) - bytes.count)
  }
}
