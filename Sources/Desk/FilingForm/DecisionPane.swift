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
    let lines = DecisionLines(decision: live.decision, item: item, filing: draft, policy: state.policy)
    let row = drawCaps(live, into: &pane, from: lines.drawVerdict(into: &pane, from: 0))
    _ = lines.drawWorking(into: &pane, from: row)
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
}
