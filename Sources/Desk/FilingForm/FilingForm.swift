import CaseModel
import Casework
import SubsidyRules

/// A filing being entered: item and applicant looked up, the fields made from the policy file, and the decision
/// that follows, renewed with each keystroke.
struct FilingForm: EntryForm {
  /// The item, the applicant and the day of receipt, then one field for each input of the item and each reason that is asked
  /// for, and behind them the papers of a new filing.
  var fields: FieldSet
  /// The item whose inputs have fields, and what was typed for those of items that were chosen before.
  private var inputsOf: String?
  var shelved: [String: String] = [:]
  /// What was found of the papers of a new filing.
  var ticks: [PaperTick] = []
  /// The decision's lines behind its conclusion, as far as they were scrolled.
  var pane = LinesPane()
  /// Whether the next filing follows once this one is saved.
  var goesOn = false
  /// Whether it was begun for an applicant that was chosen before: applicant and day are passed over then.
  private let isBegunForApplicant: Bool
  /// The filing that is being changed, as it was seen; nil where a new one is entered.
  private(set) var amended: Amended?
  var outlook = FilingOutlook()

  /// A filing that is being changed, and what of it was seen.
  struct Amended: Sendable {
    var filing: Filing
    var seen: Seen
  }

  /// The form of a filing that nobody has decided, to change what it says; item and applicant stay.
  init(amending file: FiledFiling, seen: Seen, state: OfficeState, today: CivilDate) {
    let filing = file.filing
    self.init(today: today, applicant: state.applicant(filing.applicant))
    amended = Amended(filing: filing, seen: seen)
    show(filing, state, today: today)
    // What a filing is for and whose it is can't be changed: that is another filing.
    (item.isLocked, applicant.isLocked) = (true, true)
    fields.isChanged = false
  }

  /// The form of a filing that another machine had entered, to enter it anew.
  init(anew filing: Filing, of applicant: Applicant?, state: OfficeState, today: CivilDate) {
    self.init(today: today, applicant: applicant)
    show(filing, state, today: today)
    fields.isChanged = true
  }

  private mutating func show(_ filing: Filing, _ state: OfficeState, today: CivilDate) {
    chooseItem(of: filing, state: state)
    received.editor = LineEditor(filing.received.description)
    for index in inputs.indices {
      if let raw = filing.input(inputs[index].id) { inputs[index].show(raw) }
    }
    syncOverrides()
    if filing.override(of: Filing.receipt) != nil { inputs.append(Self.receiptReason) }
    if filing.override(of: Filing.ban) != nil { inputs.append(Self.banReason) }
    for given in filing.overrides { setReason(given.reason, for: given.input) }
    focus = min(Self.firstInput, fields.count - 1)
    refresh(today: today, state: state)
  }

  init(today: CivilDate, applicant chosen: Applicant? = nil) {
    fields = FieldSet([
      Field(id: "item", label: "项目", among: .items), Field(id: "applicant", label: "申请人", among: .applicants),
      Field(id: "received", label: "收件日期", kind: .date, text: today.description),
    ])
    // A branch is told from its head office by the end of its name, which the field may have cut.
    fields.fieldsAboveGap = Self.firstInput
    isBegunForApplicant = chosen != nil
    if let chosen { applicant.choose(.init(chosen)) }
  }

  // MARK: - Fields

  /// The place of the first field behind those that each filing has.
  static let firstInput = 3

  var item: Field {
    get { fields.fields[0] }
    set { fields.fields[0] = newValue }
  }
  var applicant: Field {
    get { fields.fields[1] }
    set { fields.fields[1] = newValue }
  }
  var received: Field {
    get { fields.fields[2] }
    set { fields.fields[2] = newValue }
  }
  /// The fields of the item's inputs, and of reasons.
  var inputs: [Field] {
    get { Array(fields.fields.dropFirst(Self.firstInput)) }
    set { fields.fields = fields.fields.prefix(Self.firstInput) + newValue }
  }

  /// From the item to what is still to be filled in: applicant and day of receipt stand there already where the form was begun
  /// for an applicant, and can be gone back to.
  func stride(_ rows: Int) -> Int {
    let isPassedOver =
      focus == 0 && rows == 1 && item.chosen != nil && isBegunForApplicant && applicant.chosen != nil
      && fields.count > Self.firstInput
    return isPassedOver ? Self.firstInput : rows
  }

  /// The fields are those of the item chosen; what was typed for an input of the same name is kept.
  mutating func syncInputs(_ state: OfficeState) {
    guard item.chosen?.id != inputsOf else { return }
    inputsOf = item.chosen?.id
    for field in inputs { shelved[field.id] = field.editor.text }
    let rules = inputsOf.flatMap { state.policy.item($0) }?.inputs ?? []
    inputs = rules.filter { $0.source == .applicant }.map { rule in
      var field = Field(rule, text: shelved[rule.id] ?? "")
      field.spell(state.search.readings)
      return field
    }
    fields.ownRows = hasPapers ? 1 : 0
    syncOverrides()
  }

  /// Takes the item of the policy that holds the event in place of the one chosen; where it asks for other things, only
  /// once the clerk goes to another field.
  mutating func goHome(_ id: String, _ state: OfficeState, isLeavingField: Bool = false) {
    guard id != item.chosen?.id, let rule = state.policy.item(id), let old = item.chosen else { return }
    let asksTheSame = state.policy.item(old.id).map { Self.asked(by: $0) == Self.asked(by: rule) } ?? false
    guard asksTheSame || isLeavingField else { return }
    let focused = focus < Self.firstInput ? nil : fields.focused?.id
    item.lookup?.chosen = .init(rule)
    if asksTheSame { inputsOf = rule.id }
    syncInputs(state)
    guard !asksTheSame else { return }
    if let focused, let place = inputs.firstIndex(where: { $0.id == focused }) {
      focus = Self.firstInput + place
    }
    focus = min(focus, fields.count - 1)
  }

  /// What an item asks an applicant for, so far as the form shows it.
  private static func asked(by item: Item) -> [[String]] {
    item.inputs.filter { $0.source == .applicant }.map {
      [$0.id, $0.label, $0.hint ?? "", $0.unit ?? "", String(describing: $0.kind)]
    }
  }

  mutating func chooseItem(of filing: Filing, state: OfficeState) {
    guard let rule = state.policy.item(filing.item) else { return }
    item.choose(.init(rule))
    syncInputs(state)
  }

  // MARK: - The filing

  /// The filing as typed so far; nil until item, applicant and day of receipt are known.
  func draft(today: CivilDate, state: OfficeState) -> Filing? {
    guard let item = item.chosen, let applicant = applicant.chosen,
      let day = try? CivilDate.typed(received.editor.text, today: today).get()
    else { return nil }
    let inputs = inputs.filter { !Self.isReason($0) }.compactMap { field in
      field.raw(today: today).map { Filing.Input(field.id, $0) }
    }
    if let amended { return change(of: amended.filing, received: day, inputs) }
    // The number it would get: it decides who is served first among filings of one day.
    return Filing(
      id: state.nextFilingID(received: day), item: item.id, applicant: applicant.id, received: day,
      inputs: inputs, overrides: overrides)
  }

  /// The filing with what the form says; what the form has no field for stays as it is.
  private func change(of filing: Filing, received day: CivilDate, _ inputs: [Filing.Input]) -> Filing {
    var changed = filing
    changed.received = day
    if let item = item.chosen { changed.item = item.id }
    // In the order they stand in, so that nothing differs where nothing was changed.
    changed.inputs = filing.inputs.compactMap { old in
      self.inputs.contains { $0.id == old.name } ? inputs.first { $0.name == old.name } : old
    }
    changed.inputs += inputs.filter { new in !filing.inputs.contains { $0.name == new.name } }
    changed.overrides = overrides
    return changed
  }
}
