/// Who asks for each once-only key, in the order in which they are served.
///
/// Nearly every key is asked for once, so that the first one of each stands in a list and the others apart.
struct KeyHolders: Sendable {
  private var table = TextTable()
  /// By the number of the key; -1 where nobody asks for it any more.
  private var firsts: [Int32] = []
  private var others: [Int32: [Int32]] = [:]
  /// The number of each claim's key; -1 where it has none.
  private var keys: [Int32] = []
  /// The numbers of the keys that a few claims take beside.
  private var further: [Int32: [Int32]] = [:]
  /// The numbers of the keys of other awards that a few claims need, and who needs each, in no order.
  private var needed: [Int32: Int32] = [:]
  private var needing: [Int32: Set<Int32>] = [:]

  mutating func reserve(_ count: Int) {
    table.reserve(count)
    firsts.reserveCapacity(count)
    keys = Array(repeating: -1, count: count)
  }

  /// How many keys there are.
  var count: Int { table.count }

  /// Takes in a claim that comes after all others, and gives the claim that has its key already; -1 for none.
  mutating func take(_ key: ClaimSheet.Key, for claim: Int32, in texts: TextPages) -> Int32 {
    guard key.place.count > 0 else { return -1 }
    let number = table.number(of: key.place, hash: key.hash, in: texts)
    keys[Int(claim)] = Int32(number)
    return append(claim, number)
  }

  /// Takes in another key of a claim that comes after all others.
  mutating func take(further key: ClaimSheet.Key, for claim: Int32, in texts: TextPages) {
    let number = table.number(of: key.place, hash: key.hash, in: texts)
    further[claim, default: []].append(Int32(number))
    _ = append(claim, number)
  }

  /// Takes in the key of another award that a claim needs, and gives its number.
  mutating func take(needed key: ClaimSheet.Key, for claim: Int32, in texts: TextPages) -> Int {
    let number = table.number(of: key.place, hash: key.hash, in: texts)
    while firsts.count <= number { firsts.append(-1) }
    needed[claim] = Int32(number)
    needing[Int32(number), default: []].insert(claim)
    return number
  }

  private mutating func append(_ claim: Int32, _ number: Int) -> Int32 {
    while firsts.count <= number { firsts.append(-1) }
    guard firsts[number] >= 0 else {
      firsts[number] = claim
      return -1
    }
    others[Int32(number), default: []].append(claim)
    return firsts[number]
  }

  // MARK: - Looking

  /// Whether any claim needs another award.
  var hasNeeds: Bool { !needed.isEmpty }

  /// The number of the key that a claim needs; nil where it needs none.
  func need(of claim: Int) -> Int? { needed[Int32(claim)].map(Int.init) }

  /// The claims that need the award with a key, in no order.
  func claims(needing key: Int) -> Set<Int32> { needing[Int32(key)] ?? [] }

  /// The number of a key; nil where nobody ever asked for it.
  func number(of key: String, in texts: TextPages) -> Int? {
    var key = key
    return key.withUTF8 {
      let text = UnsafeRawBufferPointer($0)
      return table.number(of: text, hash: TextTable.hash(text), in: texts)
    }
  }

  /// The number of a claim's key.
  func key(of claim: Int) -> Int? {
    keys.indices.contains(claim) && keys[claim] >= 0 ? Int(keys[claim]) : nil
  }

  /// The numbers of all of a claim's keys.
  func keys(of claim: Int) -> [Int] {
    let own = key(of: claim).map { [$0] } ?? []
    return further.isEmpty ? own : own + (further[Int32(claim)] ?? []).map(Int.init)
  }

  /// The keys that were asked for more than once, in no order.
  var shared: some Collection<Int> { others.keys.lazy.map(Int.init) }

  /// The claims that ask for a key, in order.
  func claims(_ key: Int) -> [Int32] {
    guard firsts.indices.contains(key), firsts[key] >= 0 else { return [] }
    return [firsts[key]] + (others[Int32(key)] ?? [])
  }

  /// The claim that has a key.
  func first(of key: String, in texts: TextPages) -> Int? {
    number(of: key, in: texts).flatMap { firsts[$0] < 0 ? nil : Int(firsts[$0]) }
  }

  // MARK: - Changing

  mutating func remove(_ claim: Int) {
    for key in keys(of: claim) { set(claims(key).filter { $0 != claim }, of: key) }
    if keys.indices.contains(claim) { keys[claim] = -1 }
    further[Int32(claim)] = nil
    if let key = needed.removeValue(forKey: Int32(claim)) { needing[key]?.remove(Int32(claim)) }
  }

  /// Puts a claim among those with its keys, its own first, before the first of each that it precedes.
  mutating func insert(
    _ claim: Int, _ all: [ClaimSheet.Key], in texts: TextPages, precedes: (Int32) -> Bool
  ) {
    while keys.count <= claim { keys.append(-1) }
    for (place, key) in all.enumerated() where key.place.count > 0 {
      let number = table.number(of: key.place, hash: key.hash, in: texts)
      if place == 0 {
        keys[claim] = Int32(number)
      } else {
        further[Int32(claim), default: []].append(Int32(number))
      }
      while firsts.count <= number { firsts.append(-1) }
      var claims = claims(number)
      claims.insert(Int32(claim), at: claims.firstIndex(where: precedes) ?? claims.count)
      set(claims, of: number)
    }
  }

  private mutating func set(_ claims: [Int32], of key: Int) {
    firsts[key] = claims.first ?? -1
    others[Int32(key)] = claims.count > 1 ? Array(claims.dropFirst()) : nil
  }
}
