import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// One filing as it stands: who, what, when, its decision with the working, and what was done to it.
struct FilingDetail {
  var file: FiledFiling
  var number: Int

  func draw(into pane: inout Grid, _ state: OfficeState) {
    let lines = lines(width: pane.columns - 1, state)
    for (row, line) in lines.prefix(pane.rows).enumerated() { line.draw(into: &pane, row: row) }
  }

  func lines(width: Int, _ state: OfficeState) -> [DecisionLines.Line] {
    let filing = file.filing
    let item = state.policy.item(filing.item)
    var lines = DecisionLines.wrapped(
      state.applicant(filing.applicant)?.name ?? filing.applicant, width, .strong)
    lines += DecisionLines.wrapped(
      "\(filing.id)  \(item?.label ?? filing.item)  收件 \(filing.received)  阶段 \(StepLabels.label(file.standing))",
      width)
    guard let item else { return lines + history }
    let decision = state.decision(of: file, number)
    let made = DecisionLines(decision: decision, item: item, filing: filing, policy: state.policy)
    return lines + made.verdict(width: width) + history + made.working(width: width)
  }

  private var history: [DecisionLines.Line] {
    file.history.map { entry in
      .init(text: "\(entry.at.prefix(10))  \(HistoryWording.label(entry))  \(entry.by)", style: .dim)
    }
  }
}
