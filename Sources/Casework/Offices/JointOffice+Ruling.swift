public import CaseModel

extension JointOffice {
  /// Refuses a verdict on what is no conflict, or with a word that does not fit it.
  public func check(_ ruling: Ruling) throws(Refusal) {
    if ruling.isAmongOperators { return try checkOperators(ruling) }
    if ruling.isAmongPersons { return try checkPersons(ruling) }
    guard let conflict = conflicts.first(where: { $0.id == ruling.conflict }) else {
      throw .offices(.unknownConflict(ruling.conflict))
    }
    guard conflict.verdicts.contains(ruling.verdict.word), Set(ruling.parties) == Set(conflict.parties) else {
      throw .offices(.unfitVerdict(ruling.verdict.word))
    }
    if ruling.verdict == .distinct { try checkApart(ruling) }
    switch ruling.verdict {
    case .keep(let filing):
      let party = OfficeRecord(writer: filing.writer, id: filing.id)
      guard conflict.parties.contains(party) else { throw .offices(.notAParty(filing.id)) }
    case .forkKeep(let tail):
      let tails = tails(of: conflict)
      guard tails.contains(tail) else {
        if let file = lostFile(tail, of: conflict) { throw .offices(.tailLost(tail, file: file)) }
        throw .offices(.tailNotHere(tail, kept: tails.sorted()))
      }
    case .void where conflict.kind == .void || conflict.kind == .noRight:
      // Money that has gone out comes back first.
      for id in conflict.filings {
        if let file = state.file(id), file.balance.kept > .zero { throw .offices(.paidAlready(id)) }
      }
    case .confirm where conflict.kind != .noRight:
      // What was given back or rejected since is committed no more: there is nothing to keep.
      let stands = conflict.filings.contains { id in
        state.file(id).map { $0.isCommitted && $0.standing != .sentBack && $0.standing != .rejected } ?? false
      }
      guard stands else { throw .offices(.unfitVerdict(ruling.verdict.word)) }
    case .head(let head):
      guard !conflict.parties.contains(head) || conflict.isOfHeads else {
        throw .offices(.unfitVerdict(ruling.verdict.word))
      }
    case .map(let code):
      guard state.districts.contains(where: { $0.code == code }) else {
        throw .offices(.unknownDistrict(code))
      }
    case .link, .distinct, .noted, .void, .confirm: return
    }
  }

  /// Who is who, and whose branch, may be said of any records, also where no conflict names them.
  private func checkPersons(_ ruling: Ruling) throws(Refusal) {
    for party in ruling.parties where parts.member(party) == nil { throw .unknownApplicant(party.id) }
    switch ruling.verdict {
    case .head(let head): return try checkHead(head, of: ruling)
    case .link, .distinct:
      guard Set(ruling.parties).count > 1 else { throw .offices(.unfitVerdict(ruling.verdict.word)) }
      if ruling.verdict == .distinct { try checkApart(ruling) }
    default: throw .offices(.unfitVerdict(ruling.verdict.word))
    }
  }

  /// Refuses a head that nobody has, and one that is itself of the branch's family; a branch that is said to be its own
  /// head has none.
  private func checkHead(_ head: OfficeRecord, of ruling: Ruling) throws(Refusal) {
    guard parts.member(head) != nil else { throw .unknownApplicant(head.id) }
    let known = PersonParents(parts, persons, rulings: parts[0].state.offices.rulings)
    let told = PersonParents(parts, persons, rulings: parts[0].state.offices.rulings + [ruling])
    guard told.disputed.subtracting(known.disputed).isEmpty else {
      throw .offices(.unfitVerdict(ruling.verdict.word))
    }
  }
}

extension JointOffice {
  /// Refuses to tell records apart that stay one person by way of others.
  private func checkApart(_ ruling: Ruling) throws(Refusal) {
    let told = Persons(parts, parts.identities, rulings: rulings + [ruling])
    let members = ruling.parties.compactMap(parts.member)
    for (place, member) in members.enumerated() {
      let person = told.person(member)
      guard members[(place + 1)...].contains(where: { told.person($0).id == person.id }) else { continue }
      let others = person.members.filter { !members.contains($0) }.map { parts.record($0).id }
      throw .offices(.linkedThrough(ruling.parties.map(\.id), others: others))
    }
  }
}

extension JointOffice {
  /// The steps by which the office of a filing that it took back behind a verdict learns what the city rules: that it is
  /// taken back, or, where that was said before, that it stands after all.
  public func steps(telling ruling: Ruling, on day: CivilDate) -> [(filing: OfficeFiling, step: StepTaken)] {
    guard let conflict = conflicts.first(where: { $0.id == ruling.conflict }), conflict.kind == .void else {
      return []
    }
    return conflict.filings.compactMap { id in
      guard let filing = state.origin(of: id)?.filing else { return nil }
      let last = parts[0].state.offices.steps.last { $0.filing == filing }?.step
      switch (ruling.verdict, last?.step == .withdraw) {
      case (.void, false): return (filing, StepTaken(.withdraw, day: day, note: ruling.note))
      case (.confirm, true):
        return (filing, StepTaken(.undo, day: day, note: ruling.note, detail: .undone(.withdraw)))
      default: return nil
      }
    }
  }
}

extension Ruling {
  /// The id of a word on who is who among some records, which no conflict need name.
  public static func amongPersons(_ parties: [OfficeRecord]) -> String {
    let names = parties.sorted().map { "\($0.writer) \($0.id)" }
    return "K4-" + Digest.hex(of: "persons " + names.joined(separator: " "), bytes: 6)
  }

  /// Whether it is a word on records that somebody has named, and not on a conflict.
  var isAmongPersons: Bool { conflict == Self.amongPersons(parties) }
}

extension JointOffice {
  /// The office that keeps the record which a refusal says is unknown; nil where nobody has it.
  public func keeper(of refusal: Refusal) -> String? {
    switch refusal {
    case .unknownFiling(let id):
      guard let origin = state.origin(of: id) else { return nil }
      return parts.first { $0.writer == origin.filing.writer }?.name
    case .unknownApplicant(let id):
      guard let number = state.number(ofApplicant: id), let member = persons.people[number].members.first
      else { return nil }
      return parts[member.part].name
    case .register(.unknownRecord(let id)):
      guard let office = state.books.register[id]?.office else { return nil }
      return parts.first { $0.office == office }?.name
    default: return nil
    }
  }
}

extension JointOffice {
  /// Whether the lines that a step of the city's rests on count.
  public func stands(_ step: CityStep) -> Bool {
    parts.contains { $0.writer == step.filing.writer && $0.stands(step.basis) }
  }

  /// Whether a step of the city's takes effect on the filing that its office has under that number.
  public func takesEffect(_ step: CityStep) -> Bool {
    parts.contains {
      $0.writer == step.filing.writer && $0.takesEffect(step, among: parts[0].state.offices.steps)
    }
  }
}

extension Ruling.Verdict {
  /// What commands and the journal call it.
  public var word: String {
    switch self {
    case .link: "link"
    case .distinct: "distinct"
    case .keep: "keep"
    case .head: "head"
    case .confirm: "confirm"
    case .map: "map"
    case .noted: "noted"
    case .void: "void"
    case .forkKeep: "fork-keep"
    }
  }
}

extension Command {
  /// Whether it is about the filings of all offices, wherever they stand.
  public var isOverAllOffices: Bool {
    switch self {
    case .step, .sealYear, .enterNews, .adoptPolicy, .withdrawPolicy: true
    default: false
    }
  }
}
