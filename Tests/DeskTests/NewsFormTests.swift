import CaseModel
import Casework
import Testing

@testable import Desk

/// Bad news and application numbers at the desk: what rests on them, before anything is changed.
@Suite struct NewsFormTests {
  /// The demo's first filing of 2018, paid: 3 000.00 for the examination of an invention (article 18).
  private static let number = "201710197068.7"
  private static let paid = "441821-2018-000001"

  @Test func oneLookAtANumberShowsEveryFilingThatRestsOnIt() throws {
    let desk = try DeskSession.demo("<C-f>ZL 2017 1 0197068")
    for words in ["查申请号", Self.paid, "发明实审", "拨付", "3,000.00 元"] {
      #expect(desk.screen.contains(words), "\(words)\n\(desk.screen)")
    }
  }

  @Test func aNumberThatNothingRestsOnSaysSo() throws {
    let desk = try DeskSession.demo("<C-f>201711111111.0")
    #expect(desk.screen.contains("没有申报以此为依据"))
  }

  @Test func consequencesAreShownBeforeAnythingIsChanged() throws {
    var desk = try DeskSession.demo("<C-b>2<Tab>\(Self.number)<Tab>")
    #expect(desk.title.contains("不利情形"))
    #expect(desk.screen.contains(Self.paid) && desk.screen.contains("差额 -3,000.00 元"), "\(desk.screen)")
    #expect(desk.state.books.news.isEmpty)
    try desk.press("<F8>")
    #expect(desk.message.contains("请写明文书"))
    try desk.press("无效宣告请求审查决定<F8>")
    #expect(desk.message.contains("已登记 N1"), "\(desk.screen)")
    // What was paid is not taken away by one hand: a change to 0.00 is proposed for another to confirm.
    #expect(desk.state.file(Self.paid)?.balance.proposal == .zero)
  }

  @Test func theSameNewsTwiceIsSaid() throws {
    let keys = "<C-b>2<Tab>\(Self.number)<Tab>决定<F8>"
    let desk = try DeskSession.demo(keys + keys)
    #expect(desk.message.contains("已经登记过（N1）"), "\(desk.screen)")
    #expect(desk.state.books.news.count == 1)
  }

  @Test func whatIsMissingIsNamed() throws {
    var desk = try DeskSession.demo("<C-b><F8>")
    #expect(desk.message.contains("请填好情形"))
    try desk.press("1<Tab><F8>")
    #expect(desk.message.contains("请填好号码"))
    try desk.press("\(Self.number)<Tab>通报<Tab><Tab>A9999<F8>")
    #expect(desk.message.contains("没有编号为"), "\(desk.screen)")
  }
}
