/// Writes a snapshot's state to the disk as it comes, summed on the way: a large one never lies in memory whole.
public struct SnapshotWriter {
  private let file: OpenFile
  private var head: SnapshotHead
  /// Where the next piece comes to stand, in bytes.
  private var end: Int
  private var piece: [UInt8] = []
  private var sums: [Link] = []

  init(_ file: OpenFile, _ head: SnapshotHead) {
    self.file = file
    self.head = head
    end = head.line(sum: .none).count
    piece.reserveCapacity(SnapshotPieces.size)
  }

  /// Adds the next bytes of the state. Throws `FileError` where the disk doesn't take them.
  public mutating func append(_ bytes: [UInt8]) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = rest.prefix(SnapshotPieces.size - piece.count)
      piece.append(contentsOf: part)
      rest = rest.dropFirst(part.count)
      if piece.count == SnapshotPieces.size { try writePiece() }
    }
  }

  /// Writes what is left, and the first line, whose sum is only now known; gives that sum.
  mutating func finish() throws(FileError) -> Link {
    if !piece.isEmpty { try writePiece() }
    head.size = end - head.line(sum: .none).count
    let sum = SnapshotPieces.sum(under: head.rest, sums)
    try file.write(head.line(sum: sum), at: 0)
    return sum
  }

  private mutating func writePiece() throws(FileError) {
    sums.append(piece.withUnsafeBytes { Link.over($0) })
    try file.write(piece, at: end)
    end += piece.count
    piece.removeAll(keepingCapacity: true)
  }
}
