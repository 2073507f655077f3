import CaseModel

/// Who is served first: the caps and once-only keys of all filings, kept current.
///
/// Claims are held under numbers that the owner gives (a filing's place in its list, from 0). A change re-settles
/// only what it can touch: the claims with its key, and the groups of caps that it or they draw on. The result is
/// the same as settling everything anew.
public struct Ledger: Sendable {
  /// By number; nil where a filing takes neither room nor key.
  private var claims: [Claim?] = []
  private var settlements: [Settlement?] = []
  /// Numbers of claims by key and by group, in the order in which they are served.
  private var byKey: [String: [Int]] = [:]
  private var byGroup: [Claim.Group: [Int]] = [:]

  public init() {}

  /// Settles many claims at once; a claim's number is its place in the list.
  public init(_ all: [Claim?]) {
    claims = all
    settlements = Array(repeating: nil, count: all.count)
    byKey.reserveCapacity(all.count)
    var till = Till()
    for turn in Self.turns(all) {
      guard let claim = all[turn.number] else { continue }
      var holder: String?
      if let key = claim.key {
        holder = byKey[key]?.first.flatMap { all[$0]?.place.filing }
        byKey[key, default: []].append(turn.number)
      }
      for share in claim.shares { byGroup[share.group, default: []].append(turn.number) }
      settlements[turn.number] = till.serve(claim, holder: holder)
    }
  }

  // MARK: - Looking

  public func settlement(_ number: Int) -> Settlement? {
    settlements.indices.contains(number) ? settlements[number] : nil
  }

  /// The filing that holds a key already when `place` comes; nil where nobody does.
  public func holder(of key: String, before place: Claim.Place) -> String? {
    guard let first = byKey[key]?.first.flatMap({ claims[$0] }) else { return nil }
    return first.place < place ? first.place.filing : nil
  }

  /// The filing that holds a key; nil where nobody does.
  public func holder(of key: String) -> String? {
    byKey[key]?.first.flatMap { claims[$0] }?.place.filing
  }

  /// The claims served from a group before `place`, with what each got.
  public func served(from group: Claim.Group, before place: Claim.Place) -> [Trace.Served] {
    (byGroup[group] ?? []).compactMap { number in
      guard let claim = claims[number], claim.place < place, let settlement = settlements[number],
        settlement.isServed
      else { return nil }
      return Trace.Served(filing: claim.place.filing, amount: settlement.award)
    }
  }

  /// The numbers of the claims that draw on a group, in the order served.
  public func members(of group: Claim.Group) -> [Int] { byGroup[group] ?? [] }

  /// The groups of caps that a claim draws on.
  public func groups(of number: Int) -> [Claim.Group] {
    claims.indices.contains(number) ? claims[number]?.shares.map(\.group) ?? [] : []
  }

  /// One row for each cap, holder and window with a claim that is served; by cap, holder, year.
  public var capRows: [CapRow] {
    byGroup.keys.sorted().compactMap(capRow)
  }

  /// The row of one group; nil where nobody in it is served.
  public func capRow(_ group: Claim.Group) -> CapRow? {
    var row: CapRow?
    for number in byGroup[group] ?? [] {
      guard let settlement = settlements[number], settlement.isServed,
        let limit = claims[number]?.shares.first(where: { $0.group == group })?.limit
      else { continue }
      if row == nil { row = CapRow(group: group, limit: limit, used: .zero) }
      row?.used += settlement.award
    }
    return row
  }

  // MARK: - Changing

  /// What would change if these claims stood in place of the ones under their numbers; nil takes one away.
  /// Nothing is changed by asking.
  public func preview(_ changes: [Int: Claim?]) -> [Int: Settlement] {
    let overlay = Overlay(claims: claims, byKey: byKey, byGroup: byGroup, changes: changes)
    return overlay.settled()
  }

  /// Puts claims in place of the ones under their numbers and gives the numbers whose settlement changed.
  @discardableResult
  public mutating func apply(_ changes: [Int: Claim?]) -> Set<Int> {
    let settled = preview(changes)
    var changed: Set<Int> = []
    for (number, claim) in changes where number >= 0 {
      makeRoom(for: number)
      remove(number)
      if let claim { insert(claim, number) }
      if claim == nil, settlements[number] != nil {
        settlements[number] = nil
        changed.insert(number)
      }
    }
    for (number, settlement) in settled where self.settlement(number) != settlement && number >= 0 {
      settlements[number] = settlement
      changed.insert(number)
    }
    return changed
  }

  private mutating func makeRoom(for number: Int) {
    while claims.count <= number {
      claims.append(nil)
      settlements.append(nil)
    }
  }

  private mutating func remove(_ number: Int) {
    guard let old = claims[number] else { return }
    claims[number] = nil
    if let key = old.key {
      byKey[key]?.removeAll { $0 == number }
      if byKey[key]?.isEmpty == true { byKey[key] = nil }
    }
    for share in old.shares {
      byGroup[share.group]?.removeAll { $0 == number }
      if byGroup[share.group]?.isEmpty == true { byGroup[share.group] = nil }
    }
  }

  private mutating func insert(_ claim: Claim, _ number: Int) {
    claims[number] = claim
    if let key = claim.key { Self.place(number, claim, among: claims, in: &byKey[key, default: []]) }
    for share in claim.shares {
      Self.place(number, claim, among: claims, in: &byGroup[share.group, default: []])
    }
  }

  // Static, since a method of the ledger would hold a copy of it and so make every change copy its tables.
  private static func place(
    _ number: Int, _ claim: Claim, among claims: [Claim?], in list: inout [Int]
  ) {
    // A claim received today comes last or nearly so: look for its place from the end.
    var at = list.count
    while at > 0, let before = claims[list[at - 1]], claim.place < before.place { at -= 1 }
    list.insert(number, at: at)
  }

  // MARK: - Order

  /// A claim's place in the order, with the first 24 bytes of its filing's id as numbers: comparing these settles
  /// it for any receipt number, and moves no strings about.
  private struct Turn {
    let isDecided: Bool
    let received: CivilDate
    let id: (UInt64, UInt64, UInt64)
    let number: Int

    init(_ place: Claim.Place, _ number: Int) {
      isDecided = place.isDecided
      received = place.received
      var bytes = place.filing.utf8.makeIterator()
      func word() -> UInt64 {
        var word: UInt64 = 0
        for _ in 0..<8 { word = word << 8 | UInt64(bytes.next() ?? 0) }
        return word
      }
      id = (word(), word(), word())
      self.number = number
    }
  }

  private static func turns(_ claims: [Claim?]) -> [Turn] {
    var turns = claims.enumerated().compactMap { number, claim in claim.map { Turn($0.place, number) } }
    turns.sort { a, b in
      if a.isDecided != b.isDecided { return a.isDecided }
      if a.received != b.received { return a.received < b.received }
      if a.id != b.id { return a.id < b.id }
      return precedes(claims[a.number], claims[b.number])
    }
    return turns
  }

  static func precedes(_ a: Claim?, _ b: Claim?) -> Bool {
    guard let a, let b else { return b != nil }
    return a.place < b.place
  }
}
