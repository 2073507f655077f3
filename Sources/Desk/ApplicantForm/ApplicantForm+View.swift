import CaseModel
import Casework
import Cells
import Wording

extension ApplicantForm {
  func draw(into pane: inout Grid, _ desk: Surroundings) {
    let (left, right) = pane.area.splitLeft(fieldsWidth(desk))
    pane.within(left) { drawFields(into: &$0, today: desk.today, desk.state) }
    pane.within(right) { pane in
      pane.verticalLine(column: 0)
      pane.within(pane.area.splitLeft(2).rest) { drawBeside(into: &$0) }
    }
  }

  private func drawFields(into pane: inout Grid, today: CivilDate, _ state: OfficeState) {
    let missing = isTried ? gaps.map(\.field) : []
    fields.drawFields(into: &pane) { field in
      field.problem(today: today) != nil || missing.contains(field.id)
    }
    var row = fields.room(rows: pane.rows) + 1
    for (text, style) in remarks(today: today, state) {
      guard row < pane.rows else { return }
      row += pane.writeWrapped(text, row: row, column: 1, width: pane.columns - 2, height: 2, style: style)
    }
  }

  /// What is to be said about the fields, those first that keep it from being saved.
  private func remarks(today: CivilDate, _ state: OfficeState) -> [(text: String, style: Style)] {
    var remarks: [(String, Style)] = fields.fields.compactMap { field in
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
    guard let field = fields.focused else { return }
    if let lookup = field.lookup {
      if lookup.chosen == nil { lookup.drawCandidates(field.editor.text, into: &pane) }
      return
    }
    guard case .choice(let choices) = field.kind else {
      pane.writeWrapped(field.hint, row: 0, style: .dim)
      return
    }
    let chosen = field.choice
    pane.write("编号、名称或首字母，F4 选择", row: 0, width: pane.columns - 1, style: .dim)
    for (index, choice) in choices.enumerated() {
      pane.write(
        "\(index + 1)  \(choice.label)", row: index + 1, width: pane.columns - 1,
        style: choice == chosen ? .selected : .normal)
    }
  }
}
