import CaseModel
import Casework
import SubsidyRules

extension FilingForm {
  /// Takes the last filing's value for the field in focus; on a new form that is empty all of them.
  mutating func copy(from last: Filing, state: OfficeState, today: CivilDate) {
    let isEmpty = item.chosen == nil && item.editor.text.isEmpty && applicant.chosen == nil
    if isEmpty || focus == 0 { chooseItem(of: last, state: state) }
    if isEmpty || focus == 1, let known = state.applicant(last.applicant) {
      choose(known, state: state, today: today)
    }
    if isEmpty || focus == 2 { received.editor.replace(last.received.description) }
    if last.item == item.chosen?.id {
      for index in fields.indices where isEmpty || focus == 3 + index {
        if let raw = last.input(fields[index].id) {
          fields[index].show(raw)
        }
      }
    }
    isChanged = true
    syncOverrides()
    refresh(today: today, state: state)
  }

  /// A new form for the next filing of the same item, applicant and day.
  static func next(after last: Filing, state: OfficeState, today: CivilDate) -> FilingForm {
    var form = FilingForm(today: today, applicant: state.applicant(last.applicant))
    form.chooseItem(of: last, state: state)
    form.received.editor = LineEditor(last.received.description)
    form.focus = min(3, form.count - 1)
    form.isChanged = false
    form.refresh(today: today, state: state)
    return form
  }

  mutating func chooseItem(of last: Filing, state: OfficeState) {
    if let rule = state.policy.item(last.item) { choose(rule, state) }
  }

  /// Takes the item of the policy that holds the event in place of the one chosen; where it asks for other things, only
  /// once the clerk goes to another field.
  mutating func goHome(_ id: String, _ state: OfficeState, isLeavingField: Bool = false) {
    guard id != item.chosen?.id, let rule = state.policy.item(id), let old = item.chosen else { return }
    let asksTheSame = state.policy.item(old.id).map { Self.asked(by: $0) == Self.asked(by: rule) } ?? false
    guard asksTheSame || isLeavingField else { return }
    let focused = focusedField?.id
    item.chosen = .init(id: rule.id, label: rule.label, detail: "")
    guard !asksTheSame else { return }
    makeFields(of: rule, state)
    if let place = fields.firstIndex(where: { $0.id == focused }) { focus = 3 + place }
    focus = min(focus, count - 1)
  }

  /// What an item asks an applicant for, so far as the form shows it.
  private static func asked(by item: Item) -> [[String]] {
    item.inputs.filter { $0.source == .applicant }.map {
      [$0.id, $0.label, $0.hint ?? "", $0.unit ?? "", String(describing: $0.kind)]
    }
  }

  mutating func choose(_ rule: Item, _ state: OfficeState) {
    item.choose(.init(id: rule.id, label: rule.label, detail: ""))
    makeFields(of: rule, state)
  }
}
