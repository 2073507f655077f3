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

  func draw(into pane: inout Grid, today: CivilDate, state: OfficeState) {
    let (left, right) = pane.area.splitLeft(Self.fieldsWidth(of: pane.columns))
    pane.within(left) { drawFields(into: &$0, today: today, state) }
    pane.within(right) { pane in
      pane.verticalLine(column: 0)
      let inner = Area(row: 0, column: 2, rows: pane.rows, columns: max(0, pane.columns - 2))
      pane.within(inner) { pane in
        if let choices {
          choices.draw(into: &pane)
        } else if let lookup = openLookup {
          lookup.drawCandidates(into: &pane, or: focus == 1 ? "没有录入过的，按 F3 录入，保存后回到这里。" : "按 F4 列出全部项目。")
        } else {
          DecisionPane(form: self, state: state, today: today).draw(into: &pane)
        }
      }
    }
  }

  private func drawFields(into pane: inout Grid, today: CivilDate, _ state: OfficeState) {
    item.draw(label: "项目", isFocused: focus == 0, into: &pane, row: 0)
    applicant.draw(label: "申请人", isFocused: focus == 1, into: &pane, row: 1)
    received.draw(
      isFocused: focus == 2, isWrong: received.problem(today: today) != nil, into: &pane, row: 2,
      labelWidth: Self.labelWidth)
    // A branch is told from its head office by the end of its name, which the field may have cut.
    if let chosen = applicant.chosen, Text.columns(of: chosen.label) > pane.columns - Self.labelWidth - 4 {
      pane.write("\(chosen.label) \(chosen.id)", row: 3, column: 1, width: pane.columns - 2, style: .dim)
    }
    for (index, field) in fields.enumerated() {
      field.draw(
        isFocused: focus == 3 + index, isWrong: !isOverruled(field) && field.problem(today: today) != nil,
        into: &pane, row: 4 + index, labelWidth: Self.labelWidth)
    }
    // What the field in focus is read as, or what is wrong with it; then the other fields' problems.
    var row = 4 + fields.count
    if hasPapers {
      drawPapers(into: &pane, row: row, state)
      row += 1
    }
    // A blank row where there is room.
    if row + 3 < pane.rows { row += 1 }
    if let field = focusedField {
      let problem = isOverruled(field) ? nil : field.problem(today: today)
      let reading = field.reading(today: today)
      let text = problem ?? (reading == field.editor.text ? nil : reading) ?? field.hint
      row += pane.writeWrapped(
        text, row: row, column: 1, width: pane.columns - 2, height: 3, style: problem == nil ? .dim : .bad)
    }
    for field in fields where field.id != focusedField?.id {
      guard row < pane.rows, !isOverruled(field), let problem = field.problem(today: today) else { continue }
      row += pane.writeWrapped(
        "\(field.label)：\(problem)", row: row, column: 1, width: pane.columns - 2, height: 2, style: .bad)
    }
  }
}

extension Field {
  /// Draws the label and the field on one row, with the caret where it is in focus, and a sign where it is wrong.
  func draw(isFocused: Bool, isWrong: Bool, into pane: inout Grid, row: Int, labelWidth: Int) {
    pane.write(label, row: row, column: 1, width: labelWidth, style: isFocused ? .strong : .label)
    if isWrong { pane.write("!", row: row, column: labelWidth + 1, width: 1, style: .bad) }
    EditedText(editor: editor, isFocused: isFocused, isWrong: isWrong).draw(
      into: &pane, row: row, column: labelWidth + 2, width: pane.columns - labelWidth - 4)
  }
}

extension Lookup {
  func draw(label: String, isFocused: Bool, into pane: inout Grid, row: Int) {
    let column = FilingForm.labelWidth + 2
    pane.write(label, row: row, column: 1, width: FilingForm.labelWidth, style: isFocused ? .strong : .label)
    EditedText(editor: chosen.map { LineEditor($0.label) } ?? editor, isFocused: isFocused).draw(
      into: &pane, row: row, column: column, width: pane.columns - column - 2)
  }

  /// Draws what is found; where nothing is, `otherwise` says what else can be done.
  func drawCandidates(into pane: inout Grid, or otherwise: String = "") {
    guard !candidates.isEmpty else {
      pane.write("没有找到", row: 0, style: .warning)
      let rows = pane.writeWrapped("可输入名称或其中几个字、拼音首字母、编号或代码。", row: 2, style: .dim)
      pane.writeWrapped(otherwise, row: 2 + rows, style: .strong)
      return
    }
    let isNarrowed = !editor.text.isEmpty
    if areNear {
      pane.write("没有找到。相近的，用上下键选择：", row: 0, width: pane.columns - 1, style: .warning)
    } else {
      pane.write(isNarrowed ? "上下键选择，Enter 选定" : "输入，或用上下键选择", row: 0, style: .dim)
    }
    let isLong = candidates.count > pane.rows - 1
    let height = max(1, pane.rows - (isLong ? 2 : 1))
    let top = max(0, (highlighted ?? 0) - height + 1)
    for (row, candidate) in candidates.dropFirst(top).prefix(height).enumerated() {
      let style: Style = top + row == highlighted ? .selected : .normal
      let detail = Text.columns(of: candidate.detail)
      let name = max(0, pane.columns - detail - 2)
      pane.write(candidate.label, row: row + 1, width: name, style: style)
      pane.write(" " + candidate.detail, row: row + 1, column: name, width: detail + 1, style: style)
    }
    guard isLong else { return }
    let left = candidates.count - top - height
    let more = left > 0 ? "下面还有 \(left) 个" : "到底了"
    pane.write(more, row: pane.rows - 1, width: pane.columns - 1, style: .dim, alignment: .right)
  }
}

/// The text of a field, scrolled so that the caret is always in sight.
struct EditedText {
  var editor: LineEditor
  var isFocused: Bool
  var isWrong = false

  func draw(into pane: inout Grid, row: Int, column: Int, width: Int) {
    guard width > 2 else { return }
    let style: Style = isFocused ? .fieldFocused : isWrong ? .fieldWrong : .field
    let before = editor.beforeCaret
    var shown = editor.text
    var caret = Text.columns(of: before)
    if isFocused, caret > width - 1 {
      // Drop from the left until the caret fits, with a mark that something stands before.
      var hidden = before
      var dropped = 0
      while caret - dropped > width - 2, let first = hidden.first {
        dropped += Text.columns(of: String(first))
        hidden.removeFirst()
      }
      let tail = editor.text.dropFirst(before.count)
      shown = "<" + hidden + tail
      caret = 1 + Text.columns(of: hidden)
    }
    pane.write(shown, row: row, column: column, width: width, style: style)
    if isFocused, editor.isSelected {
      pane.restyle(
        row: row, column: column, width: min(width, Text.columns(of: shown)), style: .fieldSelected)
    }
    if isFocused { pane.placeCaret(row: row, column: column + min(caret, width - 1)) }
  }
}
