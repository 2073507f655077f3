import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// One filing as it stands: who, what, when, its decision with the working, and what was done to it.
struct FilingDetail {
  var file: FiledFiling

  func draw(into pane: inout Grid, _ state: OfficeState) {
    let filing = file.filing
    pane.write(
      state.applicant(filing.applicant)?.name ?? filing.applicant, row: 0, width: pane.columns - 1,
      style: .strong)
    let item = state.policy.item(filing.item)
    pane.write(
      "\(filing.id)  \(item?.label ?? filing.item)  \(Labels.label(filing.stage))  收件 \(filing.received)",
      row: 1, width: pane.columns - 1)
    guard let item, let decision = state.decision(of: filing.id) else { return }
    let lines = DecisionLines(decision: decision, item: item, filing: filing, policy: state.policy)
    let row = lines.drawWorking(into: &pane, from: lines.drawVerdict(into: &pane, from: 2))
    drawHistory(into: &pane, from: row)
  }

  private func drawHistory(into pane: inout Grid, from start: Int) {
    guard start + 1 < pane.rows else { return }
    pane.write("经过", row: start, style: .heading)
    for (row, entry) in file.history.suffix(pane.rows - start - 1).enumerated() {
      pane.write(
        "\(entry.at.prefix(10))  \(HistoryWording.label(entry.deed))  \(entry.by)", row: start + 1 + row,
        width: pane.columns - 1)
    }
  }
}
