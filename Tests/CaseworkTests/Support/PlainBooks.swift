import CaseModel
import Casework

/// The money of an office added up from its saves alone, in fen, by the plainest rules: every step is a row of a list, an
/// undoing crosses out the last one, and each sum is made anew when asked.
struct PlainBooks {
  struct Row {
    var step: StepTaken
    var number: Int
  }

  private var rows: [String: [Row]] = [:]
  private(set) var batches: [String: [String: Payment]] = [:]
  private var count = 0

  mutating func take(_ save: Transaction) {
    for change in save.changes {
      guard case .stepped(let filing, let step) = change else { continue }
      count += 1
      if step.step == .undo {
        rows[filing]?.removeLast()
      } else {
        rows[filing, default: []].append(Row(step: step, number: count))
      }
      if case .batched(let entry) = step.detail { batches[entry.batch, default: [:]][filing] = entry.payment }
    }
  }

  private var all: [(filing: String, row: Row)] {
    rows.sorted { $0.key < $1.key }.flatMap { filing, rows in rows.map { (filing, $0) } }
  }

  /// What left the treasury and did not come back, by year and month: `2019-06`.
  var cash: [String: Int64] {
    var sums: [String: Int64] = [:]
    for (_, row) in all {
      let month = String(row.step.day.description.prefix(7))
      switch row.step.detail {
      case .payment(let payment): sums[month, default: 0] += payment.transferred.fen
      case .bounced(let amount, _): sums[month, default: 0] -= amount.fen
      case .recovery(let recovery) where recovery.setOffAgainst == nil:
        sums[month, default: 0] -= recovery.amount.fen
      default: break
      }
    }
    return sums.filter { $0.value != 0 }
  }

  /// What each filing's applicant has of it: paid, less what the bank sent back and what came back or was set off.
  var kept: [String: Int64] {
    var sums: [String: Int64] = [:]
    for (filing, row) in all {
      switch row.step.detail {
      case .payment(let payment): sums[filing, default: 0] += payment.amount.fen
      case .bounced(let amount, _): sums[filing, default: 0] -= amount.fen
      case .recovery(let recovery): sums[filing, default: 0] -= recovery.amount.fen
      default: break
      }
    }
    return sums.filter { $0.value != 0 }
  }

  /// What payments kept back, by filing that owed it; and what came back there that way.
  var setOffs: (kept: [String: Int64], came: [String: Int64]) {
    var (kept, came): ([String: Int64], [String: Int64]) = ([:], [:])
    for (filing, row) in all {
      switch row.step.detail {
      case .payment(let payment):
        guard let setOff = payment.setOff else { continue }
        kept[setOff.filing, default: 0] += setOff.amount.fen
      case .recovery(let recovery) where recovery.setOffAgainst != nil:
        came[filing, default: 0] += recovery.amount.fen
      default: break
      }
    }
    return (kept, came)
  }
}
