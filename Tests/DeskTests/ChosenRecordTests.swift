import CaseModel
import Casework
import Cells
import Testing

@testable import Desk

/// What a key acts on is the record that is highlighted, after a save of one's own and of another's.
@Suite struct ChosenRecordTests {
  /// The receipt number in the row that is highlighted on the screen.
  static func highlighted(_ desk: DeskSession, in drawn: Grid? = nil) -> String? {
    let grid = drawn ?? desk.grid
    for row in 1..<grid.screenRows - 2
    where grid.cells(inScreenRow: row).dropFirst(1).first?.style == .selected {
      return grid.plainText(ofScreenRow: row).firstMatch(of: /[0-9A-Z]+-\d{4}-\d{6}/).map {
        String($0.output)
      }
    }
    return nil
  }

  /// A new filing lies highlighted while the cursor had been on another row: the receipt, the step and the papers
  /// are that filing's with the very first key.
  @Test(arguments: ["<F5>", "<F6>", "<F9>", "<F4>", "<Enter>"])
  func theFirstKeyAfterASaveActsOnWhatWasSaved(key: String) throws {
    var desk = try DeskSession.demo("<Down><Down>")
    let found = Self.highlighted(desk)
    let before = try #require(found)
    try desk.press("<F2>syxx<Tab>A017<Tab><Tab>201920555555<Tab>20200110<F8>")
    let saved = Self.highlighted(desk)
    let new = try #require(saved, "\(desk.screen)")
    #expect(new != before && desk.message.contains(new))
    try desk.press(key)
    #expect(desk.screen.contains(new) || desk.model.filing?.amended?.filing.id == new)
    #expect(!desk.screen.contains(before))
  }

  /// A colleague's save puts a filing above: the cursor stays on the one that was looked at.
  @Test(arguments: ["1", "3"]) func aColleaguesSaveLeavesTheCursorWhereItIs(screen: String) throws {
    var desk = try DeskSession.demo(screen + "<Down><Down><Down>")
    let found = Self.highlighted(desk)
    let looked = try #require(found)
    let file = try #require(desk.state.file(looked))
    var filing = file.filing
    let facts = file.received
    (filing.id, filing.received) = ("441800-2020-000777", desk.model.device.today)
    desk.state.fold(
      Transaction(
        by: "李同事", at: "2020-03-27T02:00:00Z", policy: "", changes: [.filingReceived(filing, facts)]))
    desk.model.stateChanged(desk.state)
    #expect(Self.highlighted(desk) == looked)
    try desk.press("<F5>")
    #expect(desk.screen.contains(looked))
  }

  /// Sorted another way round, the same filing stays chosen.
  @Test func sortingKeepsTheFilingChosen() throws {
    var desk = try DeskSession.demo("3<Down><Down><Down>")
    let found = Self.highlighted(desk)
    let looked = try #require(found)
    try desk.press("-")
    #expect(Self.highlighted(desk) == looked)
  }
}
