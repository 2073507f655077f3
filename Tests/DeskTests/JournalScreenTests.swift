import Casework
import Testing
import Wording

@testable import Desk

/// 日志: who did what and when, the latest first, and the whole story of a record.
@Suite struct JournalScreenTests {
  private static let newest = "GXQ-2020-000014"

  @Test func whatWasSavedStandsThereLatestFirst() throws {
    let desk = try DeskSession.demo("<F5><F8><F4><C-a><F8>8")
    #expect(desk.title.contains("8 日志"))
    let rows = (0..<desk.model.device.rows).map(desk.line)
    let papers = try #require(rows.firstIndex { $0.contains("核对材料") })
    let accepted = try #require(rows.firstIndex { $0.contains("受理") && $0.contains(Self.newest) })
    #expect(papers < accepted)
    #expect(rows[accepted].contains("2020-03-27 09:30") && rows[accepted].contains("演示"))
  }

  @Test func aSaveOpensTheStoryOfItsRecord() throws {
    let desk = try DeskSession.demo("<F5><F8>8<Enter>")
    #expect(desk.title.contains("经过"))
    #expect(desk.screen.contains("\(Self.newest)  专利保险"))
    #expect(desk.screen.contains("收件") && desk.screen.contains("受理  2020-03-27"))
  }

  /// Two records in one save: what each of them became, in a list.
  @Test func aSaveOfSeveralRecordsOpensAsAList() throws {
    let desk = try DeskSession.demo("  <F5><F8>8")
    #expect(desk.screen.contains("受理 2 项"))
    var opened = desk
    try opened.press("<Enter>")
    #expect(opened.screen.contains("GXQ-2020-000013") && opened.screen.contains("GXQ-2020-000014"))
  }

  @Test func itIsSearchedByNameNumberStepAndOperator() throws {
    var desk = try DeskSession.demo("<F5><F8><Down><F4><C-a><F8>8<F7>受理 演示")
    #expect(desk.screen.contains("共 1 次"))
    try desk.press("<Esc>")
    #expect(desk.screen.contains("共 2 次"))
    try desk.press("<F7>没有这个人<Enter>")
    #expect(desk.screen.contains("没有找到"))
  }

  /// What the program writes for itself is nobody's save: it stands there for whoever asks for it.
  @Test func linesThatNameSnapshotsAreShownOnRequest() throws {
    let state = try DeskSession.demo("8").state
    let head = String(repeating: "a", count: 32) + "/1/2107/" + String(repeating: "b", count: 64)
    var anchor = Transaction(
      by: "zizhu", at: "2020-03-27T01:30:00Z", policy: "", changes: [.snapshotAnchored(head: head, sum: "")])
    anchor.sequence = 2108
    for (query, isShown) in [
      ("", false), ("2020-03-27", false), ("2107", false), ("快照", true), ("zizhu", true),
      ("快照 2107", true), ("快照 受理", false),
    ] { #expect(Model.says(query, anchor, state) == isShown, "\(query)") }
    #expect(ChangeWording.line(.snapshotAnchored(head: head, sum: ""), state) == "快照  至第 2107 号")
  }

  @Test func fromAFilingAndAnApplicantTheSameStory() throws {
    var desk = try DeskSession.demo("<F5><F8><C-e>")
    #expect(desk.title.contains("经过") && desk.screen.contains("受理  2020-03-27"))
    try desk.press("<Esc>2<F7>A017<Enter><C-e>")
    #expect(desk.title.contains("经过") && desk.screen.contains("A017"))
  }

  @Test func anEmptyJournalSaysSo() throws {
    let desk = try DeskSession.demo("8")
    #expect(desk.screen.contains("日志里还没有内容"))
  }

  private func save(_ sequence: Int) -> Transaction {
    var save = Transaction(
      by: "演示", at: "2020-03-27T01:30:00Z", policy: "", changes: [.aloneAllowed(true, note: "第\(sequence)次")])
    save.sequence = sequence
    return save
  }

  /// Three hundred saves were looked through when somebody else saves: the row that was looked at stays.
  @Test func anothersSaveDoesNotTakeThePlaceAway() throws {
    var journal = JournalState()
    let first = try #require(journal.wanted(version: 1, height: 10))
    #expect(first.before == nil && first.count == 200)
    journal.take(saves: (101...300).reversed().map(save), next: 101, for: first, version: 1)
    journal.list.move(by: 190, count: 200, height: 10)
    let more = try #require(journal.wanted(version: 1, height: 10))
    #expect(more.before == 101)
    journal.take(saves: (1...100).reversed().map(save), next: nil, for: more, version: 1)
    let (chosen, above) = (journal.list.chosen, journal.list.top)
    #expect(journal.saves[chosen].sequence == 110)
    // Another has saved: as many are read again, and one more.
    let again = try #require(journal.wanted(version: 2, height: 10))
    #expect(again.before == nil && again.count == 301)
    journal.take(saves: (1...301).reversed().map(save), next: nil, for: again, version: 2)
    #expect(journal.saves[journal.list.chosen].sequence == 110)
    #expect(journal.list.chosen - journal.list.top == chosen - above)
    // On the first row the new save comes into sight.
    journal.list = ListState()
    let newer = try #require(journal.wanted(version: 3, height: 10))
    journal.take(saves: (1...302).reversed().map(save), next: nil, for: newer, version: 3)
    #expect(journal.list.chosen == 0 && journal.saves[0].sequence == 302)
    // A new search begins at the top with few.
    journal.query.insert("乙")
    journal.searched()
    #expect(try #require(journal.wanted(version: 3, height: 10)).count == 200)
  }

  /// Only the latest saves have been looked through: that is said, and not that there are none.
  @Test func aSearchThatGoesOnSaysSo() throws {
    var desk = try DeskSession.demo("8")
    let wanted = try #require(desk.model.states.journal.wanted(version: -1, height: 10))
    desk.model.states.journal.query.insert("没有")
    var searched = wanted
    searched.query = "没有"
    desk.model.states.journal.take(
      saves: [], next: 900, for: searched, version: desk.state.version)
    #expect(desk.screen.contains("最近的保存里没有找到，按 PgDn 接着往前找"))
  }
}
