import CaseModel
import Casework
import SubsidyRules
import Testing

@testable import Desk

/// Where the desk asks why a receipt comes before that of others (audit B3): one patent is paid for once (article 2), and
/// one who comes before it by day takes it from the one that is there.
@Suite struct EarlyReasonTests {
  private static let patent = "201929999901.1"

  /// A filing of 20 March has the patent.
  private func session() throws -> DeskSession {
    var desk = try DeskSession.demo(
      "<F2>dlsq<Tab>A006<Tab>2020-03-20<Tab>\(Self.patent)<Tab>2020-03-01<Tab>1<Tab>1<F8>")
    let there = try #require(desk.state.files.last)
    #expect(there.decision.award == Money(yuan: 200), "\(desk.screen)")
    try desk.press("<Esc>")
    return desk
  }

  @Test func aListIsAskedAtItsFootAndSavedWithTheReason() throws {
    var desk = try session()
    let there = try #require(desk.state.files.last?.filing.id)
    try desk.press(
      "<F2>dlsq<Tab>A006<Tab>2020-03-10<Tab><C-t>\(Self.patent)<Tab>2020-03-01<Tab>1<Tab>1<F8>")
    let count = desk.state.files.count
    #expect(desk.screen.contains("请写明理由") && desk.screen.contains("提前理由"), "\(desk.screen)")
    let words = desk.screen.filter { !$0.isWhitespace }
    #expect(words.contains("\(there)由200.00元变为0.00元") && words.contains("请写明提前理由"), "\(desk.screen)")
    try desk.press("。<F8>")
    #expect(desk.message == "没有保存：请写明理由。" && desk.state.files.count == count)
    // Back in the list nothing is lost, and it is asked again.
    try desk.press("<Esc>")
    #expect(desk.model.listEntry?.filled().count == 1 && desk.model.overlay == nil)
    try desk.press("<F8>邮戳为 3 月 10 日<F8>")
    #expect(desk.message.contains("已保存 1 件"), "\(desk.message)")
    #expect(desk.state.files.last?.filing.reason(for: Filing.receipt) == "邮戳为 3 月 10 日")
    #expect(desk.state.file(there)?.decision.award == .zero)
  }

  /// Entered without the day of the grant it takes nothing; the form asks with the day.
  @Test func aFormAsksWithWhatLetsItTakeThePlace() throws {
    var desk = try session()
    try desk.press(
      "<F2>dlsq<Tab>A006<Tab>2020-03-10<Tab>\(Self.patent)<Tab><Tab>1<Tab>1<F8>")
    let early = try #require(desk.state.files.last?.filing)
    #expect(early.input("grantedOn") == nil && early.received.description == "2020-03-10", "\(desk.screen)")
    try desk.press("<Enter>")
    #expect(desk.title.contains("修改申报") && !desk.screen.contains("提前理由"), "\(desk.screen)")
    try desk.press("<Tab>2020-03-01")
    #expect(desk.screen.contains("提前理由"), "\(desk.screen)")
    try desk.press("<F8>")
    #expect(desk.message.contains("排到了已收件的申报之前"), "\(desk.message)")
    #expect(desk.state.file(early.id)?.filing == early)
  }
}
