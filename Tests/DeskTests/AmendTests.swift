import CaseModel
import Casework
import Testing

@testable import Desk

/// What was entered is put right on the desk: a filing while nothing is decided, an applicant at any time.
@Suite struct AmendTests {
  private static let newest = "GXQ-2020-000014"

  /// Article 12: 30 % of a premium of 20 000.00 is 6 000.00, and of 40 000.00 it is 12 000.00, cut by 10 000.00.
  @Test func aFilingIsChangedInItsPlaceWithItsDecisionBeside() throws {
    var desk = try DeskSession.demo("<Enter>")
    #expect(desk.title.contains("修改申报"))
    #expect(desk.screen.contains("9100.01"))
    try desk.press("<Tab><Tab><Home>" + String(repeating: "<Delete>", count: 7) + "20000")
    #expect(desk.screen.contains("6,000.00 元"))
    #expect(desk.screen.contains("余额 7,270.00"))
    try desk.press("<F8>")
    #expect(desk.message.contains("已修改 \(Self.newest)：全额资助 6,000.00 元。"))
    #expect(desk.state.file(Self.newest)?.filing.input("premiumPaid") == .text("20000.00"))
    try desk.press("<Enter><Tab><Tab><Home>4<Delete><F8>")
    #expect(desk.message.contains("10,000.00 元"))
    #expect(desk.state.files.count == (try DemoOffice.full()).files.count)
  }

  @Test func nothingChangedIsNoLineInTheJournal() throws {
    var desk = try DeskSession.demo("<Enter><F8>")
    #expect(desk.message.contains("没有变化"))
    #expect(desk.state.file(Self.newest)?.history.count == 1)
    try desk.press("2<F4><F8>")
    #expect(desk.message.contains("没有变化"))
  }

  @Test func itemAndApplicantStay() throws {
    var desk = try DeskSession.demo("<Enter><S-Tab><S-Tab><F4>")
    #expect(desk.message.contains("项目和申请人不能改"))
    try desk.press("别人<S-Tab>贯标<F8>")
    #expect(desk.message.contains("没有变化"))
    #expect(desk.state.file(Self.newest)?.filing.item == "insurance")
  }

  /// Another's change in between is not written over.
  @Test func aFilingThatHasMovedOnIsNotChanged() throws {
    var desk = try DeskSession.demo("<Enter><Tab><Tab><Backspace>9")
    var filing = try #require(desk.state.file(Self.newest)?.filing)
    filing.received = CivilDate(year: 2020, month: 3, day: 26) ?? .first
    let moment = Moment(at: "2020-03-27T03:00:00Z", today: DemoOffice.day)
    let changes = try desk.state.changes(for: .changeFiling(filing), by: "演示", at: moment).get()
    desk.state.fold(Transaction(by: "演示", at: "2020-03-27T03:00:00Z", policy: "", changes: changes))
    desk.model.stateChanged(desk.state)
    try desk.press("<F8>")
    #expect(desk.message.contains("请看过最新情况再改"))
    #expect(desk.screen.contains("9100.09"))
  }

  @Test func aDecidedFilingIsReadNotChanged() throws {
    var desk = try DeskSession.demo("[[3<End><Enter>")
    #expect(desk.title.contains("申报详情"))
    #expect(desk.screen.contains("核算过程"))
    try desk.press("<PageDown><PageUp><Esc>")
    #expect(desk.title.contains("3 申报"))
  }

  // MARK: - Applicants

  @Test func anApplicantsAccountIsPutRight() throws {
    var desk = try DeskSession.demo("2<F7>A017<Enter><F4>")
    #expect(desk.title.contains("修改申请人"))
    let keys = String(repeating: "<Tab>", count: 7) + "<Home>" + String(repeating: "<Delete>", count: 24)
    try desk.press(keys + "6222001234567890<F8>")
    #expect(desk.message.contains("已修改申请人 A017"))
    #expect(desk.state.applicant("A017")?.account == "6222001234567890")
  }

  /// Another head office is asked about before it is saved: a correction, or a change from a day on.
  @Test(arguments: ["", "2020-03-01"]) func anotherHeadOfficeIsAskedAbout(day: String) throws {
    var desk = try DeskSession.demo("")
    let branch = try #require(desk.state.people.applicants.first { $0.parent != nil })
    try desk.press(
      "2<F7>\(branch.id)<Enter><F4><Tab><Home>" + String(repeating: "<Delete>", count: 12) + "专利代理机构<F8>")
    #expect(desk.message.contains("总部改了") && desk.screen.contains("总部变更日"))
    #expect(desk.state.applicant(branch.id)?.parent == branch.parent)
    try desk.press(day + "<F8>")
    #expect(desk.state.applicant(branch.id)?.parent == nil)
    #expect(desk.message.contains(day.isEmpty ? "按更正计：一直如此" : "自 \(day) 起计"), "\(desk.message)")
    let from = desk.state.people.parentChanges[branch.id]?.map(\.from.description) ?? []
    #expect(from == (day.isEmpty ? [] : [day]))
  }

  /// A decision rests on the facts as of receipt until somebody says otherwise: for article 12 an enterprise outside
  /// the city gets nothing.
  @Test func openFilingsRestOnTheNewFactsOnlyWhenAsked() throws {
    let change = "2<F7>A017<Enter><F4><Tab><Tab><Home>" + String(repeating: "<Delete>", count: 8)
    var desk = try DeskSession.demo(change + "英德市")
    #expect(desk.screen.contains("未审定的申报"))
    try desk.press("<F8>")
    #expect(desk.state.applicant("A017")?.district == "441881")
    #expect(desk.state.file(Self.newest)?.received.district == "GXQ")
    try desk.press("<F4>" + String(repeating: "<Tab>", count: 8) + " <F8>")
    #expect(desk.state.file(Self.newest)?.received.district == "441881")
  }
}
