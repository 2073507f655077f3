import CaseModel
import Casework
import SubsidyRules
import Wording

/// List entry: one applicant, one item, one day of receipt, and a row for each patent, typed or pasted.
struct ListEntry: Layer {
  /// The filing that it began as, below it; what is found of the papers holds for every row.
  var form: FilingForm
  var item: Item
  var applicant: Applicant
  var received: CivilDate
  /// Why the applicant is taken though it gets nothing for a time, or before others; given in the form, for every row.
  private(set) var reasons: [Filing.Override]
  var rows: ListRows
  /// In which column Tab was pressed first in this row: Enter then goes on below that one.
  var tabbed: Int?
  /// Whether leaving would lose something: rows in which nothing stands are nothing.
  var isChanged: Bool {
    get { isTouched && !rows.isEmpty }
    set { isTouched = newValue }
  }
  private var isTouched = false
  var preview = ListPreview()
  /// What is doubtful in a row, by its place: told, and no reason not to save it.
  private(set) var doubts: [Int: [String]] = [:]
  private var looked = Looked()
  private var history = EditHistory<ListRows, Step>(alone: .rows, longest: 50)

  /// What rows are checked against beside themselves, looked for once for each number while the office stands still.
  private struct Looked: Sendable {
    var version: Int?
    var background = FilingBackground()
    var cards: [UInt64: PatentCard] = [:]
  }

  /// A step on the rows; typing in one cell in one go is one step.
  enum Step: Hashable { case typing(row: Int, column: Int), deleting(row: Int, column: Int), rows }

  init?(_ form: FilingForm, today: CivilDate, state: OfficeState) {
    guard let item = form.item.chosen.flatMap({ state.policy.item($0.id) }),
      let applicant = form.applicant.chosen.flatMap({ state.applicant($0.id) }),
      let received = try? CivilDate.typed(form.received.editor.text, today: today).get()
    else { return nil }
    self.form = form
    self.item = item
    self.applicant = applicant
    self.received = received
    reasons = form.overrides.filter { $0.input == Filing.ban || $0.input == Filing.receipt }
    // What was typed for one filing becomes the first row.
    rows = ListRows(form.inputs.filter { !FilingForm.isReason($0) })
    refresh(today: today, state: state)
  }

  var columns: [Field] { rows.columns }
  var row: Int { rows.row }
  var column: Int { rows.column }
  func number(ofRow place: Int) -> Int { rows.number(ofRow: place) }
  func filled() -> [(place: Int, fields: [Field])] { rows.filled }

  /// A reason holds for every row, in the place of one that was given before.
  mutating func answer(_ reason: Filing.Override) {
    reasons.removeAll { $0.input == reason.input }
    reasons.append(reason)
  }

  /// The filings as they would be saved, in the order of the rows.
  func drafts(today: CivilDate, state: OfficeState) -> [Filing] {
    filled().enumerated().map { number, row in
      let inputs = zip(row.fields, columns).compactMap { own, common in
        (own.raw(today: today) ?? common.raw(today: today)).map { Filing.Input(own.id, $0) }
      }
      return Filing(
        id: state.filingID(received: received, ahead: number), item: item.id, applicant: applicant.id,
        received: received, inputs: inputs, overrides: reasons)
    }
  }

  /// Changes the rows by a step that can be taken back.
  mutating func change(
    _ step: Step, today: CivilDate, state: OfficeState, _ work: (inout ListRows) -> Void
  ) {
    history.remember(rows, before: step)
    isChanged = true
    work(&rows)
    refresh(today: today, state: state)
  }

  /// Takes the last step back; false where there is none.
  mutating func undo(today: CivilDate, state: OfficeState) -> Bool {
    guard let before = history.takeBack() else { return false }
    rows = before
    refresh(today: today, state: state)
    return true
  }

  /// Decides every row anew.
  mutating func refresh(today: CivilDate, state: OfficeState) {
    let drafts = drafts(today: today, state: state)
    preview = state.preview(list: drafts, of: applicant)
    lookBehind(drafts, state)
  }

  private mutating func lookBehind(_ drafts: [Filing], _ state: OfficeState) {
    if looked.version != state.version {
      looked = Looked(version: state.version, background: state.background(ofApplicant: applicant.id))
    }
    let numbers = drafts.map { state.policy.applicationNumber(of: $0) }
    let unknown = numbers.compactMap(\.self).filter { looked.cards[$0.digits] == nil }
    for (digits, card) in state.cards(of: unknown) { looked.cards[digits] = card }
    doubts = [:]
    for (number, (place, _)) in filled().enumerated() where drafts.indices.contains(number) {
      var background = looked.background
      background.card = numbers[number].flatMap { looked.cards[$0.digits] }
      let award = preview.rows.indices.contains(number) ? preview.rows[number].decision.award : nil
      let warnings = PatentWording.warnings(drafts[number], state, background, award: award)
      if !warnings.isEmpty { doubts[place] = warnings }
    }
  }

  /// The verdict on a row; nil where nothing stands in it.
  func verdict(ofRow place: Int) -> ListPreview.Row? {
    guard let number = filled().firstIndex(where: { $0.place == place }) else { return nil }
    return preview.rows.indices.contains(number) ? preview.rows[number] : nil
  }

  /// The filings that stand: saved together; the other rows stay.
  func standing(today: CivilDate, state: OfficeState) -> [Filing] {
    zip(drafts(today: today, state: state), preview.rows).filter { $1.decision.outcome.isServed }.map {
      filing, _ in
      var filing = filing
      // The store gives the numbers when it saves.
      filing.id = ""
      return filing
    }
  }

  /// The rows that can't be saved as they stand.
  var refusedRows: [Int] {
    zip(filled(), preview.rows).filter { !$1.decision.outcome.isServed }.map(\.0.place)
  }

  /// Goes to the next row that can't be saved, from the last one to the first; false where all can be.
  mutating func showNextRefused() -> Bool {
    let refused = refusedRows
    guard let next = refused.first(where: { $0 > row }) ?? refused.first else { return false }
    rows.show(row: next)
    return true
  }

  /// After a save the rows that were taken leave the list, and can't be had back.
  mutating func removeStanding(today: CivilDate, state: OfficeState) {
    let kept = refusedRows
    rows.keep(kept)
    rows.show(row: 1, column: 0)
    isChanged = !kept.isEmpty
    history.forget()
    refresh(today: today, state: state)
  }
}
