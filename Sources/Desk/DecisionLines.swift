import CaseModel
import Cells
import SubsidyRules
import Wording

/// A decision in lines, the same wherever it stands: while a filing is typed and when it is looked up later.
struct DecisionLines {
  var decision: Decision
  var item: Item
  var filing: Filing
  var policy: Policy

  /// Outcome and award, then every reason and warning; gives the row after them.
  func drawVerdict(into pane: inout Grid, from start: Int) -> Int {
    var row = start
    pane.write(
      "\(Labels.label(decision.outcome))  \(MoneyWording.yuan(decision.award))", row: row,
      style: decision.outcome.style)
    pane.write(
      Labels.articleName(item.article), row: row, column: max(0, pane.columns - 9), width: 8, style: .dim,
      alignment: .right)
    row += 1
    let reasons = decision.reasons.map {
      ReasonWording.sentence($0, item: item, policy: policy, trace: decision.trace, filing: filing)
    }
    let warnings = decision.warnings.map { WarningWording.sentence($0, policy: policy) }
    for sentence in reasons + warnings {
      row += pane.writeWrapped(sentence, row: row, height: max(0, min(3, pane.rows - row)), style: .warning)
    }
    return row
  }

  /// The working step by step as far as there is room; gives the row after it.
  func drawWorking(into pane: inout Grid, from start: Int) -> Int {
    var row = start
    guard row < pane.rows else { return row }
    pane.write("核算过程", row: row, style: .heading)
    row += 1
    for line in WorkingWording.lines(decision.trace, item: item, policy: policy) where row < pane.rows {
      let style: Style = line.holds == false ? .bad : .normal
      row += pane.writeWrapped(line.cited, row: row, height: min(2, pane.rows - row), style: style)
    }
    return row
  }
}

extension Outcome {
  var style: Style {
    switch self {
    case .pay, .decided: .good
    case .reduced, .exhausted, .incomplete: .warning
    case .refused, .closed: .bad
    }
  }
}
