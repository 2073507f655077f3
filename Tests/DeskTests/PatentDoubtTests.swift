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
    let other = try #require(desk.state.applicants.first { $0.kind == .enterprise && $0.id != owner })
    try desk.press("<F2>fmss<Tab>\(other.id)<Tab><Tab>ZL 2017 1 0197068.7")
    let card = try #require(desk.model.filing?.background?.card)
    #expect(card.owners.map(\.value) == [owner])
    #expect(card.owners.first?.filings.contains(Self.paid) == true)
    let draft = try #require(desk.model.filing?.draft(today: DemoOffice.day, state: desk.state))
    let doubts = desk.state.patentDoubts(of: draft, desk.model.filing?.background)
    #expect(doubts == [.otherClaimant(applicant: owner, filing: Self.paid)])
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
