import CaseModel
import Casework
import Interchange
import Journal

/// Of a history that parts, what either tail has: the one in the store, and those that wait beside it.
extension OpenOffice {
  /// The tails of a fork, the one that is in the store first; none of another conflict.
  func tails(of conflict: OfficeConflict) throws(OfficeError) -> [ConflictSheet.Tail] {
    guard conflict.kind == .fork, let writer = conflict.writer, let kept = conflict.keepable,
      let after = try heldForks(of: writer).first(where: { $0.known == kept || $0.other == kept })?.after
    else { return [] }
    return try continuations(of: writer, behind: after).map {
      ConflictSheet.Tail($0.link, isInStore: $0.isInStore, of: $0.office, behind: after)
    }
  }

  /// An office as it would be if one of its continuations counted whole.
  struct Continuation {
    /// With what its first link begins; empty where the store has nothing of it.
    var link: String
    var isInStore: Bool
    var office: OtherOffice
  }

  /// The office as it would be if the tail that begins so counted; nil where none of a writer's does.
  func office(of writer: String, keeping tail: String) throws(OfficeError) -> OtherOffice? {
    guard let after = try heldForks(of: writer).first(where: { $0.known == tail || $0.other == tail })?.after
    else { return nil }
    return try continuations(of: writer, behind: after).first { $0.link == tail }?.office
  }

  /// The continuations of a history that parts behind a record, the one in the store first.
  private func continuations(
    of writer: String, behind after: Int
  ) throws(OfficeError) -> [Continuation] {
    let held = try heldForks(of: writer).filter { $0.after == after }
    guard let known = held.first?.known, let office = own.offices.office(ofWriter: writer),
      let keeper = office.writer, let end = office.gathered?.end
    else { return [] }
    var found: [Continuation] = []
    if case .office(let whole) = try OthersReader.read(keeper, in: journal.folder, upTo: end, counting: nil) {
      found.append(Continuation(link: known, isInStore: true, office: whole))
    }
    var common: OtherOffice?
    if after > 0,
      case .office(var shared) = try OthersReader.read(keeper, in: journal.folder, upTo: end, counting: after)
    {
      // All of what comes behind it is to count.
      shared.limit = nil
      common = shared
    }
    let reader = try reader(knowing: writer, upTo: after)
    for (link, files) in Dictionary(grouping: held, by: \.other).sorted(by: { $0.key < $1.key }) {
      guard let office = try reader.read(files.map(\.file), behind: common).get()?.other else { continue }
      found.append(Continuation(link: link, isInStore: false, office: office))
    }
    return found
  }

  /// The files of a writer that wait since they say something else than what is known: behind which record, and with what
  /// the first link of each begins.
  private func heldForks(
    of writer: String
  ) throws(OfficeError) -> [(file: ArrivedFile, after: Int, known: String, other: String)] {
    let reader = gatherReader(own.offices)
    var found: [(file: ArrivedFile, after: Int, known: String, other: String)] = []
    for file in try heldFiles(besides: []).files where file.writer == writer {
      if case .fork(let after, let known, let other)? = try reader.waiting(file)?.reason {
        found.append((file, after, known, other))
      }
    }
    return found
  }

  /// What reads files of a writer as if no more of the journal were known than up to a record.
  private func reader(knowing writer: String, upTo sequence: Int) throws(OfficeError) -> GatherReader {
    var offices = own.offices
    var head: GatheredHead?
    if sequence > 0, let office = offices.office(ofWriter: writer), let keeper = office.writer,
      let kept = OtherJournal(journal.folder, store: keeper.store, writer: writer)
    {
      do throws(JournalError) {
        head = try kept.end(at: sequence).map { end in
          GatheredHead(
            writer: writer,
            head: RecordName(
              epoch: end.head.epoch, sequence: end.head.sequence, link: end.head.link.hex),
            segment: end.segment, size: end.size, bundle: nil, file: "", cover: [])
        }
      } catch {
        throw .journal(error)
      }
    }
    offices.know(writer, upTo: head)
    return gatherReader(offices)
  }
}

extension ConflictSheet.Tail {
  fileprivate init(_ link: String, isInStore: Bool, of office: OtherOffice, behind after: Int) {
    var (touched, received, award) = (0, 0, MoneyTotal.zero)
    for (number, row) in office.state.files.rows.enumerated() {
      let history = office.state.files[number].history
      guard let last = history.last?.sequence, last > after else { continue }
      touched += 1
      if (history.first?.sequence ?? 0) > after { received += 1 }
      award += row.award
    }
    self.init(
      link: link, isInStore: isInStore, lines: office.links.count - after, touched: touched,
      received: received, award: award)
  }
}
