import CaseModel
import Casework
import SubsidyRules
import Testing

/// One claim of 贯标认证 (article 9) from the counter to the bank and back, every figure by hand.
struct ClaimWalkTests {
  @Test
  func `A claim goes from receipt to partial recovery, with the totals right at each step`() throws {
    var office = try TestOffice()
    try office.act(.receiveFiling(TestFilings.ipManagement("F1", filingsThisYear: nil)), by: "李经办")
    func total() -> String { (office.state.sums.byYear[2019]?.award ?? .zero).description }
    func check(_ standing: Standing, _ award: String, sourceLocation: SourceLocation = #_sourceLocation)
      throws
    {
      let file = try office.file("F1")
      #expect(file.standing == standing, sourceLocation: sourceLocation)
      #expect(file.decision.award.description == award, sourceLocation: sourceLocation)
      #expect(total() == award, sourceLocation: sourceLocation)
    }
    try check(.received, "0.00")

    // The certificate is missing, and so is the number of applications: one notice names both, papers first.
    let ticks =
      [
        "application-form", "identity", "account-proof", "declaration", "contracts-invoices", "valid-patent",
      ]
      .map { PaperTick(paper: $0, copies: 1, hasOriginal: true, pages: 1) }
      + ["certificate", "list-this-year"].map { PaperTick(paper: $0, verdict: .missing) }
    try office.act(
      .tickPapers(filing: "F1", ticks, seen: #require(office.state.seen("F1"))), by: "李经办")
    try office.step(.correct, "F1", by: "李经办")
    try check(.correction, "0.00")
    let notice = try #require(try office.file("F1").notice)
    #expect(
      notice.points == [
        .paper("certificate", .missing), .paper("list-this-year", .missing), .missingInput("filingsThisYear"),
      ])
    // Ten working days from Monday 10 June 2019: 11 to 14, 17 to 21, 24 June.
    #expect(notice.due.description == "2019-06-24")

    office.today = try #require(CivilDate("2019-06-20"))
    let later = ["certificate", "list-this-year"].map { PaperTick(paper: $0, copies: 1, pages: 2) }
    try office.act(.tickPapers(filing: "F1", later, seen: #require(office.state.seen("F1"))), by: "李经办")
    try office.step(.accept, "F1", by: "李经办") { $0.figures = [.init("filingsThisYear", .count(7))] }
    try check(.accepted, "0.00")

    office.today = try #require(CivilDate("2019-07-01"))
    try office.step(.review, "F1", by: "钱复核") {
      $0.figures = [.init("approvedAmount", .text("60000.00")), .init("basis", .text("辅导、认证合同及发票"))]
    }
    try check(.reviewed, "60000.00")
    try office.step(.approve, "F1", by: "孙复核")
    try check(.approved, "60000.00")
    #expect(try office.file("F1").filing.decided?.description == "60000.00")
    try office.step(.publish, "F1", by: "孙复核")
    try check(.published, "60000.00")

    office.today = try #require(CivilDate("2019-07-15"))
    try office.step(.pay, "F1", by: "赵主管") { $0.paper = "拨付 2019-12" }
    try check(.paid, "60000.00")
    #expect(try office.file("F1").balance.owed == .zero)
    #expect(try office.file("F1").payment?.payment.payee.account == "1236001321")

    // The bank sends it back: the award stands, and is owed again.
    try office.step(.bounce, "F1", by: "赵主管") {
      $0.grounds = ["account-number"]
      $0.paper = "退票 0716"
    }
    try check(.returned, "60000.00")
    #expect(try office.file("F1").filing.stage == .published)
    #expect(try office.file("F1").balance.owed.description == "60000.00")
    // Ten working days from Monday 15 July: 16 to 19, 22 to 26, 29 July.
    #expect(try office.file("F1").returnDue?.description == "2019-07-29")
    #expect(office.refusal(of: .pay, "F1", by: "赵主管") == .step(.accountUnchanged))
    var applicant = try #require(office.state.applicant("E1"))
    applicant.account = "1236002321"
    try office.act(.changeApplicant(applicant), by: "吴经办")
    try office.step(.pay, "F1", by: "赵主管")
    try check(.paid, "60000.00")
    #expect(try office.file("F1").payment?.payment.payee.account == "1236002321")

    try office.step(.reclaim, "F1", by: "赵主管") {
      $0.amount = Money(yuan: 15_000)
      $0.grounds = ["audit"]
    }
    try check(.reclaimed, "45000.00")
    #expect(try office.file("F1").filing.reclaimed?.description == "15000.00")
    #expect(try office.file("F1").balance.kept.description == "45000.00")

    // Who did what, in order; nothing is lost when the store is opened again.
    let story = try office.file("F1").history
    #expect(story.count == 12)
    #expect(story.map(\.by).suffix(3) == ["赵主管", "赵主管", "赵主管"])
    let again = try #require(try office.reopened().file("F1"))
    #expect(again.history == story)
    #expect(again.standing == .reclaimed)
    #expect(again.decision.award.description == "45000.00")
    #expect(try office.reopened().sums.byYear == office.state.sums.byYear)
    #expect(office.state.tieOut().isEmpty)
  }

  @Test
  func `What comes back under a full cap is offered to the next undecided filing in order`() throws {
    var office = try TestOffice()
    // 49 500.00 of the agency's 50 000.00 for 2019 was paid by the old office.
    var old = try TestFilings.agencyGrant("F0", TestFilings.application(2017, 1, 1), received: "2019-03-01")
    old.stage = .paid
    old.decided = Money(yuan: 49_500)
    try office.act(.importCases(applicants: [], filings: [old]), by: "周主管")
    for (id, serial, received) in [("F1", 2, "2019-06-03"), ("F2", 3, "2019-06-04"), ("F3", 4, "2019-06-05")]
      as [(String, UInt64, String)]
    {
      let filing = try TestFilings.agencyGrant(
        id, TestFilings.application(2017, 1, serial), received: received)
      try office.act(.receiveFiling(filing), by: "李经办")
    }
    try office.step(.accept, "F1", by: "李经办")
    try office.step(.review, "F1", by: "钱复核")
    try office.step(.approve, "F1", by: "孙复核")
    try office.step(.publish, "F1", by: "孙复核")
    try office.step(.pay, "F1", by: "赵主管")

    func award(_ id: String) throws -> String { try office.file(id).decision.award.description }
    func used() throws -> String { try #require(office.state.caps(of: 2019).first).used.description }
    #expect(try used() == "50000.00")
    #expect(try award("F2") == "0.00")
    #expect(try office.file("F2").decision.outcome == .exhausted)

    try office.step(.reclaim, "F1", by: "赵主管") {
      $0.amount = Money(yuan: 300)
      $0.note = "重复代理"
    }
    #expect(try award("F1") == "200.00")
    #expect(try award("F2") == "300.00")
    #expect(try office.file("F2").decision.outcome == .reduced)
    #expect(try award("F3") == "0.00")
    #expect(try used() == "50000.00")
    #expect(office.state.sums.byYear[2019]?.award.description == "50000.00")
    #expect(try office.reopened().sums.byYear == office.state.sums.byYear)
    #expect(office.state.tieOut().isEmpty)
  }
}
