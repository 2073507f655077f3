public import CaseModel
public import SubsidyRules

/// Entering, changing and striking out records of the work register.
extension OfficeState {
  func entered(_ entries: [RegisterEntry], on today: CivilDate) throws(Refusal) -> [Change] {
    var changes: [Change] = []
    var beside: Set<String> = []
    var once = OnceIndex(books.register)
    for entry in entries {
      var entry = entry
      if entry.id.isEmpty {
        entry.id = recordID(ahead: changes.count)
      } else if books.register[entry.id] != nil || beside.contains(entry.id) {
        throw .register(.numberTaken(entry.id))
      }
      try check(entry, &once, on: today)
      once.put(entry, recordKind(entry.kind))
      beside.insert(entry.id)
      changes.append(.recordEntered(entry))
    }
    return changes
  }

  /// - Parameter hands: how many had a hand in it when it was looked at; nil where nobody looked.
  func changed(_ entry: RegisterEntry, hands: Int?, on today: CivilDate) throws(Refusal) -> [Change] {
    let record = try standing(entry.id)
    if let hands, hands != record.hands.count, let last = record.hands.last {
      throw .register(.movedOn(entry.id, by: last.by, at: last.at))
    }
    guard entry.kind == record.entry.kind else { throw .register(.kindFixed(entry.id)) }
    var once = OnceIndex(books.register)
    try check(entry, &once, on: today)
    return entry == record.entry ? [] : [.recordChanged(entry)]
  }

  func struck(_ id: String, note: String) throws(Refusal) -> [Change] {
    _ = try standing(id)
    guard TextFolding.isReason(note) else { throw .noteMissing }
    return [.recordStruck(id: id, note: note)]
  }

  private func standing(_ id: String) throws(Refusal) -> RegisterRecord {
    guard let record = books.register[id] else { throw .register(.unknownRecord(id)) }
    guard record.struckOut == nil else { throw .register(.struckOut(id)) }
    return record
  }

  // MARK: - What a record must be

  private func check(
    _ entry: RegisterEntry, _ once: inout OnceIndex, on today: CivilDate
  ) throws(Refusal) {
    guard let kind = recordKind(entry.kind) else { throw .register(.unknownKind(entry.kind)) }
    guard districts.named(by: entry.district) != nil else {
      throw .register(.unknownDistrict(entry.district))
    }
    let unknown = entry.values.map(\.name).filter { kind.field($0) == nil }
    guard unknown.isEmpty else { throw .register(.unknownFields(unknown)) }
    var missing: [String] = []
    var unreadable: [String] = []
    for field in kind.fields {
      switch field.rule.value(of: entry[field.rule.id]) {
      case .missing: if !field.isOptional { missing.append(field.rule.id) }
      case .invalid: unreadable.append(field.rule.id)
      case .value(.date(let day)) where day > today: throw .register(.dayInFuture(day))
      case .value: break
      }
    }
    guard missing.isEmpty else { throw .register(.missing(missing)) }
    guard unreadable.isEmpty else { throw .register(.unreadable(unreadable)) }
    try checkStages(of: entry, kind)
    if let other = once.id(of: entry, kind), other != entry.id { throw .register(.repeated(id: other)) }
  }

  private func checkStages(of entry: RegisterEntry, _ kind: RecordKind) throws(Refusal) {
    let reached = kind.reached(entry)
    for (a, b) in zip(reached, reached.dropFirst()) where b.day < a.day {
      throw .register(.stagesOutOfOrder(first: a.stage.label, second: b.stage.label))
    }
  }

  /// The record that a county has already of what it has one of, where an entry would be another; nil where there is none.
  public func twins(of entries: [RegisterEntry]) -> [RegisterEntry?] {
    var once = OnceIndex(books.register)
    return entries.map { entry in
      guard let kind = recordKind(entry.kind), let id = once.id(of: entry, kind) else { return nil }
      return books.register[id]?.entry
    }
  }
}

/// The records of what a county has one of, by that; each kind's are gone through when they are first asked for.
private struct OnceIndex {
  private let register: WorkRegister
  private var ids: [String: [[String]: String]] = [:]

  init(_ register: WorkRegister) { self.register = register }

  mutating func id(of entry: RegisterEntry, _ kind: RecordKind) -> String? {
    guard let key = kind.key(of: entry) else { return nil }
    if ids[kind.id] == nil {
      let own = register.records.lazy.filter { $0.struckOut == nil && $0.entry.kind == kind.id }
      ids[kind.id] = Dictionary(
        first: own.compactMap { record in kind.key(of: record.entry).map { ($0, record.id) } })
    }
    return ids[kind.id]?[key]
  }

  mutating func put(_ entry: RegisterEntry, _ kind: RecordKind?) {
    guard let kind, let key = kind.key(of: entry) else { return }
    ids[kind.id]?[key] = entry.id
  }
}

extension RecordKind {
  /// The stages that a record has reached, with their days, in the order of the file.
  public func reached(_ entry: RegisterEntry) -> [(stage: Stage, day: CivilDate)] {
    stages.compactMap { stage in
      guard fields.indices.contains(stage.field), case .date(let day)? = entry.value(fields[stage.field])
      else {
        return nil
      }
      return (stage, day)
    }
  }

  /// What a county has one record of; nil where the kind has no such thing.
  public func key(of entry: RegisterEntry) -> [String]? {
    guard !once.isEmpty else { return nil }
    return [entry.district]
      + once.map { index in
        switch entry[fields[index].rule.id] {
        case .text(let text) where fields[index].rule.kind == .applicationNumber:
          // One number is written in many dresses.
          News.application(text).map { String($0.digits) } ?? TextFolding.unique(text)
        case .text(let text): TextFolding.unique(text)
        case .count(let count): String(count)
        case .flag(let flag): String(flag)
        case .null, .other, nil: ""
        }
      }
  }
}
