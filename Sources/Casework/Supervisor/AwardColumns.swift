public import CaseModel
import SubsidyRules

/// One filing's money by how far it has come: the five columns of a supervisor's ledgers.
///
/// Recommended, committed and paid, less returned, is what the award is.
public struct AwardColumns: Hashable, Sendable {
  /// The award before shared caps, of whoever asks for room (申请).
  public var requested = Money.zero
  /// The award after the caps, while nobody has decided it (拟资助).
  public var recommended = Money.zero
  /// Decided and still to be paid (已审定).
  public var committed = Money.zero
  /// Paid, whatever came back of it; a payment that the bank sent back is none (已拨付).
  public var paid = Money.zero
  /// What the applicant gave back (已追回).
  public var returned = Money.zero

  public init(_ file: FiledFiling) {
    requested = file.decision.gross
    guard file.decision.outcome == .decided else {
      recommended = file.decision.award
      return
    }
    let balance = file.balance
    committed = balance.owed
    paid = balance.paid
    returned = balance.recovered
  }

  /// What of the money is, or will be, the applicant's.
  public var award: MoneyTotal {
    MoneyTotal(recommended) + MoneyTotal(committed) + MoneyTotal(paid) - MoneyTotal(returned)
  }
}

/// Some filings with their five columns, and the sums of them.
public struct AwardSheet: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    public var filing: String
    public var columns: AwardColumns
  }

  /// In the order of the files.
  public private(set) var lines: [Line] = []
  public private(set) var requested = MoneyTotal.zero
  public private(set) var recommended = MoneyTotal.zero
  public private(set) var committed = MoneyTotal.zero
  public private(set) var paid = MoneyTotal.zero
  public private(set) var returned = MoneyTotal.zero

  public init() {}

  public mutating func add(_ filing: String, _ columns: AwardColumns) {
    lines.append(Line(filing: filing, columns: columns))
    requested += columns.requested
    recommended += columns.recommended
    committed += columns.committed
    paid += columns.paid
    returned += columns.returned
  }

  public var award: MoneyTotal { recommended + committed + paid - returned }
  public var filings: [String] { lines.map(\.filing) }

  /// The filings that a column's sum is made of.
  public func filings(behind column: (AwardColumns) -> Money) -> [String] {
    lines.filter { column($0.columns) > .zero }.map(\.filing)
  }
}
