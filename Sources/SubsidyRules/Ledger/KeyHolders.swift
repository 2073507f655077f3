/// Who asks for each once-only key, in the order in which they are served.
///
/// Nearly every key is asked for once, so that the first one of each stands in a list and the others apart.
struct KeyHolders: Sendable {
  private var table = TextTable()
  /// By the number of the key; none where nobody asks for it any more.
  private var firsts: [ClaimNumber] = []
  private var others: [KeyNumber: [ClaimNumber]] = [:]
  /// The key of each claim, by the claim's number; none where it has none.
  private var keys: [KeyNumber] = []
  /// The keys that a few claims take beside.
  private var further: [ClaimNumber: [KeyNumber]] = [:]
  /// The keys of other awards that a few claims need, and who needs each, in no order.
  private var needed: [ClaimNumber: KeyNumber] = [:]
  private var needing: [KeyNumber: Set<ClaimNumber>] = [:]

  mutating func reserve(_ count: Int) {
    table.reserve(count)
    firsts.reserveCapacity(count)
    keys = Array(repeating: .none, count: count)
  }

  /// How many keys there are.
  var count: Int { table.count }

  /// Takes in a claim that comes after all others, and gives the claim that has its key already.
  mutating func take(_ key: ClaimSheet.Key, for claim: ClaimNumber, in texts: TextPages) -> ClaimNumber {
    guard key.place.count > 0 else { return .none }
    let number = number(of: key, in: texts)
    keys[claim.place] = number
    return append(claim, number)
  }

  /// Takes in another key of a claim that comes after all others.
  mutating func take(further key: ClaimSheet.Key, for claim: ClaimNumber, in texts: TextPages) {
    let number = number(of: key, in: texts)
    further[claim, default: []].append(number)
    _ = append(claim, number)
  }

  /// Takes in the key of another award that a claim needs, and gives its number.
  mutating func take(needed key: ClaimSheet.Key, for claim: ClaimNumber, in texts: TextPages) -> KeyNumber {
    let number = number(of: key, in: texts)
    needed[claim] = number
    needing[number, default: []].insert(claim)
    return number
  }

  private mutating func append(_ claim: ClaimNumber, _ key: KeyNumber) -> ClaimNumber {
    guard firsts[key.place].isThere else {
      firsts[key.place] = claim
      return .none
    }
    others[key, default: []].append(claim)
    return firsts[key.place]
  }

  /// The number of a key, a new one where nobody asked for it yet.
  private mutating func number(of key: ClaimSheet.Key, in texts: TextPages) -> KeyNumber {
    let number = KeyNumber(table.number(of: key.place, hash: key.hash, in: texts))
    while firsts.count <= number.place { firsts.append(.none) }
    return number
  }

  // MARK: - Looking

  /// Whether any claim needs another award.
  var hasNeeds: Bool { !needed.isEmpty }

  /// The key that a claim needs; nil where it needs none.
  func need(of claim: ClaimNumber) -> KeyNumber? { needed[claim] }

  /// The claims that need the award with a key, in no order.
  func claims(needing key: KeyNumber) -> Set<ClaimNumber> { needing[key] ?? [] }

  /// The number of a key; nil where nobody ever asked for it.
  func number(of key: String, in texts: TextPages) -> KeyNumber? {
    var key = key
    return key.withUTF8 {
      let text = UnsafeRawBufferPointer($0)
      return table.number(of: text, hash: TextTable.hash(text), in: texts).map(KeyNumber.init)
    }
  }

  /// A claim's own key.
  func key(of claim: ClaimNumber) -> KeyNumber? {
    keys.indices.contains(claim.place) && keys[claim.place].isThere ? keys[claim.place] : nil
  }

  /// All of a claim's keys.
  func keys(of claim: ClaimNumber) -> [KeyNumber] {
    let own = key(of: claim).map { [$0] } ?? []
    return further.isEmpty ? own : own + (further[claim] ?? [])
  }

  /// The keys that were asked for more than once, in no order.
  var shared: some Collection<KeyNumber> { others.keys }

  /// The claims that ask for a key, in order.
  func claims(_ key: KeyNumber) -> [ClaimNumber] {
    guard firsts.indices.contains(key.place), firsts[key.place].isThere else { return [] }
    return [firsts[key.place]] + (others[key] ?? [])
  }

  /// The claim that has a key.
  func first(of key: String, in texts: TextPages) -> ClaimNumber? {
    number(of: key, in: texts).map { firsts[$0.place] }.flatMap { $0.isThere ? $0 : nil }
  }

  // MARK: - Changing

  mutating func remove(_ claim: ClaimNumber) {
    for key in keys(of: claim) { set(claims(key).filter { $0 != claim }, of: key) }
    if keys.indices.contains(claim.place) { keys[claim.place] = .none }
    further[claim] = nil
    if let key = needed.removeValue(forKey: claim) { needing[key]?.remove(claim) }
  }

  /// Puts a claim among those with its keys, its own first, before the first of each that it precedes.
  mutating func insert(
    _ claim: ClaimNumber, _ all: [ClaimSheet.Key], in texts: TextPages, precedes: (ClaimNumber) -> Bool
  ) {
    while keys.count <= claim.place { keys.append(.none) }
    for (place, key) in all.enumerated() where key.place.count > 0 {
      let number = number(of: key, in: texts)
      if place == 0 {
        keys[claim.place] = number
      } else {
        further[claim, default: []].append(number)
      }
      var claims = claims(number)
      claims.insert(claim, at: claims.firstIndex(where: precedes) ?? claims.count)
      set(claims, of: number)
    }
  }

  private mutating func set(_ claims: [ClaimNumber], of key: KeyNumber) {
    firsts[key.place] = claims.first ?? .none
    others[key] = claims.count > 1 ? Array(claims.dropFirst()) : nil
  }
}
