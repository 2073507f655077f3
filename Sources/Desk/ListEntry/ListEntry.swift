import CaseModel
import Casework
import SubsidyRules
import Wording

/// List entry: one applicant, one item, one day of receipt, and a row for each patent, typed or pasted.
///
/// The first row holds what stands for every row whose own cell is empty, since a spreadsheet seldom has a column
/// for what is the same everywhere.
struct ListEntry: Layer {
  /// The filing that it began as, below it; what is found of the papers holds for every row.
  var form: FilingForm
  var item: Item
  var applicant: Applicant
  var received: CivilDate
  /// Why the applicant is taken though it gets nothing for a time, or before others; given in the form, for every row.
  private(set) var reasons: [Filing.Override]
  /// Row 0 holds the common values.
  var rows: [[Field]]
  /// The numbers of the first rows, where they are no longer their places; the others count on from the last one given.
  private var numbers = [0]
  private var lastNumber = 0
  /// A list begins with its first row: what is typed or pasted at once is a row, and no common value.
  var row = 1
  var column = 0
  /// Whether Tab was pressed in this row, and in which column first: Enter then goes on below that one.
  var isTabbed = false
  var rowBegan = 0
  var isChanged = false
  var preview = ListPreview()
  /// What is doubtful in a row, by its place: told, and no reason not to save it.
  private(set) var doubts: [Int: [String]] = [:]
  private var looked = Looked()
  /// What the rows were before each step, the latest last.
  private var past: [Past] = []
  private var lastStep: Step?

  /// What rows are checked against beside themselves, looked for once for each number while the office stands still.
  private struct Looked: Sendable {
    var version: Int?
    var background = FilingBackground()
    var cards: [UInt64: PatentCard] = [:]
  }

  private struct Past: Sendable {
    var rows: [[Field]]
    var numbers: [Int]
    var lastNumber: Int
    var row: Int
    var column: Int
  }

  /// A step on the rows; typing in one cell in one go is one step.
  enum Step: Hashable { case typing(row: Int, column: Int), deleting(row: Int, column: Int), rows }

  /// How many steps can be taken back.
  private static let longestPast = 50

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
    let first = form.inputs.filter { !FilingForm.isReason($0) }
    rows = [first.map(\.emptied), first]
    refresh(today: today, state: state)
  }

  var columns: [Field] { rows.first ?? [] }

  /// The field that is typed into.
  var cell: Field? {
    rows.indices.contains(row) && rows[row].indices.contains(column) ? rows[row][column] : nil
  }

  /// A reason holds for every row, in the place of one that was given before.
  mutating func answer(_ reason: Filing.Override) {
    reasons.removeAll { $0.input == reason.input }
    reasons.append(reason)
  }

  /// Rows in which something stands, the common one aside, with their place among the rows.
  func filled() -> [(place: Int, fields: [Field])] {
    rows.enumerated().dropFirst().filter { $1.contains { !$0.isEmpty } }.map { ($0, $1) }
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

  /// Remembers what the rows are before a step.
  mutating func remember(_ step: Step) {
    defer { lastStep = step }
    guard step != lastStep || step == .rows else { return }
    past.append(
      Past(rows: rows, numbers: numbers, lastNumber: lastNumber, row: row, column: column))
    if past.count > Self.longestPast { past.removeFirst() }
  }

  /// Takes the last step back; false where there is none.
  mutating func undo(today: CivilDate, state: OfficeState) -> Bool {
    guard let before = past.popLast() else { return false }
    (rows, row, column) = (before.rows, before.row, before.column)
    (numbers, lastNumber) = (before.numbers, before.lastNumber)
    lastStep = nil
    refresh(today: today, state: state)
    return true
  }

  /// What was saved can't be taken back by going back in the rows.
  private mutating func forgetPast() {
    past = []
    lastStep = nil
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

  /// The number that a row has on paper: it stays the row's own when others are saved or deleted.
  func number(ofRow place: Int) -> Int {
    numbers.indices.contains(place) ? numbers[place] : lastNumber + place - numbers.count + 1
  }

  /// The rows that can't be saved as they stand.
  var refusedRows: [Int] {
    zip(filled(), preview.rows).filter { !$1.decision.outcome.isServed }.map(\.0.place)
  }

  /// Goes to the next row that can't be saved, from the last one to the first; false where all can be.
  mutating func showNextRefused() -> Bool {
    let refused = refusedRows
    guard let next = refused.first(where: { $0 > row }) ?? refused.first else { return false }
    row = next
    return true
  }

  /// Takes a row away; the others keep their numbers.
  mutating func remove(_ place: Int) {
    let last = number(ofRow: rows.count - 1)
    numbers = rows.indices.map(number)
    lastNumber = last
    numbers.remove(at: place)
    rows.remove(at: place)
  }

  /// After a save the rows that were taken leave the list.
  mutating func removeStanding(today: CivilDate, state: OfficeState) {
    let kept = refusedRows
    let last = number(ofRow: rows.count - 1)
    numbers = [0] + kept.map(number)
    lastNumber = last
    rows = [columns] + kept.map { rows[$0] }
    if kept.isEmpty { rows.append(columns.map(\.emptied)) }
    row = 1
    column = 0
    isChanged = !kept.isEmpty
    forgetPast()
    refresh(today: today, state: state)
  }
}

extension Field {
  /// The same field with nothing in it.
  var emptied: Field { Field(id: id, label: label, hint: hint, kind: kind) }
}
