import Testing

@testable import Cells

/// A cell keeps what it is given in four bytes.
struct CellTests {
  private static let contents: [Cell.Content] =
    (["\0", " ", "a", "é", "\u{FFFF}", "\u{10FFFF}"] as [Unicode.Scalar]).map { .narrow($0) }
    + (["中", "\u{20000}", "\u{1F600}"] as [Unicode.Scalar]).map { .wide($0) } + [.continuation]
    + (0...15).map { .line(LineShape(rawValue: $0)) } + BarPart.allCases.map { .bar($0) }

  @Test func everyContentInEveryStyleComesBack() {
    #expect(MemoryLayout<Cell>.size == 4)
    for content in Self.contents {
      for style in Style.allCases {
        let cell = Cell(content, style: style)
        #expect(cell.content == content && cell.style == style, "\(content) \(style)")
        #expect(cell.isLeftHalf == { if case .wide = content { true } else { false } }())
        #expect(cell.isRightHalf == (content == .continuation))
      }
    }
  }

  @Test func eitherHalfIsChangedWithoutTheOther() {
    for content in Self.contents {
      var cell = Cell(.wide("中"), style: .bad)
      cell.content = content
      #expect(cell == Cell(content, style: .bad))
      cell.style = .match
      #expect(cell == Cell(content, style: .match))
    }
  }

  @Test func noTwoCellsAreAlikeThatDiffer() {
    let all = Self.contents.flatMap { content in Style.allCases.map { Cell(content, style: $0) } }
    #expect(Set(all).count == all.count)
    #expect(Cell.blank() == Cell(.narrow(" ")) && Cell.blank(.title) != Cell.blank())
  }

  @Test(
    "A piece of a line in ASCII",
    arguments: [
      (LineShape.left, "-"), (.right, "-"), (.horizontal, "-"), (.up, "|"), (.down, "|"), (.vertical, "|"),
      ([.up, .right], "+"), ([.down, .left], "+"), ([.left, .right, .down], "+"),
      ([.up, .down, .left, .right], "+"),
    ] as [(LineShape, Unicode.Scalar)])
  func ascii(shape: LineShape, sign: Unicode.Scalar) { #expect(shape.ascii == sign) }

  @Test func aShapeHasFourDirectionsAndABarThreeSigns() {
    #expect(LineShape(rawValue: 0xFF) == [.up, .down, .left, .right])
    #expect(Set(BarPart.allCases.map(\.scalar)).count == 3 && BarPart.allCases.allSatisfy(\.scalar.isASCII))
    #expect(Set(BarPart.allCases.map(\.style)).count == 3)
  }

  @Test(
    "Where a text stands in a width",
    arguments: [
      (Alignment.left, "ab   "), (.right, "   ab"),
    ])
  func alignment(alignment: Alignment, row: String) {
    var grid = Grid(rows: 2, columns: 5)
    grid.write("ab", row: 0, width: 5, alignment: alignment)
    #expect(grid.plainText(ofScreenRow: 0) == row)
  }
}
