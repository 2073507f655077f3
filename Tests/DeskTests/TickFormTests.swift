import CaseModel
import Casework
import SubsidyRules
import Testing

@testable import Desk

/// The papers of a filing, ticked off on the desk.
///
/// Article 12 asks for the insurance contract, the invoice, the payment slip and the list of insured patents, beside
/// the papers common to all.
@Suite struct TickFormTests {
  private static let newest = "GXQ-2020-000014"

  private func ticks(_ desk: DeskSession) -> [String: PaperTick] {
    let rows = desk.state.file(Self.newest).map { desk.state.tickList(of: $0) } ?? []
    return rows.reduce(into: [:]) { $0[$1.paper.id] = $1.tick }
  }

  @Test func theListHasWhatTheItemAsksFor() throws {
    let desk = try DeskSession.demo("<F4>")
    for paper in ["申请表", "营业执照或身份证", "银行账户证明", "材料真实性声明", "委托书", "保险单", "保费发票", "付款凭证", "投保专利清单"] {
      #expect(desk.screen.contains(paper), "\(paper)")
    }
    #expect(desk.screen.contains("未核对 8 项"))
  }

  @Test func everythingInOrderIsOneKey() throws {
    var desk = try DeskSession.demo("<F4><C-a>")
    #expect(desk.screen.contains("未核对 0 项"))
    try desk.press("<F8>")
    #expect(desk.message.contains("材料齐备，可以按 F5 受理"))
    #expect(ticks(desk).count == 8)
    #expect(ticks(desk).values.allSatisfy { $0.verdict == .inOrder })
    try desk.press("<F5><F8>")
    #expect(desk.state.file(Self.newest)?.standing == .accepted)
  }

  /// What is missing or failing keeps the filing from acceptance and stands in the notice, in the order of the list.
  @Test func whatIsMissingOrFailingBecomesTheNotice() throws {
    var desk = try DeskSession.demo("<F4><C-a><Down><Down>户名不符<End> <F8>")
    #expect(desk.message.contains("还有 2 项要补正，请按 F6 通知补正"))
    try desk.press("<F5>")
    #expect(desk.screen.contains("不能受理：材料还不齐备"))
    try desk.press("<Esc><F6>1<Enter><F8>")
    let step = try #require(desk.state.file(Self.newest)?.steps.last?.step)
    guard case .notice(let notice) = step.detail else {
      Issue.record("no notice")
      return
    }
    #expect(
      notice.points == [
        .paper("account-proof", .failing("户名不符")), .paper("insured-patents", .missing),
      ])
  }

  /// Five papers, the fifth of which only some need, are five keys: Space goes on to the next one that nobody has looked at, and turns what was found.
  @Test func spaceGoesDownTheList() throws {
    var desk = try DeskSession.demo("<F4>     ")
    #expect(desk.screen.contains("未核对 4 项"))
    try desk.press("<Up> ")
    #expect(desk.screen.contains("没有提交"))
    try desk.press(" <F8>")
    #expect(ticks(desk).count == 5 && ticks(desk).values.allSatisfy { $0.verdict == .inOrder })
  }

  @Test func originalCopiesAndPagesAreEnteredInTheirColumns() throws {
    var desk = try DeskSession.demo("<F4> <Up><Right> <Right>2<Right>1<Right><Left><Backspace>15<F8>")
    let first = try #require(ticks(desk)["application-form"])
    // One copy was asked for and stood there: a 2 behind it makes 12.
    #expect(first == PaperTick(paper: "application-form", copies: 12, hasOriginal: false, pages: 15))
    try desk.press("<F4>")
    #expect(desk.screen.contains("应出示原件"))
  }

  @Test func aFailingPaperNeedsAReason() throws {
    var desk = try DeskSession.demo("<F4>缺<Backspace><F8>")
    #expect(desk.message.contains("没有保存：请写明\"申请表（盖章或签名）\"哪里不符合要求"))
    #expect(ticks(desk).isEmpty)
    try desk.press("<Esc>")
    #expect(desk.message.contains("内容还没有保存"))
    try desk.press("<Enter>")
    #expect(desk.title.contains("1 待办"))
  }

  @Test func nothingLookedAtIsNotSaved() throws {
    let desk = try DeskSession.demo("<F4><F8>")
    #expect(desk.message.contains("还没有核对任何一项材料"))
  }

  /// After approval nothing about the papers moves.
  @Test func whatIsDecidedCanOnlyBeLookedAt() throws {
    var desk = try DeskSession.demo("[[3<End>")
    let decided = try #require(desk.model.chosenFiling(desk.state))
    #expect(desk.state.file(decided)?.filing.decided != nil)
    try desk.press("<F4> <F8>")
    #expect(desk.screen.contains("只能查看"))
    #expect(desk.keyNames == ["上下", "F10", "F1"])
  }
}
