public import CaseModel

/// What the ledger gives a claim: the key or the filing that came first, and the room left.
public struct Settlement: Hashable, Sendable {
  /// The filing that holds the once-only key already.
  public var holder: String?
  /// The filing whose award is needed, where one is.
  public var needed: Needed
  /// Whether the claim is served: it has its key, or was decided.
  public var isServed: Bool
  /// What is paid.
  public var award: Money
  /// Caps that left less than was asked for.
  public var binding: [String]

  /// An award of another item that must come first.
  public enum Needed: Hashable, Sendable {
    case nothing
    case found(String)
    case lacking
  }

  static let nothingAsked = Settlement(
    holder: nil, needed: .nothing, isServed: false, award: .zero, binding: [])
}

/// A cap of one holder in one window, with what was used of it.
public struct CapRow: Hashable, Sendable {
  public var group: Claim.Group
  public var limit: Money
  public var used: MoneyTotal
  /// What is used of it besides by filings that are not looked at.
  public private(set) var elsewhere = MoneyTotal.zero

  public init(group: Claim.Group, limit: Money, used: MoneyTotal) {
    self.group = group
    self.limit = limit
    self.used = used
  }

  public var remaining: Money { (used + elsewhere).room(under: limit) }

  /// What decided amounts used beyond the limit.
  public var over: MoneyTotal { max(used + elsewhere - MoneyTotal(limit), .zero) }

  /// The same cap with so much of its use looked at, the rest elsewhere.
  public func used(_ own: MoneyTotal) -> CapRow {
    var row = CapRow(group: group, limit: limit, used: own)
    row.elsewhere = used + elsewhere - own
    return row
  }

  /// The same cap with what others, of whom one only hears, leave of it: no overrun follows from that.
  public func besides(_ others: MoneyTotal) -> CapRow {
    var row = self
    row.elsewhere = elsewhere + min(others, MoneyTotal(remaining))
    return row
  }
}
