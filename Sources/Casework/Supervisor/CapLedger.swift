public import CaseModel
public import SubsidyRules

/// One shared cap of one holder as a supervisor reads it: what was asked for and how far it has come, with the
/// order in which the room was used.
public struct CapLedgerRow: Hashable, Sendable {
  public var group: Claim.Group
  public var limit: Money
  /// Whether the limit is in pieces, `Cap.onePiece` for each.
  public var isInPieces = false
  /// What is used of it besides by filings that are not looked at.
  public var elsewhere = MoneyTotal.zero
  /// The five columns, filing by filing in the order served.
  public var sheet = AwardSheet()
  /// Who used the room, in the order served.
  public var order: [Use] = []

  /// One filing's use of the room, with what was left before it.
  public struct Use: Hashable, Sendable {
    public var filing: String
    public var received: CivilDate
    public var isDecided: Bool
    public var roomBefore: Money
    public var amount: Money
    public var roomAfter: Money
  }

  public var requested: MoneyTotal { sheet.requested }
  public var recommended: MoneyTotal { sheet.recommended }
  public var committed: MoneyTotal { sheet.committed }
  public var paid: MoneyTotal { sheet.paid }
  public var returned: MoneyTotal { sheet.returned }
  /// What the room is used for: recommended, committed and paid, less what came back; of pieces, how many.
  public var used: MoneyTotal { isInPieces ? pieces : sheet.award }
  private var pieces: MoneyTotal {
    order.reduce(into: .zero) { $0 += Cap.use(of: $1.amount, inPieces: true) }
  }
  public var left: Money { (used + elsewhere).room(under: limit) }
  /// What decided amounts use beyond the limit.
  public var over: MoneyTotal { max(used + elsewhere - MoneyTotal(limit), .zero) }
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
    var row = CapLedgerRow(
      group: cap.group, limit: cap.limit, isInPieces: policy.isInPieces(cap.group.cap))
    for number in ledger.members(of: cap.group) {
      let file = files[number]
      guard file.decision.outcome.isServed else { continue }
      let roomBefore = row.left
      guard files.indices.contains(number) else {
        row.elsewhere += Cap.use(of: file.decision.award, inPieces: row.isInPieces)
        continue
      }
      row.order.append(
        .init(
          filing: file.filing.id, received: file.filing.received,
          isDecided: file.decision.outcome == .decided, roomBefore: roomBefore,
          amount: file.decision.award, roomAfter: roomBefore))
      row.sheet.add(file.filing.id, AwardColumns(file))
      row.order[row.order.count - 1].roomAfter = row.left
    }
    // What a county has heard of others stands in no place of the order.
    if joint.shownOffice == nil { row.elsewhere = cap.elsewhere }
    return row
  }
}
