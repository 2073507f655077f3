/// One line of text with a caret between its characters.
public struct LineEditor: Hashable, Sendable {
  public private(set) var text: String
  /// Where the caret stands, counted in characters.
  public private(set) var caret: Int

  public init(_ text: String = "") {
    self.text = text
    caret = text.count
  }

  /// The text left of the caret, whose columns tell where the caret is painted.
  public var beforeCaret: Substring { text.prefix(caret) }

  /// Puts text in at the caret; line breaks become spaces, for a field has one line.
  public mutating func insert(_ typed: String) {
    let clean = String(typed.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    let index = text.index(text.startIndex, offsetBy: caret)
    let before = text[..<index] + clean
    text = String(before) + String(text[index...])
    // What is typed may join with what stands beside it into one character.
    caret = min(before.count, text.count)
  }

  /// Takes the character left of the caret away; false where there is none.
  @discardableResult
  public mutating func backspace() -> Bool {
    guard caret > 0 else { return false }
    text.remove(at: text.index(text.startIndex, offsetBy: caret - 1))
    caret -= 1
    return true
  }

  /// Takes the character right of the caret away.
  public mutating func delete() {
    guard caret < text.count else { return }
    text.remove(at: text.index(text.startIndex, offsetBy: caret))
    caret = min(caret, text.count)
  }

  public mutating func left() { caret = max(0, caret - 1) }
  public mutating func right() { caret = min(text.count, caret + 1) }
  public mutating func home() { caret = 0 }
  public mutating func end() { caret = text.count }

  public mutating func clear() { self = LineEditor() }
}
