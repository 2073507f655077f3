import CaseModel
import SubsidyRules

/// Whose turn it is under a shared cap.
extension OfficeState {
  /// The cap, and the undecided filings that come before one under it. One that lacks inputs keeps its place: it
  /// may yet ask for the room. A filing that is refused asks for none.
  func overtaken(by number: Int) -> (cap: String, filings: [String])? {
    let file = files[number]
    guard let claim = policy.claim(file.filing, of: file.facts) else { return nil }
    let turn = policy.placeByReceipt(of: file.filing)
    for share in claim.shares {
      guard let cap = policy.cap(share.group.cap) else { continue }
      let before = files.numbers(ofItems: Set(cap.items)).filter { place in
        guard place != number, files.rows[place].stage.isUndecided else { return false }
        // In an order of its own one must look at each; by day of receipt most are passed over.
        if cap.order == .received, files.rows[place].receivedDay > files.rows[number].receivedDay {
          return false
        }
        let other = files[place]
        guard other.isWaiting, mayDraw(other, on: share.group, cap, like: file) else { return false }
        if cap.order == .received {
          return policy.placeByReceipt(of: other.filing) < turn
        }
        return policy.claim(other.filing, of: other.facts).map { $0.place < claim.place } ?? true
      }
      if !before.isEmpty { return (cap.id, before.map { files.id(of: $0) }) }
    }
    return nil
  }

  /// The cap that serves in an order of its own and still waits for others who may come first, and until when.
  func openOrder(of filing: Filing, at number: Int, on day: CivilDate) -> (cap: String, until: CivilDate)? {
    policy.closing(of: filing, of: files[number].facts).flatMap { day <= $0.day ? ($0.cap, $0.day) : nil }
  }

  private func mayDraw(_ other: FiledFiling, on group: Claim.Group, _ cap: Cap, like file: FiledFiling)
    -> Bool
  {
    guard cap.items.contains(other.filing.item) else { return false }
    if let claim = policy.claim(other.filing, of: other.facts) {
      return claim.shares.contains { $0.group == group }
    }
    // Incomplete: the same holder, so far as one can tell, and no other year.
    let isSameHolder = cap.holder.allSatisfy { part in
      switch part {
      case .applicant: other.facts.applicant == file.facts.applicant
      case .family: other.facts.family == file.facts.family
      case .each: true
      }
    }
    guard isSameHolder else { return false }
    return group.year == nil || other.decision.event == nil || other.decision.event?.year == group.year
  }
}

extension FiledFiling {
  /// Whether the filing is undecided and may ask for room.
  var isWaiting: Bool { standing.isUndecided && decision.outcome != .refused }
}
