import Glibc
import Journal

/// The files of a store's journal, looked at with nothing but the system's own calls.
struct StoredJournal {
  private let segments: [String]
  /// What is read at a time.
  private static let piece = 1 << 20

  init(of store: String) throws {
    let folder = StoreFolder(store)
    let writer = "journal/" + (try folder.list("journal").first ?? "")
    segments = try folder.list(writer).map { "\(store)/\(writer)/\($0)" }
  }

  /// Reads all, in pieces, and does no more with them than asked.
  func read(_ work: (Slice<UnsafeRawBufferPointer>) -> Void = { _ in }) throws {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.piece, alignment: 16)
    defer { buffer.deallocate() }
    for path in segments {
      let file = open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { throw BenchFailure("can't read \(path): \(errno)") }
      defer { close(file) }
      while true {
        let count = Glibc.read(file, buffer.baseAddress, buffer.count)
        guard count > 0 else { break }
        work(UnsafeRawBufferPointer(buffer)[..<count])
      }
    }
  }

  /// Its size and its lines, without those that segments begin with.
  func count() throws -> (bytes: Int, lines: Int) {
    var (bytes, lines) = (0, -segments.count)
    try read { piece in
      bytes += piece.count
      lines += piece.count { $0 == 0x0A }
    }
    return (bytes, lines)
  }

  /// The last line with its end.
  func lastLine() throws -> [UInt8] {
    guard let path = segments.last else { throw BenchFailure("the store has no journal") }
    let bytes = try Scratch.bytes(of: path)
    return Array(bytes.dropLast().reversed().prefix { $0 != 0x0A }.reversed()) + [0x0A]
  }
}
