import CaseModel
import Casework
import Testing

@testable import Desk

/// Payment batches at the desk: listed by F6, printed by F9, paid by F5.
@Suite struct BatchTests {
  /// A grant of the demo office taken over as published, for which whoever sits here has done nothing.
  private func desk() throws -> DeskSession {
    var desk = try DeskSession.demo()
    let applicant = Applicant(
      id: "Z9", name: "清远市甲乙丙陶瓷厂", kind: .enterprise, district: "441802", bank: "清远农商行",
      account: "80020000121")
    let day = try #require(CivilDate("2020-03-02"))
    let filing = Filing(
      id: "Z9-1", item: "utility-grant", applicant: "Z9", received: day, stage: .published,
      inputs: [.init("applicationNumber", .text("201920000018.X")), .init("grantedOn", .text("2019-12-03"))],
      decided: Money(yuan: 1_000))
    let facts = FactsAtReceipt(kind: .enterprise, district: "441802", family: "Z9")
    desk.state.fold(
      Transaction(
        by: "他人", at: "2020-03-26T02:00:00Z", policy: "",
        changes: [.applicantEntered(applicant), .filingTakenOver(filing, facts)]))
    desk.model.stateChanged(desk.state)
    try desk.press("30<F7>Z9-1<Enter>")
    return desk
  }

  @Test func aBatchIsListedPrintedAndPaid() throws {
    var desk = try desk()
    #expect(desk.keyBar.contains("F5 拨付"))
    try desk.press("<F6>")
    #expect(desk.screen.contains("列入拨付批次"))
    try desk.press("1<Enter>")
    #expect(desk.title.contains("列入拨付批次") && desk.screen.contains("可以列入拨付批次：1,000.00 元"), "\(desk.screen)")
    try desk.press("<F8>")
    let batch = try #require(desk.state.books.batches.last)
    #expect(desk.message.contains("已列入拨付批次 \(batch.id)：1 件，1,000.00 元"), "\(desk.message)")
    #expect(desk.state.file("Z9-1")?.standing == .published)
    // The list is offered by its number and has the account.
    try desk.press("<F9>")
    #expect(desk.screen.contains("拨付表 \(batch.id)"), "\(desk.screen)")
    let place = try #require(
      (0..<24).first { desk.line($0).contains("拨付表 \(batch.id)") })
    try desk.press(String(repeating: "<Down>", count: place - 2) + "<Enter>")
    #expect(desk.screen.contains("批次：\(batch.id)"), "\(desk.screen)")
    try desk.press("<F10><F10><F6>")
    for step in ["列入拨付批次", "不予资助"] { #expect(!desk.screen.contains("  " + step), "\(desk.screen)") }
    try desk.press("<F10><F5>")
    #expect(desk.screen.contains("可以拨付：1,000.00 元"))
    try desk.press("<F8>")
    #expect(desk.state.file("Z9-1")?.standing == .paid)
    #expect(desk.state.rows(of: batch).map(\.fate) == [.paid(DemoOffice.day, paper: "")])
  }

  /// Who owes is named before the list is made, and what is set off stands on it.
  @Test func whatIsOwedIsProposed() throws {
    var desk = try desk()
    let day = try #require(CivilDate("2020-03-20"))
    let facts = FactsAtReceipt(kind: .enterprise, district: "441802", family: "Z9")
    let paid = Filing(
      id: "Z9-0", item: "utility-grant", applicant: "Z9", received: try #require(CivilDate("2020-03-01")),
      stage: .paid, inputs: [], decided: Money(yuan: 1_000))
    desk.state.fold(
      Transaction(
        by: "他人", at: "2020-03-26T03:00:00Z", policy: "",
        changes: [
          .filingTakenOver(paid, facts),
          .stepped(
            filing: "Z9-0", StepTaken(.revise, day: day, grounds: ["audit"], detail: .whole(Money(yuan: 800)))
          ),
          .stepped(filing: "Z9-0", StepTaken(.confirm, day: day, detail: .whole(Money(yuan: 800)))),
        ]))
    desk.model.stateChanged(desk.state)
    try desk.press("<F6>1<Enter>")
    #expect(desk.screen.contains("还有待追回的 200.00 元"), "\(desk.screen)")
    // Day, then the set-off, then the note.
    try desk.press("<Tab>1<Tab>同意抵扣")
    #expect(!desk.screen.contains("还有待追回"), "\(desk.screen)")
    try desk.press("<F8>")
    #expect(
      desk.state.file("Z9-1")?.openBatch?.payment.setOff == .init(filing: "Z9-0", amount: Money(yuan: 200)))
  }
}

/// Objections and service at the desk.
@Suite struct ObjectionFormTests {
  @Test func anObjectionHoldsPaymentAndIsDecidedOn() throws {
    var desk = try DeskSession.demo()
    let applicant = Applicant(
      id: "Z9", name: "清远市甲乙丙陶瓷厂", kind: .enterprise, district: "441802", bank: "清远农商行",
      account: "80020000121")
    let filing = Filing(
      id: "Z9-1", item: "utility-grant", applicant: "Z9", received: try #require(CivilDate("2020-03-02")),
      stage: .published,
      inputs: [.init("applicationNumber", .text("201920000018.X")), .init("grantedOn", .text("2019-12-03"))],
      decided: Money(yuan: 1_000))
    let facts = FactsAtReceipt(kind: .enterprise, district: "441802", family: "Z9")
    desk.state.fold(
      Transaction(
        by: "他人", at: "2020-03-26T02:00:00Z", policy: "",
        changes: [.applicantEntered(applicant), .filingTakenOver(filing, facts)]))
    desk.model.stateChanged(desk.state)
    try desk.press("30<F7>Z9-1<Enter><F6>")
    #expect(desk.screen.contains("2  登记异议"), "\(desk.screen)")
    try desk.press("2<Enter><Tab><Tab>张三反映非本人专利<F8>")
    #expect(desk.state.file("Z9-1")?.openObjection?.note == "张三反映非本人专利", "\(desk.screen)")
    try desk.press("<F5>")
    #expect(desk.screen.contains("登记的异议还没有处理"), "\(desk.screen)")
    try desk.press("<F10><F6>")
    #expect(desk.screen.contains("登记异议不成立"), "\(desk.screen)")
    // Refused as it was right about it, and served under its number.
    let refused = StepTaken(.reject, day: DemoOffice.day, grounds: ["objection"])
    desk.state.fold(
      Transaction(
        by: "他人", at: "2020-03-27T03:00:00Z", policy: "", changes: [.stepped(filing: "Z9-1", refused)]))
    desk.model.stateChanged(desk.state)
    try desk.press("<F10><F6>")
    #expect(desk.screen.contains("登记送达") || desk.title.contains("送达"), "\(desk.screen)")
    if !desk.title.contains("送达") { try desk.press("1<Enter>") }
    try desk.press("<Tab>直接<Tab>清知不〔2020〕1号<F8>")
    let file = try #require(desk.state.file("Z9-1"))
    let held = try #require(file.decisionToServe)
    #expect(file.service(of: held)?.service.number == "清知不〔2020〕1号", "\(desk.screen)")
  }
}
