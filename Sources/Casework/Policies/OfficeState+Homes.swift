public import CaseModel
public import SubsidyRules

/// Of which policy a filing is: while nobody has decided it, of the one whose periods hold its event.
extension OfficeState {
  /// The policy that a filing is of; the newest where none has its item.
  public func document(of filing: Filing) -> Policy { policy.document(of: filing.item) }

  /// A filing that is not decided under the item of the policy that holds its event; as it is where none does, or nobody
  /// can tell. One that an old office decided is `takenOver`: it moves only where the policy it stands under does not hold
  /// its event, since nobody here has decided it by that.
  public func atHome(_ filing: Filing, as received: FactsAtReceipt, takenOver: Bool = false) -> Filing {
    guard policy.documents.count > 1, takenOver || !filing.isSettled else { return filing }
    let facts = facts(of: filing.applicant, as: received)
    guard case .item(let id) = policy.home(of: filing, of: facts, staying: filing.isSettled),
      id != filing.item
    else { return filing }
    var filing = filing
    filing.item = id
    return filing
  }

  /// How many filings are of each policy, by its id.
  public func filingsByPolicy() -> [String: Int] {
    files.rows.reduce(into: [:]) { counts, row in
      counts[policy.document(of: files.item(of: row)).id, default: 0] += 1
    }
  }

  /// Policy files that were in force together, by their hashes in their order, as one; nil where the store does not have
  /// them all.
  public func policy(ofFiles hashes: [String]) -> Policy? {
    PoliciesInForce(hashes.map { .init(id: given.policies[$0]?.id ?? "", hash: $0) }).joined(given.policies)
  }

  /// The policies in force with another in the place of the one of its id, else of the newest; the other alone where the
  /// office has but one.
  public func policy(with other: Policy) -> Policy {
    guard policy.documents.count > 1 else { return other }
    let place = rules.inForce.hash(of: other.id) == nil ? policy.id : other.id
    let files = rules.inForce.entries.compactMap {
      $0.id == place ? other.named(place) : given.policies[$0.hash]
    }
    return Policy.joining(files) ?? other
  }

  /// Whether two items are the same in different policies.
  func isSameItem(_ a: String, _ b: String) -> Bool {
    guard a != b else { return true }
    guard let a = policy.item(a), let b = policy.item(b) else { return false }
    return a.name == b.name
  }

  /// Puts a filing that is undecided again under the policy that holds its event.
  mutating func bringHome(_ id: String, _ transaction: Transaction) {
    guard policy.documents.count > 1, let number = files.number(of: id) else { return }
    let (filing, received) = files.statement(number)
    let moved = atHome(filing, as: received)
    if moved.item != filing.item { change(id, transaction) { $0.filing.item = moved.item } }
  }

  /// Puts every undecided filing under the policy that holds its event, when other policies are in force than before.
  mutating func bringHome(from before: Policy) {
    guard before.documents.count > 1 || policy.documents.count > 1 else { return }
    for number in files.indices {
      let (filing, received) = files.statement(number)
      let isTakenOver = filing.isSettled && files[number].isTakenOver
      guard !filing.isSettled || isTakenOver else { continue }
      var moved = filing
      // Its policy was taken back: another's item of the same name stands for it until the event tells.
      if policy.item(filing.item) == nil, let name = before.item(filing.item)?.name,
        let other = policy.items.first(where: { $0.name == name })
      {
        moved.item = other.id
      }
      moved = atHome(moved, as: received, takenOver: isTakenOver)
      if moved.item != filing.item { files.change(number) { $0.filing.item = moved.item } }
    }
  }
}

extension Filing {
  /// Whether it was decided or closed, so that it stays of the policy it is of.
  var isSettled: Bool { decided != nil || stage.isClosed }
}
