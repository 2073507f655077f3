import CaseModel
import Casework
import SubsidyRules
import Testing

@testable import Desk

/// What a filing is held against while it is typed, one by one and in a list.
@Suite struct PatentDoubtTests {
  /// The demo's first filing of 2018: the examination of an invention (article 18).
  private static let paid = "441821-2018-000001"

  @Test func anotherOwnersPatentIsToldInTheForm() throws {
    var desk = try DeskSession.demo("")
    let owner = try #require(desk.state.file(Self.paid)?.filing.applicant)
    let other = try #require(desk.state.people.applicants.first { $0.kind == .enterprise && $0.id != owner })
    try desk.press("<F2>fmss<Tab>\(other.id)<Tab><Tab>ZL 2017 1 0197068.7")
    let card = try #require(desk.model.filing?.outlook.background?.card)
    #expect(card.owners.map(\.value) == [owner])
    #expect(card.owners.first?.filings.contains(Self.paid) == true)
    let draft = try #require(desk.model.filing?.draft(today: DemoOffice.day, state: desk.state))
    let doubts = desk.state.patentDoubts(of: draft, desk.model.filing?.outlook.background)
    let name = try #require(desk.state.applicant(owner)?.name)
    #expect(doubts == [.otherClaimant(name: name, filing: Self.paid)])
    // On the smallest screen, too, and however much is still to be typed.
    let pane = desk.screen.split(separator: "\n").compactMap { $0.split(separator: "|").dropFirst().first }
      .map { $0.filter { $0 != " " } }.joined()
    #expect(pane.contains("已作为专利权人申报过") && pane.contains("没有登记转移"), "\(desk.screen)")
  }

  /// The demo, in which somebody gets nothing for a time.
  private func banned() throws -> (desk: DeskSession, applicant: String) {
    var desk = try DeskSession.demo("")
    let one = try #require(desk.state.people.applicants.first { $0.kind == .enterprise })
    let ban = RegisterEntry(
      kind: OfficeKinds.ban, district: "441802",
      values: [
        .init("from", .text("2019-06-01")), .init("years", .count(5)), .init("party", .text(one.name)),
        .init("reason", .text("提供虚假材料")),
      ])
    let moment = Moment(at: "2020-03-27T01:00:00Z", today: DemoOffice.day)
    let changes = try desk.state.changes(for: .enterRecords([ban]), by: "演示", at: moment).get()
    desk.state.fold(Transaction(by: "演示", at: moment.at, policy: "", changes: changes))
    desk.model.stateChanged(desk.state)
    return (desk, one.id)
  }

  @Test func whoeverGetsNothingForATimeIsTakenWithAReasonAlone() throws {
    var (desk, one) = try banned()
    try desk.press("<F2>fmss<Tab>\(one)<Tab><Tab>ZL 2018 1 0123456.5<Tab>2019-07-01")
    #expect(desk.screen.contains("在不予资助名单") && desk.screen.contains("收件理由"), "\(desk.screen)")
    let known = desk.state.files.count
    try desk.press("<F8>")
    #expect(desk.message.contains("请写明收件理由") && desk.state.files.count == known, "\(desk.screen)")
    try desk.press("已提出复议<F8>")
    #expect(desk.state.files.count == known + 1, "\(desk.screen)")
    let taken = try #require(desk.state.files.map(\.filing).last)
    #expect(taken.applicant == one && taken.override(of: Filing.ban) == "已提出复议")
  }

  /// On the list of filings a ban stands beside an undecided filing at once; what takes a look through all filings, like
  /// another's claim for the patent, stands there when the cursor has rested, and goes with it.
  @Test func theListOfFilingsTellsWhatSpeaksAgainstTheChosenOne() throws {
    var (desk, one) = try banned()
    let owner = try #require(desk.state.file(Self.paid)?.filing.applicant)
    try #require(owner != one)
    func receive(_ id: String, _ item: String, _ number: String, _ day: String) throws {
      let filing = Filing(
        id: id, item: item, applicant: one, received: try #require(CivilDate("2020-03-26")),
        inputs: [.init("applicationNumber", .text(number)), .init(day, .text("2019-07-01"))])
      let facts = FactsAtReceipt(kind: .enterprise, district: "441802", family: one)
      desk.state.fold(
        Transaction(
          by: "他人", at: "2020-03-26T02:00:00Z", policy: "", changes: [.filingReceived(filing, facts)]))
    }
    try receive("Z9-1", "invention-examination", "201710197068.7", "enteredOn")
    try receive("Z9-2", "utility-grant", "201820123456.0", "grantedOn")
    desk.model.stateChanged(desk.state)
    try desk.press("30<F7>Z9-1<Enter>")
    #expect(desk.screen.contains("在不予资助名单"), "\(desk.screen)")
    #expect(!desk.screen.contains("已作为专利权人申报过"), "\(desk.screen)")
    desk.model.rested(seconds: 1, desk.state)
    desk.look()
    #expect(desk.screen.contains("已作为专利权人申报过"), "\(desk.screen)")
    try desk.press("<F7><C-u>Z9-2<Enter>")
    #expect(desk.screen.contains("在不予资助名单"), "\(desk.screen)")
    #expect(!desk.screen.contains("已作为专利权人申报过"), "\(desk.screen)")
    // Of a filing that another keeps or nobody changes any more the page says the same.
    try desk.press("<F7><C-u>\(Self.paid)<Enter>")
    #expect(!desk.screen.contains("在不予资助名单"), "\(desk.screen)")
  }

  /// A list goes on with the reason that was given in the form, for every row.
  @Test func aListOfSomebodyWhoGetsNothingAsksForTheReasonFirst() throws {
    var (desk, one) = try banned()
    try desk.press("<F2>fmss<Tab>\(one)<Tab><Tab>ZL 2018 1 0123456.5<Tab>2019-07-01<C-t>")
    #expect(desk.model.listEntry == nil && desk.message.contains("请先写明收件理由"), "\(desk.screen)")
    try desk.press("已提出复议<C-t>")
    #expect(desk.model.listEntry?.reasons == [.init(Filing.ban, reason: "已提出复议")], "\(desk.screen)")
    let known = desk.state.files.count
    try desk.press("<F8>")
    #expect(desk.state.files.count == known + 1, "\(desk.screen)")
    #expect(desk.state.files.map(\.filing).last?.override(of: Filing.ban) == "已提出复议")
  }

  @Test func aRowWithAnotherGrantDayIsToldInTheList() throws {
    var desk = try DeskSession.demo("")
    let known = try #require(
      desk.state.files.first { $0.filing.item == "agency-grant" && $0.filing.applicant == "A006" })
    guard case .text(let number)? = known.filing.input("applicationNumber") else {
      Issue.record("no number")
      return
    }
    try desk.press("<F2>dlsq<Tab>A006<Tab><Tab><C-t><Down>\(number)<Tab>2018-01-02<Tab>是<Tab>是")
    let list = try #require(desk.model.listEntry)
    #expect(list.doubts[1]?.contains { $0.hasPrefix("授权公告日 2018-01-02 与 ") } == true)
    #expect(desk.screen.contains("请核对 1 行"), "\(desk.screen)")
  }
}
