import CaseModel
import Casework
import Cells
import SubsidyRules

extension FilingForm {
  mutating func insert(_ text: String, _ desk: Surroundings) {
    guard isOnPapers else { return insertIntoField(text, desk) }
    // What is wrong with a paper is written in its own row.
    if text == " " || text == "\u{3000}" { tickAll(desk.state) }
  }

  /// Opens the list of the field in focus: all candidates, whatever was chosen.
  ///
  /// A field without choices offers what was entered in it before; a notice where there is nothing.
  mutating func openList(_ desk: Surroundings) -> Notice? {
    if focus < 2 {
      edit(desk) { $0.clear() }
      return nil
    }
    choices = focusedField.flatMap(ChoiceList.init) ?? ChoiceList(enteredBefore(desk.state))
    return choices == nil ? Notice(.warning, "这个申请人这一栏以前没有填过别的内容。") : nil
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

  mutating func moveFocus(by step: Int, _ desk: Surroundings) -> Notice? {
    let (state, today) = (desk.state, desk.today)
    if focus == 0, item.chosen == nil {
      if item.pass() == .notFound, step > 0 { return Notice(.warning, "没有这样的项目，请改一改，或按 F4 列出全部项目。") }
      takeItem(state: state)
    }
    if focus == 1, applicant.chosen == nil, applicant.pass() == .notFound, step > 0 {
      return Notice(.warning, "没有找到这个申请人，请改一改，或按 F3 录入新申请人。")
    }
    focusedField?.settle(today: today)
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

  mutating func edit(_ desk: Surroundings, _ change: (inout LineEditor) -> Void) {
    // What a filing is for and whose it is can't be changed: that is another filing.
    guard amended == nil || focus > 1 else { return }
    isChanged = true
    pane = LinesPane()
    lookup?.edit(change)
    if focus == 0 { shelveFields() }
    if var field = focusedField {
      change(&field.editor)
      focusedField = field
    }
    follow(desk)
  }

  mutating func undo(_ desk: Surroundings) -> Bool {
    guard amended == nil || focus > 1 else { return false }
    let isDone = lookup?.undo() ?? focusedField?.editor.undo() ?? false
    if focus == 0 {
      if item.chosen == nil { shelveFields() } else { takeItem(state: desk.state) }
    }
    follow(desk)
    return isDone
  }

  /// What follows from another text of the field in focus.
  private mutating func follow(_ desk: Surroundings) {
    if focus > 2 { syncOverrides() }
    offer(state: desk.state)
    refresh(today: desk.today, state: desk.state)
  }
}
