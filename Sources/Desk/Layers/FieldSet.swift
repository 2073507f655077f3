import CaseModel
import Casework
import Cells

/// Fields one below the other, worked by the same keys wherever they stand.
struct FieldSet: Sendable {
  var fields: [Field]
  var focus = 0 {
    didSet { if focus != oldValue, fields.indices.contains(focus) { fields[focus].editor.selectAll() } }
  }
  /// The choices of the field in focus, while they are open.
  var list: ChoiceList?
  private(set) var isChanged = false

  /// Why what was typed last can't stand in the field in focus.
  private var refused: String?

  init(_ fields: [Field]) {
    self.fields = fields
    if !fields.isEmpty { self.fields[0].editor.selectAll() }
  }

  /// Gives lists of choices their readings, so that letters find them.
  mutating func spell(_ state: OfficeState) {
    for index in fields.indices { fields[index].spell(state.search.readings) }
  }

  var focused: Field? { fields.indices.contains(focus) ? fields[focus] : nil }

  func text(_ id: String) -> String { fields.first { $0.id == id }?.editor.text ?? "" }
  func field(_ id: String) -> Field? { fields.first { $0.id == id } }

  /// Puts back what was typed before, by field.
  mutating func fill(_ typed: [(id: String, text: String)], focus: Int) {
    for (id, text) in typed {
      if let index = fields.firstIndex(where: { $0.id == id }) { fields[index].editor = LineEditor(text) }
    }
    self.focus = max(0, min(focus, fields.count - 1))
    // Whoever was in the middle of a field goes on typing in it.
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

  // MARK: - Keys

  /// Handles a key; false where it is none of a field's.
  mutating func press(_ key: Key, today: CivilDate) -> Bool {
    refused = nil
    if list != nil {
      pressInList(key, today: today)
      return true
    }
    switch key {
    case .tab, .enter, .down: move(by: 1, today: today)
    case .backTab, .up: move(by: -1, today: today)
    case .f(4), .alt("4"): list = focused.flatMap(ChoiceList.init)
    case .control("z"): edit { $0.undo() }
    default:
      if let change = LineEditor.change(by: key) {
        edit(change)
      } else if let move = LineEditor.move(by: key) {
        place(move)
      } else {
        return false
      }
    }
    return true
  }

  mutating func type(_ text: String, today: CivilDate) {
    refused = nil
    if list != nil {
      list?.type(text)
    } else if let field = focused, let refusal = field.refusal(of: text) {
      let fitting = field.fitting(text)
      if !fitting.isEmpty { insert(fitting, today: today) }
      refused = refusal
    } else {
      insert(text, today: today)
    }
  }

  private mutating func insert(_ text: String, today: CivilDate) {
    if text == " ", let field = focused, field.kind == .flag {
      edit { $0.replace(field.reading(today: today) == "是" ? "否" : "是") }
    } else if let choice = focused?.choice, choice.label == focused?.editor.text {
      // Whoever types on a choice that stands there means another.
      edit { $0.replace(text) }
    } else {
      edit { $0.insert(text) }
    }
  }

  /// A paste of several columns or lines fills several fields.
  mutating func paste(_ text: String, today: CivilDate) {
    let parts = text.split(whereSeparator: { $0 == "\t" || $0.isNewline }).map(String.init)
    if list != nil { return }
    refused = nil
    for (index, part) in parts.enumerated() {
      insert(part, today: today)
      if index < parts.count - 1 { move(by: 1, today: today) }
    }
  }

  /// Leaves the field in focus for another; with 0 only what was typed is settled.
  mutating func move(by step: Int, today: CivilDate) {
    guard fields.indices.contains(focus) else { return }
    fields[focus].settle(today: today)
    focus = max(0, min(focus + step, fields.count - 1))
  }

  private mutating func pressInList(_ key: Key, today: CivilDate) {
    switch list?.press(key) {
    case .picked(let choice)?:
      list = nil
      edit { $0.replace(choice.label) }
      move(by: 1, today: today)
    case .closes?: list = nil
    case .stays?, nil: break
    }
  }

  private mutating func edit(_ change: (inout LineEditor) -> Void) {
    guard fields.indices.contains(focus) else { return }
    let before = fields[focus].editor.text
    change(&fields[focus].editor)
    if fields[focus].editor.text != before { isChanged = true }
  }

  private mutating func place(_ change: (inout LineEditor) -> Void) {
    guard fields.indices.contains(focus) else { return }
    change(&fields[focus].editor)
  }

  /// Keys of the field in focus.
  var keyHints: [KeyHint] {
    if list != nil {
      return KeyHint.ofChoices
    }
    var hints = fields.count > 1 ? [KeyHint(.tab, "下一栏")] : []
    if focused?.kind == .flag { hints.append(KeyHint(.space, "是/否")) }
    if case .choice? = focused?.kind { hints.append(KeyHint(.f(4), "选择")) }
    return hints
  }

  // MARK: - Drawing

  /// Rows that the fields and what is said about them take.
  var height: Int { fields.count + 1 }

  /// Fields that have room in so many rows.
  func room(rows: Int) -> Int { max(1, min(fields.count, rows - 1)) }

  /// Fields above the first one in sight.
  func top(rows: Int) -> Int {
    let room = room(rows: rows)
    return max(0, min(focus - room / 2, fields.count - room))
  }

  /// Draws each field on a row, and below them what the one in focus is read as, or what is wrong with it.
  /// Where there are more fields than rows, those around the one in focus.
  func draw(into pane: inout Grid, today: CivilDate, labelWidth: Int = FilingForm.labelWidth) {
    let (room, top) = (room(rows: pane.rows), top(rows: pane.rows))
    for (row, field) in fields.dropFirst(top).prefix(room).enumerated() {
      field.draw(
        isFocused: focus == top + row, isWrong: field.problem(today: today) != nil, into: &pane, row: row,
        labelWidth: labelWidth)
    }
    guard let field = focused else { return }
    let problem = refused ?? field.problem(today: today)
    let reading = field.reading(today: today)
    let text = problem ?? (reading == field.editor.text ? nil : reading) ?? field.hint
    pane.write(
      text, row: room, column: labelWidth + 2, width: max(0, pane.columns - labelWidth - 4),
      style: problem == nil ? .dim : .bad)
  }
}
