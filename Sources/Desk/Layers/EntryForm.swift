import CaseModel
import Cells

/// A form of fields of which some are looked up: whoever fills it in moves through them, types, pastes and takes back by the same
/// keys, whatever follows from what is typed.
protocol EntryForm: ChoosingLayer {
  /// The field in focus, where it is none that is looked up.
  var focusedField: Field? { get set }
  /// The lookup in focus that has nothing chosen yet: its candidates are shown.
  var openLookup: Lookup? { get set }

  /// Changes the line in focus, with all that follows from it.
  mutating func edit(_ desk: Surroundings, _ change: (inout LineEditor) -> Void)
  /// Takes what was typed last there back; false where there is nothing.
  mutating func undo(_ desk: Surroundings) -> Bool
  /// Moves the focus, taking the highlighted candidate of a list on the way, or with a step of 0 only leaves the field; a
  /// notice where it can't move.
  mutating func moveFocus(by step: Int, _ desk: Surroundings) -> Notice?
  mutating func insert(_ text: String, _ desk: Surroundings)
}

extension EntryForm {
  var canSave: Bool { true }
  var staysBelow: Bool { true }

  /// Handles a key of the fields; what it gives back is for the clerk to read.
  mutating func pressInFields(_ key: Key, _ desk: Surroundings) -> Answer {
    switch key {
    case .tab, .enter: return .stays(moveFocus(by: 1, desk))
    case .backTab: return .stays(moveFocus(by: -1, desk))
    case .down: if !moveInLookup(by: 1) { return .stays(moveFocus(by: 1, desk)) }
    case .up: if !moveInLookup(by: -1) { return .stays(moveFocus(by: -1, desk)) }
    case .control("z"): return .stays(undo(desk) ? nil : .nothingTyped)
    default:
      if let change = LineEditor.change(by: key) {
        edit(desk, change)
      } else if let move = LineEditor.move(by: key) {
        place(move)
      } else {
        return .passes
      }
    }
    return .stays()
  }

  mutating func pick(_ choice: Field.Choice, _ desk: Surroundings) -> Answer {
    edit(desk) { $0.replace(choice.label) }
    _ = moveFocus(by: 1, desk)
    return .stays()
  }

  /// The choices of a field stand beside the fields.
  mutating func clickInList(row: Int, _ desk: Surroundings) -> Answer {
    choices?.point(row: row, of: desk.rows) == true ? .enters : .stays()
  }

  mutating func type(_ text: String, _ desk: Surroundings) -> Answer {
    if choices == nil { return type(text, into: focusedField) { $0.insert($1, desk) } }
    choices?.type(text)
    return .stays()
  }

  mutating func insert(_ text: String, _ desk: Surroundings) { insertIntoField(text, desk) }

  mutating func insertIntoField(_ text: String, _ desk: Surroundings) {
    if text == " ", let field = focusedField, field.kind == .flag {
      edit(desk) { $0.replace(field.reading(today: desk.today) == "是" ? "否" : "是") }
    } else {
      edit(desk) { $0.insert(text) }
    }
  }

  /// A paste of several columns or lines fills several fields, and never saves.
  mutating func paste(_ text: String, _ desk: Surroundings) -> Answer { pasteIntoFields(text, desk) }

  mutating func pasteIntoFields(_ text: String, _ desk: Surroundings) -> Answer {
    if isListOpen { return .stays() }
    let parts = text.split(whereSeparator: { $0 == "\t" || $0.isNewline }).map(String.init)
    for (index, part) in parts.enumerated() {
      insert(part, desk)
      if index < parts.count - 1, let notice = moveFocus(by: 1, desk) { return .stays(notice) }
    }
    return .stays()
  }

  private mutating func moveInLookup(by rows: Int) -> Bool {
    openLookup?.move(by: rows) != nil
  }

  /// Moves the caret in the line in focus.
  mutating func place(_ change: (inout LineEditor) -> Void) {
    if var lookup = openLookup {
      change(&lookup.editor)
      openLookup = lookup
    } else if var field = focusedField {
      change(&field.editor)
      focusedField = field
    }
  }
}
