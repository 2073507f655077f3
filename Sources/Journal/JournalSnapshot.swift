/// A state that was folded from the journal up to one record, kept so that opening need not fold it again.
///
/// `snapshot/state` is one line and then the state's bytes as they are:
///
///     {"sha256":"<64 hex>","snapshot":{"format":3,"writer":"…","epoch":1,"number":1,"line":13,"start":5120,"end":5480,"sequence":12,"link":"<64 hex>","bytes":"<15 digits>"}}
///     …
///
/// The sum is the SHA-256 of the line's bytes behind its own digits, with the line break, and of the SHA-256 (64 hex)
/// of each MiB of the state. The rest says which line is the last that the state covers, and how many bytes the state
/// has. The file is disposable: wrong or missing, the state is folded from the journal. It is used only where a line of the journal behind the last one
/// covered names its sum (`SnapshotAnchor`).
public struct JournalSnapshot: Sendable {
  /// The last record that the state covers.
  public let position: JournalPosition
  public let state: [UInt8]
  /// What the journal must say of it.
  let anchor: SnapshotAnchor

  /// Whether the store's snapshot is one of before the journal named them.
  static func isOfBefore(_ folder: StoreFolder) throws(FileError) -> Bool {
    SnapshotHead.isOfBefore(try folder.read(StoreLayout.snapshotFile, to: SnapshotHead.mostBytes))
  }

  /// Reads a store's snapshot whose first line `isWanted`, and checks its sum; nil where it does not hold.
  ///
  /// The first line is asked about before anything of the state is read: a forged one may claim any size.
  static func read(
    _ folder: StoreFolder, _ name: String = StoreLayout.snapshotFile, writer: String,
    where isWanted: (SnapshotAnchor, Place) throws(FileError) -> Bool
  ) throws(FileError) -> (JournalSnapshot, Place)? {
    let file = try folder.open(name, .read)
    defer { file.close() }
    let size = try file.size()
    let beginning = try file.read(0..<min(size, SnapshotHead.mostBytes))
    guard let (head, sum, rest) = SnapshotHead.read(beginning, writer: writer) else { return nil }
    let start = SnapshotHead.unsummed + rest.count
    let anchor = SnapshotAnchor(head: JournalHead(writer: writer, at: head.place), sum: sum)
    guard size - start == head.size, try isWanted(anchor, head.place) else { return nil }
    let (state, sums) = try SnapshotPieces.read(file, start..<size)
    guard SnapshotPieces.sum(under: rest, sums) == sum else { return nil }
    let position = JournalPosition(
      writer: writer, epoch: head.place.segment.epoch, sequence: head.place.sequence)
    return (JournalSnapshot(position: position, state: state, anchor: anchor), head.place)
  }
}
