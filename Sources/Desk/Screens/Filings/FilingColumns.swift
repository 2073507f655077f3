import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// A table of filings in as many columns as the width allows, by their worth: number, applicant, stage and award
/// always stand, and what came back with more width stays from there on.
struct FilingColumns {
  private struct Column {
    var heading: String
    var order: FilingOrder?
    var width: Int
    var isFigure = false
  }

  private var columns: [Column]
  /// Whether the outcome has a column; else it stands in the place of the award where there is none.
  private let showsOutcome: Bool

  /// The columns for a table so wide; names get what the others leave.
  ///
  /// - Parameter order: What they are sorted by, whose column always stands there.
  init(width: Int, order: FilingOrder? = nil, showsOffice: Bool = false) {
    let isBrief = width < 90
    showsOutcome = !isBrief || order == .outcome
    var columns = [
      Column(heading: "编号", order: .received, width: 19),
      Column(heading: "申请人", order: .applicant, width: 0),
    ]
    if showsOffice { columns.append(Column(heading: "局", order: .office, width: 6)) }
    // On the narrowest screens one of the two gives way to the other.
    if width >= 70 && !(isBrief && showsOutcome) || order == .item {
      columns.append(Column(heading: "项目", order: .item, width: 13))
    }
    columns.append(Column(heading: "阶段", order: .stage, width: isBrief ? 6 : 7))
    if showsOutcome { columns.append(Column(heading: "结论", order: .outcome, width: 11)) }
    let award = isBrief ? Verdict.narrowWidth + 1 : 13
    columns.append(Column(heading: "资助额", order: .award, width: award, isFigure: true))
    let taken = columns.reduce(1) { $0 + $1.width }
    columns[1].width = max(8, width - taken)
    self.columns = columns
  }

  func drawHeading(into pane: inout Grid, row: Int, order: FilingOrder?, isDescending: Bool) {
    pane.fill(Area(row: row, column: 0, rows: 1, columns: pane.columns), style: .heading)
    let mark = isDescending ? "-" : "+"
    draw(
      columns.map { column in
        switch (column.order, order) {
        // What stands first is the number; what it is sorted by is the day.
        case (.received, .received): "编号 收件日" + mark
        case (let own, let order?) where own == order: column.heading + mark
        default: column.heading
        }
      }, into: &pane, row: row, style: .heading)
  }

  func draw(
    _ file: FiledFiling, into pane: inout Grid, row: Int, isChosen: Bool, on today: CivilDate,
    _ state: OfficeState
  ) {
    let style: Style = isChosen ? .selected : .normal
    if isChosen { pane.fill(Area(row: row, column: 0, rows: 1, columns: pane.columns), style: style) }
    draw(
      columns.map { column in
        switch column.order {
        case .applicant: state.applicant(file.filing.applicant)?.name ?? file.filing.applicant
        case .item: state.policy.item(file.filing.item)?.label ?? file.filing.item
        case .stage: StepLabels.brief(file.standing)
        case .office: OfficeNames.short(state.office(of: file.filing.id), in: state)
        case .outcome: Labels.label(file.decision.outcome)
        case .award:
          !showsOutcome
            ? Verdict(file.decision).narrowText
            : MoneyWording.grouped(file.decision.award, in: column.width - 1)
        case .received, nil: file.filing.id
        }
      }, into: &pane, row: row, style: style)
    let sign = FilingSign(file, on: today)
    pane.write(sign.text, row: row, width: 1, style: isChosen ? style : sign.style)
    guard !isChosen else { return }
    let verdict = columns.dropLast(showsOutcome ? 2 : 1).reduce(1) { $0 + $1.width }
    pane.restyle(
      row: row, column: verdict, width: pane.columns - verdict, style: Verdict(file.decision).style)
  }

  private func draw(_ cells: [String], into pane: inout Grid, row: Int, style: Style) {
    var at = 1
    for (column, cell) in zip(columns, cells) {
      pane.write(
        cell, row: row, column: at, width: column.width - 1, style: style,
        alignment: column.isFigure ? .right : .left)
      at += column.width
    }
  }
}
