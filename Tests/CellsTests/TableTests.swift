import Testing

@testable import Cells

struct TableTests {
  private let columns: [Table.Column] = [
    .init("编号", 4, leftOutAt: 1), .init("名称", 6, stretches: true),
    .init("金额", 5, alignment: .right, leftOutAt: 2), .init("局", 2),
  ]

  /// A blank before the first, one behind each: 1 + 5 + 7 + 6 + 3 = 22.
  @Test(
    "One takes what the others leave, and the least important go first",
    arguments: [
      (22, [1..<5, 6..<12, 13..<18, 19..<21]), (30, [1..<5, 6..<20, 21..<26, 27..<29]),
      (21, [nil, 1..<11, 12..<17, 18..<20]), (17, [nil, 1..<7, 8..<13, 14..<16]),
      (16, [nil, 1..<12, nil, 13..<15]),
      // What stays always is cut by the screen's edge.
      (5, [nil, 1..<7, nil, 8..<10]), (-1, [nil, 1..<7, nil, 8..<10]),
    ] as [(Int, [Range<Int>?])])
  func places(width: Int, expected: [Range<Int>?]) {
    let table = Table(columns, width: width)
    #expect((0..<4).map(table.place) == expected)
    #expect(table.place(of: 4) == nil && table.place(of: -1) == nil)
  }

  @Test func rowsAreDrawnInTheirColumns() {
    var grid = Grid(rows: 4, columns: 22)
    let table = Table(columns, width: 22)
    table.drawHead(into: &grid, row: 0)
    table.draw(["F1", "黄志龙和别人", "1.00"], into: &grid, row: 1, style: .selected)
    table.restyle(2, into: &grid, row: 1, style: .bad)
    table.restyle(4, into: &grid, row: 1, style: .good)
    #expect(grid.plainText(ofScreenRow: 0) == " 编号 名称    金额 局 ")
    #expect(grid.plainText(ofScreenRow: 1) == " F1   黄志~   1.00    ")
    let styles = grid.cells(inScreenRow: 1).map(\.style)
    #expect(styles == (0..<22).map { (13..<18).contains($0) ? .bad : .selected })
  }

  @Test func aLineOfTextHasNoBlanksAtItsEnds() {
    let table = Table(line: [.init("", 4), .init("", 6, alignment: .right), .init("", 3)], gap: 2)
    #expect(table.line(["甲", "1.00", ""]) == "甲      1.00")
    #expect(table.line(["", "", "乙"]) == "              乙")
    #expect(table.line(["", "", ""]) == "" && table.line([]) == "")
  }

  /// A circled number is of one width here and of two there: it has a stand-in on a screen, and one column on paper.
  @Test func paperMeasuresWhatIsWritten() {
    #expect(Text.columns(of: "①中", on: .paper) == 3)
    #expect(Text.columns(of: "①中") == Text.columns(of: StandIn.of("①")) + 2)
    let table = Table(line: [.init("", 4), .init("", 1)])
    #expect(table.line(["①中", "a"], on: .paper) == "①中  a")
  }

  @Test(
    "Pieces are cut between characters",
    arguments: [
      ("县级财政", 4, ["县级", "财政"]), ("县级财", 3, ["县", "级", "财"]), ("", 3, [""]), ("县a", 1, ["县", "a"]),
    ])
  func pieces(text: String, limit: Int, expected: [String]) {
    #expect(Text.pieces(of: text, to: limit) == expected)
  }

  @Test(
    "Columns that scroll are shown from the first on, as far on as shows the one that is held",
    arguments: [
      // Widths 5, 5, 10, 3.
      (0, 0, 12, 0..<2), (0, 1, 12, 0..<2), (0, 2, 12, 2..<3), (0, 2, 15, 1..<3), (0, 3, 13, 2..<4),
      (1, 0, 12, 1..<2), (2, 2, 4, 2..<3), (0, 2, 4, 2..<3), (0, 0, -1, 0..<1), (4, 0, 12, 4..<4),
    ])
  func shown(first: Int, held: Int, room: Int, expected: Range<Int>) {
    #expect(Table.shown([5, 5, 10, 3], from: first, holding: held, in: room) == expected)
  }

  @Test func thereMayBeNoColumns() {
    #expect(Table.shown([], from: 1, holding: 0, in: 10) == 1..<1)
    #expect(Table([], width: 10).place(of: 0) == nil)
  }
}
