import Testing

@testable import Cells

struct GridTests {
  @Test func writesAndReturnsTheColumnsUsed() {
    var grid = Grid(rows: 2, columns: 10)
    #expect(grid.write("a中", row: 0, column: 1) == 3)
    #expect(grid.write("b", row: 0, column: 4, width: 3, alignment: .right) == 3)
    #expect(grid.write("x", row: 5) == 0)
    #expect(grid.plainText == " a中  b   \n          ")
  }

  @Test func cutsAtTheEdge() {
    var grid = Grid(rows: 2, columns: 6)
    grid.write("黄志龙", row: 0, column: 1)
    #expect(grid.plainText(ofScreenRow: 0) == " 黄志~")
    grid.write("黄志龙", row: 0, column: 0)
    #expect(grid.plainText(ofScreenRow: 0) == "黄志龙")
    grid.write("黄志龙", row: 0, column: 0, width: 5)
    #expect(grid.plainText(ofScreenRow: 0) == "黄志~ ")
  }

  @Test func writingOverHalfACharacterBlanksTheOther() {
    var grid = Grid(rows: 2, columns: 6)
    grid.write("黄志龙", row: 0)
    grid.write("x", row: 0, column: 1)
    #expect(grid.plainText(ofScreenRow: 0) == " x志龙")
    grid.write("y", row: 0, column: 2)
    #expect(grid.plainText(ofScreenRow: 0) == " xy 龙")
    grid.write("中", row: 0, column: 3)
    #expect(grid.plainText(ofScreenRow: 0) == " xy中 ")
  }

  @Test func theLastCellOfTheLastRowStaysEmpty() {
    var grid = Grid(rows: 2, columns: 4)
    grid.fill(style: .title)
    grid.write("abcd", row: 1)
    #expect(grid.plainText == "    \nab~ ")
    #expect(grid.cells(inScreenRow: 1).last == .blank())
    grid.write("ab中", row: 1)
    #expect(grid.plainText(ofScreenRow: 1) == "ab~ ")
    grid.frame()
    #expect(grid.plainText == "+--+\n+-- ")
  }

  @Test func aNarrowedAreaCannotBeLeft() {
    var grid = Grid(rows: 4, columns: 10)
    grid.within(Area(row: 1, column: 2, rows: 2, columns: 4)) { pane in
      #expect(pane.rows == 2 && pane.columns == 4)
      pane.write("一二三四五", row: 0)
      pane.write("abcdef", row: 1, column: -2)
      pane.write("no", row: 2)
      pane.write("no", row: -1)
      pane.within(Area(row: 1, column: 2, rows: 9, columns: 9)) { inner in
        inner.fill(style: .selected)
        inner.write("xyz", row: 0)
      }
    }
    #expect(grid.rows == 4 && grid.columns == 10)
    #expect(grid.plainText == "          \n  一~     \n  cdxy    \n          ")
  }

  @Test func aWideCharacterAtTheLeftEdgeIsNotHalved() {
    var grid = Grid(rows: 2, columns: 6)
    grid.write("中文", row: 0, column: -1)
    #expect(grid.plainText(ofScreenRow: 0) == " 文   ")
  }

  @Test func theCaretIsKeptInsideItsArea() {
    var grid = Grid(rows: 4, columns: 10)
    grid.within(Area(row: 1, column: 2, rows: 2, columns: 4)) { $0.placeCaret(row: 1, column: 3) }
    #expect(grid.caret == Position(row: 2, column: 5))
    grid.within(Area(row: 1, column: 2, rows: 2, columns: 4)) { $0.placeCaret(row: 1, column: 4) }
    #expect(grid.caret == nil)
  }

  @Test func restylingTakesBothHalves() {
    var grid = Grid(rows: 2, columns: 6)
    grid.write("a中b", row: 0)
    grid.restyle(row: 0, column: 2, width: 1, style: .match)
    #expect(grid.cells(inScreenRow: 0).map(\.style) == [.normal, .match, .match, .normal, .normal, .normal])
  }

  @Test func wrapsAndShowsTheCut() {
    var grid = Grid(rows: 4, columns: 6)
    #expect(grid.writeWrapped("县级财政资助资金管理办法", width: 4, height: 2) == 2)
    #expect(grid.plainText(ofScreenRow: 1) == "财~   ")
    #expect(grid.writeWrapped("县级", row: 3, column: 4) == 1)
    #expect(grid.writeWrapped("县级", row: 4) == 0)
  }

  @Test func extremeArgumentsAreHarmless() {
    var grid = Grid(rows: -1, columns: .max)
    #expect(grid.screenRows == 1)
    for extreme in [Int.min, -1, 0, 1, .max] {
      for other in [Int.min, 0, .max] {
        grid.within(Area(row: extreme, column: other, rows: .max, columns: extreme)) { pane in
          pane.write("中a", row: other, column: extreme, width: other)
          pane.writeWrapped("中a", row: other, column: extreme, width: other, height: extreme)
          pane.fill(Area(row: other, column: extreme, rows: other, columns: .max))
          pane.restyle(row: extreme, column: other, width: extreme, style: .bad)
          pane.frame(Area(row: extreme, column: extreme, rows: other, columns: 9), title: "中")
          pane.horizontalLine(row: 0, column: extreme, length: other)
          pane.verticalLine(row: extreme, column: other, length: extreme)
          pane.bar(row: 0, column: other, width: extreme, used: extreme, waiting: other, of: .max)
          pane.placeCaret(row: other, column: extreme)
          _ = pane.area.splitLeft(other).rest.splitBottom(extreme)
        }
      }
    }
    #expect(grid.plainText.unicodeScalars.count > 0)
  }
}
