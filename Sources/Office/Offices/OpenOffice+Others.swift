public import CaseModel
public import Casework
import Interchange
import Journal
import SubsidyRules

extension OpenOffice {
  /// What there is to see: the office's own, or, in a city that has gathered others, all offices together.
  public var state: OfficeState {
    _read {
      // By reference: a desk asks several times with each key.
      if let awaited = gathered.awaited {
        yield awaited.value
      } else if let joint = jointMade {
        yield joint.value.state
      } else {
        yield own
      }
    }
  }

  /// All offices together; nil where nothing of others was gathered, and nothing waits.
  public var joint: JointOffice? { jointMade?.value }

  private var jointMade: Boxed<JointOffice>? {
    guard !others.isEmpty || !waiting.isEmpty || !gathered.damaged.isEmpty else { return nil }
    if let joint = gathered.joint { return joint }
    let made = Boxed(
      JointOffice(
        city: own, writer: journal.identity.writer, others: parts,
        waiting: waiting + Self.damaged(gathered.damaged, own)))
    gathered.joint = made
    return made
  }

  /// Journals of offices of which nothing counts since they are damaged, as what lies in the store and counts nothing.
  static func damaged(_ writers: Set<String>, _ city: OfficeState) -> [WaitingFile] {
    city.offices.admitted.compactMap { office in
      office.writer.flatMap { writer in
        writers.contains(writer.writer)
          ? WaitingFile(writer: writer.writer, office: office.code, bundle: nil, reason: .damaged) : nil
      }
    }
  }

  var parts: [OfficePart] { Self.parts(others, of: own) }

  /// Offices as a city has them.
  static func parts(_ others: [OtherOffice], of city: OfficeState) -> [OfficePart] {
    others.compactMap { other in
      city.offices.office(ofWriter: other.writer.writer).map { OfficePart($0, other) }
    }
  }

  /// Reads the journals of others as far as the city's own names their heads; what is damaged there lets the city be
  /// read only.
  func readOthers() throws(OfficeError) {
    guard own.offices.isCity else { return }
    gathered.inbox = try heldNames()
    gathered.waiting = try filesThatWait()
    take(try othersReader.read(besides: gathered.offices))
  }

  /// Takes in what another desk has laid into the store, or taken away again, without a line of the journal that says so:
  /// a second history of an office stops its filings at every desk. True where something has moved.
  @discardableResult
  func followInbox() throws(OfficeError) -> Bool {
    guard own.offices.isCity, gathered.awaited == nil, try heldNames() != gathered.inbox else { return false }
    try readOthers()
    return true
  }

  /// What reads the journals of others as things stand.
  var othersReader: OthersReader {
    OthersReader(
      folder: journal.folder, own: own, waiting: waiting, usesSnapshots: usesSnapshots,
      tails: gatherReader(own.offices))
  }

  /// Others as they were read.
  func take(_ read: OthersReader.Offices) {
    others = read.offices
    guard !read.damage.isEmpty else { return }
    gathered.damaged.formUnion(read.damaged)
    journal.stopWriting(because: read.damage)
  }

  // MARK: - Changes

  /// What taking in these applicants and filings would do; in a city they are held against all its offices.
  public func plan(applicants: [Applicant], filings: [Filing]) -> CaseImport {
    joint?.plan(applicants: applicants, filings: filings)
      ?? own.plan(applicants: applicants, filings: filings)
  }

  /// Turns a command into changes, or refuses it: a city's step on what other offices keep becomes a verdict of its own.
  func changes(for command: Command, by name: String, at moment: Moment) throws -> [Change] {
    guard let joint, command.isOverAllOffices else {
      var changes: [Change] = []
      if case .offices(.rule(let ruling)) = command, let joint {
        try joint.check(ruling)
        changes = joint.steps(telling: ruling, on: moment.today).compactMap { filing, step in
          basis(of: filing).map { .offices(.stepped(CityStep(filing: filing, basis: $0, step: step))) }
        }
        if case .forkKeep(let tail) = ruling.verdict, let end = try end(keeping: tail, ruling.conflict) {
          changes.append(.offices(.gathered([end])))
        }
      }
      changes = try ownChanges(for: command, by: name, at: moment) + changes
      try joint?.check(changes, of: command)
      for place in changes.indices where changes[place].isSeal { changes[place] = sealed(changes[place]) }
      return changes
    }
    var changes: [Change] = []
    for change in try joint.state.changes(for: command, by: name, at: moment).get() {
      if case .yearSealed(var seal) = change {
        for office in own.offices.admitted {
          if let writer = office.writer?.writer { seal.heads[writer] = office.gathered?.head }
        }
        changes.append(.yearSealed(seal))
        continue
      }
      guard case .stepped(let id, let step) = change, let origin = joint.state.origin(of: id) else {
        changes.append(change)
        continue
      }
      // What is on lines that do not count is known by what was decided on them.
      let uncounted =
        joint.noted.uncounted[id] == nil
        ? nil
        : own.offices.steps.last { step in
          step.filing == origin.filing && !joint.stands(step)
        }
      guard let basis = uncounted?.basis ?? basis(of: origin.filing) else { throw Refusal.unknownFiling(id) }
      changes.append(.offices(.stepped(CityStep(filing: origin.filing, basis: basis, step: step))))
    }
    return changes
  }

  private func ownChanges(for command: Command, by name: String, at moment: Moment) throws(Refusal)
    -> [Change]
  {
    do throws(Refusal) {
      return try own.changes(for: command, by: name, at: moment).get()
    } catch {
      // What is here to be seen and not here to be changed is said to be whose it is.
      guard let keeper = joint?.keeper(of: error) else { throw error }
      throw .offices(.keptBy(keeper))
    }
  }

  private func sealed(_ change: Change) -> Change {
    guard let head = try? headOfLastSave() else { return change }
    return change.sealed(at: head)
  }

  /// The lines that a verdict on another's filing rests on as it stands.
  func basis(of filing: OfficeFiling) -> Basis? {
    guard let other = others.first(where: { $0.writer.writer == filing.writer }),
      let file = other.state.file(filing.id), let last = file.history.last?.sequence,
      let entry = other.state.lastTouch(ofApplicant: file.filing.applicant),
      let line = other.name(of: last), let applicant = other.name(of: entry)
    else { return nil }
    return Basis(filing: line, applicant: applicant, rules: own.policyHash)
  }

  /// The story of a filing that another office keeps, as its steps tell it; what stood before each stands in that
  /// office's journal.
  func history(of origin: Origins.Origin, _ entries: [HistoryEntry]) throws(OfficeError) -> [RecordChange] {
    guard let other = others.first(where: { $0.writer.writer == origin.filing.writer }),
      let written = OtherJournal(
        journal.folder, store: other.writer.store, writer: other.writer.writer)
    else { return [] }
    let id = origin.filing.id
    return try officeErrors {
      let own = entries.enumerated().filter { !origin.isOfCity(entry: $0.offset) }.map(\.element.sequence)
      let saves = try Dictionary(
        first: written.records(own).map { ($0.position.sequence, try Self.transaction($0)) })
      var changes: [RecordChange] = []
      var alone = OfficeState(policy: other.state.policy)
      alone.beginReplay()
      var folded = 0
      for (place, entry) in entries.enumerated() {
        var after: RecordContent?
        if origin.isOfCity(entry: place), case .stepped(let step) = entry.deed {
          alone.fold(
            Transaction(
              by: entry.by, at: entry.at, day: entry.day, policy: "",
              changes: [.stepped(filing: id, step)]))
          after = alone.file(id).map { .filing($0.filing) }
        } else if var save = saves[entry.sequence] {
          if entry.sequence != folded {
            save.changes.removeAll { $0.record != id }
            alone.fold(save)
            folded = entry.sequence
          }
          after = alone.file(id).map { .filing($0.filing) }
        }
        changes.append(RecordChange(entry: entry, before: changes.last?.after, after: after))
      }
      return changes
    }
  }
}
