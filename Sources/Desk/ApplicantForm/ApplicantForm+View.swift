import CaseModel
import Casework
import Cells
import Wording

extension ApplicantForm {
  func draw(into pane: inout Grid, today: CivilDate, state: OfficeState) {
    let (left, right) = pane.area.splitLeft(pane.columns * 3 / 5)
    pane.within(left) { drawFields(into: &$0, today: today, state) }
    pane.within(right) { pane in
      pane.verticalLine(column: 0)
      let inner = Area(row: 0, column: 2, rows: pane.rows, columns: max(0, pane.columns - 2))
      pane.within(inner) { drawBeside(into: &$0) }
    }
  }

  private func drawFields(into pane: inout Grid, today: CivilDate, _ state: OfficeState) {
    let missing = isTried ? gaps.map(\.field) : []
    for (index, field) in fields.enumerated() {
      field.draw(
        isFocused: focus == index, isWrong: field.problem(today: today) != nil || missing.contains(index),
        into: &pane, row: index, labelWidth: FilingForm.labelWidth)
    }
    var row = fields.count
    if hasParent {
      parent.draw(label: "总部 *", isFocused: focus == fields.count, into: &pane, row: row)
      row += 1
    }
    row += 1
    for (text, style) in remarks(today: today, state) {
      guard row < pane.rows else { return }
      row += pane.writeWrapped(text, row: row, column: 1, width: pane.columns - 2, height: 2, style: style)
    }
  }

  /// What is to be said about the fields, those first that keep it from being saved.
  private func remarks(today: CivilDate, _ state: OfficeState) -> [(text: String, style: Style)] {
    var remarks: [(String, Style)] = fields.compactMap { field in
      field.problem(today: today).map { ("\(field.label)：\($0)。", Style.bad) }
    }
    let owner = codeOwner(state)
    if let owner {
      let district = Labels.district(owner.district, among: state.districts)
      remarks.append(("代码与 \(owner.id) \(owner.name)（\(district)）相同，请先核对是否同一个。", .warning))
    }
    for known in namesakes(state).filter({ $0.id != owner?.id }).prefix(3) {
      let code = known.shownCode.isEmpty ? "没有代码" : known.shownCode
      let district = Labels.district(known.district, among: state.districts)
      remarks.append(("已有同名的 \(known.id) \(known.name)（\(district)，\(code)），请先核对是否同一个。", .warning))
    }
    if let problem = codeProblem(today: today) { remarks.append((problem + "（仍可保存）。", .warning)) }
    remarks += doubts(today: today, state).map {
      (DoubtWording.sentence([$0], in: state) + "（仍可保存）。", .warning)
    }
    if remarks.isEmpty { remarks.append(("带 * 的必须填写，其他可以以后再补。", .dim)) }
    return remarks
  }

  private func drawBeside(into pane: inout Grid) {
    if let choices { return choices.draw(into: &pane) }
    guard fields.indices.contains(focus) else {
      if parent.chosen == nil { parent.drawCandidates(into: &pane) }
      return
    }
    guard case .choice(let choices) = fields[focus].kind else {
      pane.writeWrapped(fields[focus].hint, row: 0, style: .dim)
      return
    }
    let chosen = fields[focus].choice
    pane.write("输入编号、名称或首字母，F4 选择", row: 0, width: pane.columns - 1, style: .dim)
    for (index, choice) in choices.enumerated() {
      pane.write(
        "\(index + 1)  \(choice.label)", row: index + 1, width: pane.columns - 1,
        style: choice == chosen ? .selected : .normal)
    }
  }
}
