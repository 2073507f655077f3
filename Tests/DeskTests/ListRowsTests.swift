import Cells
import Testing

@testable import Desk

/// What of a list is in sight, and which row is chosen.
struct ListRowsTests {
  private let rows = ["甲", "乙", "丙", "丁"]

  @Test(
    "So many rows are in sight as have room, from the top on",
    arguments: [
      (0, 0, 2, ["甲", "乙"], 0), (2, 1, 2, ["乙", "丙"], 1), (0, 1, 2, ["乙", "丙"], nil), (3, 3, 9, ["丁"], 0),
      (0, 9, 2, [], nil), (0, 0, 0, [], nil), (0, 0, -3, [], nil),
    ] as [(Int, Int, Int, [String], Int?)])
  func shown(chosen: Int, top: Int, height: Int, expected: [String], line: Int?) {
    let shown = ListState(chosen: chosen, top: top).shown(rows, height: height)
    #expect(shown.map(\.row) == expected && shown.map(\.line) == Array(expected.indices))
    #expect(shown.first(where: \.isChosen)?.line == line)
  }

  @Test func theChosenRowMayNotBeThere() {
    #expect(ListState(chosen: 3).chosen(in: rows) == "丁")
    #expect(ListState(chosen: 4).chosen(in: rows) == nil && ListState().chosen(in: [String]()) == nil)
  }

  @Test func aListIsScrolledAsFarAsShowsItsChosenRow() {
    #expect([0, 2, 3, 9].map { ListState(chosen: $0, height: 3).top } == [0, 0, 1, 7])
    #expect(ListState(chosen: 2, height: 0).top == 2)
  }

  @Test func turningGoesRoundTheEnd() {
    #expect(rows.turned(from: "丁", by: 1) == "甲" && rows.turned(from: "甲", by: -1) == "丁")
    #expect(rows.turned(from: "戊", by: 1) == "乙" && [String]().turned(from: "戊", by: 1) == "戊")
  }
}
