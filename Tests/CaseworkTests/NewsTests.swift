import CaseModel
import Casework
import SubsidyRules
import Testing
import Wording

/// Bad news, followed to every award, growth count and cap that rests on it, by hand.
struct NewsTests {
  private func yuan(_ amount: Int64) -> Money { Money(yuan: amount) }

  private func news(_ kind: News.Kind, _ number: String, applicants: [String] = []) -> News {
    News(
      kind: kind, number: number, day: CivilDate("2019-06-10") ?? .first, paper: "国知发保字〔2019〕12号",
      note: "批次通报", applicants: applicants)
  }

  /// An invention of 2018 that an enterprise rests three filings on: its examination (3 000, paid), the growth of 2018
  /// (50 more than in 2017, 20 of 90 inventions: 50 000, approved) and that of 2019 (29 more: nothing).
  private func office() throws -> (office: TestOffice, application: ApplicationNumber) {
    var office = try TestOffice(today: "2020-01-10")
    let application = try TestFilings.application(2018, 1, 77)
    try office.act(.chooseReading(reading: "share-base", option: "current-year", note: "照原文"), by: "周主管")
    let received = office.today
    try office.bring(
      Filing(
        id: "X1", item: "invention-examination", applicant: "E1", received: received,
        inputs: [
          .init("applicationNumber", .text("ZL" + application.description)),
          .init("enteredOn", .text("2019-04-01")),
        ]), to: .paid)
    func growth(_ id: String, _ year: Int, _ now: Int, _ before: Int, _ inventions: Int) throws -> Filing {
      var filing = try TestFilings.filingGrowth(
        id, year: year, now: now, before: before, inventions: inventions, inventionsBefore: 0)
      filing.received = received
      return filing
    }
    try office.bring(growth("G18", 2018, 90, 40, 20), to: .approved)
    try office.bring(growth("G19", 2019, 119, 90, 60), to: .reviewed)
    return (office, application)
  }

  @Test
  func `One look shows every filing that rests on an application, by anyone, in any year`() throws {
    var (office, application) = try office()
    try office.act(
      .receiveFiling(
        TestFilings.agencyGrant("A1", application, received: "2020-01-10", granted: "2019-12-20")), by: "李经办")
    let rows = office.state.filings(restingOn: application)
    #expect(rows.map(\.filing) == ["X1", "A1", "G18", "G19"])
    // G19 states no invention of the year before, so that none can fall out of it.
    #expect(
      rows.map(\.reach) == [
        .claim, .claim, .counts(["filingsThisYear", "inventionsThisYear"]), .counts(["filingsLastYear"]),
      ])
    // Another number rests nowhere.
    #expect(office.state.filings(restingOn: try TestFilings.application(2018, 1, 78)).isEmpty)
    let lines = NewsWording.lines(restingOn: application, office.state)
    #expect(lines.last == "共 4 件；直接以此申报的合计 3,500.00 元。")
  }

  @Test
  func `An abnormal application falls out of awards and counts, differences first`() throws {
    let (office, application) = try office()
    let consequences = office.state.consequences(of: news(.abnormalApplication, application.description))
    // X1: 3 000 paid, all of it to come back. G18: 89 − 40 = 49, the tier of 50 is missed: 20 000 instead of 50 000.
    // G19: 119 − 89 = 30 reaches the first tier: 20 000 instead of nothing.
    #expect(consequences.rows.map(\.filing) == ["X1", "G18", "G19"])
    #expect(consequences.rows.map(\.before) == [yuan(3_000), yuan(50_000), .zero])
    #expect(consequences.rows.map(\.after) == [.zero, yuan(20_000), yuan(20_000)])
    #expect(consequences.difference.description == "-13000.00")
    #expect(
      consequences.rows.map(\.action) == [
        .revise(.zero),
        .reopen([.init("filingsThisYear", .count(89)), .init("inventionsThisYear", .count(19))]),
        .amend([.init("filingsLastYear", .count(89))]),
      ])
  }

  @Test
  func `On confirmation the steps are taken, each by its own event, and paid money by two pairs of eyes`()
    throws
  {
    var (office, application) = try office()
    let entered = news(.abnormalApplication, application.description)
    let seen = office.state.consequences(of: entered)
    #expect(office.refusal(of: .enterNews(entered, seen: seen), by: "李经办") == .roleTooLow(needed: .reviewer))
    try office.act(.enterNews(entered, seen: seen), by: "钱复核")
    #expect(office.state.books.news.map(\.id) == ["N1"])
    // The approval was undone, the count put right; whoever entered the news does not approve the outcome.
    #expect(try office.file("G18").standing == .reviewed)
    #expect(try office.file("G18").filing.decided == nil)
    #expect(try office.file("G18").decision.award == yuan(20_000))
    guard case .step(.duty(let conflict, _))? = office.refusal(of: .approve, "G18", by: "钱复核") else {
      Issue.record("approved by whoever changed it")
      return
    }
    #expect(conflict.kind == .handled(.input("filingsThisYear")))
    try office.step(.approve, "G18", by: "孙复核")
    // What was paid is proposed to come back; another confirms, then it is recovered.
    #expect(try office.file("X1").balance.proposal == .zero)
    #expect(try office.file("X1").decision.award == yuan(3_000))
    try office.step(.confirm, "X1", by: "孙复核")
    #expect(try office.file("X1").balance.openRecovery == yuan(3_000))
    try office.step(.reclaim, "X1", by: "赵主管") { $0.grounds = ["abnormal-application"] }
    #expect(try office.file("X1").decision.award == .zero)
    #expect(try office.reopened().books.news == office.state.books.news)
    #expect(try office.reopened().file("G18")?.filing == office.file("G18").filing)
  }

  @Test
  func `What is there is entered once, and nothing is approved against it`() throws {
    var (office, application) = try office()
    let entered = news(.abnormalApplication, application.description)
    try office.act(.enterNews(entered, seen: office.state.consequences(of: entered)), by: "钱复核")
    var again = entered
    again.number = "zl" + application.bareText
    #expect(
      office.refusal(of: .enterNews(again, seen: office.state.consequences(of: again)), by: "钱复核")
        == .newsKnown("N1"))
    try office.act(
      .receiveFiling(
        TestFilings.agencyGrant("A1", application, received: "2020-01-10", granted: "2019-12-20")), by: "李经办")
    try office.step(.accept, "A1", by: "李经办")
    try office.step(.review, "A1", by: "孙复核")
    #expect(office.refusal(of: .approve, "A1", by: "周主管") == .step(.badNews("N1")))
  }

  @Test
  func `A list that has moved since it was looked at is not carried out`() throws {
    var (office, application) = try office()
    let entered = news(.abnormalApplication, application.description)
    let seen = office.state.consequences(of: entered)
    try office.act(
      .receiveFiling(
        TestFilings.agencyGrant("A1", application, received: "2020-01-10", granted: "2019-12-20")), by: "李经办")
    #expect(office.refusal(of: .enterNews(entered, seen: seen), by: "钱复核") == .newsMoved)
  }

  @Test
  func `The room that comes back is shown with whom it goes to`() throws {
    var office = try TestOffice()
    var old = try TestFilings.agencyGrant("F0", TestFilings.application(2017, 1, 9), received: "2019-03-01")
    old.stage = .paid
    old.decided = yuan(49_400)
    try office.act(.importCases(applicants: [], filings: [old]), by: "周主管")
    let bad = try TestFilings.application(2017, 1, 1)
    try office.act(
      .receiveFilings([
        TestFilings.agencyGrant("F1", bad, received: "2019-06-03"),
        TestFilings.agencyGrant("F2", TestFilings.application(2017, 1, 2), received: "2019-06-04"),
      ]), by: "李经办")
    // 600 are left: 500 for F1, 100 of 500 for F2. Without F1 all 500 are there for F2.
    let consequences = office.state.consequences(of: news(.patentInvalid, bad.description))
    #expect(consequences.rows.map(\.action) == [.reject])
    #expect(consequences.moved.map(\.filing) == ["F2"])
    #expect(consequences.moved.map(\.before) == [yuan(100)])
    #expect(consequences.moved.map(\.after) == [yuan(500)])
    #expect(consequences.caps.map(\.usedBefore.description) == ["50000.00"])
    #expect(consequences.caps.map(\.usedAfter.description) == ["49900.00"])
  }

  @Test
  func `An invalid patent stays an application, but is no patent in force`() throws {
    var office = try TestOffice()
    var filing = try TestFilings.ipManagement("F1", filingsThisYear: 5)
    filing.inputs[2].value = .count(1)
    filing.inputs += [.init("approvedAmount", .text("60000.00")), .init("basis", .text("合同"))]
    try office.act(.receiveFiling(filing), by: "李经办")
    #expect(try office.file("F1").decision.award == yuan(60_000))
    let patent = try TestFilings.application(2019, 2, 3)
    let invalid = office.state.consequences(of: news(.patentInvalid, patent.description, applicants: ["E1"]))
    #expect(invalid.rows.map(\.reach) == [.counts(["validPatents"])])
    #expect(invalid.rows.map(\.after) == [.zero])
    let abnormal = office.state.consequences(
      of: news(.abnormalApplication, patent.description, applicants: ["E1"]))
    #expect(abnormal.rows.map(\.reach) == [.counts(["filingsThisYear", "validPatents"])])
  }

  @Test
  func `A cancelled insurance contract takes its premium share back`() throws {
    var office = try TestOffice()
    // 30 % of 3 000 (article 12).
    try office.act(
      .receiveFiling(
        Filing(
          id: "F1", item: "insurance", applicant: "E1", received: office.today,
          inputs: [
            .init("policyNumber", .text("PZIP 2019-001")), .init("invoiceNumber", .text("12345678")),
            .init("premiumPaid", .text("3000")), .init("paidOn", .text("2019-05-20")),
          ])), by: "李经办")
    #expect(try office.file("F1").decision.award == yuan(900))
    let consequences = office.state.consequences(of: news(.insuranceCancelled, "pzip　2019-001"))
    #expect(consequences.rows.map(\.filing) == ["F1"])
    #expect(consequences.difference.description == "-900.00")
    #expect(
      office.refusal(
        of: .enterNews(
          news(.abnormalApplication, "申请中"),
          seen: office.state.consequences(of: news(.abnormalApplication, "申请中"))),
        by: "钱复核") == .badNumber)
  }

  /// The audit's B17: one person's bad news made published filings of others 不予资助.
  @Test
  func `Nobody refuses alone what others approved`() throws {
    var office = try TestOffice()
    let patent = try TestFilings.application(2018, 2, 1)
    try office.bring(TestFilings.utilityGrant("F1", patent), to: .published)
    let entered = news(.patentInvalid, patent.description)
    let seen = office.state.consequences(of: entered)
    #expect(seen.rows.map(\.action) == [.reopen([])])
    try office.act(.enterNews(entered, seen: seen), by: "周主管")
    #expect(office.state.books.news.first?.by == "周主管")
    #expect(try office.reopened().books.news == office.state.books.news)
    // Its approval is undone, and nothing is paid: but another says whether it is refused.
    #expect(try office.file("F1").standing == .reviewed)
    guard
      case .step(.duty(let conflict, let others))? = office.refusal(
        of: .reject, "F1", by: "周主管", { $0.grounds = ["patent-invalid"] })
    else {
      Issue.record("refused by whoever brought the news")
      return
    }
    #expect(conflict.kind == .news("N1") && others.contains("孙复核"))
    #expect(office.refusal(of: .approve, "F1", by: "孙复核") == .step(.badNews("N1")))
    try office.step(.reject, "F1", by: "孙复核") { $0.grounds = ["patent-invalid"] }
    #expect(try office.file("F1").decision.award == .zero)
  }

  @Test
  func `What an old office approved waits for another person, too`() throws {
    var office = try TestOffice()
    let patent = try TestFilings.application(2018, 2, 1)
    var old = try TestFilings.utilityGrant("F1", patent)
    old.stage = .approved
    old.decided = yuan(1_000)
    try office.act(.importCases(applicants: [], filings: [old]), by: "赵主管")
    let entered = news(.patentInvalid, patent.description)
    let seen = office.state.consequences(of: entered)
    #expect(seen.rows.map(\.action) == [.hold])
    try office.act(.enterNews(entered, seen: seen), by: "周主管")
    #expect(try office.file("F1").standing == .approved)
    #expect(office.refusal(of: .publish, "F1", by: "赵主管") == .step(.badNews("N1")))
    #expect(office.refusal(of: .reject, "F1", by: "周主管") { $0.grounds = ["patent-invalid"] } != nil)
    #expect(office.refusal(of: .reject, "F1", by: "孙复核") { $0.grounds = ["patent-invalid"] } == nil)
  }

  /// A filing that nobody approved is refused by one reviewer, as before.
  @Test
  func `What nobody has approved yet is refused by whoever brings the news`() throws {
    var office = try TestOffice()
    let patent = try TestFilings.application(2018, 2, 1)
    try office.bring(TestFilings.utilityGrant("F1", patent), to: .reviewed)
    let entered = news(.patentInvalid, patent.description)
    try office.act(.enterNews(entered, seen: office.state.consequences(of: entered)), by: "周主管")
    #expect(try office.file("F1").standing == .rejected)
  }
}
