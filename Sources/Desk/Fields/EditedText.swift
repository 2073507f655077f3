import Cells

/// The text of a field, scrolled so that the caret is always in sight.
struct EditedText {
  var editor: LineEditor
  var isFocused: Bool
  var isWrong = false

  func draw(into pane: inout Grid, row: Int, column: Int, width: Int) {
    guard width > 2 else { return }
    let style: Style = isFocused ? .fieldFocused : isWrong ? .fieldWrong : .field
    let before = editor.beforeCaret
    var shown = editor.text
    var caret = Text.columns(of: before)
    if isFocused, caret > width - 1 {
      // Drop from the left until the caret fits, with a mark that something stands before.
      var hidden = before
      var dropped = 0
      while caret - dropped > width - 2, let first = hidden.first {
        dropped += Text.columns(of: String(first))
        hidden.removeFirst()
      }
      let tail = editor.text.dropFirst(before.count)
      shown = "<" + hidden + tail
      caret = 1 + Text.columns(of: hidden)
    }
    pane.write(shown, row: row, column: column, width: width, style: style)
    if isFocused, editor.isSelected {
      pane.restyle(
        row: row, column: column, width: min(width, Text.columns(of: shown)), style: .fieldSelected)
    }
    if isFocused { pane.placeCaret(row: row, column: column + min(caret, width - 1)) }
  }
}
