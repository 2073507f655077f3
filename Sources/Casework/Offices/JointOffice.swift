import CaseModel
import SubsidyRules

/// Several offices as one: every filing under one policy, one ledger, one order of serving.
///
/// It follows from the offices' own states and from the city's verdicts alone, so that it is the same in whatever order
/// their files came. Nothing of it is ever saved. Source: offices.md, Principle.
///
/// Of the offices (`OfficePart`, each folded by itself: `OtherOffice`) it makes one `OfficeState`, settled by
/// the one ledger, so that every list, report and screen works on it as on an office's own
/// (`OpenOffice.state`; the city's own is `own`). `Persons` says who is who, `PersonParents` whose branch;
/// the city's steps are put where their basis stands. Filings that stand there as in their own office
/// (`PlainFilings`) share their records with it (`FileList.share`); whose each one is says
/// `OfficeState.origin`, where it stands `Placement`. A save of the city's own that steps on single filings
/// is followed (`JointOffice+Following`), any other lets everything be joined anew.
///
/// Conflicts (`OfficeConflict`) follow from it; only the city's words (`Ruling`) and steps (`CityStep`, on a
/// `Basis`) stand in the city's journal.
///
/// Numbers of bad news, of register records and of payment batches are each office's own: here they go by the
/// office (`News.origin`, `RegisterRecord.office`, `PaymentBatch.office` with the moment of its save), and a
/// county's budget is one office's record (`Budget`).
public struct JointOffice: Sendable {
  /// Who stands for all writers together where a snapshot is named: nobody's id.
  public static let writer = String(repeating: "0", count: 32)

  /// What there is to see: applicants as persons, filings of all offices, caps and totals over all of them.
  public internal(set) var state: OfficeState
  /// The city first, then its offices by code.
  public internal(set) var parts: [OfficePart]
  public let persons: Persons
  /// What offices' unknown codes of districts are called here.
  let districtMaps: DistrictMaps
  /// Records of applicants that may be one person or not, whatever the city has said.
  private(set) var alikePeople: [OfficeConflict] = []
  public internal(set) var noted = NotedFilings()
  /// The city's steps whose basis does not stand in the office's journal as far as that counts: they have no effect.
  public private(set) var suspended: [CityStep] = []
  /// Files that lie in the store and are no part of what counts.
  public let waiting: [WaitingFile]
  /// What stands between the journals, by kind and then by what it is about; those ruled on too.
  public internal(set) var conflicts: [OfficeConflict] = []

  /// - Parameters:
  ///   - city: the office that gathers the others, with its verdicts.
  ///   - writer: whose journal the city's is.
  ///   - others: in any order.
  ///   - waiting: files that lie in the store and are no part of what counts.
  public init(city: OfficeState, writer: String, others: [OfficePart], waiting: [WaitingFile] = []) {
    let own = OfficePart(
      writer: writer, office: city.office?.district ?? "", name: city.office?.name ?? "", letter: nil,
      state: city, lastSequence: nil, holds: { _ in true })
    self.waiting = waiting
    parts =
      [own]
      + others.sorted(by: OfficePart.precedes).map { part in
        var part = part
        // What came late is there once the year is opened again.
        part.atSeals = part.atSeals.filter { city.seal(of: $0.key) != nil }
        return part
      }
    // What an office says of its own records holds until the city says otherwise.
    let rulings = parts.flatMap(\.words) + city.offices.rulings
    let identities = parts.identities
    persons = Persons(parts, identities, rulings: rulings)
    districtMaps = DistrictMaps(parts, city: city)
    state = city
    state.files = FileList()
    state.files.reserve(parts.reduce(0) { $0 + $1.state.files.count })
    state.joint.origins = Origins()
    state.folded.isReplaying = true
    holdBook()
    let parents = PersonParents(parts, persons, rulings: city.offices.rulings)
    putApplicants(parents)
    let steps = Dictionary(grouping: city.offices.steps, by: \.filing)
    noted.voided = voidedFilings(city.offices.rulings)
    alikePeople = findAlikePeople(identities)
    noted.powerless = powerlessApprovals(city.offices.rulings)
    noted.allCopies = copiesInCity()
    let distinct = distinctCopies
    noted.copies = noted.allCopies.filter { !distinct.contains($0.value) }
    for part in parts.indices {
      let placement = putFilings(of: part, steps, parents)
      putApplicantChanges(of: part, placement)
    }
    suspended = city.offices.steps.filter { !stands($0) }
    state.joint.paidUncounted = PaidUncounted.all(of: suspended, among: city.offices.steps)
    state.joint.otherEyes = OtherEyes(parts, rulings: city.offices.rulings)
    state.people.words = []
    state.joint.namesakesApart = persons.apart(rulings, parts)
    putUnits(identities)
    state.joint.keptFilings = keptFilings(city.offices.rulings)
    state.settle()
    state.joint.waitingFiles = waiting
    findWhatStandsBetween(parents)
  }

  /// What all offices have said of who is who.
  var rulings: [Ruling] { parts.flatMap(\.words) + parts[0].state.offices.rulings }

  /// Finds conflicts, what they stop, and what the city has lost, when all filings are in their places.
  mutating func findWhatStandsBetween(_ parents: PersonParents) {
    state.joint.inConflict = [:]
    conflicts = findConflicts(parents, rulings: rulings)
    state.joint.conflicts = conflicts
    state.joint.lostVerdicts = LostVerdicts(
      city: parts[0].state.offices, writer: parts[0].writer, others: parts.dropFirst())
    for conflict in conflicts where conflict.kind.stopsSteps && conflict.ruling == nil {
      for filing in conflict.filings { state.joint.inConflict[filing, default: []].append(conflict.kind) }
    }
    stopFilingsOfForks()
    countVersions()
  }

  mutating func countVersions() { state.folded.version = parts.reduce(0) { $0 + $1.state.version } }

  /// Nothing is committed or paid of an office whose history parts, before the city has said which one holds.
  private mutating func stopFilingsOfForks() {
    let parted = Set(
      conflicts.filter { $0.kind == .fork && $0.ruling == nil }.compactMap(\.writer))
    guard !parted.isEmpty else { return }
    for office in state.joint.origins.offices where parted.contains(office.writer) {
      for number in office.numbers {
        state.joint.inConflict[state.files.id(of: number), default: []].append(.fork)
      }
    }
  }

  // MARK: - Applicants

  private mutating func putApplicants(_ parents: PersonParents) {
    state.people.applicants = []
    state.people.numbers = [:]
    state.people.histories = []
    state.people.changes = [:]
    state.people.formerNames = [:]
    state.people.parentChanges = [:]
    for person in persons.people {
      guard let first = person.members.first else { continue }
      var applicant = parts[first.part].state.people.applicants[first.number]
      applicant.id = person.id
      applicant.parent = parents.parent(of: person.id)
      applicant.district = districtMaps.code(applicant.district, of: parts[first.part].writer)
      state.people.numbers[person.id] = state.people.applicants.count
      state.people.applicants.append(applicant)
      state.people.histories.append(parts[first.part].state.people.histories[first.number])
    }
    for (part, office) in parts.enumerated() {
      func joint(_ id: String) -> String { persons.id(of: id, in: part, parts) }
      // Several records of one person come in the order in which they were entered.
      for id in office.state.people.applicants.map(\.id) {
        let person = joint(id)
        if let names = office.state.people.formerNames[id] {
          state.people.formerNames[person, default: []] += names
        }
        if let changes = office.state.people.parentChanges[id], state.people.parentChanges[person] == nil {
          state.people.parentChanges[person] = changes.map { change in
            ParentChange(from: change.from, before: change.before.map(joint))
          }
        }
      }
      guard part > 0 else { continue }
      // What the city has told it of is there already.
      state.books.news += office.state.books.news.filter { $0.origin == nil }.map { news in
        var news = news.kept(by: office.office)
        news.applicants = news.applicants.map(joint)
        return news
      }
      for var record in office.state.books.register.records {
        record.office = office.office
        record.entry.district = districtMaps.code(record.entry.district, of: office.writer)
        // Numbers may be alike where both were given before the offices had letters of their own.
        while state.books.register[record.id] != nil { record.entry.id = office.other(record.id) }
        state.books.register.keep(record)
      }
    }
    state.search = state.search.anew(state.people.applicants)
    for (number, applicant) in state.people.applicants.enumerated() {
      for former in state.people.formerNames[applicant.id] ?? [] { state.search.put(former, number: number) }
    }
  }

  /// Finds the units among all people by what was read of each record's name.
  private mutating func putUnits(_ identities: [[Persons.Identity]]) {
    let names = persons.people.compactMap { $0.members.first.map { identities[$0.part][$0.number].name } }
    state.files.units = Units(state.people.applicants, named: names, apart: state.joint.namesakesApart)
    state.people.areUnitsOld = false
  }

  /// What was changed of an office's applicants, each with how many filings there were then.
  private mutating func putApplicantChanges(of part: Int, _ placement: Placement) {
    let office = parts[part].state
    // Several records of one person come in the order in which they were entered.
    for id in office.people.applicants.map(\.id) {
      guard let changes = office.people.changes[id] else { continue }
      state.people.changes[persons.id(of: id, in: part, parts), default: []] += changes.map { change in
        ApplicantChange(
          fields: change.fields, by: change.by, at: change.at,
          filesThen: placement.count(of: change.filesThen))
      }
    }
  }

  // MARK: - Filings

  /// Puts an office's filings behind those of the offices before it, and its batches with them.
  private mutating func putFilings(
    of part: Int, _ steps: [OfficeFiling: [CityStep]], _ parents: PersonParents
  ) -> Placement {
    let office = parts[part]
    var files = FileList()
    swap(&files, &state.files)
    var placement = Placement(first: files.count)
    var batched: [(step: Batched, filing: String)] = []
    func put(_ number: Int, _ filing: Joined, into files: inout FileList) {
      let count = files.count
      batched += self.put(filing, of: part, into: &files)
      if files.count == count { placement.leaveOut(number) }
    }
    if part == 0 {
      for number in office.state.files.indices {
        put(number, joined(number, of: part, steps, parents), into: &files)
      }
    } else {
      let list = office.state.files.written()
      let told = (Set(steps.keys).union(noted.powerless)).filter { $0.writer == office.writer }
      let changes = state.people.parentChanges
      let plain = PlainFilings(list, of: office.state, told: Array(told)) { id in
        persons.id(of: id, in: part, parts) == id && changes[id] == nil && !parents.isSaid(id)
          && parents.parent(of: id) == nil
      }
      let isWhole = office.atSeals.isEmpty
      let mapped = Set(districtMaps.codes(of: office.writer).compactMap(list.name))
      // Each filing that is not as in its office is joined by itself, on all cores.
      let joint = self
      let apart = inPieces(list.count) { numbers in
        numbers.compactMap { number -> (Int, Joined)? in
          if isWhole, plain.contains(number), !mapped.contains(list.rows[number].district) { return nil }
          return (number, joint.joined(number, of: part, steps, parents))
        }
      }
      let others = Dictionary(first: apart.joined())
      files.share(list) {
        others[$0] == nil
      } other: { files, number in
        put(number, others[number] ?? joint.joined(number, of: part, steps, parents), into: &files)
      }
      for file in office.uncounted.values.sorted(by: { $0.filing.id < $1.filing.id }) {
        batched += putUncounted(file, of: part, steps, parents, into: &files)
      }
      state.joint.origins.put(placement.first..<files.count, of: office.writer, office: office.office)
    }
    swap(&files, &state.files)
    if part == 0 { state.books.batches = [] }
    for batch in office.state.books.batches {
      state.keep(batch.among(all: office, placement, isCity: part == 0)) { office.other($0) }
    }
    for (step, filing) in batched { state.take(step.entry, of: filing, at: step.at) }
    return placement
  }

  /// A filing of a part as all offices together have it, before it has its place among theirs.
  private struct Joined: Sendable {
    var origin: OfficeFiling
    var isLate: Bool
    /// With the city's steps; nil where it is not there.
    var stepped: FiledFiling.Stepped?
  }

  private func joined(
    _ number: Int, of part: Int, _ steps: [OfficeFiling: [CityStep]], _ parents: PersonParents
  ) -> Joined {
    let office = parts[part]
    var now = office.state.files[number]
    let origin = OfficeFiling(writer: office.writer, id: now.filing.id)
    if noted.powerless.contains(origin) { now = now.beforeApproval }
    let counted = office.counted(now)
    let file = counted.file.map { ofPersons($0, of: part, parents) }
    return Joined(
      origin: origin, isLate: counted.isLate,
      stepped: file?.stepped(
        by: part > 0 ? office.stepsOnCounted(steps[origin] ?? [], origin.id) : [], office,
        countyGoesOn: noted.voided.contains(origin)))
  }

  /// Puts one filing of a part behind the others; gives the batches in which the city has listed it.
  private mutating func put(
    _ filing: Joined, of part: Int, into files: inout FileList
  ) -> [(step: Batched, filing: String)] {
    let (office, origin) = (parts[part], filing.origin)
    if filing.isLate { noted.late.append(OfficeRecord(writer: origin.writer, id: origin.id)) }
    guard let stepped = filing.stepped else { return [] }
    guard part > 0 else {
      if noted.copies[origin.id] == nil { files.append(stepped.file) }
      return []
    }
    let id = name(of: origin, office, among: files)
    if stepped.isMoved { noted.moved.append(id) }
    return put(stepped, as: id, origin, office, into: &files)
  }

  /// Puts a filing that does not count, and on which the city has paid, behind those of its office.
  private mutating func putUncounted(
    _ file: FiledFiling, of part: Int, _ steps: [OfficeFiling: [CityStep]], _ parents: PersonParents,
    into files: inout FileList
  ) -> [(step: Batched, filing: String)] {
    let office = parts[part]
    let origin = OfficeFiling(writer: office.writer, id: file.filing.id)
    let id = name(of: origin, office, among: files)
    noted.uncounted[id] = origin
    let suspended = (steps[origin] ?? []).filter { !office.stands($0.basis) }
    let stepped = ofPersons(file, of: part, parents).stepped(by: suspended, office, countyGoesOn: false)
    return put(stepped, as: id, origin, office, into: &files)
  }

  /// What a filing is called among all: it has a name of its own where another office has given its number too.
  private mutating func name(
    of origin: OfficeFiling, _ office: OfficePart, among files: FileList
  ) -> String {
    var id = origin.id
    while files.number(of: id) != nil { id = office.other(id) }
    if id != origin.id { noted.renamed[id] = origin }
    return id
  }

  private mutating func put(
    _ stepped: FiledFiling.Stepped, as id: String, _ origin: OfficeFiling, _ office: OfficePart,
    into files: inout FileList
  ) -> [(step: Batched, filing: String)] {
    var stepped = stepped
    stepped.file.filing.id = id
    if !stepped.places.isEmpty || id != origin.id {
      state.joint.origins.tell(
        .init(filing: origin, office: office.office, cityEntries: stepped.places), of: files.count)
    }
    files.append(stepped.file)
    return stepped.standing.compactMap { step in
      if case .batched(let entry) = step.step.detail { (Batched(entry: entry, at: step.at), id) } else { nil }
    }
  }

  /// A filing of a part with the person whose it is, and their family among all offices.
  func ofPersons(_ file: FiledFiling, of part: Int, _ parents: PersonParents) -> FiledFiling {
    var file = file
    file.filing.applicant = persons.id(of: file.filing.applicant, in: part, parts)
    file.received = parents.facts(of: file, as: parts[part].state, in: part) {
      state.family(of: $0, on: $1)
    }
    file.received.district = districtMaps.code(file.received.district, of: parts[part].writer)
    return file
  }
}
