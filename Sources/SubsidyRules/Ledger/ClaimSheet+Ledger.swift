import CaseModel

/// What a ledger does with its claims.
extension ClaimSheet {
  /// The shares of a claim.
  func shares(of number: ClaimNumber) -> ArraySlice<Share> {
    let slot = slots[number.place]
    return shares[Int(slot.firstShare)..<Int(slot.firstShare + slot.shareCount)]
  }

  func id(of number: ClaimNumber) -> String { texts[slots[number.place].id] }

  /// Whether the claim of one number is served before that of another, as `Claim.Place` says.
  func precedes(_ a: ClaimNumber, _ b: ClaimNumber) -> Bool {
    let (x, y) = (slots[a.place], slots[b.place])
    return x.turn.precedes(y.turn) ?? texts.precedes(x.id, y.id)
  }

  /// Whether the claim of one number has a once-only key before that of another.
  func hasKey(_ a: ClaimNumber, before b: ClaimNumber) -> Bool {
    let (x, y) = (slots[a.place], slots[b.place])
    if !x.isDecided, !y.isDecided, x.isKept != y.isKept { return x.isKept }
    return precedes(a, b)
  }

  /// The numbers of all claims in the order in which they are served.
  func turns() -> [ClaimNumber] {
    var turns: [ClaimNumber] = []
    turns.reserveCapacity(count)
    for isDecided in [true, false] {
      let first = turns.count
      var isInOrder = true
      for number in slots.indices where slots[number].isThere && slots[number].isDecided == isDecided {
        // An office's list is nearly always in the order of receipt.
        let claim = ClaimNumber(number)
        if isInOrder, turns.count > first, precedes(claim, turns[turns.count - 1]) { isInOrder = false }
        turns.append(claim)
      }
      if !isInOrder { turns[first...].sort(by: precedes) }
    }
    return turns
  }

  /// An empty list of members for each group, with room for all of them.
  func memberLists() -> [[ClaimNumber]] {
    var counts = Array(repeating: 0, count: groups.groups.count)
    for share in shares { counts[share.group.place] += 1 }
    return counts.map { count in
      var list: [ClaimNumber] = []
      list.reserveCapacity(count)
      return list
    }
  }

  // MARK: - Single claims

  /// Forgets the keys, once the ledger has them by number.
  mutating func dropKeys() {
    keys = []
    furtherKeys = [:]
    needs = [:]
  }

  mutating func makeRoom(for number: Int) {
    while slots.count <= number { slots.append(Slot()) }
  }

  /// Takes the claim of a number away.
  mutating func remove(_ number: Int) { slots[number] = Slot() }

  /// Puts a claim under a number that has none, and gives its keys: its own first, empty where it has none; and the
  /// key of the award that it needs, empty likewise.
  mutating func put(_ claim: Claim, under number: Int) -> (own: [Key], needs: Key) {
    var id = claim.place.filing
    let place = id.withUTF8 { texts.append(UnsafeRawBufferPointer($0)) }
    slots[number] = Slot(
      isThere: true, turn: claim.place.turn, isKept: claim.place.isKept, id: place, amount: claim.amount,
      firstShare: UInt32(shares.count), shareCount: UInt32(claim.shares.count))
    for share in claim.shares {
      let group = share.group.text { groups.number(of: $0, in: &texts) }
      shares.append(Share(group: group, isInPieces: share.isInPieces, limit: share.limit))
    }
    func key(_ text: String?) -> Key {
      guard var text else { return Key() }
      return text.withUTF8 { kept(UnsafeRawBufferPointer($0)) }
    }
    return (([claim.key] + claim.furtherKeys).map(key), key(claim.needs))
  }
}
