import CaseModel
import Cells

/// What keys do in a field.
extension Field {
  /// Selects what stands in it, as the cursor comes; a query is gone on with.
  mutating func enter() {
    if lookup == nil { editor.selectAll() }
  }

  mutating func edit(_ change: (inout LineEditor) -> Void) {
    if lookup == nil { change(&editor) } else { lookup?.edit(&editor, change) }
  }

  /// Puts what was typed in at the caret. A blank turns yes into no; whoever types on a choice that stands there means another.
  mutating func insert(_ typed: String, today: CivilDate) {
    if typed == " ", kind == .flag {
      let turned = reading(today: today) == "是" ? "否" : "是"
      edit { $0.replace(turned) }
    } else if let choice, choice.label == editor.text, !begins(editor.text + typed) {
      edit { $0.replace(typed) }
    } else {
      edit { $0.insert(typed) }
    }
  }

  /// Whether a choice is called so, or goes on from it.
  private func begins(_ text: String) -> Bool {
    guard case .choice(let choices) = kind else { return false }
    return choices.contains { $0.label.hasPrefix(text) }
  }

  /// Takes the last step back; false where there is none.
  mutating func undo() -> Bool { lookup == nil ? editor.undo() : lookup?.undo(&editor) ?? false }

  mutating func choose(_ candidate: Lookup.Candidate) { lookup?.choose(candidate, &editor) }

  /// Leaves it: what was read stands in it from then on, and what is highlighted is taken; false where something was typed
  /// that finds nothing.
  mutating func leave(today: CivilDate) -> Bool {
    settle(today: today)
    return lookup?.pass(&editor) ?? true
  }

  /// What is wrong with it; else what it is read as where that is not what stands there, or what it is for.
  func remark(today: CivilDate) -> (text: String, isWrong: Bool) {
    if let problem = problem(today: today) { return (problem, true) }
    let reading = reading(today: today)
    return ((reading == editor.text ? nil : reading) ?? hint, false)
  }

  /// Draws the label and the field on one row, with the caret where it is in focus, and a sign where it is wrong.
  func draw(isFocused: Bool, isWrong: Bool, into pane: inout Grid, row: Int, labelWidth: Int) {
    pane.write(label, row: row, column: 1, width: labelWidth, style: isFocused ? .strong : .label)
    if isWrong { pane.write("!", row: row, column: labelWidth + 1, width: 1, style: .bad) }
    EditedText(editor: chosen.map { LineEditor($0.label) } ?? editor, isFocused: isFocused, isWrong: isWrong)
      .draw(into: &pane, row: row, column: labelWidth + 2, width: pane.columns - labelWidth - 4)
  }
}
