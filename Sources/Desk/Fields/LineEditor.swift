import Cells

/// One line of text with a caret between its characters, which remembers what stood in it before.
struct LineEditor: Sendable {
  private(set) var text: String
  /// Where the caret stands, counted in characters.
  private(set) var caret: Int
  /// Whether all of it is selected: what is typed takes its place, any other key keeps it.
  private(set) var isSelected = false
  private var history = EditHistory<Past, Step>(alone: .replacing, longest: 100)

  /// What stood in the line before a step.
  private struct Past: Sendable {
    var text: String
    var caret: Int
  }

  private enum Step { case typing, deleting, replacing }

  init(_ text: String = "") {
    self.text = text
    caret = text.count
  }

  /// The text left of the caret, whose columns tell where the caret is painted.
  var beforeCaret: String { String(text.prefix(caret)) }

  /// Selects all of it, as a field is entered.
  mutating func selectAll() {
    history.pause()
    caret = text.count
    isSelected = !text.isEmpty
  }

  /// Puts text in at the caret, or in the place of what is selected; line breaks become spaces, for a field has one
  /// line.
  mutating func insert(_ typed: String) {
    let clean = String(typed.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    remember(.typing)
    if isSelected { (text, caret, isSelected) = ("", 0, false) }
    let index = text.index(text.startIndex, offsetBy: caret)
    let before = text[..<index] + clean
    text = String(before) + String(text[index...])
    // What is typed may join with what stands beside it into one character.
    caret = min(before.count, text.count)
  }

  /// Takes the character left of the caret away; false where there is none.
  @discardableResult
  mutating func backspace() -> Bool {
    isSelected = false
    guard caret > 0 else { return false }
    remember(.deleting)
    text.remove(at: text.index(text.startIndex, offsetBy: caret - 1))
    caret -= 1
    return true
  }

  /// Takes the character right of the caret away.
  mutating func delete() {
    isSelected = false
    guard caret < text.count else { return }
    remember(.deleting)
    text.remove(at: text.index(text.startIndex, offsetBy: caret))
    caret = min(caret, text.count)
  }

  mutating func left() { move(to: max(0, caret - 1)) }
  mutating func right() { move(to: min(text.count, caret + 1)) }
  mutating func home() { move(to: 0) }
  mutating func end() { move(to: text.count) }

  mutating func clear() { replace("") }

  /// Puts another text in the place of this one, with the caret behind it.
  mutating func replace(_ new: String) {
    guard new != text else { return end() }
    remember(.replacing)
    isSelected = false
    text = new
    caret = new.count
  }

  // MARK: - Taking back

  /// Takes the last step back; false where there is none. What was typed in one go is one step.
  @discardableResult
  mutating func undo() -> Bool {
    guard let before = history.takeBack() else { return false }
    text = before.text
    caret = before.caret
    isSelected = false
    return true
  }

  private mutating func move(to place: Int) {
    if place != caret { history.pause() }
    isSelected = false
    caret = place
  }

  private mutating func remember(_ step: Step) {
    history.remember(Past(text: text, caret: caret), before: step)
  }
}

extension LineEditor {
  /// What a key changes in a line; nil where it is none that does.
  static func change(by key: Key) -> ((inout LineEditor) -> Void)? {
    switch key {
    case .backspace: return { $0.backspace() }
    case .delete: return { $0.delete() }
    case .control("u"): return { $0.clear() }
    default: return nil
    }
  }

  /// Where a key moves the caret.
  static func move(by key: Key) -> ((inout LineEditor) -> Void)? {
    switch key {
    case .left: return { $0.left() }
    case .right: return { $0.right() }
    case .home: return { $0.home() }
    case .end: return { $0.end() }
    default: return nil
    }
  }
}

extension LineEditor: Hashable {
  /// Two lines are the same where they say the same, whatever stood in them before.
  static func == (a: LineEditor, b: LineEditor) -> Bool { a.text == b.text && a.caret == b.caret }

  func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(caret)
  }
}
