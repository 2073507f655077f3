import CaseModel
import Casework

extension ApplicantForm {
  var focusedField: Field? {
    get { fields.indices.contains(focus) ? fields[focus] : nil }
    set { if fields.indices.contains(focus), let newValue { fields[focus] = newValue } }
  }

  var openLookup: Lookup? {
    get { focus == fields.count && parent.chosen == nil ? parent : nil }
    set { if let newValue { parent = newValue } }
  }

  mutating func edit(_ desk: Surroundings, _ change: (inout LineEditor) -> Void) {
    isChanged = true
    if fields.indices.contains(focus) {
      change(&fields[focus].editor)
    } else {
      parent.edit(change)
      offer(desk.state)
    }
  }

  mutating func undo(_ desk: Surroundings) -> Bool {
    if fields.indices.contains(focus) { return fields[focus].editor.undo() }
    defer { offer(desk.state) }
    return parent.undo()
  }

  mutating func moveFocus(by step: Int, _ desk: Surroundings) -> Notice? {
    if openLookup != nil, parent.pass() == .notFound, step > 0 {
      return Notice(.warning, "没有找到这个代理机构，请改一改；没有录入过的，请先录入总部。")
    }
    if fields.indices.contains(focus) { fields[focus].settle(today: desk.today) }
    let next = focus + step
    guard (0..<count).contains(next) else {
      return step > 0 ? Notice(.good, "已是最后一栏，保存请按 F8。") : nil
    }
    focus = next
    offer(desk.state)
    return nil
  }

  /// Opens the list of the field in focus.
  mutating func lookUp(_ desk: Surroundings) -> Answer {
    if let field = focusedField { choices = ChoiceList(of: field) } else { edit(desk) { $0.clear() } }
    return .stays()
  }

  mutating func offer(_ state: OfficeState) {
    guard let query = openLookup?.editor.text else { return }
    parent.offer(Lookup.Candidate.applicants(query, state, agenciesOnly: true)) {
      Lookup.Candidate.applicants(query, state, agenciesOnly: true, isNear: true)
    }
  }
}
