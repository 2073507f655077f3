import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// One filing as it stands: who, what, when, its decision with the working, and what was done to it.
struct FilingDetail {
  var file: FiledFiling
  var number: Int
  /// What it is held against beside itself, as far as that was looked for.
  var background: FilingBackground

  func draw(into pane: inout Grid, _ state: OfficeState) {
    let lines = lines(width: pane.columns - 1, atLeast: pane.rows, state)
    for (row, line) in lines.prefix(pane.rows).enumerated() { line.draw(into: &pane, row: row) }
  }

  /// The lines from the first one on: so many at least, or all that there are.
  func lines(width: Int, atLeast count: Int = .max, _ state: OfficeState) -> [DecisionLines.Line] {
    let filing = file.filing
    let item = state.policy.item(filing.item)
    var lines = DecisionLines.wrapped(
      state.applicant(filing.applicant)?.name ?? filing.applicant, width, .strong)
    lines += DecisionLines.wrapped(
      "\(filing.id)  \(item?.label ?? filing.item)  收件 \(filing.received)  阶段 \(StepLabels.label(file.standing))",
      width)
    guard let item else { return lines + history }
    var made = DecisionLines(decision: file.decision, item: item, filing: filing, policy: state.policy)
    // What the working says takes the longest, and only reasons are worded from it.
    let isPlain = file.decision.reasons.isEmpty
    if !isPlain { made.decision = state.decision(of: file, number) }
    let warnings = file.standing.isUnpaid ? PatentWording.warnings(filing, state, background) : []
    lines += made.verdict(width: width)
    if let basis = AdoptionWording.basis(item.id, in: state.policy) {
      lines += DecisionLines.wrapped(basis, width, .dim)
    }
    if let open = OwedWording.outstanding(file) { lines += DecisionLines.wrapped(open, width, .warning) }
    lines += OverrideWording.lines(filing, item).flatMap { DecisionLines.wrapped($0, width, .dim) }
    lines += warnings.flatMap { DecisionLines.wrapped($0, width, .bad) }
    lines += PatentWording.remarks(background).flatMap { DecisionLines.wrapped($0, width, .dim) }
    let doubts = file.approval.map { ApprovalWording.doubts($0.step) } ?? []
    lines += doubts.flatMap { DecisionLines.wrapped($0, width, .warning) } + history
    guard lines.count < count else { return lines }
    if isPlain { made.decision = state.decision(of: file, number) }
    return lines + made.working(width: width)
  }

  private var history: [DecisionLines.Line] {
    file.history.map { entry in
      .init(
        text: "\(MomentWording.local(entry.at).prefix(10))  \(HistoryWording.label(entry))  \(entry.by)",
        style: .dim)
    }
  }
}
