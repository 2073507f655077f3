import CaseModel
import Cells

/// A form of fields: whoever fills it in moves through them, looks up, types, pastes and takes back by the same keys, whatever
/// follows from what is typed.
protocol EntryForm: ChoosingLayer {
  var fields: FieldSet { get set }
  /// What the save key does; nil where there is nothing to save.
  var action: String? { get }
  /// Rows above the fields, and the columns that they have.
  var rowsAboveFields: Int { get }
  func fieldsWidth(_ desk: Surroundings) -> Int
  /// What is said to whoever wants to go on behind the last field.
  var end: String? { get }
  /// Why the field in focus can't be changed; nil where it can.
  var whyLocked: String? { get }

  /// What follows from what is in the fields now.
  mutating func follow(_ cause: EntryCause, _ desk: Surroundings)
  /// What follows from a field having been left, before the cursor goes on to another.
  mutating func left(_ desk: Surroundings)
  /// The rows to go on by where so many are asked for: what stands there already may be passed over.
  func stride(_ rows: Int) -> Int
  mutating func insert(_ text: String, _ cause: EntryCause, _ desk: Surroundings)
  /// Opens what there is to pick from in the field in focus.
  mutating func lookUp(_ desk: Surroundings) -> Answer
}

/// Why what follows from the fields is to be worked out anew.
enum EntryCause { case typed, pasted, left }

extension EntryForm {
  var choices: ChoiceList? {
    get { fields.list }
    set { fields.list = newValue }
  }
  var focus: Int {
    get { fields.focus }
    set { fields.focus = newValue }
  }
  var isChanged: Bool { fields.isChanged }
  var canSave: Bool { action != nil }
  var rowsAboveFields: Int { 0 }
  func fieldsWidth(_ desk: Surroundings) -> Int { desk.columns }
  var end: String? { action.map { "已是最后一栏，\($0)请按 F8。" } }
  var whyLocked: String? { nil }
  var fieldHelp: [String] { fields.focused?.help ?? [] }
  var keyHints: [KeyHint] {
    (isListOpen ? [] : action.map { [KeyHint(.f(8), $0)] } ?? []) + fields.keyHints
  }

  mutating func follow(_ cause: EntryCause, _ desk: Surroundings) {}
  mutating func left(_ desk: Surroundings) {}
  func stride(_ rows: Int) -> Int { rows }

  // MARK: - Keys

  mutating func press(_ key: Key, _ desk: Surroundings) -> Answer { pressInFields(key, desk) }

  mutating func pressInFields(_ key: Key, _ desk: Surroundings) -> Answer {
    if isListOpen { return pressInChoices(key, desk) }
    switch key {
    case .tab, .enter: return .stays(moveFocus(by: 1, desk))
    case .backTab: return .stays(moveFocus(by: -1, desk))
    case .down, .up:
      let rows = key == .down ? 1 : -1
      if fields.inCandidates({ $0.move(by: rows) }) == nil { return .stays(moveFocus(by: rows, desk)) }
    case .f(4), .alt("4"): return lookUp(desk)
    case .control("z"):
      var isDone = false
      change(.typed, desk) { isDone = $0.undo() }
      return .stays(isDone ? nil : .nothingTyped)
    default:
      if let change = LineEditor.change(by: key) {
        if let whyLocked { return .warns(whyLocked) }
        self.change(.typed, desk) { $0.edit(change) }
      } else if let move = LineEditor.move(by: key) {
        fields.place(move)
      } else {
        return .passes
      }
    }
    return .stays()
  }

  /// Changes the field in focus, with all that follows from it.
  mutating func change(_ cause: EntryCause, _ desk: Surroundings, _ work: (inout Field) -> Void) {
    guard fields.change(work) else { return }
    fields.offer(desk.state)
    follow(cause, desk)
  }

  /// Moves the focus, taking the highlighted candidate of a list on the way, or with a step of 0 only leaves the field; a
  /// notice where it can't move.
  ///
  /// - Parameter isPointed: whether somebody has pointed where to, so that nothing on the way is passed over.
  mutating func moveFocus(by step: Int, isPointed: Bool = false, _ desk: Surroundings) -> Notice? {
    if let notice = fields.leave(isGoingOn: step > 0, today: desk.today) { return notice }
    left(desk)
    let isThere = fields.go(by: isPointed ? step : stride(step))
    fields.offer(desk.state)
    follow(.left, desk)
    return isThere || step <= 0 ? nil : end.map { Notice(.good, $0) }
  }

  mutating func lookUp(_ desk: Surroundings) -> Answer {
    if fields.focused?.lookup != nil {
      change(.typed, desk) { $0.edit { $0.clear() } }
    } else {
      fields.list = fields.focused.flatMap(ChoiceList.init)
      if !isListOpen { return .warns("这一栏没有可选的，请直接填写。") }
    }
    return .stays()
  }

  mutating func pick(_ choice: Field.Choice, _ desk: Surroundings) -> Answer {
    change(.typed, desk) { $0.edit { $0.replace(choice.label) } }
    return .stays(moveFocus(by: 1, desk))
  }

  mutating func type(_ text: String, _ desk: Surroundings) -> Answer {
    if !isListOpen {
      if let whyLocked { return .warns(whyLocked) }
      return type(text, into: fields.focused) { $0.insert($1, .typed, desk) }
    }
    choices?.type(text)
    return .stays()
  }

  mutating func insert(_ text: String, _ cause: EntryCause, _ desk: Surroundings) {
    change(cause, desk) { $0.insert(text, today: desk.today) }
  }

  /// A paste of several columns or lines fills several fields, and never saves.
  mutating func paste(_ text: String, _ desk: Surroundings) -> Answer { pasteIntoFields(text, desk) }

  mutating func pasteIntoFields(_ text: String, _ desk: Surroundings) -> Answer {
    if isListOpen { return .stays() }
    // An empty cell of a spreadsheet keeps its place among the others.
    var parts = text.split(whereSeparator: \.isNewline).flatMap {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    while parts.last?.isEmpty == true { parts.removeLast() }
    for (index, part) in parts.enumerated() {
      let notice = index > 0 ? moveFocus(by: 1, desk) : nil
      if let notice, fields.focused?.takesAnything == true {
        // A sentence of several lines stays one.
        insert(" " + parts[index...].joined(separator: " "), .pasted, desk)
        return .stays(notice)
      }
      if notice != nil || (index > 0 && fields.focused == nil) || (whyLocked != nil && !part.isEmpty) {
        return leftOver(parts[index...].count { !$0.isEmpty }, notice)
      }
      if !part.isEmpty { insert(String(part), .pasted, desk) }
    }
    return .stays()
  }

  /// Says how much of what was pasted found no field, and why.
  private func leftOver(_ count: Int, _ notice: Notice?) -> Answer {
    let why = whyLocked ?? (notice?.kind == .warning ? notice?.text : nil) ?? "后面没有栏了。请从头一栏起粘贴，或去掉多余的栏。"
    return .warns("粘贴的还有 \(count) 栏没有放进去：\(why)")
  }

  // MARK: - The mouse

  /// The choices of a field and the candidates of a lookup stand beside the fields.
  mutating func click(row: Int, column: Int, _ desk: Surroundings) -> Answer {
    if isListOpen { return choices?.point(row: row, of: desk.rows) == true ? .enters : .stays() }
    let row = row - rowsAboveFields
    if column >= fieldsWidth(desk) {
      let isThere = fields.inCandidates { $0.point(row: row) } == true
      return .stays(isThere ? moveFocus(by: 1, desk) : nil)
    }
    let place = fields.place(atRow: row, of: desk.rows - rowsAboveFields)
    return .stays(place.flatMap { moveFocus(by: $0 - focus, isPointed: true, desk) })
  }
}
