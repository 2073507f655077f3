import CaseModel
import Casework
import SubsidyRules
import Testing

@testable import Desk

/// The counter's hardest minute: a branch found by its initials, and a family with 100.00 left.
@Suite struct CutByTheCapTests {
  /// Article 2: 200 for a utility model; 50 000 for an agency with its branches in the year of the grant, of
  /// which 76 × 500 + 54 × 200 + 11 × 100 = 49 900 are used.
  @Test func isCutToWhatIsLeft() throws {
    var session = try DeskSession.demo()
    let before = session.state
    try session.press(Scene.cutGrant)
    #expect(session.screen.contains("清远市北江专利代理事务"))
    #expect(session.screen.contains("核减  100.00 元"))
    #expect(session.screen.contains("余额 100.00 -> 0.00"))
    // Nothing has happened yet.
    #expect(session.state.files.count == before.files.count)

    try session.press("<F8>")
    #expect(session.message.hasPrefix("已保存 441800-2020-000003：核减 100.00 元"))
    let saved = try #require(session.state.file("441800-2020-000003"))
    #expect(saved.filing.applicant == "A002")
    #expect(saved.decision.award == Money(yuan: 100))
    #expect(saved.decision.gross == Money(yuan: 200))
    #expect(
      saved.filing.inputs.map(\.name) == ["applicationNumber", "grantedOn", "localAddress", "compliant"])

    // Totals and caps have moved: 2 912 649.51 + 100.00, and nothing is left.
    #expect(session.title.contains("2019年度"))
    #expect(session.screen.contains("资助合计 2,912,749.51 元"))
    #expect(session.screen.contains("50,000.00 / 50,000 "))
    try session.press("4")
    #expect(session.screen.contains("待办 50,000.00  余 0.00"))
  }

  /// Under a minute by hand: at one key a second there is time to read the paper too.
  @Test func takesFewerThanSixtyKeys() throws {
    let session = try DeskSession.demo(Scene.cutGrant + "<F8>")
    #expect(session.message.contains("已保存"))
    #expect(session.keysPressed < 60)
    let shortest = try DeskSession.demo(
      "<F2>dlsq<Tab>ydfs<Tab><Tab>2018201234560<Tab>20190615<Tab> <Tab> <F8>")
    #expect(shortest.message.contains("核减 100.00 元"))
    #expect(shortest.keysPressed < 45)
  }

  @Test func aSecondOneFindsNothingLeft() throws {
    let again = "<F2>dlsq<Tab>ydfs<Tab><Tab>201820123457.5<Tab>20190615<Tab>y<Tab>y<F8>"
    let session = try DeskSession.demo(Scene.cutGrant + "<F8>" + again)
    #expect(session.message.contains("额度用尽 0.00 元"))
  }

  @Test func theSameNumberTwiceIsRefusedWithTheFilingThatCameFirst() throws {
    let session = try DeskSession.demo(Scene.cutGrant + "<F8>" + Scene.cutGrant)
    #expect(session.screen.contains("不符合条件"))
    #expect(session.screen.contains("441800-2020-000003"))
  }
}
