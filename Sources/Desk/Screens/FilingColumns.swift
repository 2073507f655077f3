import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// A table of filings in as many columns as the width allows; the number and the award always stand.
struct FilingColumns {
  private struct Column {
    var heading: String
    var order: FilingOrder?
    var width: Int
    var isFigure = false
  }

  private var columns: [Column]
  private var isBrief = false

  /// The columns for a table so wide; names get what the others leave.
  init(width: Int) {
    var columns = [
      Column(heading: "编号", order: .received, width: 19),
      Column(heading: "申请人", order: .applicant, width: 0),
      Column(heading: "项目", order: .item, width: 13),
      Column(heading: "阶段", order: .stage, width: 9),
      Column(heading: "结论", order: .outcome, width: 11),
      Column(heading: "资助额", order: .award, width: 13, isFigure: true),
    ]
    // On a narrow screen the stage gives way, which the detail below tells, and on the narrowest the outcome stands
    // in the place of the award where there is none.
    if width < 90 { columns.remove(at: 3) }
    if width < 70 {
      columns.remove(at: 3)
      columns[3].width = Verdict.width + 1
      isBrief = true
    }
    let taken = columns.reduce(1) { $0 + $1.width }
    columns[1].width = max(8, width - taken - 1)
    self.columns = columns
  }

  func drawHeading(into pane: inout Grid, row: Int, order: FilingOrder?, isDescending: Bool) {
    pane.fill(Area(row: row, column: 0, rows: 1, columns: pane.columns), style: .heading)
    draw(
      columns.map { column in
        guard let order, column.order == order else { return column.heading }
        return column.heading + (isDescending ? "-" : "+")
      }, into: &pane, row: row, style: .heading)
  }

  func draw(
    _ file: FiledFiling, into pane: inout Grid, row: Int, isChosen: Bool, _ state: OfficeState
  ) {
    let style: Style = isChosen ? .selected : .normal
    if isChosen { pane.fill(Area(row: row, column: 0, rows: 1, columns: pane.columns), style: style) }
    draw(
      columns.map { column in
        switch column.order {
        case .applicant: state.applicant(file.filing.applicant)?.name ?? file.filing.applicant
        case .item: state.policy.item(file.filing.item)?.label ?? file.filing.item
        case .stage: StepLabels.brief(file.standing)
        case .outcome: Labels.label(file.decision.outcome)
        case .award: isBrief ? Verdict(file.decision).text : MoneyWording.grouped(file.decision.award)
        case .received, nil: file.filing.id
        }
      }, into: &pane, row: row, style: style)
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
