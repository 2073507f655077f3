internal import CProgram
import Casework
import Interchange
import Journal

/// Reads the journals that a city has gathered, as far as its own names their heads; on whatever thread.
struct OthersReader: Sendable {
  let folder: StoreFolder
  /// The city's own state.
  let own: OfficeState
  /// Files of others that lie in the store and are no part of what counts.
  let waiting: [WaitingFile]
  let usesSnapshots: Bool
  /// Reads the tails that wait.
  let tails: GatherReader

  /// What was read, and what is damaged: of such a journal nothing counts.
  struct Offices: Sendable {
    var offices: [OtherOffice]
    /// The writers of damaged journals.
    var damaged: Set<String> = []
    var damage: [Finding] = []
  }

  /// The offices of all journals; those that are known and still stand so are not read again.
  func read(besides known: [OtherOffice]) throws(OfficeError) -> Offices {
    var wanted: [(writer: OfficeWriter, end: OtherJournal.End, limit: Int?, snapshot: NamedSnapshot?)] = []
    for office in own.offices.admitted {
      guard let writer = office.writer, let end = office.gathered?.end else { continue }
      let limit = Self.countedLimit(of: writer.writer, waiting: waiting, own.offices.rulings)
      let known = known.first { $0.writer.writer == writer.writer }
      guard known?.end != end || known?.limit != limit || known?.writer != writer else { continue }
      wanted.append((writer, end, limit, usesSnapshots && limit == nil ? office.snapshot : nil))
    }
    let restored = OtherOffice.restored(
      wanted.compactMap { one in one.snapshot.map { (one.writer, one.end, $0) } }, folder)
    var all = Offices(offices: known)
    for one in wanted {
      all.offices.removeAll { $0.writer.writer == one.writer.writer }
      if let office = restored.first(where: { $0.writer == one.writer }) {
        all.offices.append(office)
        continue
      }
      program_give_back_large_memory()
      switch try Self.read(one.writer, in: folder, upTo: one.end, counting: one.limit) {
      case .office(let office): all.offices.append(office)
      case .damaged(let findings):
        all.damaged.insert(one.writer.writer)
        all.damage += findings
      case .nothing: break
      }
    }
    all.offices = try completed(all.offices)
    return all
  }

  /// The offices with what they were when years were sealed, where they have done something in these since, and with what
  /// the city has paid on lines that do not count.
  func completed(_ offices: [OtherOffice]) throws(OfficeError) -> [OtherOffice] {
    var completed: [OtherOffice] = []
    for var office in offices {
      office.atSeals = try statesAtSeals(of: office)
      office.uncounted = try uncounted(of: office)
      completed.append(office)
    }
    return completed
  }

  /// What the city has paid on lines of an office's journal that do not count, where what counts does not know the filing.
  private func uncounted(of other: OtherOffice) throws(OfficeError) -> [UncountedFiling] {
    let writer = other.writer.writer
    let paid = Dictionary(
      grouping: own.offices.steps.filter { $0.filing.writer == writer && !other.holds($0.basis.filing) },
      by: \.filing.id
    ).filter { PaidUncounted.isPaid(by: $1) }.sorted { $0.key < $1.key }
    guard !paid.isEmpty else { return [] }
    var sources: [OtherOffice] = []
    if other.limit != nil,
      case .office(let whole) = try Self.read(other.writer, in: folder, upTo: other.end, counting: nil)
    {
      sources.append(whole)
    }
    for tail in try tails.heldTails(of: writer) {
      if let office = try tails.office(of: tail) { sources.append(office) }
    }
    return paid.compactMap { id, steps in
      guard let source = sources.first(where: { source in steps.contains { source.holds($0.basis.filing) } }),
        let file = source.state.file(id), let first = file.history.first?.sequence,
        source.name(of: first)?.link != other.name(of: first)?.link
      else { return nil }
      return UncountedFiling(file, in: source.state) { person in
        guard let entered = source.state.history(ofApplicant: person).first?.sequence,
          let line = source.name(of: entered)?.link, line != other.name(of: entered)?.link
        else { return nil }
        // Both machines have counted on from what they share.
        return "\(person)@\(line.prefix(4))"
      }
    }
  }

  /// Up to which record a journal counts: where it parts into two, up to there, until the city has said which one holds.
  static func countedLimit(of writer: String, waiting: [WaitingFile], _ rulings: [Ruling]) -> Int? {
    waiting.compactMap { file -> Int? in
      guard file.writer == writer, case .fork(let after, let known, _) = file.reason else { return nil }
      let isKept = rulings.contains { $0.verdict == .forkKeep(known) }
      return isKept ? nil : after
    }.min()
  }

  // MARK: - One journal

  enum Reading {
    case office(OtherOffice)
    /// Nothing counts of it.
    case damaged([Finding])
    /// There is none, or it parts at its first line.
    case nothing
  }

  /// Reads a journal whole, up to its end, of which the records up to a limit count.
  static func read(
    _ writer: OfficeWriter, in folder: StoreFolder, upTo end: OtherJournal.End, counting limit: Int?
  ) throws(OfficeError) -> Reading {
    guard let other = OtherJournal(folder, store: writer.store, writer: writer.writer) else {
      return .nothing
    }
    let intake = Intake(Opening(folder, pinyin: PinyinTable(), isOther: true))
    var links: [Link] = []
    let report = try officeErrors {
      try other.read(upTo: end) { records in
        let read = OpenOffice.transactions(records)
        let counting =
          limit.map { limit in records.prefix { $0.position.sequence <= limit }.count } ?? records.count
        links += records.prefix(counting).map(\.head.link)
        intake.take(read.prefix(counting).compactMap { try? $0.get() })
        return read.map { result in
          if case .failure(let error) = result { .init(error) } else { nil }
        }
      }
    }
    let damage = report.findings.filter(\.isDamage)
    guard damage.isEmpty else { return .damaged(damage) }
    guard !links.isEmpty else { return .nothing }
    let state = try intake.whenTaken { opening throws(OfficeError) in try opening.finished() }
    return .office(OtherOffice(writer: writer, end: end, state: state, links: links, limit: limit))
  }

  /// Up to which record an office has what a seal names: where its history has parted and the other tail is kept, up to
  /// there.
  private func common(_ head: LineName, _ other: OtherOffice) -> Int {
    guard !other.holds(head) else { return head.sequence }
    let parted = waiting.compactMap { file -> Int? in
      guard file.writer == other.writer.writer, case .fork(let after, _, _) = file.reason else { return nil }
      return after < head.sequence ? after : nil
    }
    return parted.min() ?? head.sequence
  }

  /// Whether what an office did behind the head that a seal names touches a year that is sealed, and as what it stood.
  ///
  /// Gives for each sealed year the office's state up to that head; none where nothing came late. An office that a seal
  /// over several offices does not name was not known then: all that it has in that year came late. A seal that names
  /// nobody is of before the city gathered anybody, and closes its own year alone.
  private func statesAtSeals(of other: OtherOffice) throws(OfficeError) -> [Int: OtherOffice.AtSeal] {
    var states: [Int: OtherOffice.AtSeal] = [:]
    for seal in own.books.seals where seal.opening == nil && !seal.heads.isEmpty {
      let sealed = seal.heads[other.writer.writer].map { common($0, other) } ?? 0
      guard other.links.count > sealed, other.state.hasTouched(seal.year, behind: sealed) else { continue }
      // What is only being looked at does not stand in the folder yet; what was sealed does.
      let end = own.offices.office(ofWriter: other.writer.writer)?.gathered?.end ?? other.end
      if let known = other.atSeals[seal.year], known.sequence == sealed {
        states[seal.year] = known
      } else if sealed == 0 {
        states[seal.year] = .init(sequence: 0, state: OfficeState(policy: other.state.policy))
      } else if case .office(let then) = try Self.read(
        other.writer, in: folder, upTo: end, counting: sealed)
      {
        states[seal.year] = .init(sequence: sealed, state: then.state)
      }
    }
    return states
  }
}
