import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// The live decision beside the fields: outcome, award, reasons, caps before and after, and the working.
struct DecisionPane {
  var form: FilingForm
  var state: OfficeState
  var today: CivilDate

  func draw(into pane: inout Grid) {
    guard let live = form.live, let itemID = form.item.chosen?.id, let item = state.policy.item(itemID),
      let draft = form.draft(today: today, state: state)
    else {
      pane.writeWrapped("选好项目和申请人，这里就显示结论、限额和核算过程。", row: 0, style: .dim)
      return
    }
    let decision = live.decision
    var row = 0
    pane.write(
      "\(Labels.label(decision.outcome))  \(MoneyWording.yuan(decision.award))", row: row,
      style: decision.outcome.style)
    pane.write(
      Labels.articleName(item.article), row: row, column: max(0, pane.columns - 9), width: 8, style: .dim,
      alignment: .right)
    row += 1
    for reason in decision.reasons {
      let sentence = ReasonWording.sentence(
        reason, item: item, policy: state.policy, trace: decision.trace, filing: draft)
      row += pane.writeWrapped(sentence, row: row, height: max(0, min(3, pane.rows - row)), style: .warning)
    }
    for warning in decision.warnings {
      let sentence = WarningWording.sentence(warning, policy: state.policy)
      row += pane.writeWrapped(sentence, row: row, height: max(0, min(3, pane.rows - row)), style: .warning)
    }
    row = drawCaps(live, into: &pane, from: row)
    row = drawWorking(decision.trace, item, into: &pane, from: row)
  }

  private func drawCaps(_ live: LiveDecision, into pane: inout Grid, from start: Int) -> Int {
    var row = start
    for change in live.caps where row + 1 < pane.rows {
      let label = state.policy.cap(change.group.cap)?.label ?? change.group.cap
      let year = change.group.year.map { " \($0)" } ?? ""
      pane.write(label + year, row: row, style: .heading)
      let before = MoneyWording.grouped(change.usedBefore.room(under: change.limit))
      let after = MoneyWording.grouped(change.usedAfter.room(under: change.limit))
      pane.write("余额 \(before) -> \(after)", row: row + 1)
      row += 2
    }
    for moved in live.moved.prefix(2) where row < pane.rows {
      pane.write(
        "影响 \(moved.filing)：\(MoneyWording.grouped(moved.before)) -> \(MoneyWording.grouped(moved.after))",
        row: row,
        style: .warning)
      row += 1
    }
    guard row < pane.rows else { return row }
    pane.write(
      "年合计 \(MoneyWording.grouped(live.yearBefore)) -> \(MoneyWording.grouped(live.yearAfter))", row: row)
    return row + 1
  }

  private func drawWorking(_ trace: Trace, _ item: Item, into pane: inout Grid, from start: Int) -> Int {
    var row = start
    guard row < pane.rows else { return row }
    pane.write("核算过程", row: row, style: .heading)
    row += 1
    for line in WorkingWording.lines(trace, item: item, policy: state.policy) where row < pane.rows {
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
