import CaseModel

/// Putting single claims in place of others.
extension Ledger {
  /// What would change if these claims stood in place of the ones under their numbers; nil takes one away.
  /// Nothing is changed by asking. Claims that the change can't touch have no entry.
  public func preview(_ changes: [Int: Claim?]) -> [Int: Settlement] {
    Overlay(self, changes).settlements()
  }

  /// Puts a claim in place of the one under a number, or takes that away, and gives the other numbers whose settlement
  /// changed.
  @discardableResult
  public mutating func put(_ claim: Claim?, under number: Int) -> Set<Int> {
    if let claim, addLast(claim, number) { return [] }
    return apply([number: claim]).subtracting([number])
  }

  /// Puts claims in place of the ones under their numbers and gives the numbers whose settlement changed.
  @discardableResult
  public mutating func apply(_ asked: [Int: Claim?]) -> Set<Int> {
    let changes = keeping(asked)
    let settled = Overlay(self, changes).settled()
    let touched = Set(changes.keys.map(ClaimNumber.init)).union(settled.keys).filter(\.isThere)
    for number in touched where number.place < served.count { count(number, -1) }
    var changed: Set<Int> = []
    for (number, claim) in changes where number >= 0 {
      makeRoom(for: number)
      let wasThere = remove(number)
      if let claim {
        insert(claim, number)
      } else if wasThere {
        served[number] = Served()
        changed.insert(number)
      }
    }
    for (number, after) in settled where number.isThere && served[number.place] != after {
      served[number.place] = after
      changed.insert(number.place)
    }
    for number in touched { count(number, 1) }
    return changed
  }

  /// Adds a claim for whose key nobody asks and that comes last in all its groups, as nearly every one does that is
  /// saved: it gets what is left there and moves nobody. False where it is not so.
  private mutating func addLast(_ claim: Claim, _ number: Int) -> Bool {
    guard number >= 0, !isHeld(number), claim.furtherKeys.isEmpty, claim.needs == nil,
      claim.key.flatMap({ keys.first(of: $0, in: sheet.texts) }) == nil
    else {
      return false
    }
    if keys.hasNeeds, let key = claim.key.flatMap({ keys.number(of: $0, in: sheet.texts) }),
      !keys.claims(needing: key).isEmpty
    {
      return false
    }
    var till = Till(groups: claim.shares.count)
    for (place, share) in claim.shares.enumerated() {
      guard let group = sheet.groups.number(of: share.group, in: sheet.texts) else { continue }
      if let last = members[group.place].last, self.place(of: last) >= claim.place { return false }
      till.begin(GroupNumber(place), used: sums[group.place].used)
    }
    makeRoom(for: number)
    insert(claim, number)
    let shares = claim.shares.enumerated().map { place, share in
      ClaimSheet.Share(group: GroupNumber(place), isInPieces: share.isInPieces, limit: share.limit)
    }
    served[number] = till.serve(isDecided: claim.place.isDecided, claim.amount, shares, holder: .none)
    count(ClaimNumber(number), 1)
    return true
  }

  /// The claims with the verdicts that put those of their numbers first.
  func keeping(_ changes: [Int: Claim?]) -> [Int: Claim?] {
    var changes = changes
    for number in changes.keys where isHeld(number) && sheet.slots[number].isKept {
      changes[number]??.place.isKept = true
    }
    return changes
  }

  private mutating func makeRoom(for number: Int) {
    sheet.makeRoom(for: number)
    while served.count <= number { served.append(Served()) }
  }

  /// Takes the claim of a number away; false where there was none.
  private mutating func remove(_ number: Int) -> Bool {
    guard sheet.slots[number].isThere else { return false }
    let claim = ClaimNumber(number)
    keys.remove(claim)
    for share in sheet.shares(of: claim) {
      let group = share.group.place
      // Most claims that change came lately, and stand at the end.
      if let place = members[group].lastIndex(of: claim) { members[group].remove(at: place) }
    }
    sheet.remove(number)
    return true
  }

  private mutating func insert(_ claim: Claim, _ number: Int) {
    let all = sheet.put(claim, under: number)
    let sheet = sheet
    let number = ClaimNumber(number)
    keys.insert(number, all.own, in: sheet.texts) { sheet.hasKey(number, before: $0) }
    if all.needs.place.count > 0 { _ = keys.take(needed: all.needs, for: number, in: sheet.texts) }
    while members.count < sheet.groups.groups.count {
      members.append([])
      sums.append(Sum())
    }
    for share in sheet.shares(of: number) {
      let group = share.group.place
      noteLimit(share)
      let place = members[group].partition { sheet.precedes($0, number) }
      members[group].insert(number, at: place)
    }
  }
}

extension Array {
  /// The place of the first element that does not pass a test that all before it pass.
  func partition(where isBefore: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    // Whoever comes now comes last or nearly so.
    if let last, isBefore(last) { return count }
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
