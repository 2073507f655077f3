import Testing

@testable import Cells

/// Parts of a screen that are taken from the one before.
struct GridPartTests {
  private func source(_ subject: Int, looks: Int = 0) -> PartSource {
    PartSource(kind: 1, version: 7, year: 2020, day: 1, subject: subject, looks: looks)
  }

  /// Rows of parts, each with the number of its subject; tells which were drawn.
  private func list(
    _ subjects: [Int], after earlier: Grid? = nil, looks: Int = 0, columns: Int = 8, top: Int = 0
  ) -> (grid: Grid, drawn: [Int]) {
    var grid = Grid(rows: 6, columns: 10, after: earlier)
    var drawn: [Int] = []
    for (row, subject) in subjects.enumerated() {
      let place = Area(row: top + row, column: 1, rows: 1, columns: columns)
      grid.part(place, from: source(subject, looks: looks)) {
        drawn.append(subject)
        $0.write("第\(subject)行", row: 0, style: looks == 0 ? .normal : .selected)
      }
    }
    grid.finish()
    return (grid, drawn)
  }

  @Test func whatStaysIsTakenFromTheScreenBefore() {
    let first = list([1, 2, 3])
    #expect(first.drawn == [1, 2, 3])
    let second = list([1, 2, 3], after: first.grid)
    #expect(second.drawn.isEmpty && second.grid == first.grid)
    // And from there on again.
    #expect(list([1, 2, 3], after: second.grid).drawn.isEmpty)
  }

  @Test func whatMovesIsTakenAlong() {
    let first = list([1, 2, 3])
    let second = list([2, 3, 4], after: first.grid)
    #expect(second.drawn == [4] && second.grid == list([2, 3, 4]).grid)
    let third = list([1, 2, 3, 4], after: second.grid, top: 1)
    #expect(third.drawn == [1] && third.grid == list([1, 2, 3, 4], top: 1).grid)
  }

  @Test func anotherSourceOrSizeIsDrawn() {
    let first = list([1, 2])
    #expect(list([1, 2], after: first.grid, looks: 1).drawn == [1, 2])
    #expect(list([1, 2], after: first.grid, columns: 7).drawn == [1, 2])
    var larger = Grid(rows: 6, columns: 11, after: first.grid)
    var isDrawn = false
    larger.part(Area(row: 0, column: 1, rows: 1, columns: 8), from: source(1)) { _ in isDrawn = true }
    #expect(isDrawn)
  }

  @Test func eachPartOfTheSourceCounts() {
    let one = PartSource(kind: 1, version: 1, year: 1, day: 1, subject: 1, looks: 1)
    let others = [
      PartSource(kind: 2, version: 1, year: 1, day: 1, subject: 1, looks: 1),
      PartSource(kind: 1, version: 2, year: 1, day: 1, subject: 1, looks: 1),
      PartSource(kind: 1, version: 1, year: 2, day: 1, subject: 1, looks: 1),
      PartSource(kind: 1, version: 1, year: 1, day: 2, subject: 1, looks: 1),
      PartSource(kind: 1, version: 1, year: 1, day: 1, subject: 2, looks: 1),
      PartSource(kind: 1, version: 1, year: 1, day: 1, subject: 1, looks: 2),
    ]
    #expect(!others.contains(one))
  }

  @Test func theLastRowAndCutPartsAreAlwaysDrawn() {
    let last = list([1], top: 5)
    #expect(list([1], after: last.grid, top: 5).drawn == [1])
    let cut = list([1], columns: 30)
    #expect(list([1], after: cut.grid, columns: 30).drawn == [1])
    // What was drawn there is not taken to another place.
    #expect(list([1], after: last.grid).drawn == [1])
  }

  @Test func changesAreWholeCharacters() {
    var (before, after) = (Grid(rows: 2, columns: 10), Grid(rows: 2, columns: 10))
    before.write("a黄志龙", row: 0)
    after.write("a黄志龙", row: 0)
    #expect(after.changes(inScreenRow: 0, from: before) == nil)
    after.write("郑", row: 0, column: 3)
    #expect(after.changes(inScreenRow: 0, from: before) == 3..<5)
    after.restyle(row: 0, column: 5, width: 1, style: .match)
    #expect(after.changes(inScreenRow: 0, from: before) == 3..<7)
    after.write("x", row: 0, column: 2)
    #expect(after.changes(inScreenRow: 0, from: before) == 1..<7)
    #expect(after.changes(inScreenRow: 1, from: before) == nil)
    #expect(after.changes(inScreenRow: 2, from: before) == nil)
  }
}
