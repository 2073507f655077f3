import CaseModel
import Casework
import Testing

@testable import Desk

/// Ways round the two pairs of eyes, tried at the desk by keys: each is refused with a sentence that says why.
///
/// A desk has no door for a file brought in (f), for binding a login (h) and for choosing a reading (j): the command
/// line's tests try those. Somebody else's login and PIN (g) are tried at the real desk, in a terminal.
@Suite struct WaysRoundTests {
  private static let first = "441800-2019-000001"

  /// A utility model of an enterprise (article 18: 1 000.00), received and accepted by the clerk, reviewed by another.
  private func reviewed(by name: String = "钱复核", accepted clerk: String = "李经办") throws -> DeskSession {
    var desk = try DeskSession.office(on: "2019-06-03")
    try desk.turn("李经办")
    try desk.press("<F3>英德市绕行陶瓷有限公司<Tab>1<Tab>英德市<Tab><Tab><Tab><Tab>英德农商行<Tab>1236001321<F8>")
    try receive("0000001", &desk)
    try desk.turn(clerk)
    try desk.press("1<F5><F8>")
    try desk.turn(name)
    try desk.press("<F5><F8>")
    try #require(desk.standing(Self.first) == .reviewed, "\(desk.screen)")
    return desk
  }

  /// Enters a grant of a utility model; its number's check digit follows from the others.
  private func receive(_ serial: String, _ desk: inout DeskSession) throws {
    let digits = "20182" + serial
    let weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]
    let sum = zip(digits.compactMap(\.wholeNumberValue), weights).reduce(0) { $0 + $1.0 * $1.1 }
    let check = sum % 11 == 10 ? "X" : String(sum % 11)
    try desk.press("1<F2>实用新型授权<Tab>rxtc<Tab><Tab>\(digits).\(check)<Tab>20190524<F8>")
    try #require(desk.message.contains("全额资助 1,000.00 元"), "\(desk.screen)")
  }

  private func expectRefused(_ desk: inout DeskSession, _ words: String...) throws {
    try desk.press("1<F5>")
    for word in words { #expect(desk.screen.contains(word), "\(word)\n\(desk.screen)") }
    try desk.press("<F8>")
    #expect(desk.message.contains("没有办理"))
    #expect(desk.state.file(Self.first)?.filing.decided == nil)
    try desk.press("<Esc><Enter>")
  }

  @Test func aNobodyApprovesWhatTheyAccepted() throws {
    var desk = try reviewed(accepted: "孙复核")
    try desk.turn("孙复核")
    try expectRefused(&desk, "不能审定：孙复核 于", "受理或接收了这一件", "钱复核")
  }

  @Test func aNotEvenASupervisor() throws {
    var desk = try reviewed(accepted: "赵主管")
    try desk.turn("赵主管")
    try expectRefused(&desk, "不能审定：赵主管 于")
  }

  @Test func bNobodyApprovesWhatTheyChanged() throws {
    var desk = try reviewed()
    try desk.turn("孙复核")
    try desk.press("1<Enter><Tab><Backspace><Backspace>23<F8>")
    #expect(desk.message.contains("已修改"), "\(desk.screen)")
    try expectRefused(&desk, "不能审定：孙复核 于")
  }

  @Test func bNorAVerdictOnItsPapers() throws {
    var desk = try reviewed()
    try desk.turn("孙复核")
    try desk.press("1<F4><C-a><F8>")
    try expectRefused(&desk, "不能审定：孙复核 于")
  }

  @Test func cAfterApprovalNothingIsChanged() throws {
    var desk = try reviewed()
    try desk.turn("孙复核")
    try desk.press("1<F5><F8>")
    #expect(desk.standing(Self.first) == .approved)
    try desk.turn("李经办")
    // The form does not open for it; its page does, and its papers can only be looked at.
    try desk.press("1<Enter>")
    #expect(desk.title.contains("申报详情"))
    try desk.press("<Esc><F4> <F8>")
    #expect(desk.screen.contains("只能查看"))
    // Whoever puts the account right does not release the payment.
    try desk.press("<Esc>")
    try desk.turn("孙复核")
    try desk.press("1<F5><F8>")
    try desk.turn("赵主管")
    try desk.press("2<F4>" + String(repeating: "<Tab>", count: 7) + "<Backspace>9<F8>1<F5>")
    #expect(desk.screen.contains("不能拨付：赵主管 于"), "\(desk.screen)")
    try desk.press("<F8>")
    #expect(desk.standing(Self.first) == .published)
  }

  @Test func dUndoingOnesOwnAcceptanceIsNoWay() throws {
    var desk = try DeskSession.office(on: "2019-06-03")
    try desk.turn("孙复核")
    try desk.press("<F3>英德市绕行陶瓷有限公司<Tab>1<Tab>英德市<Tab><Tab><Tab><Tab>英德农商行<Tab>1236001321<F8>")
    try receive("0000001", &desk)
    try desk.press("1<F5><F8><F6><End><Down><Down><Down><Down><Enter><Tab>误办<F8>")
    #expect(desk.standing(Self.first) == .received, "\(desk.screen)")
    try desk.turn("李经办")
    try desk.press("1<F5><F8>")
    try desk.turn("钱复核")
    try desk.press("1<F5><F8>")
    try desk.turn("孙复核")
    try expectRefused(&desk, "不能审定：孙复核 于", "受理或接收了这一件")
  }

  @Test func eAmongMarkedRowsOnesOwnHoldsTheRest() throws {
    var desk = try reviewed()
    try desk.turn("孙复核")
    try receive("0000002", &desk)
    try desk.press("1<F5><F8>")
    try desk.turn("钱复核")
    try desk.press("1<F5><F8>")
    try desk.turn("孙复核")
    try desk.press("1<C-a><F5>")
    #expect(desk.screen.contains("可以审定 1 件，合计 1,000.00 元；不能办 1 件"), "\(desk.screen)")
    #expect(desk.screen.contains("441800-2019-000002  不能办：孙复核 于"))
    try desk.press("<F8>")
    #expect(desk.message.contains("没有办理"))
    #expect(desk.state.files.indices.allSatisfy { desk.state.files[$0].filing.decided == nil })
  }

  @Test func iNobodyApprovesBehindWhomTheyMovedTheApplicant() throws {
    var desk = try reviewed()
    try desk.turn("孙复核")
    try desk.press("2<F4>" + String(repeating: "<Tab>", count: 7) + "<Backspace>9<F8>")
    #expect(desk.message.contains("已修改申请人"))
    try expectRefused(&desk, "不能审定：孙复核 于", "账号")
  }

  @Test func kWhoeverTakesMoneyBackDoesNotPayAgainAlone() throws {
    var desk = try reviewed()
    try desk.turn("孙复核")
    try desk.press("1<F5><F8><F5><F8>")
    try desk.turn("赵主管")
    try desk.press("1<F5><F8>3<F6>2<Enter><Tab>审计<Tab>400<F8>")
    #expect(desk.standing(Self.first) == .reclaimed, "\(desk.screen)")
    // They may propose that the whole be 1 000.00 again, but not confirm it: so nothing is owed that they could pay.
    try desk.press("3<F6><End>")
    let menu = desk.screen
    let row = try #require((1...9).first { menu.contains("\($0)  提出变更核定额") }, "\(menu)")
    try desk.press("\(row)<Enter><Tab>少付<Tab>1000<F8>3<F5>")
    #expect(desk.screen.contains("不能确认变更：赵主管 于"), "\(desk.screen)")
    try desk.press("<F8>")
    #expect(desk.message.contains("没有办理"))
    #expect(desk.state.file(Self.first)?.balance.owed == .zero)
  }

  @Test func lNobodyApprovesOnWhatTheyHaveNotSeen() throws {
    var desk = try reviewed()
    try desk.turn("孙复核")
    try desk.press("1<F5>")
    #expect(desk.screen.contains("可以审定"))
    // Another desk changes the filing while the form is open here.
    var filing = try #require(desk.state.file(Self.first)?.filing)
    filing.received = try #require(CivilDate("2019-06-02"))
    let moment = Moment(at: "2019-06-03T05:00:00Z", today: desk.model.device.today)
    let changes = try desk.state.changes(for: .changeFiling(filing), by: "钱复核", at: moment).get()
    desk.state.fold(Transaction(by: "钱复核", at: moment.at, policy: "", changes: changes))
    desk.model.stateChanged(desk.state)
    #expect(desk.screen.contains("钱复核 于") && desk.screen.contains("又办理过这一件"))
    try desk.press("<F8>")
    #expect(desk.message.contains("没有办理"))
    #expect(desk.standing(Self.first) == .reviewed)
  }
}
