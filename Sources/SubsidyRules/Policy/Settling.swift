/// How the awards that filings share can be settled once each filing is judged by itself.
public enum Settling: Hashable, Sendable {
  /// By window functions in the order of serving: no filing draws on two caps, and all that draw on one have one limit.
  case windows
  /// Each set of filings that caps and keys connect by itself, since this item draws on these caps.
  case components(item: String, caps: [String])
  /// One after another: this cap is drawn on beside others and tells nobody apart, so that it connects all filings.
  case oneAtATime(cap: String)
  /// One after another: this item needs another's award.
  case oneByOne(item: String)
}

extension Policy {
  /// How this policy settles.
  public var settling: Settling {
    if let item = items.first(where: { $0.needs != nil }) { return .oneByOne(item: item.id) }
    // What is served in an order of its own, or counted in pieces, no running sum of money tells.
    if let cap = caps.first(where: { $0.isInPieces || $0.order != .received }) {
      return .oneAtATime(cap: cap.id)
    }
    for item in items {
      let drawn = caps.filter { $0.items.contains(item.id) }
      guard drawn.count > 1 else { continue }
      if let all = drawn.first(where: \.holder.isEmpty) { return .oneAtATime(cap: all.id) }
      return .components(item: item.id, caps: drawn.map(\.id))
    }
    // Limits that differ inside one holder's window leave a room that no running sum tells.
    for cap in caps {
      let limits = Set(cap.limit.values.flatMap(\.amounts))
      guard limits.count > 1, let item = cap.items.first else { continue }
      return cap.holder.isEmpty ? .oneAtATime(cap: cap.id) : .components(item: item, caps: [cap.id])
    }
    return .windows
  }
}

extension Figure {
  /// What the figure is in any case.
  fileprivate var amounts: [Value] {
    switch self {
    case .one(_, let value): [value]
    case .cases(_, let cases): cases.values.map(\.value)
    }
  }
}
