import CaseModel
public import Casework
import Interchange
public import Journal
import SubsidyRules

/// What a city takes in: 汇总.
extension OpenOffice {
  /// A file to take in: a bundle by its bytes, or a backup by its path.
  public enum GatherInput: Sendable {
    case bundle(name: String, bytes: [UInt8])
    /// With the heads that papers say, one of them this office's; none where it is only looked at.
    case backup(path: String, heads: [JournalHead])

    /// As it was given.
    var name: String {
      switch self {
      case .bundle(let name, _): name
      case .backup(let path, _): path
      }
    }
  }

  private func gathered(_ input: GatherInput) throws(OfficeError) -> GatheredFile {
    switch input {
    case .bundle(let name, let bytes): return try gathered(name, bytes)
    case .backup(let path, let heads):
      let file = try gathered(backup: path, heads: heads)
      // Whoever has joined signs what they send: an unsigned file in their name is nobody's.
      if let known = own.offices.office(ofWriter: file.writer), known.writer?.keys != nil {
        throw .exchange(.backupOfJoined(known.code))
      }
      return file
    }
  }

  /// Works out what taking files in would come to, those that wait in the store with them; changes nothing.
  ///
  /// They may come in any order, as often as one likes. One that is no file of an office that was admitted, or does not
  /// hold, is named, and the others go on.
  ///
  /// - Parameter covers: what somebody has typed from the paper covers (交接单), by the office's code: it counts before
  ///   what the files themselves say.
  public func rehearse(
    _ inputs: [GatherInput], covers: [String: [CoverLine]] = [:]
  ) throws(OfficeError) -> GatherPlan {
    try requireOwnWhole()
    var files: [GatheredFile] = []
    var refused: [GatherPlan.Refused] = []
    for input in inputs {
      do throws(OfficeError) {
        files.append(try gathered(input))
      } catch {
        refused.append(.init(file: input.name, error: error))
      }
    }
    files += try heldFiles(besides: Set(files.map(\.heldName)))
    var work = GatherWork(base: own.version, refused: refused, others: others)
    var city = own
    for writer in Set(files.map(\.writer)).sorted() {
      try rehearse(files.filter { $0.writer == writer }, covers, into: &work, &city)
    }
    let moment = clock.moment()
    city.fold(
      Transaction(
        by: Transaction.program, at: moment.at, policy: city.policyHash,
        changes: [.offices(.gathered(work.heads))]))
    work.others = try othersReader.partedAtSeals(work.others)
    let parts = work.others.compactMap { other in
      city.offices.office(ofWriter: other.writer.writer).map { OfficePart($0, other) }
    }
    return GatherPlan(
      before: state,
      after: JointOffice(
        city: city, writer: journal.identity.writer, others: parts, waiting: work.waiting),
      work: work)
  }

  /// Takes in what was rehearsed: the bytes first, then the line by which they count.
  public func gather(_ plan: GatherPlan, by who: SignedIn) throws(OfficeError) -> Saved? {
    guard !plan.changesNothing else { return nil }
    guard !damagedOthers.isEmpty else { return try takeIn(plan, by: who) }
    guard damagedOthers.isSubset(of: plan.work.heads.map(\.writer)) else {
      throw .damaged(journal.findings.filter(\.isDamage))
    }
    let (damaged, findings) = (damagedOthers, journal.findings.filter(\.isDamage))
    let folders = damaged.map { StoreLayout.journal + "/" + $0 }
    journal.resumeWriting { file in folders.contains { file.hasPrefix($0) } }
    damagedOthers = []
    do throws(OfficeError) {
      return try takeIn(plan, by: who)
    } catch {
      damagedOthers = damaged
      journal.stopWriting(because: findings)
      throw error
    }
  }

  private func takeIn(_ plan: GatherPlan, by who: SignedIn) throws(OfficeError) -> Saved? {
    let work = plan.work
    for (id, hash, bytes) in work.policies { try keep(bytes, of: id, hash: hash) }
    try hold(work)
    guard !work.heads.isEmpty else {
      try readOthers()
      return nil
    }
    let saved = try save(
      .offices(.gather(work.heads, admitting: work.admitted.map { .init(office: $0.0, writer: $0.1) })),
      by: who, expecting: nil, undoing: nil
    ) { (own) throws(OfficeError) in
      for (writer, base) in work.bases where own.offices.office(ofWriter: writer)?.gathered?.end != base {
        throw .exchange(.gatherMoved)
      }
      do throws(JournalError) {
        for arrival in work.arrivals { try arrival.other.append(arrival.new) }
      } catch {
        throw .journal(error)
      }
    }
    others = work.others
    try readOthers()
    // What was looked at is what counts now, unless somebody else saved meanwhile.
    if own.version == work.base + 1, waiting == work.waiting { keptJoint = plan.after.gathered(by: own) }
    try inFiles { folder throws(FileError) in
      for name in work.toForget where try folder.status(name) != nil { try folder.remove(name) }
    }
    return saved
  }

  // MARK: - One writer

  private func rehearse(
    _ files: [GatheredFile], _ covers: [String: [CoverLine]], into work: inout GatherWork,
    _ city: inout OfficeState
  ) throws(OfficeError) {
    guard let first = files.first,
      let journalOfOther = OtherJournal(journal.folder, store: first.store, writer: first.writer)
    else { return }
    let known = work.others.first { $0.writer.writer == first.writer }
    let named = city.offices.office(ofWriter: first.writer)?.gathered
    // Of a damaged journal nothing is known: it is taken from its beginning.
    let base = damagedOthers.contains(first.writer) ? nil : named?.end
    var (end, overlay, records) = (base, [String: [UInt8]](), [JournalRecord]())
    var policies: [String: [UInt8]] = [:]
    for file in files { policies.merge(file.policies) { first, _ in first } }
    var last: GatheredFile?
    for file in files.sorted(by: { ($0.from, $0.bundle ?? 0) < ($1.from, $1.bundle ?? 0) }) {
      let arrival: JournalArrival
      do throws(JournalError) {
        arrival = try journalOfOther.judge(file.pieces, behind: end, base: base, over: overlay)
      } catch {
        throw .journal(error)
      }
      let outcome: GatherPlan.Outcome
      switch arrival {
      case .known: outcome = .known
      case .gap: outcome = .held(missing: (end?.head.sequence ?? 0) + 1)
      case .fork(let fork): outcome = .fork(fork)
      case .damaged(let finding): outcome = .damaged(finding)
      case .new(let new):
        outcome = .new(records: new.records.count)
        records += new.records
        end = new.end
        for piece in new.appended { overlay[piece.segment, default: []] += piece.bytes }
        work.arrivals.append((journalOfOther, new))
        last = file
      }
      switch outcome {
      case .held, .fork:
        if !file.wasHeld, !file.bytes.isEmpty { work.toHold.append((file.heldName, file.bytes)) }
      case .new, .known: if file.wasHeld { work.toForget.append(file.heldName) }
      case .damaged: break
      }
      if let reason = outcome.reasonToWait(behind: end) {
        work.waiting.append(
          WaitingFile(
            writer: file.writer, office: city.offices.office(ofWriter: file.writer)?.code ?? "",
            bundle: file.bundle, reason: reason))
      }
      work.rows.append(
        .init(
          file: file.name, office: city.offices.office(ofWriter: file.writer)?.code ?? "",
          bundle: file.bundle,
          outcome: outcome, wasHeld: file.wasHeld))
    }
    guard let end, let last, !records.isEmpty else { return }
    if base == nil, let named, !records.contains(where: { $0.head.link.hex == named.head.link }) {
      // What counted already must be in it.
      for place in work.rows.indices
      where work.rows[place].office == city.offices.office(ofWriter: first.writer)?.code {
        work.rows[place].outcome = .held(missing: records.count + 1)
      }
      work.arrivals.removeAll { $0.other.isOf(first.writer) }
      return
    }
    let other: OtherOffice
    if var known, known.limit != nil {
      // What parts counts up to there, whatever comes behind.
      known.end = end
      other = known
    } else if let known {
      other = try known.taking(records, to: end, PolicyShelf(journal.folder, besides: names(of: policies)))
    } else {
      let writer = city.offices.office(ofWriter: first.writer)?.writer
      other = try .new(
        writer
          ?? OfficeWriter(store: first.store, writer: first.writer, signing: "", opening: "", isTrial: false),
        records, to: end, journal.folder, besides: names(of: policies))
    }
    let admitted = try admit(other, in: &work, &city)
    work.bases.updateValue(named?.end, forKey: first.writer)
    work.others.removeAll { $0.writer.writer == first.writer }
    work.others.append(admitted)
    for (hash, policy) in admitted.state.policies {
      if let bytes = policies[hash], (try? policyFile(policy.id, hash: hash)) == nil {
        work.policies.append((policy.id, hash, bytes))
      }
    }
    let typed = covers[city.offices.office(ofWriter: first.writer)?.code ?? ""] ?? []
    let items = Set(typed.map(\.item))
    work.heads.append(
      GatheredHead(
        writer: first.writer,
        head: RecordName(epoch: end.head.epoch, sequence: end.head.sequence, link: end.head.link.hex),
        segment: end.segment, size: end.size, bundle: last.bundle,
        file: last.bytes.isEmpty ? "" : Link.over(last.bytes).hex,
        cover: last.cover.filter { !items.contains($0.item) } + typed))
  }

  /// The office of a backup, which nobody has admitted, comes in under its own district.
  private func admit(
    _ other: OtherOffice, in work: inout GatherWork, _ city: inout OfficeState
  ) throws(OfficeError) -> OtherOffice {
    guard city.offices.office(ofWriter: other.writer.writer) == nil else { return other }
    guard let identity = other.state.office else { throw .exchange(.unknownWriter) }
    var other = other
    other.writer.isTrial = identity.isTrial
    let open = city.offices.enrolled.last { $0.district == identity.district && $0.writer == nil }
    let isTaken = city.offices.office(identity.district)?.writer != nil
    let office =
      open
      ?? EnrolledOffice(
        name: identity.name, district: identity.district,
        letter: isTaken ? nextLetter(identity.district, city) : nil,
        enrolment: other.writer.writer)
    work.admitted.append((office, other.writer))
    city.fold(
      Transaction(
        by: Transaction.program, at: "", policy: city.policyHash,
        changes: [.offices(.enrolled(office)), .offices(.admitted(office: office.code, other.writer))]))
    for index in work.rows.indices where work.rows[index].office.isEmpty {
      work.rows[index].office = office.code
    }
    return other
  }

  private func nextLetter(_ district: String, _ city: OfficeState) -> String {
    let taken = Set(city.offices.enrolled.filter { $0.district == district }.compactMap(\.letter))
    return (0x42...0x5A).map { String(UnicodeScalar($0)) }.first { !taken.contains($0) } ?? "Z"
  }

  private func names(of policies: [String: [UInt8]]) -> [String: [UInt8]] {
    var names: [String: [UInt8]] = [:]
    for (hash, bytes) in policies {
      guard let policy = try? PolicyShelf.read(bytes, file: hash) else { continue }
      names[PolicyShelf.adopted(policy.id, hash: hash)] = bytes
    }
    return names
  }

  // MARK: - Files that wait

  /// Why each file that lies in the store waits; what could be taken in now is no matter until somebody gathers.
  func filesThatWait() throws(OfficeError) -> [WaitingFile] {
    var waiting: [WaitingFile] = []
    for file in try heldFiles(besides: []) {
      guard let office = own.offices.office(ofWriter: file.writer),
        let other = OtherJournal(journal.folder, store: file.store, writer: file.writer)
      else { continue }
      let end = office.gathered?.end
      let arrival: JournalArrival
      do throws(JournalError) {
        arrival = try other.judge(file.pieces, behind: end, base: end)
      } catch {
        throw .journal(error)
      }
      let outcome: GatherPlan.Outcome? =
        switch arrival {
        case .gap: .held(missing: (end?.head.sequence ?? 0) + 1)
        case .fork(let fork): .fork(fork)
        case .known, .new, .damaged: nil
        }
      guard let reason = outcome?.reasonToWait(behind: end) else { continue }
      waiting.append(
        WaitingFile(writer: file.writer, office: office.code, bundle: file.bundle, reason: reason))
    }
    return waiting
  }

  private func heldFiles(besides given: Set<String>) throws(OfficeError) -> [GatheredFile] {
    let names = try inFiles { folder throws(FileError) in
      try folder.status(StoreLayout.inbox) == nil ? [] : folder.list(StoreLayout.inbox)
    }
    var files: [GatheredFile] = []
    for name in names {
      let path = StoreLayout.inbox + "/" + name
      guard !given.contains(path), !name.hasSuffix(".new") else { continue }
      let bytes = try inFiles { folder throws(FileError) in try folder.read(path) }
      // What can't be opened here any more waits on, and is nobody's mistake of today.
      guard var file = try? gathered(name, bytes) else { continue }
      file.wasHeld = true
      files.append(file)
    }
    return files
  }

  private func hold(_ work: GatherWork) throws(OfficeError) {
    try inFiles { folder throws(FileError) in
      guard !work.toHold.isEmpty else { return }
      try folder.makeFolderIfMissing(StoreLayout.inbox)
      for (name, bytes) in work.toHold where try folder.status(name) == nil {
        try folder.replace(name, with: bytes)
      }
    }
  }
}
