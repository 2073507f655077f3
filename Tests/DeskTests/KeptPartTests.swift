import CaseModel
import Casework
import Cells
import Testing

@testable import Desk

/// Rows and summaries that stay from one screen to the next must not stay once something that they show has changed;
/// `DeskSession.look` compares after each event, here what happens between events is looked at too.
@Suite struct KeptPartTests {
  private static let screens = ["1", "2", "3", "4"]

  @Test(arguments: screens, Golden.sizes)
  func movingAboutShowsWhatIsThere(_ screen: String, _ size: Golden.Size) throws {
    var desk = try DeskSession.demo("[" + screen, rows: size.rows, columns: size.columns)
    try desk.press("<Down><Down><Up><PageDown><Down><PageUp><End><Up><Home>[]]<Down>[[<Down>")
    try desk.press("<Resize 30 110><Down><Resize 24 80><Down><Resize 16 60><Up>")
  }

  @Test(arguments: screens) func anotherDesksSaveShows(_ screen: String) throws {
    var desk = try DeskSession.demo("[" + screen + "<Down>")
    let shown = desk.screen
    // Each applicant gets another name, as if it were saved on other desks.
    for applicant in desk.state.people.applicants {
      var renamed = applicant
      renamed.name = "改名" + applicant.name
      desk.state.fold(
        Transaction(
          by: "演示", at: "2020-03-27T02:00:00Z", policy: "", changes: [.applicantChanged(renamed)]))
    }
    desk.model.stateChanged(desk.state)
    desk.look()
    #expect(desk.screen != shown && desk.screen.contains("改名"))
  }

  @Test func anAmendedFilingShows() throws {
    var desk = try DeskSession.demo("[1<Down>")
    // Not the one under the bar, which is drawn anew when the bar moves off it.
    let id = desk.state.files.id(of: try #require(desk.model.lists.worklist.numbers.dropFirst(3).first))
    var filing = try #require(desk.state.file(id)).filing
    filing.received = CivilDate(dayNumber: filing.received.dayNumber - 3) ?? filing.received
    desk.state.fold(
      Transaction(by: "演示", at: "2020-03-27T02:00:00Z", policy: "", changes: [.filingChanged(filing)]))
    desk.model.stateChanged(desk.state)
    desk.look()
    let row = try #require(desk.screen.split(separator: "\n").first { $0.contains(id) })
    #expect(row.contains(" \(filing.received.days(to: desk.model.device.today)) "))
  }

  @Test(arguments: ["1", "3"]) func marksShowAndGo(_ screen: String) throws {
    var desk = try DeskSession.demo("[" + screen)
    try desk.press(" ")
    #expect(desk.screen.contains("*"))
    try desk.press("<Down> <C-a><Up><C-a><Esc><Down>")
    #expect(!desk.model.lists.worklist.numbers.isEmpty && desk.model.selection.marks.isEmpty)
  }

  @Test func theNextDayShowsInEachAge() throws {
    var desk = try DeskSession.demo("[1<Down>")
    desk.model.device.today =
      CivilDate(dayNumber: desk.model.device.today.dayNumber + 1) ?? desk.model.device.today
    desk.model.stateChanged(desk.state)
    desk.look()
    let next = desk.screen
    try desk.press("<Down><Up>")
    #expect(desk.screen == next)
  }

  @Test func aRowOfWhatIsOverItIsNotTakenForItsOwn() throws {
    var desk = try DeskSession.demo("[1<Down>")
    try desk.press("<C-p><Esc><F1><Esc><F2><F10>3<Down>1<Down>2<Down>4<Down>1")
  }
}
