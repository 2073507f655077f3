import Testing

@testable import Cells

struct GridLinesTests {
  @Test func framesCarryATitle() {
    var grid = Grid(rows: 4, columns: 12)
    grid.frame(Area(rows: 3, columns: 12), title: "限额")
    #expect(grid.plainText == "+- 限额 ---+\n|          |\n+----------+\n            ")
  }

  @Test func linesThatMeetJoin() {
    var grid = Grid(rows: 5, columns: 9)
    grid.frame(Area(rows: 4, columns: 9))
    grid.verticalLine(row: 0, column: 4, length: 4)
    grid.horizontalLine(row: 2, column: 0, length: 9)
    func shape(_ row: Int, _ column: Int) -> LineShape? {
      if case .line(let shape)? = grid.cell(row: row, column: column)?.content { shape } else { nil }
    }
    #expect(shape(0, 0) == [.right, .down])
    #expect(shape(0, 4) == [.left, .right, .down])
    #expect(shape(3, 4) == [.left, .right, .up])
    #expect(shape(2, 0) == [.up, .down, .right])
    #expect(shape(2, 8) == [.up, .down, .left])
    #expect(shape(2, 4) == [.up, .down, .left, .right])
    #expect(grid.plainText(ofScreenRow: 2) == "+---+---+")
  }

  @Test(
    "A bar shows any amount and is full only when nothing is left",
    arguments: [
      (0, 0, 100, ".........."), (1, 0, 100, "=........."), (50, 0, 100, "=====....."),
      (99, 0, 100, "=========."),
      (100, 0, 100, "=========="), (150, 0, 100, "=========="), (50, 20, 100, "=====++..."),
      (0, 1, 100, "+........."),
      (50, 50, 100, "=====+++++"), (0, 0, 0, ".........."), (1, 0, 0, "=========="),
      (-5, -5, 100, ".........."),
      (.max, .max, .max, "=========="), (.max - 1, 0, .max, "=========."), (1, 1, 100, "=+........"),
    ] as [(Int, Int, Int, String)])
  func bar(used: Int, waiting: Int, total: Int, expected: String) {
    var grid = Grid(rows: 2, columns: 10)
    grid.bar(row: 0, width: 10, used: used, waiting: waiting, of: total)
    #expect(grid.plainText(ofScreenRow: 0) == expected)
  }
}
