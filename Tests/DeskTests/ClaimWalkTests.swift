import CaseModel
import Casework
import Testing

@testable import Desk

/// One claim of 贯标认证 (article 9) from the counter to the bank and back, by keys alone; the papers beside.
@Suite struct ClaimWalkTests {
  private let filing = "441800-2019-000001"

  /// An applicant and a filing that lacks how many applications were filed in the year.
  private func received() throws -> DeskSession {
    var desk = try DeskSession.office(on: "2019-06-10")
    try desk.turn("李经办")
    try desk.press("<F3>英德市走通陶瓷有限公司<Tab>1<Tab>英德市<Tab><Tab><Tab><Tab>英德农商行<Tab>1236001321<F8>")
    #expect(desk.message.contains("已保存申请人"))
    try desk.press("1<F2>贯标<Tab>ztt<Tab><Tab>41819IP00123R0S<Tab>20190524<Tab>3<Tab>")
    #expect(desk.screen.contains("材料不全"))
    try desk.press("<F8>")
    #expect(desk.message.contains("已保存 \(filing)"))
    return desk
  }

  @Test func aClaimGoesFromTheCounterToTheBankAndBack() throws {
    var desk = try received()
    try desk.press("<F9><Enter>")
    for words in ["收件编号：\(filing)", "英德市走通陶瓷有限公司", "第9条"] { #expect(desk.screen.contains(words)) }
    try desk.press("<Esc>")

    // The certificate is missing, and so is a figure; both stand in one notice. Ten working days from Monday 10 June
    // 2019 end on the 24th.
    try desk.press("<F4><C-a><Down><Down><Down><Down><Down> <F8>")
    #expect(desk.message.contains("还有 2 项要补正"))
    try desk.press("<F5>")
    #expect(desk.screen.contains("GB/T 29490 认证证书：没有提交") && desk.screen.contains("缺少"))
    try desk.press("<Esc><F6>1<Enter>")
    #expect(desk.screen.contains("期限 2019-06-24"))
    try desk.press("<F8>")
    #expect(desk.standing(filing) == .correction)
    try desk.press("<F9><Down><Enter>")
    #expect(desk.title.contains("补正通知书"), "\(desk.screen)")
    #expect(desk.screen.contains("2019年6月24日"))
    try desk.press("<Esc>")

    try desk.on("2019-06-20")
    try desk.press("<F4><Down><Down><Down><Down><Down> <F8>")
    #expect(desk.message.contains("还有 1 项要补正"))
    try desk.press("<Enter><Tab><Tab><Tab>7<F8>")
    #expect(desk.message.contains("已修改"))
    try desk.press("<F5><F8>")
    #expect(desk.standing(filing) == .accepted)

    // 60 000.00 of at most 100 000.00 (article 9) is the office's own figure, entered at review.
    try desk.on("2019-07-01")
    try desk.turn("钱复核")
    try desk.press("<F5>")
    #expect(desk.screen.contains("请先填写") && desk.screen.contains("核准金额"))
    try desk.press("<Tab>6万元<Tab>辅导、认证合同及发票<F8>")
    #expect(desk.standing(filing) == .reviewed)
    #expect(desk.message.contains("60,000.00 元"))

    // Whoever accepted may not approve; another may, and sees what they approve.
    try desk.turn("李经办")
    #expect(!desk.keyNames.contains("F5"))
    try desk.turn("孙复核")
    try desk.press("<F5>")
    #expect(desk.screen.contains("可以审定：60,000.00 元"))
    try desk.press("<F8>")
    #expect(desk.state.file(filing)?.filing.decided == Money(fen: 6_000_000))
    try desk.press("<F9><Down><Enter>")
    #expect(desk.title.contains("审批表"))
    try desk.press("<End>")
    #expect(desk.screen.contains("陆万元整"), "\(desk.screen)")
    try desk.press("<Esc>")
    try desk.on("2019-07-02")
    try desk.press("<F5><F8>")
    #expect(desk.standing(filing) == .published)

    // Paid, sent back by the bank, paid again once the account is another.
    try desk.on("2019-07-15")
    try desk.turn("赵主管")
    try desk.press("<F5><Tab>拨付 2019-12<F8>")
    #expect(desk.standing(filing) == .paid)
    try desk.press("3<F6>")
    #expect(desk.screen.contains("登记退票") && desk.screen.contains("追回"))
    try desk.press("1<Enter><Tab>账号有误<F8>")
    #expect(desk.standing(filing) == .returned)
    try desk.on("2019-07-16")
    try desk.press("<F5>")
    #expect(desk.screen.contains("账号与退票时的相同"))
    try desk.press("<Esc>")
    try desk.turn("李经办")
    try desk.press("2<F4>" + String(repeating: "<Tab>", count: 7) + "<Backspace>9<F8>")
    #expect(desk.message.contains("已修改申请人"))
    try desk.turn("赵主管")
    try desk.press("3<F5>")
    #expect(desk.screen.contains("可以拨付：60,000.00 元"), "\(desk.screen)")
    try desk.press("<F8>5")
    #expect(desk.standing(filing) == .paid)
    #expect(desk.screen.contains("60,000.00"))

    // A part comes back: 60 000 less 15 000.
    try desk.on("2019-08-01")
    try desk.press("3<F6>2<Enter><Tab>审计<Tab>15000<F8>")
    #expect(desk.standing(filing) == .reclaimed, "\(desk.screen)")
    try desk.press("5")
    #expect(desk.screen.contains("45,000.00"))
    try desk.press("3<F9><Down><Down><Enter>")
    #expect(desk.title.contains("追回通知书"), "\(desk.screen)")
    #expect(desk.screen.contains("15,000.00"))
    // No account stands on a screen that is not the applicant's own form.
    #expect(!desk.screen.contains("1236001321"))
  }
}
