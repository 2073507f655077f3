import Cells
import Testing

@testable import Desk

/// terminal.md: "The real cursor stands, visible, at the caret of the field being edited", whatever is wider than the field.
@Suite struct EditedTextTests {
  /// What stands in a field of ten columns, with the caret behind so many characters, and where the caret is painted.
  private func shown(
    _ text: String, behind characters: Int? = nil, isFocused: Bool = true, width: Int = 10
  ) -> (text: String, caret: Int?) {
    var editor = LineEditor(text)
    if let characters {
      editor.home()
      for _ in 0..<characters { editor.right() }
    }
    var grid = Grid(rows: 2, columns: 14)
    grid.write("|", row: 0, column: width)
    EditedText(editor: editor, isFocused: isFocused).draw(into: &grid, row: 0, column: 0, width: width)
    return (String(grid.plainText(ofScreenRow: 0).prefix { $0 != "|" }), grid.caret?.column)
  }

  @Test(
    "What fits stands as it is, with the caret behind its columns",
    arguments: [
      ("", nil, "          ", 0), ("abc", nil, "abc       ", 3), ("清远", nil, "清远      ", 4),
      ("清远", 1, "清远      ", 2),
      ("清远", 0, "清远      ", 0), ("a清", nil, "a清       ", 3), ("e\u{301}x", 1, "ex        ", 1),
      ("①", nil, "(1)       ", 3),
      ("123456789", nil, "123456789 ", 9),
    ] as [(String, Int?, String, Int)])
  func fits(text: String, characters: Int?, row: String, caret: Int) {
    let shown = shown(text, behind: characters)
    #expect(shown.text == row && shown.caret == caret)
  }

  /// The mark on the left says that something stands before; no character is halved, and the caret is never outside.
  @Test(
    "What is wider is scrolled by whole characters until the caret has room",
    arguments: [
      ("1234567890", nil, "<34567890 ", 9), ("12345678901", nil, "<45678901 ", 9),
      ("清远市知识产", nil, "<市知识产 ", 9),
      ("a清远市知识产", nil, "<市知识产 ", 9), ("清远市知识产a", nil, "<知识产a  ", 8), ("清远市知识产权局", 5, "<远市知识~", 9),
      ("清远市知识产权局", 0, "清远市知~ ", 0), ("清远市知识产权局", 4, "清远市知~ ", 8),
    ] as [(String, Int?, String, Int)])
  func scrolled(text: String, characters: Int?, row: String, caret: Int) {
    let shown = shown(text, behind: characters)
    #expect(shown.text == row && shown.caret == caret)
  }

  @Test("Without the focus its beginning stands there, cut where it is wider, and no caret")
  func unfocused() {
    #expect(shown("清远市知识产权局", isFocused: false) == ("清远市知~ ", nil))
    #expect(shown("清远市知识", isFocused: false) == ("清远市知识", nil))
    #expect(shown("清远市", width: 2).caret == nil)
    #expect(shown("清远市", width: 3) == ("<  ", 1))
  }

  @Test("For any text and place the caret is in the field, behind what stands left of it")
  func anywhere() {
    let text = "清a远1市2知①识e\u{301}产\u{1F600}权局"
    for width in 4...14 {
      for place in 0...text.count {
        let shown = shown(text, behind: place, width: width)
        let caret = shown.caret ?? -1
        #expect((0..<width).contains(caret), "\(width) \(place)")
      }
    }
  }

  @Test("What is selected is shown so as far as it stands, and no further")
  func selected() {
    var editor = LineEditor("清远")
    editor.selectAll()
    var grid = Grid(rows: 2, columns: 12)
    EditedText(editor: editor, isFocused: true).draw(into: &grid, row: 0, column: 1, width: 10)
    let styles = grid.cells(inScreenRow: 0).map(\.style)
    #expect(
      styles[1...4].allSatisfy { $0 == .fieldSelected } && styles[5...10].allSatisfy { $0 == .fieldFocused })
    EditedText(editor: editor, isFocused: false, isWrong: true).draw(
      into: &grid, row: 0, column: 1, width: 10)
    #expect(grid.cells(inScreenRow: 0).map(\.style)[1...10].allSatisfy { $0 == .fieldWrong })
  }
}
