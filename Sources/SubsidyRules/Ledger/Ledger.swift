public import CaseModel

/// Who is served first: the caps and once-only keys of all filings, kept current.
///
/// Claims are held under numbers that the owner gives (a filing's place in its list, from 0). A change re-settles
/// only what it can touch: the claims with its key, and those served after it from the groups of caps that it or they
/// draw on. The result is the same as settling everything anew.
public struct Ledger: Sendable {
  /// What a claim was given. A filing's number stands for its id, a bit for a cap: nothing here counts references.
  struct Served: Hashable, BitwiseCopyable, Sendable {
    /// The filing that holds the key already; none where nobody does.
    var holder = ClaimNumber.none
    /// The filing whose award is needed; none where nobody has it, `needsNothing` where none is.
    var needed = Self.needsNothing
    var isServed = false
    /// Which of the claim's shares left less than was asked for, a bit each.
    var binding: UInt64 = 0
    var award = Money.zero

    static let needsNothing = ClaimNumber(-2)

    var lacksNeeded: Bool { needed == .none }
  }

  var sheet: ClaimSheet
  var served: [Served]
  var keys = KeyHolders()
  /// Numbers of claims by the number of their group, in the order in which they are served.
  var members: [[ClaimNumber]]
  /// By the number of a group, kept so that asking for a cap costs nothing in a group of thousands.
  var sums: [Sum]

  /// What the claims served from a group were given, and what of it is decided.
  struct Sum: Sendable {
    var used = MoneyTotal.zero
    var decided = MoneyTotal.zero
    /// Whether claims on the group have had different limits.
    var limitsDiffer = false
  }

  public init() { self.init(ClaimSheet()) }

  /// Settles the claims of a sheet.
  public init(_ sheet: ClaimSheet) {
    self.sheet = sheet
    served = Array(repeating: Served(), count: sheet.count)
    members = sheet.memberLists()
    sums = Array(repeating: Sum(), count: members.count)
    keys.reserve(sheet.count)
    var till = Till(groups: sheet.groups.groups.count)
    let turns = sheet.turns()
    // Those that a verdict has put first have their keys before the undecided ones begin.
    var kept = turns.contains { sheet.slots[$0.place].isKept } ? turns.filter(isKeptOpen) : []
    var holders: [ClaimNumber: ClaimNumber] = [:]
    for number in turns {
      let slot = sheet.slots[number.place]
      if !slot.isDecided, !kept.isEmpty {
        for number in kept { holders[number] = takeKeys(number) }
        kept = []
      }
      var holder = holders[number] ?? takeKeys(number)
      var needed = Served.needsNothing
      if !sheet.needs.isEmpty {
        // A claim that lacks what it needs holds no key.
        if holder.isThere, !holders.keys.contains(holder) {
          holder = keys.key(of: number).map { self.holder(ofKey: $0) } ?? .none
        }
        if let key = sheet.needs[number.place] {
          needed = self.holder(ofKey: keys.take(needed: key, for: number, in: sheet.texts))
        }
      }
      for share in sheet.shares(of: number) {
        noteLimit(share)
        members[share.group.place].append(number)
      }
      served[number.place] = till.serve(
        isDecided: slot.isDecided, slot.amount, sheet.shares(of: number), holder: holder, needed: needed)
      count(number, 1)
    }
    self.sheet.dropKeys()
  }

  /// Whether a verdict has put an undecided claim first among those of its key.
  private func isKeptOpen(_ number: ClaimNumber) -> Bool {
    sheet.slots[number.place].isKept && !sheet.slots[number.place].isDecided
  }

  /// Takes the keys of a claim that comes after all others, and gives the claim that has its own already.
  private mutating func takeKeys(_ number: ClaimNumber) -> ClaimNumber {
    let holder = keys.take(sheet.keys[number.place], for: number, in: sheet.texts)
    if let further = sheet.furtherKeys[number.place] {
      for key in further { keys.take(further: key, for: number, in: sheet.texts) }
    }
    return holder
  }

  // MARK: - Looking

  /// Whether there is a claim under a number.
  func isHeld(_ number: Int) -> Bool { sheet.slots.indices.contains(number) && sheet.slots[number].isThere }

  public func settlement(_ number: Int) -> Settlement? {
    guard isHeld(number) else { return nil }
    return settlement(of: served[number], groups(of: number)) { sheet.id(of: $0) }
  }

  /// Whether a claim gets all that it asks for: nobody has its key and no cap leaves less.
  public func isPlain(_ number: Int) -> Bool {
    served.indices.contains(number) && !served[number].holder.isThere && served[number].binding == 0
      && !served[number].lacksNeeded
  }

  /// What a claim is given; 0.00 where there is none.
  public func award(of number: Int) -> Money {
    served.indices.contains(number) ? served[number].award : .zero
  }

  /// What a claim asks for before caps; 0.00 where there is none.
  public func asked(by number: Int) -> Money { isHeld(number) ? sheet.slots[number].amount : .zero }

  func settlement(
    of served: Served, _ groups: @autoclosure () -> [Claim.Group], id: (ClaimNumber) -> String
  ) -> Settlement {
    let binding = served.binding == 0 ? [] : groups().enumerated().filter { served.binds($0.offset) }
    return Settlement(
      holder: served.holder.isThere ? id(served.holder) : nil,
      needed: served.needed.isThere
        ? .found(id(served.needed)) : served.lacksNeeded ? .lacking : .nothing,
      isServed: served.isServed,
      award: served.award, binding: binding.map(\.element.cap))
  }

  /// The filing that holds a key already when `place` comes; nil where nobody does.
  public func holder(of key: String, before place: Claim.Place) -> String? {
    guard let first = first(of: key) else { return nil }
    let holder = self.place(of: first)
    return holder.hasKey(before: place) ? holder.filing : nil
  }

  /// The filing that holds a key; nil where nobody does.
  public func holder(of key: String) -> String? {
    first(of: key).map { sheet.id(of: $0) }
  }

  /// The claim that has a key: the first that asks for it, unless that lacks what it needs.
  private func first(of key: String) -> ClaimNumber? {
    guard keys.hasNeeds else { return keys.first(of: key, in: sheet.texts) }
    let holder = keys.number(of: key, in: sheet.texts).map { self.holder(ofKey: $0) }
    return holder.flatMap { $0.isThere ? $0 : nil }
  }

  /// The first claim with a key that is served.
  private func holder(ofKey key: KeyNumber) -> ClaimNumber {
    keys.claims(key).first { served[$0.place].isServed } ?? .none
  }

  func place(of number: ClaimNumber) -> Claim.Place {
    let slot = sheet.slots[number.place]
    return Claim.Place(
      isDecided: slot.isDecided, rank: slot.turn.rank, received: slot.turn.received, tie: slot.turn.tie,
      filing: sheet.texts[slot.id], isKept: slot.isKept)
  }

  /// The claims that got something from a group before `place`, with what each got.
  public func served(from group: Claim.Group, before place: Claim.Place) -> ServedList {
    let list = list(of: group)
    let end = list.partition { self.place(of: $0) < place }
    let entries = list[..<end].compactMap { number -> ServedList.Entry? in
      let one = served[number.place]
      return one.award > .zero ? .init(id: sheet.slots[number.place].id, amount: one.award) : nil
    }
    return ServedList(entries, sheet.texts)
  }

  func list(of group: Claim.Group) -> [ClaimNumber] {
    sheet.groups.number(of: group, in: sheet.texts).map { members[$0.place] } ?? []
  }

  /// The numbers of the claims that draw on a group, in the order served.
  public func members(of group: Claim.Group) -> [Int] { list(of: group).map(\.place) }

  /// The groups of caps that a claim draws on.
  public func groups(of number: Int) -> [Claim.Group] { groupNumbers(of: number).map(group) }

  /// The numbers of these groups, which stay what they are while claims come and go.
  public func groupNumbers(of number: Int) -> [Int] {
    guard sheet.slots.indices.contains(number) else { return [] }
    return sheet.shares(of: ClaimNumber(number)).map(\.group.place)
  }

  public func group(_ number: Int) -> Claim.Group { sheet.groups.groups[number] }

  // MARK: - Caps

  /// One row for each cap, holder and window with a claim that is served; by cap, holder, year.
  public var capRows: [CapRow] { capUses.map(\.row).sorted { $0.group < $1.group } }

  /// Every cap with a claim that is served, with its use, in no order.
  public var capUses: [CapUse] { members.indices.compactMap(capUse) }

  /// The row of one group; nil where nobody in it is served.
  public func capRow(_ group: Claim.Group) -> CapRow? { capUse(group)?.row }

  /// The use of one group; nil where nobody in it is served.
  public func capUse(_ group: Claim.Group) -> CapUse? {
    sheet.groups.number(of: group, in: sheet.texts).flatMap { capUse($0.place) }
  }

  /// The use of the group of a number; nil where nobody in it is served.
  public func capUse(_ group: Int) -> CapUse? {
    // The first one served has the limit that counts.
    guard let first = members[group].first(where: { served[$0.place].isServed }),
      let share = sheet.shares(of: first).first(where: { $0.group.place == group })
    else { return nil }
    return CapUse(
      row: CapRow(
        group: self.group(group), limit: sums[group].limitsDiffer ? highestLimit(of: group) : share.limit,
        used: sums[group].used),
      decided: sums[group].decided)
  }

  /// Of those who have a limit each: the highest of those served.
  private func highestLimit(of group: Int) -> Money {
    members[group].reduce(.zero) { highest, number in
      guard served[number.place].isServed else { return highest }
      return sheet.shares(of: number).reduce(highest) {
        $1.group.place == group ? max($0, $1.limit) : $0
      }
    }
  }

  /// Takes note of a limit that is another than that of those who draw on the same group.
  mutating func noteLimit(_ share: ClaimSheet.Share) {
    let group = share.group.place
    guard let other = members[group].last, !sums[group].limitsDiffer else { return }
    sums[group].limitsDiffer = sheet.shares(of: other).contains {
      $0.group == share.group && $0.limit != share.limit
    }
  }

  /// Adds what a claim was given to the sums of its groups that many times: once, or less once.
  mutating func count(_ number: ClaimNumber, _ times: Int) {
    for share in sheet.shares(of: number) {
      let award = MoneyTotal(fen: Int128(share.use(of: served[number.place].award).fen) * Int128(times))
      sums[share.group.place].used = sums[share.group.place].used + award
      if sheet.slots[number.place].isDecided {
        sums[share.group.place].decided = sums[share.group.place].decided + award
      }
    }
  }
}
