/// What ties a snapshot to the chain: a line of the journal behind the last one that the snapshot covers, which names
/// that one's head and the sum in the snapshot's first line.
///
/// The line's payload is the program's own, with nothing but
///
///     {"by":"zizhu",…,"changes":[{"change":"snapshot-anchored","head":"<writer>/<epoch>/<sequence>/<link>","sha256":"<64 hex>"}]}
///
/// It is told by its bytes: they begin and end so, and what stands last in the outermost object is no part of a text or
/// of another object.
public struct SnapshotAnchor: Hashable, Sendable {
  /// The last line that the snapshot covers.
  public let head: JournalHead
  public let sum: Link

  private static let beginning = Array("{\"by\":\"zizhu\",".utf8)

  /// What the payload of a line that names the snapshot ends in.
  private var ending: [UInt8] {
    Array(
      ("\"changes\":[{\"change\":\"snapshot-anchored\",\"head\":\"\(head)\",\"sha256\":\"\(sum.hex)\"}]}")
        .utf8)
  }

  /// The first of some records that names the snapshot.
  func line(in records: [JournalRecord]) -> JournalRecord? {
    let ending = ending
    return records.first { record in
      let payload = record.bytes[record.payload]
      return payload.starts(with: Self.beginning) && payload.suffix(ending.count).elementsEqual(ending)
    }
  }
}

extension SnapshotAnchor {
  /// What a line says; nil where it is not written so.
  public init?(head: String, sum: String) {
    guard let head = JournalHead(head), let sum = Link(hex: sum) else { return nil }
    self.init(head: head, sum: sum)
  }
}

/// A snapshot that is on the disk under a temporary name and that no line names yet.
///
/// While it is there nobody else writes one.
public final class WrittenSnapshot: Sendable {
  public let anchor: SnapshotAnchor
  private let file: String
  private let folder: StoreFolder
  private let lock: SnapshotLock

  init(_ anchor: SnapshotAnchor, as file: String, _ folder: StoreFolder, _ lock: SnapshotLock) {
    self.anchor = anchor
    self.file = file
    self.folder = folder
    self.lock = lock
  }

  /// Puts it in place of the snapshot there was.
  func put() throws(FileError) {
    try folder.rename(file + StoreLayout.unfinished, to: file)
    try folder.syncFolder(StoreLayout.snapshot)
  }
}

/// The right to write a snapshot, let go of with this object.
final class SnapshotLock: @unchecked Sendable {
  // Used by the one thread that holds the snapshot: first the one that writes it, then the one that anchors it.
  private let lock: StoreLock

  /// Nil where another desk has it.
  init?(_ folder: StoreFolder) throws(FileError) {
    lock = try StoreLock(folder)
    guard try lock.tryTake(.snapshot) else { return nil }
  }

  deinit { lock.release(.snapshot) }
}
