import CaseModel

/// Claims under numbers from 0, small: what a ledger settles, and what judging a hundred thousand filings gives.
///
/// A claim is a slot of one size; its filing's id, its key and the groups it draws on are texts that stand once.
public struct ClaimSheet: Sendable {
  /// A claim, or that there is none.
  struct Slot: BitwiseCopyable, Sendable {
    var isThere = false
    var turn = Claim.Turn()
    var isKept = false
    var id = TextPages.Place()
    var amount = Money.zero
    /// Its shares among those of all claims.
    var firstShare: UInt32 = 0
    var shareCount: UInt32 = 0

    var isDecided: Bool { turn.isDecided }
  }

  /// A group that a claim draws on, by its number, with the limit for this claim.
  struct Share: BitwiseCopyable, Sendable {
    var group: GroupNumber
    var isInPieces = false
    var limit: Money
  }

  /// A once-only key as it stands among the texts; none where `count` is 0.
  struct Key: BitwiseCopyable, Sendable {
    var place = TextPages.Place()
    var hash: UInt64 = 0
  }

  var slots: [Slot] = []
  var shares: [Share] = []
  var groups = GroupTable()
  var texts = TextPages()
  /// By number, until a ledger has given each key a number of its own.
  var keys: [Key] = []
  /// Keys that a few claims take beside their own, by number.
  var furtherKeys: [Int: [Key]] = [:]
  /// Keys of other awards that claims need, by number.
  var needs: [Int: Key] = [:]

  public init() {}

  public init(_ claims: some Sequence<Claim?>) {
    for claim in claims { append(claim) }
  }

  public var count: Int { slots.count }

  // MARK: - Writing

  public mutating func reserve(_ count: Int) {
    slots.reserveCapacity(count)
    keys.reserveCapacity(count)
  }

  /// Adds the claim of the next number; nil where its filing takes neither room nor key.
  public mutating func append(_ claim: Claim?) {
    guard let claim else {
      appendNone()
      return
    }
    var (id, key) = (claim.place.filing, claim.key)
    id.withUTF8 { id in
      begin(claim.place.turn, claim.amount, id: UnsafeRawBufferPointer(id))
    }
    slots[slots.count - 1].isKept = claim.place.isKept
    key?.withUTF8 { put(key: UnsafeRawBufferPointer($0)) }
    for var key in claim.furtherKeys { key.withUTF8 { put(furtherKey: UnsafeRawBufferPointer($0)) } }
    if var needs = claim.needs { needs.withUTF8 { put(needs: UnsafeRawBufferPointer($0)) } }
    for share in claim.shares {
      put(
        group: share.group.text { groups.number(of: $0, in: &texts) }, limit: share.limit,
        isInPieces: share.isInPieces)
    }
  }

  /// Puts the claims of these numbers first among the undecided ones of their keys.
  public mutating func keep(_ numbers: some Sequence<Int>) {
    for number in numbers where slots.indices.contains(number) { slots[number].isKept = true }
  }

  public mutating func appendNone() {
    slots.append(Slot())
    keys.append(Key())
  }

  /// Adds the claim of the next number without its key and its groups, which `put` adds.
  mutating func begin(_ turn: Claim.Turn, _ amount: Money, id: UnsafeRawBufferPointer) {
    slots.append(
      Slot(
        isThere: true, turn: turn, id: texts.append(id), amount: amount, firstShare: UInt32(shares.count)))
    keys.append(Key())
  }

  mutating func put(key: UnsafeRawBufferPointer) { keys[keys.count - 1] = kept(key) }

  mutating func put(furtherKey key: UnsafeRawBufferPointer) {
    furtherKeys[keys.count - 1, default: []].append(kept(key))
  }

  mutating func put(needs key: UnsafeRawBufferPointer) { needs[keys.count - 1] = kept(key) }

  /// A key as it stands among the texts from now on.
  mutating func kept(_ key: UnsafeRawBufferPointer) -> Key {
    Key(place: texts.append(key), hash: TextTable.hash(key))
  }

  mutating func put(group text: UnsafeRawBufferPointer, limit: Money, isInPieces: Bool) {
    put(group: groups.number(of: text, in: &texts), limit: limit, isInPieces: isInPieces)
  }

  private mutating func put(group: GroupNumber, limit: Money, isInPieces: Bool) {
    shares.append(Share(group: group, isInPieces: isInPieces, limit: limit))
    slots[slots.count - 1].shareCount += 1
  }

  /// Adds the claims of another sheet under the numbers that follow.
  public mutating func append(_ other: ClaimSheet) {
    let page = texts.append(other.texts)
    let first = keys.count
    let share = UInt32(shares.count)
    let group = other.groups.texts.map { place in groups.number(of: place.moved(by: page), in: texts) }
    for var slot in other.slots {
      slot.id = slot.id.moved(by: page)
      slot.firstShare += share
      slots.append(slot)
    }
    func moved(_ key: Key) -> Key { Key(place: key.place.moved(by: page), hash: key.hash) }
    for key in other.keys { keys.append(moved(key)) }
    for (number, keys) in other.furtherKeys { furtherKeys[first + number] = keys.map(moved) }
    for (number, key) in other.needs { needs[first + number] = moved(key) }
    for var share in other.shares {
      share.group = group[share.group.place]
      shares.append(share)
    }
  }
}

extension TextPages.Place {
  /// The place after its pages were put behind others.
  func moved(by pages: UInt32) -> Self { Self(page: page + pages, start: start, count: count) }
}
