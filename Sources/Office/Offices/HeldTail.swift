import Casework
import Interchange
import Journal

/// A continuation of an office's history that waits beside the store, since the one there says something else.
///
/// Either may be kept (`OpenOffice+Tails`): the head goes back to the last record that both have, what stood behind it is
/// laid to the files that wait, signed by the city itself, and the next gathering goes on with the one that
/// `OfficesBook.keptTail` names.
struct HeldTail: Sendable {
  /// The last record that both have.
  var after: Int
  /// With what the first link of each begins: of the one in the store, empty where it has none yet, and of this one.
  var known: String
  var link: String
  /// Each once, in their order. Nothing of them counts here, and whoever signed them answers for their chain.
  var records: [JournalRecord] = []
  var policies: [String: [UInt8]] = [:]
}

extension GatherReader {
  /// The continuations of an office's history that wait in the store, by where they part and with what they begin.
  func heldTails(of writer: String) throws(OfficeError) -> [HeldTail] {
    var tails: [HeldTail] = []
    for file in try held(besides: []).files where file.writer == writer {
      guard let (contents, outcome) = try opened(file), case .fork(let fork)? = outcome,
        let journal = OtherJournal(folder, store: file.store, writer: writer)
      else { continue }
      let place = tails.firstIndex { $0.after == fork.after && $0.link == fork.other } ?? tails.endIndex
      if place == tails.endIndex {
        tails.append(HeldTail(after: fork.after, known: fork.known, link: fork.other))
      }
      tails[place].policies.merge(contents.policies) { first, _ in first }
      // Each bundle repeats what was not acknowledged.
      let known = Set(tails[place].records.map(\.head))
      tails[place].records += journal.records(in: contents.pieces, behind: fork.after)
        .filter { !known.contains($0.head) }
    }
    for place in tails.indices {
      tails[place].records.sort {
        ($0.position.epoch, $0.position.sequence) < ($1.position.epoch, $1.position.sequence)
      }
    }
    return tails.sorted { ($0.after, $0.link) < ($1.after, $1.link) }
  }

  /// An office as it would be if a continuation that waits counted, up to a record or whole; nil where its beginning can't
  /// be read.
  func office(of tail: HeldTail, upTo last: Int = .max) throws(OfficeError) -> OtherOffice? {
    guard let writer = tail.records.first?.position.writer, let office = offices.office(ofWriter: writer),
      let keeper = office.writer, let end = office.gathered?.end, tail.after > 0,
      case .office(var common) = try OthersReader.read(keeper, in: folder, upTo: end, counting: tail.after)
    else { return nil }
    // All of what comes behind it is to count.
    common.limit = nil
    return try common.taking(
      tail.records.filter { $0.position.sequence <= last }, to: end,
      PolicyShelf(folder, besides: Self.names(of: tail.policies)))
  }
}
