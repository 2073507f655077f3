import CaseModel
import Casework
import Cells
import SubsidyRules
import Wording

extension FilingForm {
  /// Columns that the names beside the fields take.
  static let labelWidth = InputRule.labelColumns

  /// Columns that the fields take of a form's; the decision has the rest, behind a line and a blank.
  static func fieldsWidth(of columns: Int) -> Int { columns * 11 / 20 }

  func draw(into pane: inout Grid, _ desk: Surroundings) {
    let (left, right) = pane.area.splitLeft(fieldsWidth(desk))
    pane.within(left) { drawFields(into: &$0, desk) }
    pane.within(right) { pane in
      pane.verticalLine(column: 0)
      pane.within(pane.area.splitLeft(2).rest) { pane in
        if let choices {
          choices.draw(into: &pane)
        } else if let lookup = fields.openLookup {
          lookup.drawCandidates(fields.focused?.editor.text ?? "", into: &pane)
        } else {
          DecisionPane(form: self, state: desk.state, today: desk.today).draw(into: &pane)
        }
      }
    }
  }

  private func drawFields(into pane: inout Grid, _ desk: Surroundings) {
    let today = desk.today
    fields.drawFields(into: &pane) { !isOverruled($0) && $0.problem(today: today) != nil }
    if let chosen = applicant.chosen, Text.columns(of: chosen.label) > pane.columns - Self.labelWidth - 4,
      let row = fields.rowOfGap(in: pane.rows)
    {
      pane.write("\(chosen.label) \(chosen.id)", row: row, column: 1, width: pane.columns - 2, style: .dim)
    }
    if hasPapers, let row = fields.row(of: fields.count - 1, in: pane.rows) {
      drawPapers(into: &pane, row: row, desk.state)
    }
    // What the field in focus is read as, or what is wrong with it; then the other fields' problems.
    var row = fields.room(rows: pane.rows)
    // A blank row where there is room.
    if row + 3 < pane.rows { row += 1 }
    if let field = fields.focused, field.lookup == nil {
      let remark =
        isOverruled(field) ? (field.reading(today: today) ?? field.hint, false) : field.remark(today: today)
      row += pane.writeWrapped(
        remark.0, row: row, column: 1, width: pane.columns - 2, height: 3, style: remark.1 ? .bad : .dim)
    }
    for (place, field) in fields.fields.enumerated() where place != focus && place >= Self.firstInput {
      guard row < pane.rows, !isOverruled(field), let problem = field.problem(today: today) else { continue }
      row += pane.writeWrapped(
        "\(field.label)：\(problem)", row: row, column: 1, width: pane.columns - 2, height: 2, style: .bad)
    }
  }
}
