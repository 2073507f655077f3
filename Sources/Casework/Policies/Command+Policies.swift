import CaseModel
import SubsidyRules

/// A policy joins those in force, or is taken back.
extension OfficeState {
  func adopted(_ hash: String, note: String, by who: Operator) throws(Refusal) -> [Change] {
    try need(.supervisor, who)
    guard let adopted = policies[hash] else { throw .unknownPolicy(hash) }
    guard !TextFolding.isBlank(note) else { throw .noteMissing }
    guard inForce.hash(of: adopted.id) != hash else { return [] }
    let change = Change.policyJoined(id: adopted.id, hash: hash, note: note)
    let after = inForce.taking(change)
    var earlier: [Policy] = []
    for policy in after.entries.compactMap({ policies[$0.hash] }) {
      let broken = Policy.brokenContinuations(of: policy, behind: earlier)
      guard broken.isEmpty else { throw .policy(.continuesNothing(broken)) }
      earlier.append(policy)
    }
    // A filing of an item that nobody knows could neither be decided nor explained.
    let joined = after.joined(policies)
    let lacking = files.items.filter { policy.item($0) != nil && joined?.item($0) == nil }
    guard lacking.isEmpty else { throw .policyLacksItems(lacking.sorted()) }
    return [change]
  }

  func withdrawn(_ id: String, note: String, by who: Operator) throws(Refusal) -> [Change] {
    try need(.supervisor, who)
    guard !TextFolding.isBlank(note) else { throw .noteMissing }
    guard inForce.hash(of: id) != nil, let going = policy.document(id) else { throw .policy(.notInForce(id)) }
    guard inForce.entries.first?.id != id else { throw .policy(.isFounding(id)) }
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
    let after = inForce.taking(change).joined(policies)
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
