import CaseModel

/// What decided claims guard: a once-only key, room under caps.
extension Ledger {
  /// Decided claims whose once-only key another decided claim has already, each beside the one that has it; by number.
  /// One of which nothing was kept does not count.
  public func decidedTwice() -> [(first: Int, other: Int)] {
    var seen: Set<[Int]> = []
    return keys.shared.flatMap { key in
      let decided = keys.claims(key).map(\.place).filter {
        sheet.slots[$0].isDecided && served[$0].award > .zero
      }
      guard let first = decided.first else { return [(first: Int, other: Int)]() }
      return decided.dropFirst().map { (first: first, other: $0) }
        .filter { seen.insert([$0.first, $0.other]).inserted }
    }
  }

  /// The claims that name a once-only key which several name, by number, in the order in which they are served.
  public func sharedClaims() -> [[Int]] { keys.shared.map { keys.claims($0).map(\.place) } }

  /// Whether nobody is kept from anything by a claim: it has neither a key nor room under a cap.
  public func guardsNothing(_ number: Int) -> Bool {
    guard isHeld(number) else { return true }
    let claim = ClaimNumber(number)
    return keys.key(of: claim) == nil && sheet.shares(of: claim).isEmpty
  }
}
