internal import CProgram
import CaseModel
public import Casework
import Interchange
import Journal
import SubsidyRules

/// What a city takes in: 汇总.
extension OpenOffice {
  /// Works out what taking files in would come to, those that wait in the store with them; changes nothing.
  ///
  /// They may come in any order, as often as one likes. One that is no file of an office that was admitted, or does not
  /// hold, is named, and the others go on.
  ///
  /// - Parameter covers: what somebody has typed from the paper covers (交接单), by the office's code: it counts before
  ///   what the files themselves say. Throws `coverWithoutFile` where nothing new of the office comes in.
  public func rehearse(
    _ inputs: [GatherInput], covers: [String: [CoverLine]] = [:]
  ) throws(OfficeError) -> GatherPlan {
    try requireOwnWhole()
    program_give_back_large_memory()
    let reader = gatherReader(own.offices)
    var (files, refused) = ([ArrivedFile](), [GatherPlan.Refused]())
    for (input, result) in zip(inputs, reader.arrived(inputs)) {
      do throws(OfficeError) {
        files.append(try result.get())
      } catch {
        refused.append(.init(file: input.name, error: error))
      }
    }
    let held = try reader.held(besides: Set(files.map(\.heldName)))
    files += held.files
    var work = GatherWork(base: own.version, refused: refused, others: others)
    work.unread = held.unread
    work.waiting = held.unread.compactMap(unopened)
    var city = own
    let writers = Dictionary(grouping: files, by: \.writer).sorted { $0.key < $1.key }
    let known = others.keyed(by: \.writer.writer)
    // Each office's journal is its own: several are read at once.
    let read = inParallel(writers.count, atLeast: 1) { places in
      places.map { reader.read(writers[$0].value, behind: known[writers[$0].key]) }
    }
    for result in read {
      if let gathering = try result.get() { try take(gathering, covers, into: &work, &city) }
    }
    let brought = Set(work.heads.compactMap { city.offices.office(ofWriter: $0.writer)?.code })
    for writer in Set(own.offices.partings.map(\.writer)).subtracting(writers.map(\.key)).sorted() {
      work.waiting += try reader.lostTails(of: writer, besides: [])
    }
    if let office = covers.keys.sorted().first(where: { !brought.contains($0) }) {
      throw .exchange(.coverWithoutFile(office))
    }
    let moment = clock.moment()
    city.fold(
      Transaction(
        by: Transaction.program, at: moment.at, policy: city.policyHash,
        changes: [.offices(.gathered(work.heads)), .offices(.parted(work.partings))]))
    work.others = try othersReader.completed(work.others)
    return GatherPlan(
      before: state,
      after: JointOffice(
        city: city, writer: journal.identity.writer, others: Self.parts(work.others, of: city),
        waiting: work.waiting + Self.damaged(gathered.damaged.subtracting(work.heads.map(\.writer)), own)),
      work: work)
  }

  /// Takes in what was rehearsed: the bytes first, then the line by which they count.
  public func gather(_ plan: GatherPlan, by who: SignedIn) throws(OfficeError) -> Saved? {
    guard !plan.changesNothing else { return nil }
    guard !gathered.damaged.isEmpty else { return try takeIn(plan, by: who) }
    guard gathered.damaged.isSubset(of: plan.work.heads.map(\.writer)) else {
      throw .damaged(journal.findings.filter(\.isDamage))
    }
    let (damaged, findings) = (gathered.damaged, journal.findings.filter(\.isDamage))
    let folders = damaged.map { StoreLayout.journal + "/" + $0 }
    journal.resumeWriting { file in folders.contains { file.hasPrefix($0) } }
    gathered.damaged = []
    do throws(OfficeError) {
      return try takeIn(plan, by: who)
    } catch {
      gathered.damaged = damaged
      journal.stopWriting(because: findings)
      throw error
    }
  }

  private func takeIn(_ plan: GatherPlan, by who: SignedIn) throws(OfficeError) -> Saved? {
    let work = plan.work
    for (id, hash, bytes) in work.policies { try keep(bytes, of: id, hash: hash) }
    try hold(work.toHold)
    guard !work.heads.isEmpty || !work.partings.isEmpty else {
      try readOthers()
      return nil
    }
    let saved = try save(
      .offices(
        .gather(
          work.heads, parting: work.partings,
          admitting: work.admitted.map { .init(office: $0.0, writer: $0.1) })),
      by: who, expecting: nil, undoing: nil
    ) { (own) throws(OfficeError) in
      for (writer, base) in work.bases where own.offices.office(ofWriter: writer)?.gathered?.end != base {
        throw .exchange(.gatherMoved)
      }
      try self.gatherReader(own.offices).append(work.arrivals)
    }
    others = work.others
    try readOthers()
    // What was looked at is what counts now, unless somebody else saved meanwhile.
    if own.version == work.base + 1, waiting == work.waiting {
      gathered.joint = Boxed(plan.after.gathered(by: own))
    }
    try officeErrors {
      let folder = journal.folder
      for name in work.toForget where try folder.status(name) != nil { try folder.remove(name) }
    }
    gathered.inbox = try heldNames()
    return saved
  }

  // MARK: - One writer

  /// What reads files as the city knows its offices, mostly as they are now.
  func gatherReader(_ offices: OfficesBook) -> GatherReader {
    GatherReader(folder: journal.folder, offices: offices, damaged: gathered.damaged)
  }

  /// Takes what one office's files come to into what is to be done.
  private func take(
    _ gathering: WriterGathering, _ covers: [String: [CoverLine]], into work: inout GatherWork,
    _ city: inout OfficeState
  ) throws(OfficeError) {
    let writer = gathering.writer
    work.rows += gathering.rows
    work.refused += gathering.refused
    work.waiting += gathering.waiting
    work.toHold += gathering.toHold
    work.partings += gathering.partings
    work.toForget += gathering.toForget
    guard let other = gathering.other else { return }
    guard let arrival = gathering.arrival else {
      // Nothing comes in, and what was there counts only up to where it parts.
      work.others.removeAll { $0.writer.writer == writer }
      work.others.append(other)
      return
    }
    let named = city.offices.office(ofWriter: writer)?.gathered
    let admitted = try admit(other, in: &work, &city)
    work.arrivals.append(arrival)
    work.bases.updateValue(named?.end, forKey: writer)
    work.others.removeAll { $0.writer.writer == writer }
    work.others.append(admitted)
    for (hash, policy) in admitted.state.given.policies {
      if let bytes = gathering.policies[hash], (try? policyFile(policy.id, hash: hash)) == nil {
        work.policies.append((policy.id, hash, bytes))
      }
    }
    let typed = covers[city.offices.office(ofWriter: writer)?.code ?? ""] ?? []
    let items = Set(typed.map(\.item))
    work.heads.append(
      GatheredHead(
        arrival.end, bundle: arrival.files.last?.file.bundle,
        file: arrival.files.last?.file.sum?.hex ?? "",
        cover: gathering.cover.filter { !items.contains($0.item) } + typed))
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
    for index in work.waiting.indices where work.waiting[index].writer == other.writer.writer {
      work.waiting[index].office = office.code
    }
    return other
  }

  private func nextLetter(_ district: String, _ city: OfficeState) -> String {
    let taken = Set(city.offices.enrolled.filter { $0.district == district }.compactMap(\.letter))
    return (0x42...0x5A).map { String(UnicodeScalar($0)) }.first { !taken.contains($0) } ?? "Z"
  }

  // MARK: - Files that wait

  /// Why each file that lies in the store waits; what could be taken in now is no matter until somebody gathers.
  func filesThatWait() throws(OfficeError) -> [WaitingFile] {
    guard try !heldNames().isEmpty || !own.offices.partings.isEmpty else { return [] }
    let reader = gatherReader(own.offices)
    let held = try reader.held(besides: [])
    var waiting = held.unread.compactMap(unopened)
    for file in held.files {
      if let one = try reader.waiting(file) { waiting.append(one) }
    }
    return try waiting + reader.lostTails(besides: waiting)
  }

  /// A file that lies in the store and was signed with keys of before; nil where nobody knows whose it is.
  private func unopened(_ file: GatherPlan.Refused) -> WaitingFile? {
    guard case .exchange(.otherKeys(let code)) = file.error,
      !own.offices.partings.contains(where: { $0.heldName == file.file }),
      let writer = own.offices.office(code)?.writer?.writer
    else { return nil }
    let parts = file.file.split(separator: "-")
    return WaitingFile(
      writer: writer, office: code, bundle: parts.count > 1 ? Int(parts[1]) : nil, reason: .unopened)
  }

  /// The paths of the files that wait, within the store.
  func heldNames() throws(OfficeError) -> [String] { try GatherReader.heldNames(in: journal.folder) }

  /// Lays files to those that wait.
  func hold(_ files: [ArrivedFile]) throws(OfficeError) {
    for file in files {
      let bytes = try file.bytes()
      let folder = journal.folder
      try officeErrors {
        try folder.makeFolderIfMissing(StoreLayout.inbox)
        if try folder.status(file.heldName) == nil { try folder.replace(file.heldName, with: bytes) }
      }
    }
  }
}
