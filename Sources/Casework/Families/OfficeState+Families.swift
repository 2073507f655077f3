public import CaseModel
import SubsidyRules

/// Whose family an applicant belongs to on a day.
///
/// Whose family a filing counts in goes by its day of receipt. The days on which a branch joined or left are
/// kept (`parentChanges`); undecided filings move, decided ones get families added
/// (`FactsAtReceipt.further`). Nothing here gives room or a key back.
extension OfficeState {
  /// The head of an applicant's family today: itself, or the head office of a branch.
  public func family(of applicant: String) -> String {
    Families.root(of: applicant, parent: { self.applicant($0)?.parent }) ?? applicant
  }

  /// The head of an applicant's family on a day.
  public func family(of applicant: String, on day: CivilDate) -> String {
    family(of: applicant, on: day) { self.applicant($0) }
  }

  /// The same among applicants that `find` gives.
  func family(of applicant: String, on day: CivilDate, _ find: (String) -> Applicant?) -> String {
    Families.root(of: applicant) { parent(of: $0, on: day, find) } ?? applicant
  }

  private func parent(of id: String, on day: CivilDate, _ find: (String) -> Applicant?) -> String? {
    if let later = people.parentChanges[id]?.first(where: { day < $0.from }) { return later.before }
    return find(id)?.parent
  }

  /// The facts that a filing rests on when it is received on a day: an undecided one's family may be another then.
  func facts(of file: FiledFiling, on day: CivilDate) -> FactsAtReceipt {
    var facts = file.received
    let family = family(of: file.filing.applicant, on: day)
    // A day on the same side of every change moves nothing.
    if family != self.family(of: file.filing.applicant, on: file.filing.received) { facts.family = family }
    return facts
  }

  /// The facts that a draft would rest on if it were saved now.
  func facts(of draft: Filing, of applicant: Applicant) -> FactsAtReceipt {
    file(draft.id).map { facts(of: $0, on: draft.received) } ?? facts(of: applicant, on: draft.received)
  }

  /// The heads in whose families an applicant and those below it have used room on any day, and their filings that count
  /// in several.
  public func familyNames(around applicant: String) -> (heads: Set<String>, inSeveral: [String]) {
    var heads: Set<String> = [applicant, family(of: applicant)]
    var inSeveral: [String] = []
    for number in numbers(under: applicant, .always) + files.numbers(inFamilyOf: applicant) {
      let (filing, received) = files.statement(number)
      heads.formUnion(received.heads)
      if !received.further.isEmpty, !inSeveral.contains(filing.id) { inSeveral.append(filing.id) }
    }
    return (heads, inSeveral)
  }

  /// The state as it is once an applicant's parent is another, of which only families are to be asked.
  private func moved(to applicant: Applicant, since: ParentSince) -> OfficeState {
    var state = self
    guard let number = number(ofApplicant: applicant.id) else { return state }
    state.note(since, before: people.applicants[number].parent, of: applicant.id)
    state.people.applicants[number] = applicant
    return state
  }

  /// Keeps from when on another parent counts.
  private mutating func note(_ since: ParentSince, before: String?, of id: String) {
    switch since {
    case .always: people.parentChanges[id] = nil
    case .day(let from):
      // A second change of one day takes the place of the first.
      guard people.parentChanges[id]?.last?.from != from else { return }
      people.parentChanges[id, default: []].append(ParentChange(from: from, before: before))
    }
  }

  // MARK: - Changing a parent

  /// Changes of an applicant, and of the undecided filings whose family it makes another or that are named.
  func changed(
    _ applicant: Applicant, touching touched: [String], since said: ParentSince?, today: CivilDate
  ) throws(Refusal) -> [Change] {
    guard let old = self.applicant(applicant.id) else { throw .unknownApplicant(applicant.id) }
    let since = said ?? .always
    let isMoved =
      old.parent != applicant.parent || said == .always && people.parentChanges[applicant.id] != nil
    if case .day(let from) = since {
      guard old.parent != applicant.parent else { throw .family(.sameParent) }
      guard from <= today else { throw .family(.notYet(from)) }
      if let last = people.parentChanges[applicant.id]?.last?.from, from < last {
        throw .family(.beforeLastChange(last))
      }
    }
    let after = moved(to: applicant, since: since)
    if isMoved { try after.checkCircles() }
    var changes: [Change] =
      old == applicant && !isMoved ? [] : [.applicantChanged(applicant, parent: isMoved ? since : nil)]
    for id in touched {
      let file = try open(id, of: applicant)
      changes.append(.factsChanged(filing: id, after.facts(of: applicant, on: file.filing.received)))
    }
    guard isMoved else { return changes }
    for number in after.numbers(movedBy: applicant, since) where files.rows[number].stage.isUndecided {
      let (filing, received) = files.statement(number)
      guard filing.decided == nil, !touched.contains(filing.id) else { continue }
      let facts = after.moved(received, of: filing, by: applicant, since)
      if facts != received { changes.append(.factsChanged(filing: filing.id, facts)) }
    }
    return changes
  }

  /// Refuses parents that come round to themselves on any day.
  private func checkCircles() throws(Refusal) {
    // Between two changes nothing moves: a day before each is enough.
    let days = Set(
      people.parentChanges.values.joined().compactMap { CivilDate(dayNumber: $0.from.dayNumber - 1) })
    for day in days {
      for id in people.parentChanges.keys {
        let root = Families.root(of: id) { parent(of: $0, on: day) { self.applicant($0) } }
        if root == nil { throw .cycleOfParents }
      }
    }
  }

  // MARK: - Folding

  /// Takes in that an applicant's parent is another: filings that count by it belong to the family of their day.
  ///
  /// What is decided stays in the families where it used room and uses it in the new one too: nothing gives room back.
  /// A head that was always a branch heads no family, so that what used room in its own uses the larger one's.
  mutating func moveFamilies(of applicant: Applicant, before: Applicant, _ since: ParentSince) {
    guard before.parent != applicant.parent || since == .always && people.parentChanges[applicant.id] != nil
    else {
      return
    }
    note(since, before: before.parent, of: applicant.id)
    for number in numbers(movedBy: applicant, since) {
      let (filing, received) = files.statement(number)
      let facts = moved(received, of: filing, by: applicant, since)
      if facts != received { files.change(number) { $0.received = facts } }
    }
    if !folded.isReplaying { settle() }
  }

  /// The facts of a filing once an applicant's parent is another, which the state already says.
  private func moved(
    _ received: FactsAtReceipt, of filing: Filing, by applicant: Applicant, _ since: ParentSince
  ) -> FactsAtReceipt {
    var heads = received.heads
    if isNoHead(applicant, since) {
      let head = family(of: applicant.id, on: filing.received)
      heads = heads.map { $0 == applicant.id ? head : $0 }
    }
    if isUnder(applicant.id, filing, since) {
      let family = family(of: filing.applicant, on: filing.received)
      heads = filing.decided == nil ? [family] : heads + [family]
    }
    heads = heads.eachOnce
    var facts = received
    facts.family = heads[0]
    facts.further = Array(heads.dropFirst())
    return facts
  }

  /// Whether an applicant was always somebody's branch, as a correction says: it heads no family.
  private func isNoHead(_ applicant: Applicant, _ since: ParentSince) -> Bool {
    since == .always && applicant.parent != nil
  }

  /// The filings that a change of an applicant's parent moves: those that count by it, and those in the family that it
  /// heads no more, where a change of before has left them behind.
  private func numbers(movedBy applicant: Applicant, _ since: ParentSince) -> [Int] {
    var numbers = Set(numbers(under: applicant.id, since))
    if isNoHead(applicant, since) { numbers.formUnion(files.numbers(inFamilyOf: applicant.id)) }
    return numbers.sorted()
  }

  /// The filings of an applicant and of all below it that a change of its parent counts for.
  private func numbers(under id: String, _ since: ParentSince) -> [Int] {
    var known: [NameNumber: Bool] = [:]
    return files.rows.indices.filter { number in
      let row = files.rows[number]
      if let isNear = known[row.applicant] {
        guard isNear else { return false }
      } else {
        let isNear = mayBeUnder(id, files.applicant(of: row))
        known[row.applicant] = isNear
        guard isNear else { return false }
      }
      return isUnder(id, files.applicant(of: row), on: row.received, since)
    }
  }

  private func isUnder(_ id: String, _ filing: Filing, _ since: ParentSince) -> Bool {
    isUnder(id, filing.applicant, on: filing.received, since)
  }

  /// Whether the chain of parents of an applicant leads to `id` on a day that the change counts for.
  private func isUnder(_ id: String, _ applicant: String, on day: CivilDate, _ since: ParentSince) -> Bool {
    if case .day(let from) = since, day < from { return false }
    var found = applicant == id
    _ = Families.root(of: applicant) { one in
      let parent = parent(of: one, on: day) { self.applicant($0) }
      if parent == id { found = true }
      return parent
    }
    return found
  }

  /// Whether the chain of an applicant may lead to `id` on any day.
  private func mayBeUnder(_ id: String, _ applicant: String) -> Bool {
    var open = [applicant]
    var seen: Set<String> = []
    while let one = open.popLast() {
      if one == id { return true }
      guard seen.insert(one).inserted else { continue }
      open += ([self.applicant(one)?.parent] + (people.parentChanges[one]?.map(\.before) ?? [])).compactMap(
        \.self)
    }
    return false
  }
}
