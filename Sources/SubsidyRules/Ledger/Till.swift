import CaseModel

/// Hands out room under caps to claims in the order in which they come.
struct Till {
  /// By the number of a group; wide enough for any number of awards.
  private var used: [MoneyTotal]

  init(groups: Int) { used = Array(repeating: .zero, count: groups) }

  /// What was handed out already from a group.
  mutating func begin(_ group: GroupNumber, used sum: MoneyTotal) { used[group.place] = sum }

  mutating func serve(
    isDecided: Bool, _ amount: Money, _ shares: some Collection<ClaimSheet.Share>, holder: ClaimNumber,
    needed: ClaimNumber = Ledger.Served.needsNothing
  ) -> Ledger.Served {
    var served = Ledger.Served(holder: holder, needed: needed)
    guard isDecided || (!holder.isThere && !served.lacksNeeded) else { return served }
    served.isServed = true
    served.award = amount
    if !isDecided {
      for (place, share) in shares.enumerated() {
        let room = used[share.group.place].room(under: share.limit)
        let most = share.isInPieces ? (room > .zero ? served.award : .zero) : room
        guard most < served.award else { continue }
        served.award = most
        served.bind(place)
      }
    }
    for share in shares { used[share.group.place] += share.use(of: served.award) }
    return served
  }
}

extension ClaimSheet.Share {
  /// What an award uses of the limit.
  func use(of award: Money) -> Money { Cap.use(of: award, inPieces: isInPieces) }
}

extension Ledger.Served {
  /// Caps beyond the sixty-fourth of one item count as one.
  private static func bit(_ share: Int) -> UInt64 { 1 << UInt64(min(share, 63)) }

  mutating func bind(_ share: Int) { binding |= Self.bit(share) }
  func binds(_ share: Int) -> Bool { binding & Self.bit(share) != 0 }
}
