public import CaseModel
public import SubsidyRules

/// One shared cap of one holder as a supervisor reads it: what was asked for and how far it has come, with the
/// order in which the room was used.
public struct CapLedgerRow: Sendable {
  public var group: Claim.Group
  public var limit: Money
  /// Awards before the cap of all filings that ask for room (申请).
  public var requested: MoneyTotal = .zero
  /// Awards after the cap of those that nobody has decided yet (拟资助).
  public var recommended: MoneyTotal = .zero
  /// Decided and not paid yet (已审定).
  public var committed: MoneyTotal = .zero
  /// Paid, whatever came back of it (已拨付).
  public var paid: MoneyTotal = .zero
  /// Came back (已追回).
  public var returned: MoneyTotal = .zero
  /// Who used the room, in the order served.
  public var order: [Use] = []

  /// One filing's use of the room, with what was left before it.
  public struct Use: Hashable, Sendable {
    public var filing: String
    public var received: CivilDate
    public var isDecided: Bool
    public var roomBefore: Money
    public var amount: Money
  }

  /// What the room is used for: recommended, committed and paid, less what came back.
  public var used: MoneyTotal { recommended + committed + paid - returned }
  public var left: Money { used.room(under: limit) }
  /// What decided amounts use beyond the limit.
  public var over: MoneyTotal { max(used - MoneyTotal(limit), .zero) }
}

extension OfficeState {
  /// The caps of a year with their five columns and the proof of order: over the limit first, then the fullest.
  public func capLedger(of year: Int) -> [CapLedgerRow] {
    caps(of: year).map(capLedgerRow).sorted { a, b in
      if a.over != b.over { return a.over > b.over }
      if a.left != b.left { return a.left < b.left }
      return (a.group.cap, a.group.holder) < (b.group.cap, b.group.holder)
    }
  }

  private func capLedgerRow(_ cap: CapRow) -> CapLedgerRow {
    var row = CapLedgerRow(group: cap.group, limit: cap.limit)
    for number in ledger.members(of: cap.group) {
      let file = files[number]
      guard file.decision.outcome.isServed else { continue }
      let roomBefore = row.left
      row.requested += file.decision.gross
      if file.decision.outcome != .decided {
        row.recommended += file.decision.award
      } else if file.filing.stage == .paid || file.filing.stage == .reclaimed {
        row.paid += file.decision.gross
        row.returned += file.filing.reclaimed ?? .zero
      } else {
        row.committed += file.decision.award
      }
      row.order.append(
        .init(
          filing: file.filing.id, received: file.filing.received,
          isDecided: file.decision.outcome == .decided, roomBefore: roomBefore, amount: file.decision.award))
    }
    return row
  }
}
