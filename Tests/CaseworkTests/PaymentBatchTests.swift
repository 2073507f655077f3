import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing

/// Payment batches: a list that stays as it was made, by hand. Each grant of a utility model is 1 000 (article 18).
struct PaymentBatchTests {
  private func yuan(_ amount: Int64) -> Money { Money(yuan: amount) }

  /// F1 … published, all of E1.
  private func published(_ count: Int) throws -> TestOffice {
    var office = try TestOffice()
    for serial in 1...count {
      try office.bring(
        TestFilings.utilityGrant("F\(serial)", TestFilings.application(2018, 2, UInt64(serial))),
        to: .published)
    }
    return office
  }

  private func rows(_ id: String, _ office: TestOffice) throws -> [BatchRow] {
    try office.state.rows(of: #require(office.state.batch(id)))
  }

  @Test
  func `A batch has a number, lists each filing with its account, and is paid as it is`() throws {
    var office = try published(3)
    try office.step(.batch, "F2", "F1", by: "赵主管")
    let id = "441881-P2019-001"
    #expect(office.state.books.batches.map(\.id) == [id])
    #expect(try rows(id, office).map(\.filing) == ["F1", "F2"])
    #expect(try rows(id, office).map(\.payment.transferred) == [yuan(1_000), yuan(1_000)])
    #expect(try rows(id, office).allSatisfy { $0.fate == .open && $0.payment.payee.account == "1236001321" })
    #expect(LineForm.needed(by: try #require(office.saves.last)) == 5)
    // Nothing is paid by it, and nothing moves: 1 000 are still owed on each.
    #expect(try office.file("F1").standing == .published && office.file("F1").balance.owed == yuan(1_000))
    // The next one of that year, and the first of another.
    try office.step(.batch, "F3", by: "周主管")
    #expect(office.state.books.batches.last?.id == "441881-P2019-002")
    try office.step(.pay, "F1", "F2", by: "赵主管") { $0.paper = "清财〔2019〕1号" }
    #expect(
      try rows(id, office).map(\.fate) == [
        .paid(office.today, paper: "清财〔2019〕1号"), .paid(office.today, paper: "清财〔2019〕1号"),
      ])
    #expect(try office.state.openFilings(of: #require(office.state.batch("441881-P2019-002"))) == ["F3"])
    #expect(try office.reopened().books.batches == office.state.books.batches)
    office.today = try #require(CivilDate("2020-01-06"))
    try office.step(.undo, "F3", by: "赵主管") { $0.note = "并入明年" }
    try office.step(.batch, "F3", by: "赵主管")
    #expect(office.state.books.batches.last?.id == "441881-P2020-001")
    #expect(try rows("441881-P2019-002", office).map(\.fate) == [.takenOut])
  }

  @Test
  func `What would change what is to be paid waits until it is taken out`() throws {
    var office = try published(1)
    try office.step(.batch, "F1", by: "赵主管")
    let id = "441881-P2019-001"
    for step in [Step.batch, .reject, .withdraw] {
      #expect(
        office.refusal(of: step, "F1", by: "赵主管") { $0.note = "试" } == .step(.inBatch(id)), "\(step)")
    }
    #expect(
      office.state.steps(offeredTo: "赵主管", for: try office.file("F1")).map(\.step) == [.pay, .object, .undo])
    #expect(office.refusal(of: .undo, "F1", by: "钱复核") { $0.note = "试" } == .roleTooLow(needed: .supervisor))
    // Another account than the treasury has on its list.
    var applicant = try #require(office.state.applicant("E1"))
    applicant.account = "1236003321"
    try office.act(.changeApplicant(applicant), by: "李经办")
    #expect(office.refusal(of: .pay, "F1", by: "赵主管") == .step(.batchDiffers(id)))
    try office.step(.undo, "F1", by: "赵主管") { $0.note = "账号已变更" }
    try office.step(.batch, "F1", by: "赵主管")
    try office.step(.pay, "F1", by: "赵主管")
    // The first list still says what it said.
    #expect(try rows(id, office).map(\.payment.payee.account) == ["1236001321"])
    #expect(try rows(id, office).map(\.fate) == [.takenOut])
    #expect(try rows("441881-P2019-002", office).map(\.payment.payee.account) == ["1236003321"])
    let reopened = try office.reopened()
    #expect(
      reopened.books.batches == office.state.books.batches && reopened.file("F1") == office.state.file("F1"))
  }

  @Test
  func `A payment that came back is paid again in another batch, and the first one says so`() throws {
    var office = try published(2)
    try office.step(.batch, "F1", "F2", by: "赵主管")
    try office.step(.pay, "F1", "F2", by: "赵主管")
    office.today = try #require(CivilDate("2019-06-12"))
    try office.step(.bounce, "F1", by: "赵主管") { $0.grounds = ["account-closed"] }
    #expect(office.refusal(of: .batch, "F1", by: "赵主管") == .step(.accountUnchanged))
    var applicant = try #require(office.state.applicant("E1"))
    applicant.account = "1236003321"
    try office.act(.changeApplicant(applicant), by: "李经办")
    try office.step(.batch, "F1", by: "赵主管")
    try office.step(.pay, "F1", by: "赵主管") { $0.paper = "清财〔2019〕2号" }
    let first = try rows("441881-P2019-001", office)
    #expect(
      first.map(\.fate) == [.returned(office.today), .paid(try #require(CivilDate("2019-06-10")), paper: "")])
    #expect(first.map(\.payment.payee.account) == ["1236001321", "1236001321"])
    #expect(try rows("441881-P2019-002", office).map(\.fate) == [.paid(office.today, paper: "清财〔2019〕2号")])
  }

  /// 300 of F1 are asked back. F2 and F3 are 1 000 each: 700 and 1 000 leave the treasury, and no fen twice.
  @Test
  func `What is owed is set off once, from the list on, by a supervisor's word`() throws {
    var office = try published(3)
    try office.step(.pay, "F1", by: "赵主管")
    try office.step(.revise, "F1", by: "钱复核") {
      $0.amount = Money(yuan: 700)
      $0.grounds = ["audit"]
    }
    try office.step(.confirm, "F1", by: "孙复核")
    let owing = Payment.SetOff(filing: "F1", amount: yuan(300))
    #expect(office.state.oldestDebt(of: "E1") == owing)
    #expect(
      office.refusal(of: .batch, "F2", "F3", by: "赵主管") { $0.setsOffWhatIsOwed = true }
        == .rows([.init(filing: "F2", refusal: .noteMissing), .init(filing: "F3", refusal: .noteMissing)]))
    try office.step(.batch, "F2", "F3", by: "赵主管") {
      $0.setsOffWhatIsOwed = true
      $0.note = "局务会同意抵扣"
    }
    #expect(try rows("441881-P2019-001", office).map(\.payment.setOff) == [owing, nil])
    #expect(try rows("441881-P2019-001", office).map(\.payment.transferred) == [yuan(700), yuan(1_000)])
    // Nothing has come back before it is paid; nobody else sets the same off meanwhile.
    #expect(try office.file("F1").balance.openRecovery == yuan(300))
    #expect(office.state.oldestDebt(of: "E1") == nil)
    try office.step(.pay, "F2", "F3", by: "周主管")
    #expect(try office.file("F1").balance.openRecovery == .zero)
    #expect(try office.file("F2").payment?.payment.transferred == yuan(700))
    let demand = try #require(try office.file("F1").recoveries.demands.first)
    #expect(demand.setOffs == [.init(filing: "F2", amount: yuan(300))])
    guard case .stepped(let back)? = try office.file("F1").history.last?.deed else {
      Issue.record("nothing came back")
      return
    }
    #expect(back.note == "局务会同意抵扣")
    // Undone with the payment; the list still waits.
    try office.step(.undo, "F2", by: "赵主管") { $0.note = "误办" }
    #expect(try office.file("F1").balance.openRecovery == yuan(300))
    #expect(try office.file("F2").openBatch?.payment.setOff == owing)
  }

  /// The debt is paid in cash while the list waits: the list asks for too little, and is not paid.
  @Test
  func `A set-off that no longer holds stops the payment`() throws {
    var office = try published(2)
    try office.step(.pay, "F1", by: "赵主管")
    try office.step(.revise, "F1", by: "钱复核") {
      $0.amount = Money(yuan: 700)
      $0.grounds = ["audit"]
    }
    try office.step(.confirm, "F1", by: "孙复核")
    try office.step(.batch, "F2", by: "赵主管") {
      $0.setOff = "F1"
      $0.note = "同意抵扣"
    }
    try office.step(.reclaim, "F1", by: "赵主管") {
      $0.amount = Money(yuan: 1)
      $0.grounds = ["audit"]
    }
    #expect(office.refusal(of: .pay, "F2", by: "赵主管") == .step(.batchDiffers("441881-P2019-001")))
  }

  @Test
  func `A list names the bank, and whoever handled a filing lists it as little as they pay it`() throws {
    var office = try published(1)
    var applicant = try #require(office.state.applicant("E1"))
    applicant.bank = " "
    try office.act(.changeApplicant(applicant), by: "李经办")
    #expect(office.refusal(of: .batch, "F1", by: "赵主管") == .step(.bankMissing))
    applicant.bank = "英德农商行"
    try office.act(.changeApplicant(applicant), by: "赵主管")
    guard case .step(.duty)? = office.refusal(of: .batch, "F1", by: "赵主管") else {
      Issue.record("listed by whoever changed the account")
      return
    }
    try office.step(.batch, "F1", by: "周主管")
  }

  // MARK: - The treasury's year

  /// December 2019: 2 000 are paid, 1 000 of them come back in January 2020, when they are paid again and 400 are given
  /// back; 300 are set off against 1 000 of March. Net 2 000 in 2019; -1 000 + 1 000 - 400 + 700 in 2020.
  @Test
  func `Spending goes by the days of the payments`() throws {
    var office = try published(3)
    office.today = try #require(CivilDate("2019-12-30"))
    try office.step(.pay, "F1", "F2", by: "赵主管")
    office.today = try #require(CivilDate("2020-01-13"))
    try office.step(.bounce, "F1", by: "赵主管") { $0.grounds = ["account-closed"] }
    try office.step(.pay, "F1", by: "赵主管") { $0.note = "银行更正" }
    try office.step(.revise, "F2", by: "钱复核") {
      $0.amount = Money(yuan: 300)
      $0.grounds = ["audit"]
    }
    try office.step(.confirm, "F2", by: "孙复核")
    try office.step(.reclaim, "F2", by: "赵主管") {
      $0.amount = Money(yuan: 400)
      $0.grounds = ["audit"]
    }
    office.today = try #require(CivilDate("2020-03-02"))
    try office.step(.pay, "F3", by: "赵主管") {
      $0.setOff = "F2"
      $0.note = "抵扣"
    }
    func figures(_ year: Int) -> [[String]] {
      office.state.spending(of: year).months.map { line in
        [line.month.description, line[.settled].description, line[.setOff].description]
          + [line[.bounced].description, line[.recovered].description, line.net.description]
      }
    }
    #expect(figures(2019) == [["12", "2000.00", "0.00", "0.00", "0.00", "2000.00"]])
    #expect(
      figures(2020) == [
        ["1", "1000.00", "0.00", "1000.00", "400.00", "-400.00"],
        ["3", "1000.00", "300.00", "0.00", "0.00", "700.00"],
      ])
    #expect(office.state.spending(of: 2020).districts.mapValues(\.net.description) == ["441881": "300.00"])
    #expect(office.state.spending(of: 2020).months[0].filings[.bounced] == ["F1"])
    // The awards stay those of 2019: 1 000 + 300 + 1 000.
    #expect(office.state.fund(of: 2019).map(\.used.description) == ["2300.00"])
  }

  /// Of 2 500 for 英德市 in 2019, 1 000 are approved: two more of 1 000 each are 500 too many, one is none.
  @Test
  func `A budget that approvals overdraw is said before`() throws {
    var office = try TestOffice()
    func verdict(_ ids: String...) throws -> [Overdraft] {
      let request = office.request(.approve, ids)
      return office.state.overdrafts(
        approving: try office.state.verdict(on: request, by: "孙复核", at: office.moment()).get())
    }
    for serial in 1...3 {
      try office.bring(
        TestFilings.utilityGrant("F\(serial)", TestFilings.application(2018, 2, UInt64(serial))),
        to: .reviewed)
    }
    #expect(try verdict("F1", "F2", "F3").isEmpty, "nobody has entered a budget")
    let budget = RegisterEntry(
      id: "", kind: "fund-budget", district: "441881",
      values: [.init("year", .count(2019)), .init("amount", .text("2500.00"))])
    try office.act(.enterRecords([budget]), by: "赵主管")
    try office.step(.approve, "F1", by: "孙复核")
    #expect(try verdict("F2").isEmpty)
    let over = try #require(try verdict("F2", "F3").first)
    #expect(over.district == "441881" && over.year == 2019)
    #expect([over.used, over.more, over.over].map(\.description) == ["1000.00", "2000.00", "500.00"])
    // It is said and refuses nothing.
    try office.step(.approve, "F2", "F3", by: "孙复核")
    #expect(try office.file("F3").standing == .approved)
    // An agency of 清城区, which has no budget of its own, draws on all together.
    try office.bring(TestFilings.agencyGrant("F4", TestFilings.application(2017, 1, 1)), to: .reviewed)
    #expect(try verdict("F4").map(\.district) == [nil])
    #expect(try verdict("F4").map(\.over.description) == ["1000.00"])
  }
}
