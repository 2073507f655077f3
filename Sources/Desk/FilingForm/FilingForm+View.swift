import CaseModel
import Casework
import Cells
import Forms
import Wording

extension FilingForm {
  /// Columns that the names beside the fields take.
  static let labelWidth = 16

  func draw(into pane: inout Grid, today: CivilDate, state: OfficeState) {
    let (left, right) = pane.area.splitLeft(pane.columns * 11 / 20)
    pane.within(left) { drawFields(into: &$0, today: today) }
    pane.within(right) { pane in
      pane.verticalLine(column: 0)
      let inner = Area(row: 0, column: 2, rows: pane.rows, columns: max(0, pane.columns - 2))
      pane.within(inner) { pane in
        if let lookup = openLookup {
          lookup.drawCandidates(into: &pane)
        } else {
          DecisionPane(form: self, state: state, today: today).draw(into: &pane)
        }
      }
    }
  }

  /// The lookup in focus that has nothing chosen yet: its candidates take the right side.
  private var openLookup: Lookup? {
    switch focus {
    case 0 where item.chosen == nil: item
    case 1 where applicant.chosen == nil: applicant
    default: nil
    }
  }

  private func drawFields(into pane: inout Grid, today: CivilDate) {
    item.draw(label: "项目", isFocused: focus == 0, into: &pane, row: 0)
    applicant.draw(label: "申请人", isFocused: focus == 1, into: &pane, row: 1)
    received.draw(isFocused: focus == 2, into: &pane, row: 2, labelWidth: Self.labelWidth)
    for (index, field) in fields.enumerated() {
      field.draw(isFocused: focus == 3 + index, into: &pane, row: 4 + index, labelWidth: Self.labelWidth)
    }
    // What the field in focus is read as, or what is wrong with it; then the other fields' problems.
    var row = 5 + fields.count
    if let field = focusedField {
      let problem = field.problem(today: today)
      let text = problem ?? field.reading(today: today) ?? field.hint
      row += pane.writeWrapped(
        text, row: row, column: 1, width: pane.columns - 2, height: 3, style: problem == nil ? .dim : .bad)
    }
    for field in fields where field.id != focusedField?.id {
      guard row < pane.rows, let problem = field.problem(today: today) else { continue }
      row += pane.writeWrapped(
        "\(field.label)：\(problem)", row: row, column: 1, width: pane.columns - 2, height: 2, style: .bad)
    }
  }

  private var focusedField: Field? {
    if focus == 2 { return received }
    return fields.indices.contains(focus - 3) ? fields[focus - 3] : nil
  }
}

extension Field {
  /// Draws the label and the field on one row, with the caret where it is in focus.
  func draw(isFocused: Bool, into pane: inout Grid, row: Int, labelWidth: Int) {
    pane.write(label, row: row, column: 1, width: labelWidth, style: isFocused ? .strong : .label)
    EditedText(editor: editor, isFocused: isFocused).draw(
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

  func drawCandidates(into pane: inout Grid) {
    pane.write("上下键选择，Enter 确定", row: 0, style: .dim)
    guard !candidates.isEmpty else {
      pane.write("没有找到。", row: 2, style: .warning)
      pane.writeWrapped("可输入名称、拼音首字母或代码；新申请人按 F3 录入。", row: 3, style: .dim)
      return
    }
    let height = max(1, pane.rows - 1)
    let top = max(0, highlighted - height + 1)
    for (row, candidate) in candidates.dropFirst(top).prefix(height).enumerated() {
      let style: Style = top + row == highlighted ? .selected : .normal
      let detail = Text.columns(of: candidate.detail) + 1
      pane.write(candidate.label, row: row + 1, width: max(0, pane.columns - detail - 1), style: style)
      pane.write(
        candidate.detail, row: row + 1, column: pane.columns - detail - 1, width: detail + 1, style: style,
        alignment: .right)
    }
  }
}

/// The text of a field, scrolled so that the caret is always in sight.
struct EditedText {
  var editor: LineEditor
  var isFocused: Bool

  func draw(into pane: inout Grid, row: Int, column: Int, width: Int) {
    guard width > 2 else { return }
    let style: Style = isFocused ? .fieldFocused : .field
    let before = editor.beforeCaret
    var shown = Substring(editor.text)
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
      shown = Substring("<" + hidden + tail)
      caret = 1 + Text.columns(of: hidden)
    }
    pane.write(shown, row: row, column: column, width: width, style: style)
    if isFocused { pane.placeCaret(row: row, column: column + min(caret, width - 1)) }
  }
}
