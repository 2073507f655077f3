import Testing

@testable import Desk

@Suite struct LineEditorTests {
  @Test func whatIsTypedTakesThePlaceOfWhatIsSelected() {
    var line = LineEditor("2020-03-27")
    line.selectAll()
    line.insert("2")
    line.insert("0")
    #expect(line.text == "20" && !line.isSelected)
    // One step back brings all of it again.
    line.undo()
    #expect(line.text == "2020-03-27")
    line.selectAll()
    line.backspace()
    #expect(line.text == "2020-03-2")
    line.selectAll()
    line.left()
    line.insert("1")
    #expect(line.text == "2020-03-12")
    var empty = LineEditor()
    empty.selectAll()
    #expect(!empty.isSelected)
  }

  @Test func insertsWhereTheCaretStands() {
    var editor = LineEditor("清市")
    editor.left()
    editor.insert("远")
    #expect(editor.text == "清远市" && editor.caret == 2)
    #expect(editor.beforeCaret == "清远")
  }

  @Test func lineBreaksAndTabsBecomeBlanks() {
    var editor = LineEditor()
    editor.insert("甲\n乙\t丙\r\n丁")
    #expect(editor.text == "甲 乙 丙 丁" && editor.caret == 7)
  }

  @Test func backspaceAndDeleteTakeWholeCharacters() {
    var editor = LineEditor("e\u{301}𬭎中")
    let tookOne = editor.backspace()
    #expect(tookOne && editor.text == "e\u{301}𬭎")
    editor.home()
    editor.delete()
    #expect(editor.text == "𬭎" && editor.caret == 0)
    let tookNone = editor.backspace()
    #expect(!tookNone)
    editor.end()
    editor.delete()
    #expect(editor.text == "𬭎")
  }

  @Test func theCaretStaysInside() {
    var editor = LineEditor("ab")
    for _ in 0..<5 { editor.right() }
    #expect(editor.caret == 2)
    for _ in 0..<5 { editor.left() }
    #expect(editor.caret == 0)
    editor.insert("")
    #expect(editor.caret == 0)
    editor.clear()
    #expect(editor == LineEditor())
  }

  /// What is typed may join with what stands there into one character, on either side of the caret.
  @Test func joiningCharactersKeepTheCaretInside() {
    var editor = LineEditor("e")
    editor.insert("\u{301}")
    #expect(editor.text.count == 1 && editor.caret == 1)
    editor = LineEditor("\u{301}a")
    editor.home()
    editor.insert("e")
    #expect(editor.text == "e\u{301}a")
    #expect((0...editor.text.count).contains(editor.caret))
    editor.insert("中")
    #expect((0...editor.text.count).contains(editor.caret))
  }

  /// Whatever is done in whatever order, the caret is inside and nothing traps.
  @Test func anyOrderOfKeysHolds() {
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = ["中", "e", "\u{301}", "\u{200D}", "👩", "\r", "\n", "a b", "\u{2CB4E}", "\u{31350}"]
    var editor = LineEditor()
    for _ in 0..<5000 {
      switch next(9) {
      case 0: editor.left()
      case 1: editor.right()
      case 2: editor.home()
      case 3: editor.end()
      case 4: editor.backspace()
      case 5: editor.delete()
      default: editor.insert(pieces[next(pieces.count)])
      }
      #expect((0...editor.text.count).contains(editor.caret))
      if editor.text.count > 60 { editor.clear() }
    }
  }
}

/// What is typed can be taken back.
@Suite struct LineEditorUndoTests {
  @Test func whatIsTypedInOneGoIsOneStep() {
    var line = LineEditor("甲")
    for character in ["乙", "丙", "丁"] { line.insert(character) }
    line.backspace()
    line.backspace()
    line.left()
    line.insert("x")
    let texts = (0..<4).map { _ in line.undo() ? line.text : "end" }
    #expect(texts == ["甲乙", "甲乙丙丁", "甲", "end"])
    #expect(line.caret == 1)
  }

  @Test func eachReplacingIsAStep() {
    var line = LineEditor()
    for text in ["是", "否", "否", ""] { line.replace(text) }
    let texts = (0..<4).map { _ in line.undo() ? line.text : "end" }
    #expect(texts == ["否", "是", "", "end"])
  }

  @Test func thePastHasAnEnd() {
    var line = LineEditor()
    for number in 0..<1000 { line.replace(String(number)) }
    var steps = 0
    while line.undo() { steps += 1 }
    #expect(steps == 100)
    #expect(line.text == "899")
  }

  @Test func twoLinesThatSayTheSameAreTheSame() {
    var line = LineEditor("a")
    line.insert("b")
    #expect(line == LineEditor("ab"))
  }
}
