import Cells
import Testing

@testable import Desk

/// Every screen, looked at.
@Suite struct ScreenTests {
  @Test(arguments: Scene.all + Scene.ofCity, Golden.sizes)
  func looksAsItDid(_ scene: Scene, at size: Golden.Size) throws {
    let session = try scene.session(size)
    // What is written over several lines is read as one.
    let screen = session.screen
    let narrow = screen.filter { !$0.isWhitespace && $0 != "|" }
    for words in scene.shows {
      let isThere = screen.contains(words) || narrow.contains(words.filter { !$0.isWhitespace })
      #expect(isThere, "\(words) is missing")
    }
    try Golden.check(session, scene.name, size)
  }

  @Test func aScreenTooSmallSaysSoAndKeepsEverything() throws {
    var session = try DeskSession.demo(Scene.cutGrant)
    let before = session.screen
    for size in ["<Resize 15 60>", "<Resize 16 59>", "<Resize 1 1>", "<Resize 0 0>"] {
      try session.press(size)
      #expect(session.grid.caret == nil)
    }
    try session.press("<Resize 15 59>")
    #expect(session.title.hasPrefix("窗口太小"))
    try session.press("<Resize 24 80>")
    #expect(session.screen == before)
  }

  /// Whatever the size, nothing is half a character and nothing traps.
  @Test(arguments: Scene.all + Scene.ofCity) func everySizeHolds(_ scene: Scene) throws {
    var session = try scene.session(Golden.sizes[0])
    for (rows, columns) in [(16, 60), (17, 61), (20, 79), (24, 109), (25, 110), (45, 160), (100, 300)] {
      try session.press("<Resize \(rows) \(columns)>")
      let grid = session.grid
      for row in 0..<rows {
        #expect(Text.columns(of: grid.plainText(ofScreenRow: row)) == columns, "row \(row) of \(rows)")
      }
    }
  }

  @Test func theCaretStandsInTheFieldBeingEdited() throws {
    // 项目 begins in column 18 of row 1; three letters are typed, one step is gone back.
    #expect(try DeskSession.demo("<F2>dls<Left>").grid.caret == Position(row: 1, column: 20))
    #expect(try DeskSession.demo("<F3>清远<Left>").grid.caret == Position(row: 1, column: 20))
    #expect(try DeskSession.demo("<F7>清").grid.caret == Position(row: 1, column: 8))
    #expect(try DeskSession.demo().grid.caret == nil)
    #expect(try DeskSession.demo("<F2>dls<F10>").grid.caret == nil)
  }

  /// A name longer than its field scrolls, with a mark, and the caret stays in sight.
  @Test func aLongNameScrollsUnderTheCaret() throws {
    let name = String(repeating: "清远市粤北", count: 12)
    let session = try DeskSession.demo("<F3>" + name)
    #expect(session.line(1).contains("<"))
    let caret = try #require(session.grid.caret)
    #expect(caret.row == 1 && caret.column < 48)
  }

  @Test func rareCharactersShowAsAStandInAndBreakNoColumn() throws {
    // 𬭎 measures two columns; U+31350 can't be measured and shows as 〓.
    let session = try DeskSession.demo("2<F7>A06<Down>")
    #expect(session.screen.contains("\u{2CB4E}小禾"))
    #expect(session.screen.contains("李〓安"))
  }
}
