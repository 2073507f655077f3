import CaseModel
import Casework
import Cells

/// Fields one below the other, with the cursor in one of them.
struct FieldSet: Sendable {
  var fields: [Field]
  /// The row that has the cursor: a field, or behind them one of the form's own.
  var focus = 0 {
    didSet { if focus != oldValue, fields.indices.contains(focus) { fields[focus].enter() } }
  }
  /// Rows behind the fields that take the cursor too, and that the form itself fills and works.
  var ownRows = 0
  /// How many fields stand above a row that is the form's own and takes no cursor.
  var fieldsAboveGap = Int.max
  /// The choices of the field in focus, while they are open.
  var list: ChoiceList?
  /// Whether anything was done in it since it was begun.
  private(set) var isTouched = false
  /// What the fields said before the first of it, while nothing but what is typed and looked up has come to them.
  private var clean: [Said]?

  init(_ fields: [Field]) {
    self.fields = fields
    if !fields.isEmpty { self.fields[0].enter() }
  }

  /// Whether leaving would lose something: what was typed and taken back again is nothing.
  var isChanged: Bool {
    get { isTouched && clean != said(fields) }
    set { (isTouched, clean) = (newValue, nil) }
  }

  /// What a field says.
  private struct Said: Hashable {
    var id: String
    var text: String
    var chosen: Lookup.Candidate?
  }

  private func said(_ fields: [Field]) -> [Said] {
    fields.map { Said(id: $0.id, text: $0.editor.text, chosen: $0.chosen) }
  }

  /// Something has come to a field that is not what stood in all of them before.
  private mutating func touch(_ before: [Field]) {
    if !isTouched { (isTouched, clean) = (true, said(before)) }
  }

  /// Gives lists of choices their readings, so that letters find them.
  mutating func spell(_ state: OfficeState) {
    for index in fields.indices { fields[index].spell(state.search.readings) }
  }

  var focused: Field? { fields.indices.contains(focus) ? fields[focus] : nil }
  /// The lookup in focus that has nothing chosen yet: its candidates are shown.
  var openLookup: Lookup? { focused?.chosen == nil ? focused?.lookup : nil }
  /// Rows that take the cursor.
  var count: Int { fields.count + ownRows }

  func field(_ id: String) -> Field? { fields.first { $0.id == id } }
  func text(_ id: String) -> String { field(id)?.editor.text ?? "" }
  func words(_ id: String) -> [String] {
    text(id).split(whereSeparator: { " 　,，、".contains($0) }).map(String.init)
  }
  func choice(_ id: String) -> String? { field(id)?.choice?.id }
  func isYes(_ id: String, today: CivilDate) -> Bool { field(id)?.reading(today: today) == "是" }

  /// Puts texts into fields, by their names.
  mutating func fill(_ texts: [(id: String, text: String)]) {
    for (id, text) in texts {
      if let index = fields.firstIndex(where: { $0.id == id }) { fields[index].editor = LineEditor(text) }
    }
  }

  /// Goes on where somebody had stopped: in the middle of a field.
  mutating func goOn(at focus: Int) {
    self.focus = max(0, min(focus, count - 1))
    place { $0.end() }
    isChanged = true
  }

  /// Says what is wrong with a field, and puts the cursor into it.
  mutating func fails(_ text: String, at id: String) -> Answer {
    show(id)
    return .fails(text)
  }

  /// Puts the cursor into a field.
  mutating func show(_ id: String) { focus = fields.firstIndex { $0.id == id } ?? focus }

  // MARK: - What keys do

  /// Changes the field in focus; false where there is none that can be changed.
  mutating func change(_ work: (inout Field) -> Void) -> Bool {
    guard fields.indices.contains(focus), !fields[focus].isLocked else { return false }
    // What all of them said is needed once, and not with each letter.
    let (before, old) = (isTouched ? [] : fields, fields[focus])
    work(&fields[focus])
    let new = fields[focus]
    if new.editor.text != old.editor.text || new.chosen != old.chosen { touch(before) }
    return true
  }

  /// Moves the caret in the field in focus.
  mutating func place(_ change: (inout LineEditor) -> Void) {
    if fields.indices.contains(focus) { change(&fields[focus].editor) }
  }

  /// Shows what the lookup in focus finds now.
  mutating func offer(_ state: OfficeState) {
    guard let query = focused?.editor.text else { return }
    fields[focus].lookup?.offer(query, state)
  }

  /// Works on the candidates of the lookup in focus; nil where none are open.
  mutating func inCandidates<Result>(_ work: (inout Lookup) -> Result) -> Result? {
    guard var lookup = openLookup else { return nil }
    defer { fields[focus].lookup = lookup }
    return work(&lookup)
  }

  /// Leaves the field in focus; what is to be said where going on would leave something that was not found.
  mutating func leave(isGoingOn: Bool, today: CivilDate) -> Notice? {
    guard let left = focused else { return nil }
    let before = fields
    let isFound = fields[focus].leave(today: today)
    if fields[focus].chosen != left.chosen { touch(before) }
    guard !isFound, isGoingOn, let source = left.lookup?.source else { return nil }
    return Notice(.warning, source.notFound)
  }

  /// What was typed counts as if the field had been left.
  mutating func settle(today: CivilDate) { _ = leave(isGoingOn: false, today: today) }

  /// Puts the cursor so many rows further; false where there are none.
  mutating func go(by step: Int) -> Bool {
    guard (0..<count).contains(focus + step) else { return false }
    focus += step
    return true
  }

  /// Keys of the field in focus.
  var keyHints: [KeyHint] {
    if list != nil { return KeyHint.ofChoices }
    var hints = count > 1 ? [KeyHint(.tab, "下一栏")] : []
    if focused?.kind == .flag { hints.append(KeyHint(.space, "是/否")) }
    if let focused, focused.hasList { hints.append(KeyHint(.f(4), "选择")) }
    return hints
  }

  // MARK: - Drawing

  /// Rows that the fields and what is said about them take.
  var height: Int { allRows + 1 }

  private var allRows: Int { count + (fieldsAboveGap <= count ? 1 : 0) }

  private func row(of place: Int) -> Int { place < fieldsAboveGap ? place : place + 1 }

  /// How many rows the fields take of so many, one of which is for what is said about them.
  func room(rows: Int) -> Int { max(1, min(allRows, rows - 1)) }

  /// Rows above the first one in sight.
  private func top(rows: Int) -> Int {
    let room = room(rows: rows)
    return max(0, min(row(of: focus) - room / 2, allRows - room))
  }

  /// The row of a pane of so many on which a field stands, one of the form's own behind them, or the gap; nil where it is out
  /// of sight.
  func row(of place: Int, in rows: Int) -> Int? { inSight(row(of: place), rows) }
  func rowOfGap(in rows: Int) -> Int? { fieldsAboveGap <= count ? inSight(fieldsAboveGap, rows) : nil }

  private func inSight(_ row: Int, _ rows: Int) -> Int? {
    let shown = row - top(rows: rows)
    return (0..<room(rows: rows)).contains(shown) ? shown : nil
  }

  /// What stands on a row of a pane of so many.
  func place(atRow row: Int, of rows: Int) -> Int? {
    (0..<count).first { self.row(of: $0, in: rows) == row }
  }

  /// Draws each field on a row; where there are more than have room, those around the one in focus.
  func drawFields(
    into pane: inout Grid, labelWidth: Int = FilingForm.labelWidth, isWrong: (Field) -> Bool
  ) {
    for (place, field) in fields.enumerated() {
      guard let row = row(of: place, in: pane.rows) else { continue }
      field.draw(
        isFocused: focus == place, isWrong: isWrong(field), into: &pane, row: row, labelWidth: labelWidth)
    }
  }

  /// The same, and below them what the one in focus is read as, or what is wrong with it.
  func draw(into pane: inout Grid, today: CivilDate, labelWidth: Int = FilingForm.labelWidth) {
    drawFields(into: &pane, labelWidth: labelWidth) { $0.problem(today: today) != nil }
    guard let remark = focused?.remark(today: today) else { return }
    pane.write(
      remark.text, row: room(rows: pane.rows), column: labelWidth + 2,
      width: max(0, pane.columns - labelWidth - 4), style: remark.isWrong ? .bad : .dim)
  }
}
