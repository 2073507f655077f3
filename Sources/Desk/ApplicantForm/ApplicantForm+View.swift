import CaseModel
import Cells
import Forms

extension ApplicantForm {
  func draw(into pane: inout Grid, today: CivilDate) {
    let (left, right) = pane.area.splitLeft(pane.columns * 3 / 5)
    pane.within(left) { drawFields(into: &$0, today: today) }
    pane.within(right) { pane in
      pane.verticalLine(column: 0)
      let inner = Area(row: 0, column: 2, rows: pane.rows, columns: max(0, pane.columns - 2))
      pane.within(inner) { drawHint(into: &$0) }
    }
  }

  private func drawFields(into pane: inout Grid, today: CivilDate) {
    for (index, field) in fields.enumerated() {
      field.draw(isFocused: focus == index, into: &pane, row: index, labelWidth: FilingForm.labelWidth)
    }
    parent.draw(label: "总部（分支）", isFocused: focus == fields.count, into: &pane, row: fields.count)
    var row = fields.count + 2
    if let problem = codeProblem(today: today) {
      pane.write(problem + "（仍可保存）。", row: row, column: 1, width: pane.columns - 2, style: .warning)
      row += 1
    }
    for field in fields {
      if let choice = field.choice {
        pane.write(
          "\(field.label)：\(choice.label)", row: row, column: 1, width: pane.columns - 2, style: .dim)
        row += 1
      } else if let problem = field.problem(today: today) {
        pane.write("\(field.label)：\(problem)", row: row, column: 1, width: pane.columns - 2, style: .bad)
        row += 1
      }
    }
  }

  private func drawHint(into pane: inout Grid) {
    guard fields.indices.contains(focus) else {
      if parent.chosen == nil { parent.drawCandidates(into: &pane) }
      return
    }
    if case .choice(let choices) = fields[focus].kind {
      let chosen = fields[focus].choice
      pane.write("输入编号或名称", row: 0, style: .dim)
      for (index, choice) in choices.enumerated() {
        pane.write(
          "\(index + 1)  \(choice.label)", row: index + 1, width: pane.columns - 1,
          style: choice == chosen ? .selected : .normal)
      }
    } else {
      pane.writeWrapped(fields[focus].hint, row: 0, style: .dim)
    }
  }
}
