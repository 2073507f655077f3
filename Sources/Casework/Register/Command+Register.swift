public import CaseModel
public import SubsidyRules

/// Entering, changing and striking out records of the work register.
extension OfficeState {
  func entered(_ entries: [RegisterEntry], on today: CivilDate) throws(Refusal) -> [Change] {
    var changes: [Change] = []
    var beside: [RegisterEntry] = []
    for entry in entries {
      var entry = entry
      if entry.id.isEmpty {
        entry.id = recordID(ahead: changes.count)
      } else if register[entry.id] != nil || beside.contains(where: { $0.id == entry.id }) {
        throw .register(.numberTaken(entry.id))
      }
      try check(entry, beside: beside, on: today)
      beside.append(entry)
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
    try check(entry, beside: [], on: today)
    return entry == record.entry ? [] : [.recordChanged(entry)]
  }

  func struck(_ id: String, note: String) throws(Refusal) -> [Change] {
    _ = try standing(id)
    guard !TextFolding.isBlank(note) else { throw .noteMissing }
    return [.recordStruck(id: id, note: note)]
  }

  private func standing(_ id: String) throws(Refusal) -> RegisterRecord {
    guard let record = register[id] else { throw .register(.unknownRecord(id)) }
    guard record.struckOut == nil else { throw .register(.struckOut(id)) }
    return record
  }

  // MARK: - What a record must be

  private func check(
    _ entry: RegisterEntry, beside: [RegisterEntry], on today: CivilDate
  ) throws(Refusal) {
    guard let kind = policy.recordKind(entry.kind) else { throw .register(.unknownKind(entry.kind)) }
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
    try checkOnce(entry, kind, beside: beside)
  }

  private func checkStages(of entry: RegisterEntry, _ kind: RecordKind) throws(Refusal) {
    let reached = kind.reached(entry)
    for (a, b) in zip(reached, reached.dropFirst()) where b.day < a.day {
      throw .register(.stagesOutOfOrder(first: a.stage.label, second: b.stage.label))
    }
  }

  private func checkOnce(
    _ entry: RegisterEntry, _ kind: RecordKind, beside: [RegisterEntry]
  ) throws(Refusal) {
    guard let key = kind.key(of: entry) else { return }
    let others = register.records.filter { $0.struckOut == nil && $0.id != entry.id }.map(\.entry) + beside
    if let other = others.first(where: { $0.kind == entry.kind && kind.key(of: $0) == key }) {
      throw .register(.repeated(id: other.id))
    }
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
  func key(of entry: RegisterEntry) -> [String]? {
    guard !once.isEmpty else { return nil }
    return [entry.district]
      + once.map { index in
        switch entry[fields[index].rule.id] {
        case .text(let text): TextFolding.unique(text)
        case .count(let count): String(count)
        case .flag(let flag): String(flag)
        default: ""
        }
      }
  }
}
