import Casework
import Testing

@testable import Desk

/// 日志: who did what and when, the latest first, and the whole story of a record.
@Suite struct JournalScreenTests {
  private static let newest = "GXQ-2020-000014"

  @Test func whatWasSavedStandsThereLatestFirst() throws {
    let desk = try DeskSession.demo("<F5><F8><F4><C-a><F8>8")
    #expect(desk.title.contains("8 日志"))
    let rows = (0..<desk.model.rows).map(desk.line)
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
    #expect(desk.screen.contains("共 1 条"))
    try desk.press("<Esc>")
    #expect(desk.screen.contains("共 2 条"))
    try desk.press("<F7>没有这个人<Enter>")
    #expect(desk.screen.contains("没有找到"))
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
}
