import Casework
import Interchange
import Journal

/// What is kept of another office so that a city opens without folding its journal: the links of its records, by which
/// verdicts name what they rest on, and its state.
///
/// The bytes are the number of links (8, the lowest first), 32 for each link, and a `StateImage`.
///
/// It lies under `snapshot/<writer>`, is named by a line of the city's, and is checked behind the first
/// screen like the store's own.
enum OtherSnapshot {
  /// Gives the bytes to `send`, a part at a time.
  static func write<Failure: Error>(
    _ office: OtherOffice, to send: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var bytes = withUnsafeBytes(of: UInt64(office.links.count).littleEndian) { Array($0) }
    bytes.reserveCapacity(8 + 32 * office.links.count)
    for link in office.links { bytes += link.bytes }
    try send(bytes)
    try StateImage.write(office.state, program: ProgramIdentity.text, to: send)
  }

  /// The links, and the bytes of the state; nil where the bytes are none.
  static func read(_ bytes: [UInt8]) -> (links: [Link], state: [UInt8])? {
    bytes.withUnsafeBytes { all in
      guard all.count >= 8 else { return nil }
      let claimed = UInt64(littleEndian: all.loadUnaligned(as: UInt64.self))
      guard let count = Int(exactly: claimed), count <= (all.count - 8) / 32 else { return nil }
      var links: [Link] = []
      links.reserveCapacity(count)
      for place in 0..<count {
        let start = 8 + 32 * place
        guard let link = Link(bytes: UnsafeRawBufferPointer(rebasing: all[start..<start + 32])) else {
          return nil
        }
        links.append(link)
      }
      return (links, Array(all[(8 + 32 * count)...]))
    }
  }
}

extension OtherOffice {
  /// The offices of some writers as their snapshots have them and what came behind, several at once; of those without a
  /// snapshot that stands none.
  static func restored(
    _ wanted: [(writer: OfficeWriter, end: OtherJournal.End, snapshot: NamedSnapshot)], _ folder: StoreFolder
  ) -> [OtherOffice] {
    guard !wanted.isEmpty else { return [] }
    return inParallel(wanted.count, atLeast: 1) { places in
      places.compactMap { place in
        let one = wanted[place]
        // Whatever is wrong is told by reading the journal itself.
        return (try? restored(one.writer, upTo: one.end, one.snapshot, folder)) ?? nil
      }
    }
  }

  private static func restored(
    _ writer: OfficeWriter, upTo end: OtherJournal.End, _ named: NamedSnapshot, _ folder: StoreFolder
  ) throws -> OtherOffice? {
    guard let anchor = SnapshotAnchor(head: named.head, sum: named.sum),
      let other = OtherJournal(folder, store: writer.store, writer: writer.writer),
      let snapshot = other.snapshot(named: anchor), let kept = OtherSnapshot.read(snapshot.state),
      kept.links.count == snapshot.sequence, let records = try other.records(behind: snapshot, upTo: end)
    else { return nil }
    var opening = Opening(folder, pinyin: PinyinTable(), isOther: true)
    guard opening.restore(kept.state, upTo: snapshot.sequence) else { return nil }
    for result in OpenOffice.transactions(records) { try opening.take(try result.get()) }
    return OtherOffice(
      writer: writer, end: end, state: try opening.finished(), links: kept.links + records.map(\.head.link),
      covered: snapshot.sequence, isChecked: false)
  }
}

extension OpenOffice {
  /// Keeps a snapshot of each office of which so many records or more stand behind the last one. What could not be kept
  /// does no harm: the journal has everything.
  ///
  /// - Returns: whether any was kept.
  @discardableResult
  func keepSnapshotsOfOthers(behind least: Int) -> Bool {
    guard usesSnapshots, journal.snapshotKeeper != nil else { return false }
    var isAnyKept = false
    for place in others.indices {
      let office = others[place]
      guard office.isChecked, office.limit == nil, office.links.count - office.covered >= least,
        let other = OtherJournal(journal.folder, store: office.writer.store, writer: office.writer.writer),
        let keeper = try? other.snapshotKeeper(at: office.end)
      else { continue }
      let written = try? keeper.write { out throws(FileError) in
        try OtherSnapshot.write(office) { part throws(FileError) in try out.append(part) }
      }
      guard let written = written ?? nil, keep(written) else { continue }
      note { if $0.writer == office.writer { $0.covered = office.links.count } }
      isAnyKept = true
    }
    return isAnyKept
  }

  /// Names a written snapshot in a line of the store's own.
  func keep(_ written: WrittenSnapshot) -> Bool {
    var made: Transaction?
    let position = try? journal.anchor(written) { others in
      try take(others)
      let line = try programLine([
        .snapshotAnchored(head: written.anchor.head.description, sum: written.anchor.sum.hex)
      ])
      made = line
      return TransactionLine.write(line)
    }
    guard let position, var made else { return false }
    (made.epoch, made.sequence) = (position.epoch, position.sequence)
    fold(made, behind: gathered.joint?.value)
    return true
  }
}
