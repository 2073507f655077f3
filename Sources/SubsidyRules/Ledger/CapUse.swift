public import CaseModel

/// One cap of one holder in one window, with what uses it.
public struct CapUse: Hashable, Sendable {
  /// Limit and what is used of it.
  public var row: CapRow
  /// What amounts that are decided use; the rest is waiting.
  public var decided: MoneyTotal

  public init(row: CapRow, decided: MoneyTotal) {
    self.row = row
    self.decided = decided
  }

  public var waiting: MoneyTotal { row.used - decided }
}
