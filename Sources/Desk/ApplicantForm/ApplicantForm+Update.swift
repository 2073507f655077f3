import CaseModel
import Casework
import Cells

extension ApplicantForm {
  mutating func type(_ text: String, state: OfficeState) {
    if text == " ", fields.indices.contains(focus), fields[focus].kind == .flag {
      edit(state) { $0.replace($0.text == "是" ? "否" : "是") }
    } else {
      edit(state) { $0.insert(text) }
    }
  }

  /// A paste of several columns or lines fills several fields, and never saves.
  mutating func paste(_ text: String, state: OfficeState, today: CivilDate) -> Notice? {
    let parts = text.split(whereSeparator: { $0 == "\t" || $0.isNewline }).map(String.init)
    for (index, part) in parts.enumerated() {
      type(part, state: state)
      if index < parts.count - 1, let notice = moveFocus(by: 1, state: state, today: today) { return notice }
    }
    return nil
  }

  /// Handles a key of the form; what it gives back is for the clerk to read.
  mutating func press(_ key: Key, state: OfficeState, today: CivilDate) -> Notice? {
    if isListOpen {
      pressInList(key, state: state, today: today)
      return nil
    }
    switch key {
    case .tab, .enter: return moveFocus(by: 1, state: state, today: today)
    case .backTab: return moveFocus(by: -1, state: state, today: today)
    case .down:
      if isLookingUp { parent.move(by: 1) } else { return moveFocus(by: 1, state: state, today: today) }
    case .up:
      if isLookingUp { parent.move(by: -1) } else { return moveFocus(by: -1, state: state, today: today) }
    case .backspace: edit(state) { $0.backspace() }
    case .delete: edit(state) { $0.delete() }
    case .control("u"): edit(state) { $0.clear() }
    case .left: move { $0.left() }
    case .right: move { $0.right() }
    case .home: move { $0.home() }
    case .end: move { $0.end() }
    default: break
    }
    return nil
  }

  /// Opens the list of the field in focus.
  mutating func openList(state: OfficeState) {
    if fields.indices.contains(focus) {
      list = ChoiceList(of: fields[focus])
    } else {
      edit(state) { $0.clear() }
    }
  }

  private mutating func pressInList(_ key: Key, state: OfficeState, today: CivilDate) {
    switch list?.press(key) {
    case .picked(let choice)?:
      list = nil
      edit(state) { $0.replace(choice.label) }
      _ = moveFocus(by: 1, state: state, today: today)
    case .closes?: list = nil
    case .stays?, nil: break
    }
  }

  /// Takes the typing in the field in focus back; false where there is none.
  mutating func undo(_ state: OfficeState) -> Bool {
    guard fields.indices.contains(focus) else {
      defer { offer(state) }
      return parent.undo()
    }
    return fields[focus].editor.undo()
  }

  private var isLookingUp: Bool { focus == fields.count && parent.chosen == nil }

  /// Moves the focus, or with a step of 0 only leaves the field; a notice where it can't move.
  mutating func moveFocus(by step: Int, state: OfficeState, today: CivilDate) -> Notice? {
    if isLookingUp, parent.pass() == .notFound, step > 0 {
      return Notice(.warning, "没有找到这个代理机构，请改一改；没有录入过的，请先录入总部。")
    }
    if fields.indices.contains(focus) { fields[focus].settle(today: today) }
    let next = focus + step
    guard (0..<count).contains(next) else {
      return step > 0 ? Notice(.good, "已是最后一栏，保存请按 F8。") : nil
    }
    focus = next
    offer(state)
    return nil
  }

  mutating func offer(_ state: OfficeState) {
    guard isLookingUp else { return }
    let query = parent.editor.text
    parent.offer(Lookup.Candidate.applicants(query, state, agenciesOnly: true)) {
      Lookup.Candidate.applicants(query, state, agenciesOnly: true, isNear: true)
    }
  }

  private mutating func edit(_ state: OfficeState, _ change: (inout LineEditor) -> Void) {
    isChanged = true
    if fields.indices.contains(focus) {
      change(&fields[focus].editor)
    } else {
      parent.edit(change)
      offer(state)
    }
  }

  private mutating func move(_ change: (inout LineEditor) -> Void) {
    if fields.indices.contains(focus) {
      change(&fields[focus].editor)
    } else if parent.chosen == nil {
      change(&parent.editor)
    }
  }
}
