import CaseModel

/// A ledger's claims with some changed, and the settling of all that the change can touch.
struct Overlay {
  let claims: [Claim?]
  let byKey: [String: [Int]]
  let byGroup: [Claim.Group: [Int]]
  let changes: [Int: Claim?]

  private func claim(_ number: Int) -> Claim? {
    if let changed = changes[number] { changed } else { held(number) }
  }

  private func held(_ number: Int) -> Claim? { claims.indices.contains(number) ? claims[number] : nil }

  /// The settlements of every claim that the change can touch, the changed ones among them.
  func settled() -> [Int: Settlement] {
    let touched = touched()
    var till = Till()
    var settled: [Int: Settlement] = [:]
    for number in touched.sorted(by: { Ledger.precedes(claim($0), claim($1)) }) {
      guard let claim = claim(number) else { continue }
      settled[number] = till.serve(claim, holder: holder(for: claim, number))
    }
    return settled
  }

  private func holder(for claim: Claim, _ number: Int) -> String? {
    guard let key = claim.key else { return nil }
    let first = members(key: key).min { Ledger.precedes(self.claim($0), self.claim($1)) }
    guard let first, first != number else { return nil }
    return self.claim(first)?.place.filing
  }

  /// The changed claims, those with their old and new keys, and from there whatever shares a cap with one of
  /// them: a claim that gains or loses its key gives or takes room.
  private func touched() -> Set<Int> {
    var touched: Set<Int> = []
    var keys: Set<String> = []
    for (number, new) in changes {
      touched.insert(number)
      for claim in [held(number), new].compactMap({ $0 }) {
        if let key = claim.key { keys.insert(key) }
      }
    }
    for key in keys { touched.formUnion(members(key: key)) }
    var groups: Set<Claim.Group> = []
    var open = Array(touched)
    while let number = open.popLast() {
      for claim in [held(number), claim(number)].compactMap({ $0 }) {
        for share in claim.shares where groups.insert(share.group).inserted {
          for member in members(group: share.group) where touched.insert(member).inserted {
            open.append(member)
          }
        }
      }
    }
    return touched
  }

  private func members(key: String) -> [Int] {
    (byKey[key] ?? []).filter { changes[$0] == nil }
      + changes.compactMap { $1?.key == key ? $0 : nil }
  }

  private func members(group: Claim.Group) -> [Int] {
    (byGroup[group] ?? []).filter { changes[$0] == nil }
      + changes.compactMap { number, claim in
        claim?.shares.contains { $0.group == group } == true ? number : nil
      }
  }
}
