import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

/// A table of filings in as many columns as the width allows, by their worth: number, applicant, stage and award
/// always stand, and what came back with more width stays from there on.
struct FilingColumns {
  private let columns: [FilingOrder]
  private let table: Table
  /// Whether the outcome has a column; else it stands in the place of the award where there is none.
  private let showsOutcome: Bool
  /// Columns of the award where the outcome has its own.
  private static let award = 12

  /// The columns for a table so wide, with a mark at what they are sorted by, whose column always stands there; names
  /// get what the others leave.
  init(width: Int, order: FilingOrder, isDescending: Bool, showsOffice: Bool) {
    let isBrief = width < 90
    let showsOutcome = !isBrief || order == .outcome
    // On the narrowest screens one of the two gives way to the other.
    let showsItem = width >= 70 && !(isBrief && showsOutcome) || order == .item
    func column(_ own: FilingOrder, _ title: String, _ width: Int, _ alignment: Alignment = .left)
      -> Table.Column
    {
      // What stands first is the number; what it is sorted by is the day.
      let title = own == .received && order == own ? "编号 收件日" : title
      let mark = own == order ? (isDescending ? "-" : "+") : ""
      return .init(title + mark, width, stretches: own == .applicant, alignment: alignment)
    }
    let all: [(order: FilingOrder, column: Table.Column, isShown: Bool)] = [
      (.received, column(.received, "编号", 18), true),
      (.applicant, column(.applicant, "申请人", 7), true),
      (.office, column(.office, "局", 5), showsOffice),
      (.item, column(.item, "项目", 12), showsItem),
      (.stage, column(.stage, "阶段", isBrief ? 5 : 6), true),
      (.outcome, column(.outcome, "结论", 10), showsOutcome),
      (.award, column(.award, "资助额", isBrief ? Verdict.narrowWidth : Self.award, .right), true),
    ]
    let shown = all.filter(\.isShown)
    columns = shown.map(\.order)
    table = Table(shown.map(\.column), width: width)
    self.showsOutcome = showsOutcome
  }

  func drawHead(into pane: inout Grid, row: Int) { table.drawHead(into: &pane, row: row) }

  func draw(
    _ file: FiledFiling, into pane: inout Grid, row: Int, isChosen: Bool, on today: CivilDate,
    _ state: OfficeState
  ) {
    let style: Style = isChosen ? .selected : .normal
    table.draw(
      columns.map { column in
        switch column {
        case .applicant: state.applicant(file.filing.applicant)?.name ?? file.filing.applicant
        case .item: state.policy.item(file.filing.item)?.label ?? file.filing.item
        case .stage: StepLabels.brief(file.standing)
        case .office: OfficeNames.short(state.office(of: file.filing.id), in: state)
        case .outcome: Labels.label(file.decision.outcome)
        case .award:
          showsOutcome
            ? MoneyWording.grouped(file.decision.award, in: Self.award) : Verdict(file.decision).narrowText
        case .received: file.filing.id
        }
      }, into: &pane, row: row, style: style)
    let sign = FilingSign(file, on: today)
    pane.write(sign.text, row: row, width: 1, style: isChosen ? style : sign.style)
    guard !isChosen, let verdict = table.place(of: columns.count - (showsOutcome ? 2 : 1)) else { return }
    pane.restyle(row: row, column: verdict.lowerBound, style: Verdict(file.decision).style)
  }
}
