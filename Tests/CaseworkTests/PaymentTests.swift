import CaseModel
import Casework
import SubsidyRules
import Testing

/// What happens to money: returned payments, differences after payment, recoveries and set-offs, by hand.
struct PaymentTests {
  private func paid(_ serial: UInt64 = 1) throws -> TestOffice {
    var office = try TestOffice()
    try office.bring(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, serial)), to: .paid)
    return office
  }

  private func yuan(_ amount: Int64) -> Money { Money(yuan: amount) }

  @Test
  func `A payment needs an account, and comes to what is owed`() throws {
    var office = try TestOffice()
    try office.bring(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1)), to: .published)
    #expect(
      office.refusal(of: .pay, "F1", by: "赵主管") { $0.amount = Money(yuan: 999) }
        == .step(.amountDiffers(asked: yuan(999), is: yuan(1_000))))
    var applicant = try #require(office.state.applicant("E1"))
    applicant.account = " "
    try office.act(.changeApplicant(applicant), by: "李经办")
    #expect(office.refusal(of: .pay, "F1", by: "赵主管") == .step(.accountMissing))
    applicant.account = "1236003321"
    try office.act(.changeApplicant(applicant), by: "李经办")
    try office.step(.pay, "F1", by: "赵主管") { $0.amount = Money(yuan: 1_000) }
    #expect(office.refusal(of: .pay, "F1", by: "赵主管") == .step(.nothingOwed))
  }

  @Test
  func `A returned payment is deemed waived when its time is over, and the cap gets its room back`() throws {
    var office = try TestOffice()
    try office.bring(TestFilings.agencyGrant("F1", TestFilings.application(2017, 1, 1)), to: .paid)
    func used() throws -> String { try #require(office.state.caps(of: 2019).first).used.description }
    try office.step(.bounce, "F1", by: "赵主管") { $0.grounds = ["account-closed"] }
    // Still the applicant's: the room is kept.
    #expect(try used() == "500.00")
    // Ten working days from Monday 10 June 2019 end on the 24th.
    office.today = try #require(CivilDate("2019-06-24"))
    #expect(office.refusal(of: .waive, "F1", by: "赵主管") == .step(.dueNotOver(office.today)))
    office.today = try #require(CivilDate("2019-06-25"))
    try office.step(.waive, "F1", by: "赵主管") { $0.paper = "缴库 2019-3" }
    #expect(try used() == "0.00")
    #expect(try office.file("F1").standing == .waived)
    #expect(try office.file("F1").filing.stage == .reclaimed)
    #expect(try office.file("F1").filing.reclaimed == yuan(500))
  }

  @Test
  func `The applicant may waive by a paper before the time is over`() throws {
    var office = try paid()
    try office.step(.bounce, "F1", by: "赵主管") { $0.note = "账户冻结" }
    try office.step(.waive, "F1", by: "赵主管") { $0.paper = "放弃声明" }
    #expect(try office.file("F1").standing == .waived)
  }

  @Test
  func `A lower decision after payment is recovered, and gives its room back when the money is back`() throws
  {
    var office = try paid()
    try office.step(.revise, "F1", by: "钱复核") {
      $0.amount = Money(yuan: 400)
      $0.grounds = ["audit"]
    }
    #expect(try office.file("F1").balance.openRecovery == .zero)
    try office.step(.confirm, "F1", by: "孙复核")
    #expect(try office.file("F1").balance.openRecovery == yuan(600))
    #expect(try office.file("F1").decision.award == yuan(1_000))
    try office.step(.reclaim, "F1", by: "赵主管") {
      $0.amount = Money(yuan: 250)
      $0.grounds = ["audit"]
    }
    #expect(try office.file("F1").balance.openRecovery == yuan(350))
    #expect(try office.file("F1").decision.award == yuan(750))
    // Without an amount it is what is still open.
    try office.step(.reclaim, "F1", by: "赵主管") { $0.grounds = ["audit"] }
    #expect(try office.file("F1").balance.openRecovery == .zero)
    #expect(try office.file("F1").decision.award == yuan(400))
    #expect(
      office.refusal(of: .reclaim, "F1", by: "赵主管") {
        $0.grounds = ["audit"]
        $0.amount = Money(yuan: 401)
      } == .step(.amountTooLarge(asked: yuan(401), most: yuan(400))))
  }

  @Test
  func `A higher decision after payment is paid on top, as far as the cap has room`() throws {
    var office = try TestOffice()
    var old = try TestFilings.agencyGrant("F0", TestFilings.application(2017, 1, 9), received: "2019-03-01")
    old.stage = .paid
    old.decided = yuan(49_300)
    try office.act(.importCases(applicants: [], filings: [old]), by: "周主管")
    try office.bring(TestFilings.agencyGrant("F1", TestFilings.application(2017, 1, 1)), to: .paid)
    // 49 300 + 500 are used: 200 are left for more.
    try office.step(.revise, "F1", by: "钱复核") {
      $0.amount = Money(yuan: 701)
      $0.grounds = ["underpaid"]
    }
    #expect(
      office.refusal(of: .confirm, "F1", by: "孙复核") == .step(.noRoom(cap: "agency-year", left: yuan(200))))
    try office.step(.revise, "F1", by: "钱复核") {
      $0.amount = Money(yuan: 700)
      $0.grounds = ["underpaid"]
    }
    try office.step(.confirm, "F1", by: "孙复核") { $0.amount = Money(yuan: 700) }
    #expect(try office.file("F1").balance.owed == yuan(200))
    #expect(try office.file("F1").filing.decided == yuan(700))
    try office.step(.pay, "F1", by: "赵主管")
    #expect(try office.file("F1").balance.kept == yuan(700))
    #expect(try #require(office.state.caps(of: 2019).first).used.description == "50000.00")
  }

  /// Article 2 of `quota`: two pieces a year for each applicant, software up to 1 000.
  @Test
  func `More for a piece that was taken needs no other, and one that came back finds the room taken`() throws
  {
    var office = try TestOffice(
      today: "2021-06-10", policy: TestData.bytes("../Tests/GeneralityTests/Policies/quota.json"))
    try office.act(
      .enterApplicant(
        Applicant(
          id: "A", name: "清城区某某科技有限公司", kind: .enterprise, district: "441802", bank: "清远农商行",
          account: "1236001321")), by: "李经办")
    func software(_ id: String) throws -> Filing {
      Filing(
        id: id, item: "software", applicant: "A",
        received: try #require(CivilDate("2021-06-0\(id.dropFirst())")),
        inputs: [
          .init("number", .text("R\(id)")), .init("certifiedOn", .text("2021-05-10")),
          .init("fee", .text("700")),
        ])
    }
    for id in ["F1", "F2"] { try office.bring(software(id), to: .paid) }
    // Both pieces are used; 200 more for the first is still one piece.
    func revise(_ id: String, to yuan: Int64) throws {
      try office.step(.revise, id, by: "钱复核") {
        $0.amount = Money(yuan: yuan)
        $0.grounds = ["underpaid"]
      }
    }
    try revise("F1", to: 900)
    try office.step(.confirm, "F1", by: "孙复核") { $0.amount = Money(yuan: 900) }
    try office.step(.pay, "F1", by: "赵主管")
    // Taken back in full, its piece goes to the third; then there is none for it.
    try office.step(.reclaim, "F1", by: "赵主管") { $0.grounds = ["audit"] }
    #expect(try office.file("F1").decision.award == .zero)
    try office.bring(software("F3"), to: .approved)
    #expect(try office.file("F3").decision.award == yuan(700))
    try revise("F1", to: 500)
    #expect(office.refusal(of: .confirm, "F1", by: "孙复核") == .step(.noRoom(cap: "two-each", left: .zero)))
    let said = try office.sentence(office.refusal(of: .confirm, "F1", by: "孙复核"))
    #expect(said.contains("“每人每年两件”只剩 0 件，不够补付。"), "\(said)")
  }

  @Test
  func `An open recovery is set off only with the supervisor's word, and undone with the payment`() throws {
    var office = try paid()
    try office.step(.revise, "F1", by: "钱复核") {
      $0.amount = Money(yuan: 700)
      $0.grounds = ["audit"]
    }
    try office.step(.confirm, "F1", by: "孙复核")
    try office.bring(TestFilings.utilityGrant("F2", TestFilings.application(2018, 2, 2)), to: .published)
    #expect(office.refusal(of: .pay, "F2", by: "赵主管") { $0.setOff = "F1" } == .noteMissing)
    try office.step(.pay, "F2", by: "赵主管") {
      $0.setOff = "F1"
      $0.note = "企业同意抵扣"
    }
    let payment = try #require(try office.file("F2").payment).payment
    #expect(payment.amount == yuan(1_000))
    #expect(payment.transferred == yuan(700))
    #expect(try office.file("F1").balance.openRecovery == .zero)
    #expect(try office.file("F1").decision.award == yuan(700))
    #expect(try office.file("F2").decision.award == yuan(1_000))
    #expect(office.refusal(of: .undo, "F1", by: "赵主管") { $0.note = "误抵" } == .step(.boundToSetOff("F2")))
    try office.step(.undo, "F2", by: "赵主管") { $0.note = "误抵" }
    #expect(try office.file("F1").balance.openRecovery == yuan(300))
    #expect(try office.file("F2").balance.owed == yuan(1_000))
    #expect(try office.reopened().file("F1")?.balance == office.file("F1").balance)
  }

  @Test
  func `A recovery is set off only against the same applicant, and only where one is open`() throws {
    var office = try paid()
    try office.bring(TestFilings.agencyGrant("F2", TestFilings.application(2017, 1, 1)), to: .published)
    #expect(
      office.refusal(of: .pay, "F2", by: "赵主管") {
        $0.setOff = "F1"
        $0.note = "抵扣"
      } == .step(.otherApplicant("F1")))
    try office.bring(TestFilings.utilityGrant("F3", TestFilings.application(2018, 2, 3)), to: .published)
    #expect(
      office.refusal(of: .pay, "F3", by: "赵主管") {
        $0.setOff = "F1"
        $0.note = "抵扣"
      } == .step(.noOpenRecovery("F1")))
  }

  @Test
  func `Somebody alone in the office may act where the store says so, and each time it is marked`() throws {
    var office = try TestOffice()
    for name in ["周主管", "钱复核", "孙复核", "李经办", "吴经办"] {
      try office.act(.retireOperator(name, note: "调离"), by: "赵主管")
    }
    #expect(office.refusal(of: .retireOperator("赵主管", note: ""), by: "赵主管") == .lastSupervisor)
    office.today = try #require(CivilDate("2019-06-11"))
    try office.act(
      .receiveFiling(TestFilings.utilityGrant("F1", TestFilings.application(2018, 2, 1))), by: "赵主管")
    try office.step(.accept, "F1", by: "赵主管")
    try office.step(.review, "F1", by: "赵主管")
    guard case .step(.duty(_, let others))? = office.refusal(of: .approve, "F1", by: "赵主管") else {
      Issue.record("approved alone without leave")
      return
    }
    #expect(others.isEmpty)
    #expect(try office.sentence(office.refusal(of: .approve, "F1", by: "赵主管")).contains("目前没有别人可以办"))
    #expect(office.refusal(of: .allowAlone(true, note: ""), by: "赵主管") == .noteMissing)
    try office.act(.allowAlone(true, note: "县局仅一人"), by: "赵主管")
    try office.step(.approve, "F1", by: "赵主管")
    #expect(try office.file("F1").steps.last?.step.isAlone == true)
    // As soon as there are two, the two pairs of eyes are back.
    try office.act(.addOperator(Operator(name: "郑复核", role: .reviewer, login: nil)), by: "赵主管")
    try office.step(.publish, "F1", by: "赵主管")
    guard case .step(.duty)? = office.refusal(of: .pay, "F1", by: "赵主管") else {
      Issue.record("paid alone although there are two")
      return
    }
  }
}
