import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// One cap as it is shown: whose, how much of it is used and by what.
struct CapLine: Sendable {
  var cap: String
  var label: String
  var holder: String
  var name: String
  var limit: Money
  /// Used by amounts that are decided.
  var decided: MoneyTotal
  /// Used by filings that still wait.
  var waiting: MoneyTotal
  var over: MoneyTotal
  var remaining: Money

  init(_ row: CapRow, _ state: OfficeState) {
    cap = row.group.cap
    label = state.policy.cap(row.group.cap)?.label ?? row.group.cap
    holder = row.group.holder
    name = state.applicant(row.group.holder)?.name ?? row.group.holder
    limit = row.limit
    var decided = MoneyTotal.zero
    for number in state.ledger.members(of: row.group) where state.files[number].decision.outcome == .decided {
      decided += state.files[number].decision.award
    }
    self.decided = decided
    waiting = row.used - decided
    over = row.over
    remaining = row.remaining
  }

  var used: MoneyTotal { decided + waiting }

  /// Draws the bar in `width` columns.
  func drawBar(into grid: inout Grid, row: Int, column: Int, width: Int) {
    func clamped(_ total: MoneyTotal) -> Int { Int(clamping: total.fen) }
    grid.bar(
      row: row, column: column, width: width, used: clamped(decided), waiting: clamped(waiting),
      of: Int(clamping: limit.fen))
  }
}
