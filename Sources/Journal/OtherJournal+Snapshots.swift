/// The snapshot of a journal that was gathered: like the store's own, but named by lines of the store's own journal.
extension OtherJournal {
  /// A snapshot that stands.
  public struct Snapshot: Sendable {
    /// The number of the last record that the state covers.
    public var sequence: Int { place.sequence }
    public let state: [UInt8]
    let place: Place
  }

  /// What keeps a state that covers the journal up to an end; nil where no line ends there.
  ///
  /// Only for whoever may write: the store's own journal names what was written (`Journal.anchor`).
  public func snapshotKeeper(at end: End) throws(JournalError) -> SnapshotKeeper? {
    try inJournal { () throws(FileError) in
      let bytes = try folder.read(file(end.name), from: 0, to: end.size)
      guard bytes.count == end.size, bytes.last == 0x0A else { return nil }
      let body = bytes.dropLast()
      let start = (body.lastIndex(of: 0x0A) ?? -1) + 1
      let line = body.count { $0 == 0x0A } + 1
      guard line > 1 else { return nil }
      let place = Place(
        segment: end.name, line: line, start: start, end: end.size, sequence: end.head.sequence,
        link: end.head.link)
      guard try stands(place) else { return nil }
      return SnapshotKeeper(
        folder: folder, writer: identity.writer, place: place,
        file: StoreLayout.snapshotFile(of: identity.writer))
    }
  }

  /// The snapshot, if it is the one that the store's journal names, its sum holds, and its last line stands here; nil
  /// else, since the journal has everything.
  public func snapshot(named anchor: SnapshotAnchor) -> Snapshot? {
    let file = StoreLayout.snapshotFile(of: identity.writer)
    do throws(FileError) {
      guard try folder.status(file) != nil else { return nil }
      let found = try JournalSnapshot.read(folder, file, writer: identity.writer) {
        named, place throws(FileError) in
        guard named == anchor else { return false }
        return try stands(place)
      }
      return found.map { Snapshot(state: $0.0.state, place: $0.1) }
    } catch {
      return nil
    }
  }

  /// The records behind a snapshot up to an end, each checked against the chain; nil where they do not hold.
  public func records(behind snapshot: Snapshot, upTo end: End) throws(JournalError) -> [JournalRecord]? {
    guard snapshot.sequence <= end.head.sequence else { return nil }
    let bytes = try inJournal { () throws(FileError) in try segments(from: snapshot.place, to: end) }
    var walk = SegmentWalk(identity, from: snapshot.place)
    var records: [JournalRecord] = []
    for (name, bytes) in bytes {
      if name != walk.place.segment { walk.place = walk.place.entering(name) }
      guard case .end = walk.walk(bytes, base: walk.place.end, each: { records.append($0) }) else {
        return nil
      }
    }
    guard walk.place.sequence == end.head.sequence, walk.place.link == end.head.link else { return nil }
    return records
  }

  /// What stands between, by segment in their order.
  private func segments(from place: Place, to end: End) throws(FileError) -> [(SegmentName, [UInt8])] {
    guard place.segment != end.name else {
      return [(end.name, try folder.read(file(end.name), from: place.end, to: end.size))]
    }
    var found: [(SegmentName, [UInt8])] = []
    for name in try folder.list(writerFolder).compactMap(SegmentName.init).sorted()
    where name >= place.segment && name <= end.name {
      let from = name == place.segment ? place.end : 0
      let size = name == end.name ? end.size : try folder.status(file(name))?.size ?? from
      found.append((name, try folder.read(file(name), from: from, to: size)))
    }
    return found
  }

  private func stands(_ place: Place) throws(FileError) -> Bool {
    try Journal(identity: identity, folder: folder, options: JournalOptions(), lock: nil, place: .beginning)
      .stands(place)
  }
}
