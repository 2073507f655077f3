import CaseModel
import Casework

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
      for index in inputs.indices where isEmpty || focus == Self.firstInput + index {
        if let raw = last.input(inputs[index].id) { inputs[index].show(raw) }
      }
    }
    fields.isChanged = true
    syncOverrides()
    refresh(today: today, state: state)
  }

  /// A new form for the next filing of the same item, applicant and day.
  static func next(after last: Filing, state: OfficeState, today: CivilDate) -> FilingForm {
    var form = FilingForm(today: today, applicant: state.applicant(last.applicant))
    form.chooseItem(of: last, state: state)
    form.received.editor = LineEditor(last.received.description)
    form.focus = min(firstInput, form.fields.count - 1)
    form.refresh(today: today, state: state)
    return form
  }

  mutating func choose(_ new: Applicant, state: OfficeState, today: CivilDate) {
    applicant.choose(.init(new))
    fields.isChanged = true
    refresh(today: today, state: state)
  }
}
