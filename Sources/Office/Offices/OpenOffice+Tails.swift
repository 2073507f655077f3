import CaseModel
import Casework
import Interchange
import Journal
import Parcels

/// Of a history that parts, what either tail has: the one in the store, and those that wait beside it.
extension OpenOffice {
  /// An office as it would be if one of its continuations counted whole.
  struct Continuation {
    /// With what its first link begins.
    var link: String
    var isInStore: Bool
    var office: OtherOffice
    /// The last record that all of them have.
    var after: Int
  }

  /// The continuations that a fork is between, the one in the store first; none of another conflict.
  func continuations(of conflict: OfficeConflict) throws(OfficeError) -> [Continuation] {
    guard conflict.kind == .fork, let writer = conflict.writer,
      let office = own.offices.office(ofWriter: writer), let keeper = office.writer,
      let end = office.gathered?.end
    else { return [] }
    let reader = gatherReader(own.offices)
    let held = try reader.heldTails(of: writer).filter { tail in
      OfficeConflict.fork(of: writer, behind: tail.after) == conflict.id
    }
    guard let first = held.first else { return [] }
    var found: [Continuation] = []
    if case .office(let whole) = try OthersReader.read(keeper, in: journal.folder, upTo: end, counting: nil) {
      found.append(Continuation(link: first.known, isInStore: true, office: whole, after: first.after))
    }
    for tail in held {
      guard let office = try reader.office(of: tail) else { continue }
      found.append(Continuation(link: tail.link, isInStore: false, office: office, after: tail.after))
    }
    return found
  }

  // MARK: - Keeping one of them

  /// Takes the city's word on a conflict, and in what counts by it.
  func rule(
    _ ruling: Ruling, by who: SignedIn, expecting expected: Expected?
  ) throws(OfficeError) -> Saved? {
    let saved = try say(ruling, by: who, expecting: expected)
    // What has waited until now follows what all have.
    if saved != nil, ruling.isOfFork { _ = try gather(try rehearse([]), by: who) }
    return saved
  }

  /// Saves the city's word alone: of a fork nothing counts then but what all have, if a tail is kept that waits.
  func say(
    _ ruling: Ruling, by who: SignedIn, expecting expected: Expected?
  ) throws(OfficeError) -> Saved? {
    try save(.offices(.rule(ruling)), by: who, expecting: expected, undoing: nil) {
      (_) throws(OfficeError) in
      if case .forkKeep(let tail) = ruling.verdict { try self.putAside(tail, ruling.conflict) }
    }
  }

  /// Where the journal of an office ends when the city keeps a tail that waits: with the last record that all have, from
  /// which gathering goes on; nil where the tail is the one in the store.
  func end(keeping tail: String, _ conflict: String) throws(OfficeError) -> GatheredHead? {
    for file in waiting where file.lost == nil {
      guard case .fork(let after, _, tail) = file.reason,
        OfficeConflict.fork(of: file.writer, behind: after) == conflict,
        let office = own.offices.office(ofWriter: file.writer), let writer = office.writer,
        let gathered = office.gathered, gathered.head.sequence > after,
        let journal = OtherJournal(journal.folder, store: writer.store, writer: writer.writer),
        let end = try officeErrors({ try journal.end(at: after) })
      else { continue }
      return GatheredHead(end)
    }
    return nil
  }

  /// Lays what the store has behind the last record that all have to the files that wait, where another tail is kept; only
  /// within a transaction.
  private func putAside(_ tail: String, _ conflict: String) throws(OfficeError) {
    guard let start = try end(keeping: tail, conflict)?.end,
      let office = own.offices.office(ofWriter: start.head.writer), let writer = office.writer,
      let gathered = office.gathered, let end = gathered.end,
      let journal = OtherJournal(journal.folder, store: writer.store, writer: writer.writer)
    else { return }
    let pieces = try officeErrors { try journal.pieces(behind: start, upTo: end) }
    let head = BundleHead(
      office: office.code, number: gathered.bundle ?? 1, store: writer.store, from: start.head, end: end,
      first: pieces.map { .init(segment: $0.segment, byte: $0.start) })
    // A city that only ever took backups has signed nothing yet.
    let isUnsigned = own.offices.admitted.allSatisfy(\.isUnsigned)
    let keys = isUnsigned ? try officeErrors { try OfficeKeys.make(self.journal.folder) } : try self.keys()
    let parcel = Self.bundle(of: pieces, head, covered: gathered)
    let bytes = try written(parcel, by: keys, to: keys.publicKeys.sealing)
    var file = ArrivedFile(
      input: .bundle(name: "", bytes: bytes), store: writer.store, writer: writer.writer, bundle: head.number)
    file.sum = Link.over(bytes)
    try hold([file])
  }
}

extension ConflictSheet.Tail {
  init(_ tail: OpenOffice.Continuation) {
    let (office, after) = (tail.office, tail.after)
    var (touched, received, award) = (0, 0, MoneyTotal.zero)
    for (number, row) in office.state.files.rows.enumerated() {
      let history = office.state.files[number].history
      guard let last = history.last?.sequence, last > after else { continue }
      touched += 1
      if (history.first?.sequence ?? 0) > after { received += 1 }
      award += row.award
    }
    self.init(
      link: tail.link, isInStore: tail.isInStore, lines: office.links.count - after, touched: touched,
      received: received, award: award)
  }
}
