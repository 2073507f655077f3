import Synchronization
import Threads

/// The pieces in which a snapshot's state is read and summed.
///
/// One sum over all of it would keep a single core busy while a large office opens; the pieces' sums are summed.
enum SnapshotPieces {
  /// Bytes of a piece; the last one may be shorter.
  static let size = 1 << 20

  /// The sum of a snapshot whose first line ends in `rest` and whose pieces have these sums.
  static func sum(under rest: [UInt8], _ pieces: [Link]) -> Link {
    Link.over(pieces.reduce(into: rest) { $0 += $1.hexBytes })
  }

  /// Reads the bytes in a range of a file and sums each piece, on as many cores as there are.
  static func read(
    _ file: OpenFile, _ range: Range<Int>
  ) throws(FileError) -> (bytes: [UInt8], sums: [Link]) {
    let pieces = (range.count + size - 1) / size
    let progress = Mutex((sums: Array(repeating: Link.none, count: pieces), failure: FileError?.none))
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      // Each piece of it is written to by the one that reads that piece.
      nonisolated(unsafe) let memory = UnsafeMutableRawBufferPointer(buffer)
      concurrently(pieces) { piece in
        let place = piece * size
        let part = UnsafeMutableRawBufferPointer(
          rebasing: memory[place..<min(place + size, memory.count)])
        do throws(FileError) {
          let sum = try Self.sum(of: part, readFrom: file, at: range.lowerBound + place)
          progress.withLock { $0.sums[piece] = sum }
        } catch {
          progress.withLock { $0.failure = error }
        }
      }
      filled = progress.withLock { $0.failure } == nil ? range.count : 0
    }
    let (sums, failure) = progress.withLock { $0 }
    if let failure { throw failure }
    return (bytes, sums)
  }

  private static func sum(
    of part: UnsafeMutableRawBufferPointer, readFrom file: OpenFile, at offset: Int
  ) throws(FileError) -> Link {
    guard try file.read(into: part, at: offset) == part.count else {
      throw FileError(.read, file.name, code: Errno.inputOutput.code)
    }
    return Link.over(UnsafeRawBufferPointer(part))
  }
}
