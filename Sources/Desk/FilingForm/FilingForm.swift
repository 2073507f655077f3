import CaseModel
import Casework
import SubsidyRules

/// A filing being entered: item and applicant looked up, the fields made from the policy file, and the decision
/// that follows, renewed with each keystroke.
struct FilingForm: EntryForm {
  var item = Lookup()
  var applicant = Lookup()
  var received: Field
  /// One field for each input of the item.
  var fields: [Field] = []
  /// What was found of the papers of a new filing.
  var ticks: [PaperTick] = []
  /// What was typed for the inputs of an item that was chosen before.
  private var shelved: [String: String] = [:]
  /// The choices of the field in focus, while they are open.
  var choices: ChoiceList?
  /// The decision's lines behind its conclusion, as far as they were scrolled.
  var pane = LinesPane()
  /// 0 item, 1 applicant, 2 day of receipt, then the fields, then the papers of a new filing.
  var focus = 0 {
    didSet { if focus != oldValue { focusedField?.editor.selectAll() } }
  }
  var isChanged = false
  /// Whether the next filing follows once this one is saved.
  var goesOn = false
  /// Whether it was begun for an applicant that was chosen before: applicant and day are passed over then.
  private let isBegunForApplicant: Bool
  /// The filing that is being changed, as it was seen; nil where a new one is entered.
  private(set) var amended: Amended?
  var live: LiveDecision?
  /// What the draft is checked against beside itself, looked for when what it names is another and when the office moves.
  private(set) var background: FilingBackground?
  private var backgroundKey: BackgroundKey?
  /// Options of readings that are not in force, made when the item is chosen and when the office moves.
  private var otherReadings: (item: String, version: Int, others: [OtherReading])?
  /// What the draft would come to under such an option, where that is something else.
  var otherwise: [Otherwise] = []

  /// A decision under another option of a reading.
  struct Otherwise: Sendable {
    var reading: ReadingRule
    var option: Int
    var decision: Decision
  }

  /// What of a draft its background rests on.
  private struct BackgroundKey: Hashable {
    var item: String
    var applicant: String
    var received: CivilDate
    var application: UInt64?
    var days: [RawInput?]
    var version: Int
  }

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
    isChanged = false
  }

  /// The form of a filing that another machine had entered, to enter it anew.
  init(anew filing: Filing, of applicant: Applicant?, state: OfficeState, today: CivilDate) {
    self.init(today: today, applicant: applicant)
    show(filing, state, today: today)
    isChanged = true
  }

  private mutating func show(_ filing: Filing, _ state: OfficeState, today: CivilDate) {
    chooseItem(of: filing, state: state)
    received.editor = LineEditor(filing.received.description)
    for index in fields.indices {
      if let raw = filing.input(fields[index].id) { fields[index].show(raw) }
    }
    syncOverrides()
    if filing.override(of: Filing.receipt) != nil { fields.append(Self.receiptReason) }
    if filing.override(of: Filing.ban) != nil { fields.append(Self.banReason) }
    for given in filing.overrides { setReason(given.reason, for: given.input) }
    focus = min(3, count - 1)
    refresh(today: today, state: state)
  }

  init(today: CivilDate, applicant chosen: Applicant? = nil) {
    received = Field(id: "received", label: "收件日期", kind: .date, text: today.description)
    isBegunForApplicant = chosen != nil
    if let chosen { applicant.choose(.init(id: chosen.id, label: chosen.name, detail: chosen.id)) }
  }

  /// The field behind the item that is still to be filled in: applicant and day of receipt stand there already where
  /// the form was begun for an applicant, and can be gone back to.
  var behindItem: Int { isBegunForApplicant && applicant.chosen != nil && count > 3 ? 3 : 1 }

  var count: Int { 3 + fields.count + (hasPapers ? 1 : 0) }

  /// The field in focus, where it is none of the two that are looked up.
  var focusedField: Field? {
    get { focus == 2 ? received : fields.indices.contains(focus - 3) ? fields[focus - 3] : nil }
    set {
      guard let newValue else { return }
      if focus == 2 {
        received = newValue
      } else if fields.indices.contains(focus - 3) {
        fields[focus - 3] = newValue
      }
    }
  }

  /// Whether the field in focus has a list to pick from.
  var hasList: Bool {
    if case .choice? = focusedField?.kind { return true }
    return focus < 2
  }

  /// The lookup in focus that has nothing chosen yet: its candidates are shown.
  var openLookup: Lookup? {
    get { lookup?.chosen == nil ? lookup : nil }
    set { lookup = newValue }
  }

  /// The lookup in focus.
  var lookup: Lookup? {
    get { focus == 0 ? item : focus == 1 ? applicant : nil }
    set {
      guard let newValue else { return }
      if focus == 0 { item = newValue } else if focus == 1 { applicant = newValue }
    }
  }

  /// Takes the fields away while another item is looked for.
  mutating func shelveFields() {
    for field in fields { shelved[field.id] = field.editor.text }
    fields = []
  }

  /// Makes the fields of the item; what was typed for an input of the same name is kept.
  mutating func makeFields(of item: Item, _ state: OfficeState) {
    shelveFields()
    fields = item.inputs.filter { $0.source == .applicant }.map { rule in
      var field = Field(rule, text: shelved[rule.id] ?? "")
      field.spell(state.search.readings)
      return field
    }
    syncOverrides()
  }

  /// The filing as typed so far; nil until item, applicant and day of receipt are known.
  func draft(today: CivilDate, state: OfficeState) -> Filing? {
    guard let item = item.chosen, let applicant = applicant.chosen,
      let day = try? CivilDate.typed(received.editor.text, today: today).get()
    else { return nil }
    let inputs = fields.filter { !Self.isReason($0) }.compactMap { field in
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
      fields.contains { $0.id == old.name } ? inputs.first { $0.name == old.name } : old
    }
    changed.inputs += inputs.filter { new in !filing.inputs.contains { $0.name == new.name } }
    changed.overrides = overrides
    return changed
  }

  /// Decides the draft anew.
  mutating func refresh(today: CivilDate, state: OfficeState) {
    guard let draft = draft(today: today, state: state), let applicant = state.applicant(draft.applicant)
    else {
      live = nil
      otherwise = []
      return
    }
    let live = state.preview(draft, of: applicant)
    self.live = live
    goHome(live.item, state)
    lookBehind(draft, state)
    syncReceiptReason(draft, of: applicant, state)
    syncBanReason(draft, state)
    otherwise = others(for: draft.item, state).compactMap { other in
      state.decision(of: draft, of: applicant, under: other, insteadOf: live.decision)
        .map { Otherwise(reading: other.reading, option: other.option, decision: $0) }
    }
  }

  private mutating func lookBehind(_ draft: Filing, _ state: OfficeState) {
    // Only counts of a year's applications go by days that are typed.
    let item = state.policy.item(draft.item)
    let dated =
      item?.input("filingsThisYear") == nil
      ? [] : item?.inputs.filter { $0.kind == .date || $0.kind == .year } ?? []
    let key = BackgroundKey(
      item: draft.item, applicant: draft.applicant, received: draft.received,
      application: state.policy.applicationNumber(of: draft)?.digits, days: dated.map { draft.input($0.id) },
      version: state.version)
    guard key != backgroundKey else { return }
    backgroundKey = key
    background = state.background(of: draft)
  }

  private mutating func others(for item: String, _ state: OfficeState) -> [OtherReading] {
    if let known = otherReadings, known.item == item, known.version == state.version { return known.others }
    let others = state.policy.item(item).map { state.otherReadings(of: $0) } ?? []
    otherReadings = (item, state.version, others)
    return others
  }
}
