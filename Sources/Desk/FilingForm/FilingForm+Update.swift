import SubsidyRules
import CaseModel
import Casework
import Cells
import Forms

extension FilingForm {
  /// Takes what was typed or pasted into the field in focus.
  mutating func type(_ text: String, state: OfficeState, today: CivilDate) {
    edit(state: state, today: today) { $0.insert(text) }
  }

  /// A paste of several columns or lines fills several fields, and never saves.
  mutating func paste(_ text: String, state: OfficeState, today: CivilDate) {
    let parts = text.split(whereSeparator: { $0 == "\t" || $0.isNewline }).map(String.init)
    for (index, part) in parts.enumerated() {
      type(part, state: state, today: today)
      if index < parts.count - 1, !moveFocus(by: 1, state: state, today: today) { return }
    }
  }

  /// Handles a key of the form; false where it is not the form's.
  mutating func press(_ key: Key, state: OfficeState, today: CivilDate) -> Bool {
    switch key {
    case .tab, .enter: _ = moveFocus(by: 1, state: state, today: today)
    case .backTab: _ = moveFocus(by: -1, state: state, today: today)
    case .down: if !moveInList(by: 1) { _ = moveFocus(by: 1, state: state, today: today) }
    case .up: if !moveInList(by: -1) { _ = moveFocus(by: -1, state: state, today: today) }
    case .backspace: edit(state: state, today: today) { $0.backspace() }
    case .delete: edit(state: state, today: today) { $0.delete() }
    case .left: move { $0.left() }
    case .right: move { $0.right() }
    case .home: move { $0.home() }
    case .end: move { $0.end() }
    default: return false
    }
    return true
  }

  /// Opens the list of the field in focus: all candidates, whatever was chosen.
  mutating func openList(state: OfficeState) {
    switch focus {
    case 0:
      item.edit { $0.clear() }
      item.candidates = Lookup.Candidate.items("", state)
    case 1:
      applicant.edit { $0.clear() }
      applicant.candidates = Lookup.Candidate.applicants("", state)
    default: break
    }
  }

  mutating func choose(_ new: Applicant, state: OfficeState, today: CivilDate) {
    applicant.choose(.init(id: new.id, label: new.name, detail: new.id))
    refresh(today: today, state: state)
  }

  /// Moves the focus, taking the highlighted candidate of a list on the way; false where it can't move.
  mutating func moveFocus(by step: Int, state: OfficeState, today: CivilDate) -> Bool {
    if focus == 0, item.chosen == nil, step > 0 {
      guard item.accept() else { return false }
      takeItem(state: state)
    }
    if focus == 1, applicant.chosen == nil, step > 0, !applicant.editor.text.isEmpty {
      guard applicant.accept() else { return false }
    }
    let next = focus + step
    guard (0..<count).contains(next) else { return false }
    focus = next
    offer(state: state)
    refresh(today: today, state: state)
    return true
  }

  /// Shows the candidates of a lookup that has nothing chosen yet.
  mutating func offer(state: OfficeState) {
    if focus == 0, item.chosen == nil { item.candidates = Lookup.Candidate.items(item.editor.text, state) }
    if focus == 1, applicant.chosen == nil {
      applicant.candidates = Lookup.Candidate.applicants(applicant.editor.text, state)
    }
  }

  private mutating func takeItem(state: OfficeState) {
    guard let id = item.chosen?.id, let rule = state.policy.item(id) else { return }
    makeFields(of: rule)
  }

  private mutating func moveInList(by rows: Int) -> Bool {
    switch focus {
    case 0 where item.chosen == nil: item.move(by: rows)
    case 1 where applicant.chosen == nil: applicant.move(by: rows)
    default: return false
    }
    return true
  }

  private mutating func edit(
    state: OfficeState, today: CivilDate, _ change: (inout LineEditor) -> Void
  ) {
    isChanged = true
    switch focus {
    case 0:
      item.edit(change)
      fields = []
    case 1: applicant.edit(change)
    case 2: change(&received.editor)
    default:
      guard fields.indices.contains(focus - 3) else { return }
      change(&fields[focus - 3].editor)
    }
    offer(state: state)
    refresh(today: today, state: state)
  }

  private mutating func move(_ change: (inout LineEditor) -> Void) {
    switch focus {
    case 0: change(&item.editor)
    case 1: change(&applicant.editor)
    case 2: change(&received.editor)
    default:
      guard fields.indices.contains(focus - 3) else { return }
      change(&fields[focus - 3].editor)
    }
  }
}
