import CaseModel
import SubsidyRules

/// Saying who is who among an office's own records of applicants.
extension OfficeState {
  func changes(
    for word: PersonWord, _ seen: PersonConsequences, by who: Operator
  ) throws(Refusal) -> [Change] {
    try need(.supervisor, who)
    guard !offices.isCity else { throw .person(.cityRules) }
    guard TextFolding.isReason(word.note) else { throw .noteMissing }
    for id in word.applicants where applicant(id) == nil { throw .unknownApplicant(id) }
    var word = word
    word.applicants = inOrder(word.applicants)
    guard word.applicants.count > 1 else { throw .person(.needsTwo) }
    let last = people.words.standing.last { Set($0.applicants) == Set(word.applicants) }
    switch word.verdict {
    case .link:
      if last?.verdict == .link { return [] }
      try checkLink(word)
    case .distinct:
      if last?.verdict == .distinct { return [] }
      try checkAuthors(of: word, who)
    case .withdraw:
      guard let last else { throw .person(.nothingSaid) }
      if last.verdict == .link { try checkAuthors(of: word, who) }
    }
    let after = told(word)
    try after.checkWords()
    guard consequences(of: word) == seen else { throw .newsMoved }
    return [.personsTold(word)]
  }

  /// Records that are one are of one kind and have one head office on every day.
  private func checkLink(_ word: PersonWord) throws(Refusal) {
    let records = word.applicants.compactMap(applicant)
    guard Set(records.map(\.kind)).count == 1 else { throw .person(.kindsDiffer) }
    let units = told(word).files.units
    func heads(_ of: (Applicant) -> String?) -> Set<String?> { Set(records.map { of($0).map(units.head) }) }
    guard heads(\.parent).count == 1, Set(records.map { people.parentChanges[$0.id] ?? [] }).count == 1 else {
      throw .person(.headsDiffer)
    }
  }

  /// Refuses words that others contradict by way of a third record.
  private func checkWords() throws(Refusal) {
    let (linked, apart) = people.words.verdicts()
    let wrong =
      linked.first { Set($0.map(files.units.head)).count > 1 }
      ?? apart.first { Set($0.map(files.units.head)).count == 1 }
    if let pair = wrong?.sorted(), pair.count == 2 { throw .person(.contradicts(pair[0], pair[1])) }
  }

  /// Whoever entered a record or gave it its name does not part it from others: that would pay a second time what is
  /// paid once, by one pair of eyes.
  private func checkAuthors(of word: PersonWord, _ who: Operator) throws(Refusal) {
    guard !house.isAloneAllowed else { return }
    let names: Set = [Applicant.Field.name.rawValue, Applicant.Field.code.rawValue]
    var authors: [String: (record: String, at: String)] = [:]
    for id in word.applicants {
      for entry in history(ofApplicant: id) {
        switch entry.deed {
        case .received: authors[entry.by] = (id, entry.at)
        case .changed(let fields) where !names.isDisjoint(with: fields): authors[entry.by] = (id, entry.at)
        default: break
        }
      }
    }
    guard let own = authors[who.name] else { return }
    let others = house.operators.filter { !$0.isRetired && $0.role == .supervisor && authors[$0.name] == nil }
    throw .person(.ownRecord(own.record, at: own.at, mayAct: others.map(\.name)))
  }
}
