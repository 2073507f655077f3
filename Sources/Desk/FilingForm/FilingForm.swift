import CaseModel
import Casework
import Forms
import SubsidyRules

/// A filing being entered: item and applicant looked up, the fields made from the policy file, and the decision
/// that follows, renewed with each keystroke.
struct FilingForm: Sendable {
  var item = Lookup()
  var applicant = Lookup()
  var received: Field
  /// One field for each input of the item.
  var fields: [Field] = []
  /// 0 item, 1 applicant, 2 day of receipt, then the fields.
  var focus = 0
  var isChanged = false
  var live: LiveDecision?

  init(today: CivilDate, applicant chosen: Applicant? = nil) {
    received = Field(id: "received", label: "收件日期", kind: .date, text: today.description)
    if let chosen { applicant.choose(.init(id: chosen.id, label: chosen.name, detail: chosen.id)) }
  }

  var count: Int { 3 + fields.count }

  /// Makes the fields of the item; what was typed for an input of the same name is kept.
  mutating func makeFields(of item: Item) {
    let before = Dictionary(fields.map { ($0.id, $0.editor.text) }, uniquingKeysWith: { first, _ in first })
    fields = item.inputs.filter { $0.source == .applicant }.map { rule in
      let kind: Field.Kind =
        switch rule.kind {
        case .date: .date
        case .money: .money
        case .flag: .flag
        case .text: .text
        case .year: .year
        case .count: .count
        case .applicationNumber: .applicationNumber
        case .choice(let options): .choice(options.map { .init(id: $0.id, label: $0.label) })
        }
      return Field(
        id: rule.id, label: rule.label, hint: rule.hint ?? Self.hint(kind, unit: rule.unit), kind: kind,
        text: before[rule.id] ?? "")
    }
  }

  private static func hint(_ kind: Field.Kind, unit: String?) -> String {
    switch kind {
    case .date: "如 20190301、今天"
    case .money: "元"
    case .flag: "是 / 否"
    case .count: unit ?? ""
    case .year: "如 2019"
    case .choice(let choices): choices.enumerated().map { "\($0 + 1)\($1.label)" }.joined(separator: " ")
    case .text, .applicationNumber: ""
    }
  }

  /// The filing as typed so far; nil until item, applicant and day of receipt are known.
  func draft(today: CivilDate, state: OfficeState) -> Filing? {
    guard let item = item.chosen, let applicant = applicant.chosen,
      let day = try? CivilDate.typed(received.editor.text, today: today).get()
    else { return nil }
    let inputs = fields.compactMap { field in field.raw(today: today).map { Filing.Input(field.id, $0) } }
    // The number it would get: it decides who is served first among filings of one day.
    return Filing(
      id: state.nextFilingID(received: day), item: item.id, applicant: applicant.id, received: day,
      inputs: inputs)
  }

  /// Decides the draft anew.
  mutating func refresh(today: CivilDate, state: OfficeState) {
    guard let draft = draft(today: today, state: state), let applicant = state.applicant(draft.applicant)
    else {
      live = nil
      return
    }
    live = state.preview(draft, of: applicant)
  }
}
