import CaseModel
import SubsidyRules

/// A policy joins those in force, or is taken back.
extension OfficeState {
  func adopted(_ hash: String, note: String, by who: Operator) throws(Refusal) -> [Change] {
    try need(.supervisor, who)
    guard let adopted = given.policies[hash] else { throw .unknownPolicy(hash) }
    guard TextFolding.isReason(note) else { throw .noteMissing }
    guard rules.inForce.hash(of: adopted.id) != hash else { return [] }
    let change = Change.policyJoined(id: adopted.id, hash: hash, note: note)
    guard let joined = rules.inForce.taking(change).joined(given.policies).map(withChoices) else {
      throw .unknownPolicy(hash)
    }
    let broken = joined.brokenContinuations
    guard broken.isEmpty else { throw .policy(.continuesNothing(broken)) }
    // A filing of an item that nobody knows could neither be decided nor explained.
    let lacking = files.items.filter { policy.item($0) != nil && joined.item($0) == nil }
    guard lacking.isEmpty else { throw .policyLacksItems(lacking.sorted()) }
    let differing = registerDiffering(in: joined)
    guard differing.isEmpty else { throw .policy(.registerDiffers(differing)) }
    if let before = policy.document(adopted.id) { try checkDecided(before, joined) }
    return [change]
  }

  /// What was decided by a policy stays where it is, whatever file comes in its place.
  private func checkDecided(_ before: Policy, _ joined: Policy) throws(Refusal) {
    var isUsed = false
    var moved: [String] = []
    for number in files.numbers(ofItems: Set(before.items.map(\.id))) {
      let file = files[number]
      guard file.filing.decided != nil else { continue }
      isUsed = true
      let now = policy.judge(file.filing, of: file.facts, tracing: false)
      let then = joined.judge(file.filing, of: file.facts, tracing: false)
      if now.event != then.event || !now.takes(theSameAs: then) { moved.append(file.filing.id) }
    }
    guard moved.isEmpty else { throw .policy(.movesDecided(moved.sorted())) }
    if isUsed, let then = joined.document(before.id), then.document != before.document {
      throw .policy(.otherDocument(before.document))
    }
  }

  /// The kinds of records that would lose a field, or of which two would be the fund's budget, by their labels.
  private func registerDiffering(in joined: Policy) -> [String] {
    func budget(_ kind: RecordKind) -> String? { kind.budget.map { kind.fields[$0].rule.id } }
    let changed = policy.register.filter { kind in
      guard let other = joined.recordKind(kind.id) else { return true }
      let kept = Set(other.fields.map(\.rule.id))
      return !kind.fields.allSatisfy { kept.contains($0.rule.id) } || budget(kind) != budget(other)
    }
    let budgets = joined.register.filter { $0.budget != nil }
    return changed.map(\.label) + (budgets.count > 1 ? budgets.map(\.label) : [])
  }

  func withdrawn(_ id: String, note: String, by who: Operator) throws(Refusal) -> [Change] {
    try need(.supervisor, who)
    guard TextFolding.isReason(note) else { throw .noteMissing }
    guard rules.inForce.hash(of: id) != nil, let going = policy.document(id) else {
      throw .policy(.notInForce(id))
    }
    guard rules.inForce.entries.first?.id != id else { throw .policy(.isFounding(id)) }
    for other in policy.documents where other.id != id {
      let continued = other.items.compactMap(\.continues) + other.caps.compactMap(\.continues)
      guard !continued.contains(where: { $0.hasPrefix(id + "/") }) else {
        throw .policy(.isContinued(id, by: other.id))
      }
    }
    let resting = files.numbers(ofItems: Set(going.items.map(\.id))).map { files.filing($0) }
    let settled = resting.filter { $0.isSettled }
    guard settled.isEmpty else { throw .policy(.isUsed(id, filings: settled.count)) }
    let change = Change.policyWithdrawn(id: id, note: note)
    let after = rules.inForce.taking(change).joined(given.policies)
    let homeless = resting.filter { filing in
      let name = policy.item(filing.item)?.name
      return !(after?.items.contains { $0.name == name } ?? false)
    }
    guard homeless.isEmpty else {
      throw .policy(.leavesHomeless(id, filings: homeless.map(\.id).sorted()))
    }
    return [change]
  }
}

extension Judgement {
  /// Whether two take the same once-only keys, and room under the same caps.
  fileprivate func takes(theSameAs other: Judgement) -> Bool {
    claim?.key == other.claim?.key && claim?.furtherKeys == other.claim?.furtherKeys
      && claim?.shares.map(\.group) == other.claim?.shares.map(\.group)
  }
}
