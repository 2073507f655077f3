import CaseModel

/// Hands out room under caps to claims in the order in which they come.
struct Till {
  private var used: [Claim.Group: MoneyTotal] = [:]

  mutating func serve(_ claim: Claim, holder: String?) -> Settlement {
    guard !claim.place.isDecided else {
      take(claim.amount, claim)
      return Settlement(holder: holder, isServed: true, award: claim.amount, binding: [])
    }
    guard holder == nil else {
      return Settlement(holder: holder, isServed: false, award: .zero, binding: [])
    }
    var award = claim.amount
    var binding: [String] = []
    for share in claim.shares {
      let room = (used[share.group] ?? .zero).room(under: share.limit)
      if room < award {
        award = room
        binding.append(share.group.cap)
      }
    }
    take(award, claim)
    return Settlement(holder: nil, isServed: true, award: award, binding: binding)
  }

  private mutating func take(_ amount: Money, _ claim: Claim) {
    for share in claim.shares { used[share.group, default: .zero] += amount }
  }
}
