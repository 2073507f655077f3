import Casework
import Interchange
import Journal
import SubsidyRules

/// What some files of one office come to, before the city has said that they count.
struct WriterGathering: Sendable {
  let writer: String
  var rows: [GatherPlan.Row] = []
  /// Those that would lie in the store and be no part of what counts.
  var waiting: [WaitingFile] = []
  /// Where its history parts, as far as the city's journal does not say it yet.
  var partings: [PartedHistory] = []
  /// Files to keep until what is missing comes, and files that are not needed any more.
  var toHold: [ArrivedFile] = []
  var toForget: [String] = []
  /// Files that can't be opened, whatever becomes of the others.
  var refused: [GatherPlan.Refused] = []
  /// What is to be appended to the office's journal, and the office with it; nil where nothing is.
  var arrival: Arrival?
  var other: OtherOffice?
  /// What the last of the files says that the office has.
  var cover: [CoverLine] = []
  /// Policy files that came along, by their hashes.
  var policies: [String: [UInt8]] = [:]

  /// Files to be appended to an office's journal, one behind the other, each with how far the journal counts behind it;
  /// their bytes are read again for it.
  struct Arrival: Sendable {
    let store: String
    let writer: String
    var files: [(file: ArrivedFile, end: OtherJournal.End)]
    /// How far the journal counted when they were judged, and how far it would.
    let base: OtherJournal.End?
    var end: OtherJournal.End
  }
}

extension GatherReader {
  /// Works out what an office's files come to behind what is known of it.
  func read(
    _ files: [ArrivedFile], behind known: OtherOffice?
  ) -> Result<WriterGathering?, OfficeError> {
    do throws(OfficeError) {
      return .success(try gathering(files, behind: known))
    } catch {
      return .failure(error)
    }
  }

  private func gathering(
    _ files: [ArrivedFile], behind known: OtherOffice?
  ) throws(OfficeError) -> WriterGathering? {
    guard let first = files.first,
      let journal = OtherJournal(folder, store: first.store, writer: first.writer)
    else { return nil }
    var gathering = WriterGathering(writer: first.writer)
    let office = offices.office(ofWriter: first.writer)
    let named = office?.gathered
    // Of a damaged journal nothing is known: it is taken from its beginning.
    let base = damaged.contains(first.writer) ? nil : named?.end
    var (end, pending, records) = (base, [String: [UInt8]](), [JournalRecord]())
    var taken: [(file: ArrivedFile, end: OtherJournal.End)] = []
    for file in files.sorted(by: { ($0.from, $0.bundle ?? 0) < ($1.from, $1.bundle ?? 0) }) {
      guard let contents = contents(of: file, office, in: &gathering) else { continue }
      gathering.policies.merge(contents.policies) { first, _ in first }
      let outcome: GatherPlan.Outcome
      switch try judge(contents.pieces, journal, behind: end, base: base, over: pending) {
      case .known: outcome = .known
      case .gap: outcome = .held(missing: (end?.head.sequence ?? 0) + 1)
      case .fork(let fork): outcome = .fork(fork)
      case .damaged(let finding): outcome = .damaged(finding)
      // The city goes on with what it had: later lines are kept for whoever asks, and are no part of it.
      case .new where office?.isRetired == true: outcome = .retired
      case .new(let new):
        if let other = otherTail(of: new, office) {
          outcome = .fork(other)
          break
        }
        outcome = .new(records: new.records.count)
        records += new.records
        end = new.end
        // Only whoever has more files needs to know what these would append.
        if files.count > 1 { new.pieces.append(to: &pending) }
        taken.append((file, new.end))
        gathering.cover = contents.cover
      }
      if outcome == .retired, file.wasHeld { continue }
      try part(outcome, of: file, journal, besides: records, in: &gathering)
      gathering.note(
        outcome, of: file, code: office?.code ?? "", behind: end, isRuled: offices.hasLeftOut(outcome))
    }
    var known = known
    let limit = try limit(of: first.writer, in: &gathering)
    if let limit, let whole = known {
      // What parts counts up to there, whichever of the files brought that to light.
      known = try whole.counting(upTo: limit, in: folder)
      gathering.other = known
    }
    guard let end, !records.isEmpty else { return gathering }
    if base == nil, let named, !records.contains(where: { $0.head.link.hex == named.head.link }) {
      // What counted already must be in it.
      return gathering.held(missing: records.count + 1)
    }
    gathering.arrival = .init(store: first.store, writer: first.writer, files: taken, base: base, end: end)
    if let limit { records.removeAll { $0.position.sequence > limit } }
    gathering.other = try other(known, first, consume records, to: end, gathering.policies)
    if let limit { gathering.other?.limit = limit }
    return gathering
  }

  /// What a file holds; nil where it can't be opened, which is noted.
  private func contents(
    of file: ArrivedFile, _ office: EnrolledOffice?, in gathering: inout WriterGathering
  ) -> GatheredFile? {
    do throws(OfficeError) {
      return try contents(of: file)
    } catch {
      // What can't be opened here any more waits on, and is nobody's mistake of today.
      if !file.wasHeld {
        gathering.refused.append(.init(file: file.input.name, error: error))
      } else if let office, let waiting = unopened(file, office) {
        gathering.waiting.append(waiting)
      }
      return nil
    }
  }

  /// Notes where a file's history parts, unless the city's journal says it.
  private func part(
    _ outcome: GatherPlan.Outcome, of file: ArrivedFile, _ journal: OtherJournal,
    besides records: [JournalRecord], in gathering: inout WriterGathering
  ) throws(OfficeError) {
    guard case .fork(let fork) = outcome else { return }
    let parting = try parting(fork, of: file, journal, besides: records)
    if !offices.knows(parting) { gathering.partings.append(parting) }
  }

  /// Up to which record a journal would count; what nobody can read any more stops it as what waits.
  private func limit(of writer: String, in gathering: inout WriterGathering) throws(OfficeError) -> Int? {
    gathering.waiting += try lostTails(of: writer, besides: gathering.waiting)
    return OthersReader.countedLimit(of: writer, waiting: gathering.waiting, offices.rulings)
  }

  private func other(
    _ known: OtherOffice?, _ file: ArrivedFile, _ records: consuming [JournalRecord],
    to end: OtherJournal.End,
    _ policies: [String: [UInt8]]
  ) throws(OfficeError) -> OtherOffice {
    guard var known else {
      let writer = offices.office(ofWriter: file.writer)?.writer
      return try .new(
        writer
          ?? OfficeWriter(store: file.store, writer: file.writer, signing: "", opening: "", isTrial: false),
        records, to: end, folder, besides: Self.names(of: policies))
    }
    guard known.limit == nil else {
      // What parts counts up to there, whatever comes behind.
      known.end = end
      return known
    }
    return try known.taking(records, to: end, PolicyShelf(folder, besides: Self.names(of: policies)))
  }

  static func names(of policies: [String: [UInt8]]) -> [String: [UInt8]] {
    var names: [String: [UInt8]] = [:]
    for (hash, bytes) in policies {
      guard let policy = try? PolicyShelf.read(bytes, file: hash) else { continue }
      names[PolicyShelf.adopted(policy.id, hash: hash)] = bytes
    }
    return names
  }

  private func judge(
    _ pieces: [JournalPiece], _ journal: OtherJournal, behind end: OtherJournal.End?,
    base: OtherJournal.End?, over pending: [String: [UInt8]] = [:]
  ) throws(OfficeError) -> JournalArrival {
    try officeErrors { try journal.judge(pieces, behind: end, base: base, over: pending) }
  }

  /// Where lines that would follow what is known are of a continuation that does not count: of another than the city has
  /// said, or, of an office that was given its records back, what its lost store had behind them, unless the city has said
  /// that it counts.
  private func otherTail(of new: JournalArrival.NewRecords, _ office: EnrolledOffice?) -> JournalFork? {
    guard let office, let writer = office.writer?.writer else { return nil }
    if let after = new.records.first.map({ $0.position.sequence - 1 }),
      let kept = offices.keptTail(of: writer, behind: after)
    {
      let found = new.beginnings
      return found.contains(kept) ? nil : JournalFork(after: after, known: kept, other: found.first ?? "")
    }
    guard let given = office.recovered,
      let first = new.records.first(where: { $0.position.sequence == given.sequence + 1 }),
      first.position.epoch <= given.epoch
    else { return nil }
    let link = String(first.head.link.hex.prefix(12))
    guard !offices.rulings.contains(where: { $0.verdict == .forkKeep(link) }) else { return nil }
    return JournalFork(after: given.sequence, known: "", other: link)
  }

  /// Why a file that lies in the store waits; nil where it could be taken in now, or is known.
  func waiting(_ file: ArrivedFile) throws(OfficeError) -> WaitingFile? {
    guard let office = offices.office(ofWriter: file.writer) else { return nil }
    // What can't be opened here any more waits on.
    guard let (_, outcome) = try opened(file) else {
      return unopened(file, office)
    }
    return outcome?.reasonToWait(behind: office.gathered?.end, from: file.from).map {
      WaitingFile(writer: file.writer, office: office.code, bundle: file.bundle, reason: $0)
    }
  }

  /// A file that can't be opened; nil of a continuation that the city's journal names, which is told as one.
  private func unopened(_ file: ArrivedFile, _ office: EnrolledOffice) -> WaitingFile? {
    guard !offices.partings.contains(where: { $0.heldName == file.heldName }) else { return nil }
    return WaitingFile(writer: file.writer, office: office.code, bundle: file.bundle, reason: .unopened)
  }

  /// What a file that lies in the store holds, and what keeps it from being taken in; nil where it can't be opened.
  func opened(
    _ file: ArrivedFile
  ) throws(OfficeError) -> (contents: GatheredFile, outcome: GatherPlan.Outcome?)? {
    guard let office = offices.office(ofWriter: file.writer),
      let journal = OtherJournal(folder, store: file.store, writer: file.writer),
      let contents = try? contents(of: file)
    else { return nil }
    let end = office.gathered?.end
    switch try judge(contents.pieces, journal, behind: end, base: end) {
    case .gap: return (contents, .held(missing: (end?.head.sequence ?? 0) + 1))
    case .fork(let fork): return (contents, .fork(fork))
    case .new(let new): return (contents, otherTail(of: new, office).map(GatherPlan.Outcome.fork))
    case .known, .damaged: return (contents, nil)
    }
  }

  /// Appends files that were judged new to the journals of several offices at once; on the disk when this returns.
  ///
  /// Only within a transaction of the store's own journal, under its lock. Throws `fileMoved` where a file is not what was
  /// judged any more.
  func append(_ arrivals: [WriterGathering.Arrival]) throws(OfficeError) {
    let results = inParallel(arrivals.count, atLeast: 1) { places in
      places.map { place in Result { () throws(OfficeError) in try append(arrivals[place]) } }
    }
    for result in results { try result.get() }
  }

  private func append(_ arrival: WriterGathering.Arrival) throws(OfficeError) {
    guard let journal = OtherJournal(folder, store: arrival.store, writer: arrival.writer) else { return }
    var behind = arrival.base
    for (file, end) in arrival.files {
      // What was appended of the file before is what it stands behind.
      guard let new = try new(in: file, journal, behind: behind, upTo: end) else {
        throw .exchange(.fileMoved(file.input.name))
      }
      try officeErrors { try journal.append(new, behind: behind) }
      behind = end
    }
  }

  /// What a file that was judged appends to a journal; nil where it does not any more.
  private func new(
    in file: ArrivedFile, _ journal: OtherJournal, behind known: OtherJournal.End?, upTo end: OtherJournal.End
  ) throws(OfficeError) -> [JournalPiece]? {
    let pieces = try contents(of: file).pieces
    // The sums of a bundle say that it is what was judged; a backup has none.
    guard file.header == nil else { return try officeErrors { try journal.new(in: pieces, behind: known) } }
    guard case .new(let new) = try judge(pieces, journal, behind: known, base: known), new.end == end else {
      return nil
    }
    return new.pieces
  }
}

extension [JournalPiece] {
  /// Puts what they hold behind the bytes of their segments.
  fileprivate func append(to segments: inout [String: [UInt8]]) {
    for piece in self { segments[piece.segment, default: []] += piece.bytes }
  }
}

extension WriterGathering {
  /// The same where nothing of it can be taken in before the records from that number on are there.
  fileprivate func held(missing number: Int) -> WriterGathering {
    var held = self
    for place in rows.indices { held.rows[place].outcome = .held(missing: number) }
    held.other = nil
    return held
  }

  /// Notes what becomes of a file.
  fileprivate mutating func note(
    _ outcome: GatherPlan.Outcome, of file: ArrivedFile, code: String, behind end: OtherJournal.End?,
    isRuled: Bool
  ) {
    switch outcome {
    case .held, .fork, .retired: if !file.wasHeld { toHold.append(file) }
    case .new, .known: if file.wasHeld { toForget.append(file.heldName) }
    case .damaged: break
    }
    if let reason = outcome.reasonToWait(behind: end, from: file.from) {
      waiting.append(WaitingFile(writer: file.writer, office: code, bundle: file.bundle, reason: reason))
    }
    // Of the continuation that the city has left out nothing is said again with every stick that comes.
    guard !(isRuled && file.wasHeld) else { return }
    rows.append(
      .init(
        file: file.input.name, office: code, bundle: file.bundle, outcome: outcome, wasHeld: file.wasHeld))
  }
}

extension OfficesBook {
  /// Whether a file's records are of a continuation that the city has left out, by its word for the one that it had.
  fileprivate func hasLeftOut(_ outcome: GatherPlan.Outcome) -> Bool {
    guard case .fork(let fork) = outcome else { return false }
    return rulings.contains { $0.verdict == .forkKeep(fork.known) }
  }
}
