import Testing

@testable import Cells

/// Rectangles of cells: what belongs to them, what two share, how one is cut.
struct AreaTests {
  private let area = Area(row: 2, column: 3, rows: 4, columns: 5)

  @Test(
    "The corners belong to it, what stands beside them does not",
    arguments: [
      (2, 3, true), (2, 7, true), (5, 3, true), (5, 7, true), (1, 3, false), (2, 2, false), (6, 7, false),
      (5, 8, false),
    ])
  func corners(row: Int, column: Int, isInside: Bool) {
    #expect(area.contains(row: row, column: column) == isInside)
  }

  @Test func anAreaWithoutRowsOrColumnsIsEmptyAndHoldsNothing() {
    for empty in [Area(rows: 0, columns: 5), Area(rows: 5, columns: 0), Area(rows: -3, columns: 5)] {
      #expect(empty.isEmpty && !empty.contains(row: 0, column: 0))
    }
    #expect(!area.isEmpty && area.rowRange == 2..<6 && area.columnRange == 3..<8)
  }

  @Test(
    "What two areas share",
    arguments: [
      (Area(row: 2, column: 3, rows: 4, columns: 5), Area(row: 2, column: 3, rows: 4, columns: 5)),
      (Area(row: 0, column: 0, rows: 10, columns: 10), Area(row: 2, column: 3, rows: 4, columns: 5)),
      (Area(row: 4, column: 6, rows: 10, columns: 10), Area(row: 4, column: 6, rows: 2, columns: 2)),
      (Area(row: 0, column: 0, rows: 3, columns: 4), Area(row: 2, column: 3, rows: 1, columns: 1)),
      (Area(row: 3, column: 4, rows: 1, columns: 1), Area(row: 3, column: 4, rows: 1, columns: 1)),
      // It touches on the right, and below.
      (Area(row: 2, column: 8, rows: 4, columns: 5), Area(row: 2, column: 8, rows: 4, columns: 0)),
      (Area(row: 6, column: 3, rows: 4, columns: 5), Area(row: 6, column: 3, rows: 0, columns: 5)),
    ])
  func shared(other: Area, both: Area) {
    #expect(area.intersection(other) == both && other.intersection(area) == both)
  }

  @Test func areasFarApartShareNothing() {
    #expect(area.intersection(Area(row: 50, column: 50, rows: 9, columns: 9)).isEmpty)
    #expect(area.intersection(Area(row: -9, column: -9, rows: 3, columns: 3)).isEmpty)
  }

  @Test(
    "A cut takes what there is and leaves the rest",
    arguments: [(0, 0), (1, 1), (3, 3), (4, 4), (5, 4), (.max, 4), (-1, 0), (.min, 0)] as [(Int, Int)])
  func rows(asked: Int, taken: Int) {
    let (top, below) = area.splitTop(asked)
    #expect(top == Area(row: 2, column: 3, rows: taken, columns: 5))
    #expect(below == Area(row: 2 + taken, column: 3, rows: 4 - taken, columns: 5))
    let (above, bottom) = area.splitBottom(asked)
    #expect(bottom == Area(row: 6 - taken, column: 3, rows: taken, columns: 5))
    #expect(above == Area(row: 2, column: 3, rows: 4 - taken, columns: 5))
  }

  @Test(
    "And so beside one another",
    arguments: [(0, 0), (1, 1), (5, 5), (6, 5), (-1, 0)])
  func columns(asked: Int, taken: Int) {
    let (left, rest) = area.splitLeft(asked)
    #expect(left == Area(row: 2, column: 3, rows: 4, columns: taken))
    #expect(rest == Area(row: 2, column: 3 + taken, rows: 4, columns: 5 - taken))
    let (before, right) = area.splitRight(asked)
    #expect(right == Area(row: 2, column: 8 - taken, rows: 4, columns: taken))
    #expect(before == Area(row: 2, column: 3, rows: 4, columns: 5 - taken))
  }
}
