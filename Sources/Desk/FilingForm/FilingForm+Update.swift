import CaseModel
import Casework
import Cells
import SubsidyRules

/// What is particular to the fields of a filing.
extension FilingForm {
  mutating func insert(_ text: String, _ cause: EntryCause, _ desk: Surroundings) {
    guard isOnPapers else { return change(cause, desk) { $0.insert(text, today: desk.today) } }
    // What is wrong with a paper is written in its own row.
    if text == " " || text == "\u{3000}" { tickAll(desk.state) }
  }

  var whyLocked: String? {
    fields.focused?.isLocked == true ? "项目和申请人不能改；要换的，请撤回这一件后重新收件。" : nil
  }

  /// A field without choices offers what was entered in it before.
  mutating func lookUp(_ desk: Surroundings) -> Answer {
    guard let field = fields.focused else { return .opens(tickForm(desk.state)) }
    if let whyLocked { return .warns(whyLocked) }
    guard field.lookup == nil else {
      change(.typed, desk) { $0.edit { $0.clear() } }
      return .stays()
    }
    choices = ChoiceList(of: field) ?? ChoiceList(enteredBefore(desk.state))
    return choices == nil ? .warns("这个申请人这一栏以前没有填过别的内容。") : .stays()
  }

  /// What the applicant's filings of the item say in the field in focus, the latest first.
  private func enteredBefore(_ state: OfficeState) -> [Field.Choice] {
    guard let field = fields.focused, let applicant = applicant.chosen, !Self.isReason(field) else {
      return []
    }
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

  mutating func left(_ desk: Surroundings) {
    syncInputs(desk.state)
    if let live { goHome(live.item, desk.state, isLeavingField: true) }
  }

  mutating func follow(_ cause: EntryCause, _ desk: Surroundings) {
    if cause != .left { pane = LinesPane() }
    syncInputs(desk.state)
    syncOverrides()
    refresh(today: desk.today, state: desk.state)
  }

  /// Scrolls the decision beside the fields.
  mutating func scrollDecision(_ key: Key, _ desk: Surroundings) {
    let width = desk.columns - fieldsWidth(desk) - 2
    let lines = DecisionPane(form: self, state: desk.state, today: desk.today).lines(width: width - 1)
    pane.show(Array(lines.dropFirst()), rows: desk.rows - 1)
    _ = pane.press(key)
  }
}
