import CaseModel
import Casework
import Cells
import SubsidyRules

extension FilingForm {
  /// Takes what was typed or pasted into the field in focus.
  mutating func type(_ text: String, state: OfficeState, today: CivilDate) {
    if isOnPapers {
      // What is wrong with a paper is written in its own row.
      if text == " " || text == "\u{3000}" { tickAll(state) }
    } else if text == " ", let field = focusedField, field.kind == .flag {
      edit(state: state, today: today) { $0.replace(field.reading(today: today) == "是" ? "否" : "是") }
    } else {
      edit(state: state, today: today) { $0.insert(text) }
    }
  }

  /// A paste of several columns or lines fills several fields, and never saves.
  mutating func paste(_ text: String, state: OfficeState, today: CivilDate) -> Notice? {
    let parts = text.split(whereSeparator: { $0 == "\t" || $0.isNewline }).map(String.init)
    for (index, part) in parts.enumerated() {
      type(part, state: state, today: today)
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
    case .down: if !moveInLookup(by: 1) { return moveFocus(by: 1, state: state, today: today) }
    case .up: if !moveInLookup(by: -1) { return moveFocus(by: -1, state: state, today: today) }
    case .backspace: edit(state: state, today: today) { $0.backspace() }
    case .delete: edit(state: state, today: today) { $0.delete() }
    case .control("u"): edit(state: state, today: today) { $0.clear() }
    case .left: move { $0.left() }
    case .right: move { $0.right() }
    case .home: move { $0.home() }
    case .end: move { $0.end() }
    default: break
    }
    return nil
  }

  private mutating func pressInList(_ key: Key, state: OfficeState, today: CivilDate) {
    switch list?.press(key) {
    case .picked(let choice)?:
      list = nil
      edit(state: state, today: today) { $0.replace(choice.label) }
      _ = moveFocus(by: 1, state: state, today: today)
    case .closes?: list = nil
    case .stays?, nil: break
    }
  }

  /// Opens the list of the field in focus: all candidates, whatever was chosen.
  ///
  /// A field without choices offers what was entered in it before; a notice where there is nothing.
  mutating func openList(state: OfficeState, today: CivilDate) -> Notice? {
    switch focus {
    case 0, 1:
      edit(state: state, today: today) { $0.clear() }
    default:
      list = focusedField.flatMap(ChoiceList.init) ?? ChoiceList(enteredBefore(state))
      if list == nil { return Notice(.warning, "这个申请人这一栏以前没有填过别的内容。") }
    }
    return nil
  }

  /// What the applicant's filings of the item say in the field in focus, the latest first.
  private func enteredBefore(_ state: OfficeState) -> [Field.Choice] {
    guard let field = focusedField, let applicant = applicant.chosen, !Self.isReason(field) else { return [] }
    let filings = state.files(of: applicant.id).map(\.filing).filter { $0.item == item.chosen?.id }
    let latest = filings.sorted { ($1.received, $1.id) < ($0.received, $0.id) }
    var choices: [Field.Choice] = []
    for filing in latest where choices.count < ChoiceList.longest {
      let raw = focus == 2 ? .text(filing.received.description) : filing.input(field.id)
      guard let raw else { continue }
      var shown = field
      shown.show(raw)
      let text = shown.editor.text
      guard text != field.editor.text, !choices.contains(where: { $0.label == text }) else { continue }
      choices.append(.init(id: filing.id, label: text))
    }
    return choices
  }

  mutating func choose(_ new: Applicant, state: OfficeState, today: CivilDate) {
    applicant.choose(.init(id: new.id, label: new.name, detail: new.id))
    isChanged = true
    refresh(today: today, state: state)
  }

  /// Moves the focus, taking the highlighted candidate of a list on the way; a notice where it can't move.
  mutating func moveFocus(by step: Int, state: OfficeState, today: CivilDate) -> Notice? {
    if focus == 0, item.chosen == nil {
      if item.pass() == .notFound, step > 0 { return Notice(.warning, "没有这样的项目，请改一改，或按 F4 列出全部项目。") }
      takeItem(state: state)
    }
    if focus == 1, applicant.chosen == nil, applicant.pass() == .notFound, step > 0 {
      return Notice(.warning, "没有找到这个申请人，请改一改，或按 F3 录入新申请人。")
    }
    settleField(today: today)
    if let live { goHome(live.item, state, isLeavingField: true) }
    let next = focus == 0 && step > 0 && item.chosen != nil ? behindItem : focus + step
    guard (0..<count).contains(next) else {
      refresh(today: today, state: state)
      if step < 0 { return nil }
      return Notice(.good, item.chosen == nil ? "请先选项目。" : "已是最后一栏，保存请按 F8。")
    }
    focus = next
    offer(state: state)
    refresh(today: today, state: state)
    return nil
  }

  /// Shows the candidates of a lookup that has nothing chosen yet.
  mutating func offer(state: OfficeState) {
    if focus == 0, item.chosen == nil { item.offer(Lookup.Candidate.items(item.editor.text, state)) }
    if focus == 1, applicant.chosen == nil {
      let query = applicant.editor.text
      applicant.offer(Lookup.Candidate.applicants(query, state)) {
        Lookup.Candidate.applicants(query, state, isNear: true)
      }
    }
  }

  private mutating func takeItem(state: OfficeState) {
    guard let id = item.chosen?.id, let rule = state.policy.item(id) else { return }
    makeFields(of: rule, state)
    isChanged = true
  }

  private mutating func moveInLookup(by rows: Int) -> Bool {
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
    // What a filing is for and whose it is can't be changed: that is another filing.
    guard amended == nil || focus > 1 else { return }
    isChanged = true
    pane = LinesPane()
    switch focus {
    case 0:
      item.edit(change)
      shelveFields()
    case 1: applicant.edit(change)
    case 2: change(&received.editor)
    default:
      guard fields.indices.contains(focus - 3) else { return }
      change(&fields[focus - 3].editor)
      syncOverrides()
    }
    offer(state: state)
    refresh(today: today, state: state)
  }

  /// Takes the typing in the field in focus back; false where there is none.
  mutating func undo(state: OfficeState, today: CivilDate) -> Bool {
    let isDone: Bool
    switch focus {
    case 0, 1:
      guard amended == nil else { return false }
      isDone = focus == 0 ? item.undo() : applicant.undo()
      if focus == 0 {
        if item.chosen == nil { shelveFields() } else { takeItem(state: state) }
      }
    case 2: isDone = received.editor.undo()
    default:
      guard fields.indices.contains(focus - 3) else { return false }
      isDone = fields[focus - 3].editor.undo()
      syncOverrides()
    }
    offer(state: state)
    refresh(today: today, state: state)
    return isDone
  }

  private mutating func settleField(today: CivilDate) {
    if focus == 2 { received.settle(today: today) }
    if fields.indices.contains(focus - 3) { fields[focus - 3].settle(today: today) }
  }

  mutating func move(_ change: (inout LineEditor) -> Void) {
    switch focus {
    case 0 where item.chosen == nil: change(&item.editor)
    case 1 where applicant.chosen == nil: change(&applicant.editor)
    case 2: change(&received.editor)
    default:
      guard fields.indices.contains(focus - 3) else { return }
      change(&fields[focus - 3].editor)
    }
  }
}
