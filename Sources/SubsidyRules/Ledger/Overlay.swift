import CaseModel

/// A ledger's claims with some changed, and the settling of all that the change can touch.
///
/// Whoever is served before the first of the changed claims keeps what they have. So a filing that was received last
/// costs the sum of what its caps have handed out, and nothing is settled anew but itself.
struct Overlay {
  private let ledger: Ledger
  private let changes: [ClaimNumber: Claim?]
  /// Each changed claim's key; one that nobody has asked for yet gets a number behind the ledger's.
  private var keys: [ClaimNumber: KeyNumber] = [:]
  /// All keys of each changed claim.
  private var allKeys: [ClaimNumber: [KeyNumber]] = [:]
  /// The changed claims that come with each of those keys.
  private var newcomers: [KeyNumber: [ClaimNumber]] = [:]
  /// The key that each changed claim needs, and the changed claims that need each.
  private var needed: [ClaimNumber: KeyNumber] = [:]
  private var needing: [KeyNumber: [ClaimNumber]] = [:]
  /// The first of the places that changed claims have or had.
  private var beginning: Place?

  /// A claim where it stands now, or as the change puts it.
  private enum Place {
    case held(ClaimNumber)
    case new(Claim.Place)
  }

  init(_ ledger: Ledger, _ changes: [Int: Claim?]) {
    self.ledger = ledger
    let changes = Dictionary(
      uniqueKeysWithValues: ledger.keeping(changes).map { (ClaimNumber($0.key), $0.value) })
    self.changes = changes
    var unknown: [String: KeyNumber] = [:]
    func key(of text: String) -> KeyNumber {
      if let known = ledger.keys.number(of: text, in: ledger.sheet.texts) ?? unknown[text] { return known }
      let key = KeyNumber(ledger.keys.count + unknown.count)
      unknown[text] = key
      return key
    }
    for (number, claim) in changes {
      if ledger.isHeld(number.place) { begin(.held(number)) }
      guard let claim else { continue }
      begin(.new(claim.place))
      for (place, text) in ([claim.key] + claim.furtherKeys).enumerated() {
        guard let text else { continue }
        let key = key(of: text)
        if place == 0 { keys[number] = key }
        allKeys[number, default: []].append(key)
        newcomers[key, default: []].append(number)
      }
      if let text = claim.needs {
        let key = key(of: text)
        needed[number] = key
        needing[key, default: []].append(number)
      }
    }
    beginWithKeysKept()
  }

  /// A claim that a verdict has put first may take its key from those served before it, or give it back to them.
  private mutating func beginWithKeysKept() {
    for number in changes.keys {
      for key in ledger.keys.keys(of: number) + (allKeys[number] ?? []) {
        let held = ledger.keys.claims(key)
        guard
          held.contains(where: { ledger.sheet.slots[$0.place].isKept }) || place(number).map(isKept) ?? false
        else { continue }
        for claim in held { begin(.held(claim)) }
      }
    }
  }

  private mutating func begin(_ place: Place) {
    if let beginning, !precedes(place, beginning) { return }
    beginning = place
  }

  /// Where a claim stands with the change; nil where there is none.
  private func place(_ number: ClaimNumber) -> Place? {
    if let changed = changes[number] { return changed.map { .new($0.place) } }
    return ledger.isHeld(number.place) ? .held(number) : nil
  }

  // MARK: - Order

  private func precedes(_ a: Place, _ b: Place) -> Bool {
    if case .held(let a) = a, case .held(let b) = b { return ledger.sheet.precedes(a, b) }
    return turn(a).precedes(turn(b)) ?? withID(a) { a in withID(b) { a.precedesInBytes($0) } }
  }

  private func hasKey(_ a: Place, before b: Place) -> Bool {
    if isKept(a) != isKept(b), !turn(a).isDecided, !turn(b).isDecided { return isKept(a) }
    return precedes(a, b)
  }

  private func isKept(_ place: Place) -> Bool {
    switch place {
    case .held(let number): ledger.sheet.slots[number.place].isKept
    case .new(let place): place.isKept
    }
  }

  private func turn(_ place: Place) -> Claim.Turn {
    switch place {
    case .held(let number): ledger.sheet.slots[number.place].turn
    case .new(let place): place.turn
    }
  }

  private func withID<Value>(_ place: Place, _ read: (UnsafeRawBufferPointer) -> Value) -> Value {
    switch place {
    case .held(let number): return ledger.sheet.texts.with(ledger.sheet.slots[number.place].id, read)
    case .new(var place): return place.filing.withUTF8 { read(UnsafeRawBufferPointer($0)) }
    }
  }

  // MARK: - Settling

  func settlements() -> [Int: Settlement] {
    settled().reduce(into: [:]) { settlements, one in
      let groups = changes[one.key]?.map { $0.shares.map(\.group) } ?? ledger.groups(of: one.key.place)
      settlements[one.key.place] = ledger.settlement(of: one.value, groups) { number in
        changes[number]??.place.filing ?? ledger.sheet.id(of: number)
      }
    }
  }

  /// What every claim that the change can touch is given, the changed ones among them.
  func settled() -> [ClaimNumber: Ledger.Served] {
    var drawing = Drawing()
    let touched = touched(&drawing)
    var till = Till(groups: drawing.groups.count)
    for (group, sum) in drawing.usedBefore.enumerated() { till.begin(GroupNumber(group), used: sum) }
    var settled: [ClaimNumber: Ledger.Served] = [:]
    let turns = touched.compactMap { number in place(number).map { (number, $0) } }
      .sorted { precedes($0.1, $1.1) }
    for (number, _) in turns {
      let holder = hasNeeds ? holder(for: number, settled) : holder(for: number)
      let needed = self.needed(by: number, settled)
      if let claim = changes[number] {
        guard let claim else { continue }
        let shares = claim.shares.map { share in
          ClaimSheet.Share(
            group: drawing.number(of: share.group), isInPieces: share.isInPieces, limit: share.limit)
        }
        settled[number] = till.serve(
          isDecided: claim.place.isDecided, claim.amount, shares, holder: holder, needed: needed)
      } else {
        let slot = ledger.sheet.slots[number.place]
        let shares = ledger.sheet.shares(of: number).map { share in
          ClaimSheet.Share(
            group: drawing.number(of: ledger.sheet.groups.groups[share.group.place]),
            isInPieces: share.isInPieces, limit: share.limit)
        }
        settled[number] = till.serve(
          isDecided: slot.isDecided, slot.amount, shares, holder: holder, needed: needed)
      }
    }
    return settled
  }

  /// The claim that has a claim's key when it comes.
  private func holder(for number: ClaimNumber) -> ClaimNumber {
    guard let key = changes[number] == nil ? ledger.keys.key(of: number) : keys[number] else { return .none }
    let first = claims(key).min { a, b in
      guard let x = place(a), let y = place(b) else { return false }
      return hasKey(x, before: y)
    }
    return first.map { $0 == number ? .none : $0 } ?? .none
  }

  // MARK: - Needed awards

  /// Whether any claim, held or changed, needs another award: then a claim may hold no key although it asks first.
  private var hasNeeds: Bool { ledger.keys.hasNeeds || !needed.isEmpty }

  /// The same where claims need others' awards; `settled` has all that is touched and comes before.
  private func holder(for number: ClaimNumber, _ settled: [ClaimNumber: Ledger.Served]) -> ClaimNumber {
    guard let key = changes[number] == nil ? ledger.keys.key(of: number) : keys[number] else { return .none }
    return holder(ofKey: key, before: number, settled)
  }

  /// The claim whose award a claim needs when it comes; none where nobody has it.
  private func needed(by number: ClaimNumber, _ settled: [ClaimNumber: Ledger.Served]) -> ClaimNumber {
    guard hasNeeds, let key = changes[number] == nil ? ledger.keys.need(of: number) : needed[number] else {
      return Ledger.Served.needsNothing
    }
    return holder(ofKey: key, before: number, settled)
  }

  private func holder(
    ofKey key: KeyNumber, before number: ClaimNumber, _ settled: [ClaimNumber: Ledger.Served]
  ) -> ClaimNumber {
    guard let place = place(number) else { return .none }
    let served = claims(key).filter { other in
      guard let other = self.place(other) else { return false }
      return precedes(other, place)
    }.filter { (settled[$0] ?? ledger.served[$0.place]).isServed }
    let first = served.min { a, b in
      guard let a = self.place(a), let b = self.place(b) else { return false }
      return precedes(a, b)
    }
    return first ?? .none
  }

  /// The claims behind the first change that a claim's keys may let in or keep out: others with them, and who needs
  /// its award.
  private func dependents(of number: ClaimNumber) -> [ClaimNumber] {
    let keys = (changes[number] == nil ? [] : allKeys[number] ?? []) + ledger.keys.keys(of: number)
    return keys.flatMap { key in
      claims(key) + ledger.keys.claims(needing: key).filter { changes[$0] == nil }
        + (needing[key] ?? [])
    }.filter { changes[$0] != nil || isAfterBeginning($0) }
  }

  /// The claims with a key when the change is made.
  private func claims(_ key: KeyNumber) -> [ClaimNumber] {
    ledger.keys.claims(key).filter { changes[$0] == nil } + (newcomers[key] ?? [])
  }

  /// Groups that touched claims draw on, by numbers of their own, with what was handed out before the change.
  private struct Drawing {
    var groups: [Claim.Group: GroupNumber] = [:]
    var usedBefore: [MoneyTotal] = []

    func number(of group: Claim.Group) -> GroupNumber { groups[group] ?? GroupNumber(0) }
  }

  /// The changed claims, those after them with their old and new keys, and from there whoever after them shares a cap
  /// with one of them: a claim that gains or loses its key gives or takes room.
  private func touched(_ drawing: inout Drawing) -> Set<ClaimNumber> {
    var touched = Set(changes.keys)
    for number in changes.keys {
      for key in ledger.keys.keys(of: number) + (allKeys[number] ?? []) {
        for claim in ledger.keys.claims(key) where changes[claim] == nil {
          if isAfterBeginning(claim) { touched.insert(claim) }
        }
      }
    }
    var open = Array(touched)
    while let number = open.popLast() {
      if hasNeeds {
        for other in dependents(of: number) where touched.insert(other).inserted { open.append(other) }
      }
      let groups = ledger.groups(of: number.place) + (changes[number]??.shares.map(\.group) ?? [])
      for group in groups where drawing.groups[group] == nil {
        drawing.groups[group] = GroupNumber(drawing.usedBefore.count)
        let known = ledger.sheet.groups.number(of: group, in: ledger.sheet.texts)
        let members = known.map { ledger.members[$0.place] } ?? []
        let first = members.partition { !isAfterBeginning($0) }
        if let known, first == members.count {
          drawing.usedBefore.append(ledger.sums[known.place].used)
        } else {
          drawing.usedBefore.append(
            members[..<first].reduce(into: .zero) { sum, member in
              let share = ledger.sheet.shares(of: member).first { $0.group == known }
              let award = ledger.served[member.place].award
              sum += share?.use(of: award) ?? award
            })
        }
        for member in members[first...] where touched.insert(member).inserted { open.append(member) }
      }
    }
    return touched
  }

  /// Whether a claim that stands in the ledger is served after the first change, or is it.
  private func isAfterBeginning(_ number: ClaimNumber) -> Bool {
    beginning.map { !precedes(.held(number), $0) } ?? false
  }
}
