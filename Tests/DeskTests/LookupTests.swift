import CaseModel
import Casework
import Testing

@testable import Desk

/// Finding applicants and items as clerks call them.
@Suite struct LookupTests {
  private func found(_ query: String) throws -> [String] { try DemoOffice.full().search.find(query) }

  @Test(arguments: [
    // The whole beginning, initials in a row, initials of a short form, the same in two words, the short form
    // itself, full syllables, number and code.
    "清远市北江专利代理事务所英德", "ydfs", "bjyd", "bj yd", "北江英德", "bjydfs", "yingdefens", "A002", "91441881MA4XJ2T16N",
    "a002", "ｂｊｙｄ",
  ])
  func aBranchIsFoundBy(_ query: String) throws {
    #expect(try found(query).first == "A002")
  }

  @Test func whatBeginsComesBeforeWhatHoldsAndShortFormsComeLast() throws {
    // 清远… begins so; 广东百禾岭…（清远）… holds it.
    let ids = try found("清远")
    let begins = try #require(ids.firstIndex(of: "A001"))
    let state = try DemoOffice.full()
    let holds = try #require(
      ids.firstIndex { state.applicant($0)?.name.contains("（清远）") == true })
    #expect(begins < holds)
    // 英德分所 as it stands comes before every name that only has 英 and 分 in this order.
    #expect(try found("英德分").first == "A002")
  }

  @Test func oneCharacterIsNoShortFormAndNonsenseFindsNothing() throws {
    #expect(try found("不存在").isEmpty)
    #expect(try found("vvv").isEmpty)
    #expect(try found("英北").isEmpty)
  }

  @Test func passingThroughAFieldChoosesNothing() throws {
    let session = try DeskSession.demo("<F2><Tab><Tab>")
    #expect(session.model.filing?.item.chosen == nil)
    #expect(session.model.filing?.applicant.chosen == nil)
    #expect(session.model.filing?.isChanged == false)
  }

  @Test func arrowsChooseWithoutTyping() throws {
    #expect(try DeskSession.demo("<F2><Down><Down><Enter>").model.filing?.item.chosen?.id == "agency-grant")
    #expect(try DeskSession.demo("<F2><Up><Enter>").model.filing?.item.chosen?.id == "annual-fee")
    #expect(try DeskSession.demo("<F2><Tab><Down><Tab>").model.filing?.applicant.chosen?.id == "A001")
  }

  @Test(arguments: [
    ("dlsq", "agency-grant"), ("12", "insurance"), ("发明实审", "invention-examination"), ("贯标", "ip-management"),
  ])
  func itemsAreFoundByNameInitialsOrArticle(_ query: String, _ id: String) throws {
    #expect(try DeskSession.demo("<F2>\(query)<Enter>").model.filing?.item.chosen?.id == id)
  }

  @Test func whatIsNotFoundKeepsTheFieldAndSaysSo() throws {
    var session = try DeskSession.demo("<F2>vvv<Tab>")
    #expect(session.model.filing?.focus == 0)
    #expect(session.message.contains("没有这样的项目"))
    session = try DeskSession.demo("<F2>dlsq<Tab>vvv<Enter>")
    #expect(session.model.filing?.focus == 1)
    #expect(session.message.contains("没有找到这个申请人"))
    // Back is always open.
    try session.press("<S-Tab>")
    #expect(session.model.filing?.focus == 0)
  }

  @Test func typingOverAChoiceBeginsANewQuery() throws {
    let session = try DeskSession.demo("<F2>dlsq<Tab>ydfs<Tab><S-Tab>a001<Tab>")
    #expect(session.model.filing?.applicant.chosen?.id == "A001")
  }

  /// The highlight stays on a candidate that the next letter keeps.
  @Test func anotherLetterBeginsAtTheBestCandidate() throws {
    let session = try DeskSession.demo("<F2>dl<Down>sq")
    let lookup = try #require(session.model.filing?.item.lookup)
    #expect(lookup.highlighted == 0)
    #expect(lookup.candidates.map(\.id) == ["agency-grant"])
  }
}
