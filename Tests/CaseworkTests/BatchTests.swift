import CaseModel
import Casework
import SubsidyRules
import Testing

/// Batches: chosen by stage, tried before they are done, and in their turn under a cap.
struct BatchTests {
  private func yuan(_ amount: Int64) -> Money { Money(yuan: amount) }

  /// Three grants of an agency whose cap for 2019 has 800.00 left: 500, 200 and 500 are asked for.
  private func agencyOffice(reviewed: [String]) throws -> TestOffice {
    var office = try TestOffice()
    var old = try TestFilings.agencyGrant("F0", TestFilings.application(2017, 1, 9), received: "2019-03-01")
    old.stage = .paid
    old.decided = yuan(49_200)
    try office.act(.importCases(applicants: [], filings: [old]), by: "周主管")
    let asked: [(String, UInt64, String)] = [
      ("F1", 1, "2019-06-03"), ("F2", 2, "2019-06-04"), ("F3", 1, "2019-06-05"),
    ]
    for (serial, (id, type, received)) in asked.enumerated() {
      let filing = try TestFilings.agencyGrant(
        id, TestFilings.application(2017, type, UInt64(serial) + 1), received: received)
      if reviewed.contains(id) {
        try office.bring(filing, to: .reviewed)
      } else {
        try office.act(.receiveFiling(filing), by: "李经办")
      }
    }
    return office
  }

  @Test
  func `Filings are chosen by stage, item and year, in the order in which they are served`() throws {
    var office = try agencyOffice(reviewed: ["F2", "F3"])
    try office.bring(
      TestFilings.utilityGrant("A1", TestFilings.application(2018, 2, 5), received: "2019-06-04"),
      to: .reviewed)
    #expect(office.state.filings(at: .reviewed) == ["A1", "F2", "F3"])
    #expect(office.state.filings(at: .reviewed, item: "agency-grant") == ["F2", "F3"])
    #expect(office.state.filings(at: .reviewed, year: 2020).isEmpty)
    #expect(office.state.filings(at: .reviewed, district: "441881") == ["A1"])
    #expect(office.state.filings(at: .received) == ["F1"])
  }

  @Test
  func `Count and sum are seen before, and trying changes nothing`() throws {
    let office = try agencyOffice(reviewed: ["F1", "F2", "F3"])
    // 500 + 200, and 100 of 500 for the last.
    let request = office.request(.approve, ["F3", "F1", "F2"])
    let verdict = try office.state.verdict(on: request, by: "孙复核", at: office.moment()).get()
    #expect(verdict.rows.map(\.filing) == ["F1", "F2", "F3"])
    #expect(verdict.rows.map(\.amount) == [yuan(500), yuan(200), yuan(100)])
    #expect(verdict.sum.description == "800.00")
    #expect(verdict.refused.isEmpty)
    #expect(try office.file("F1").standing == .reviewed)
  }

  @Test
  func `A batch is one save with one event for each filing`() throws {
    var office = try agencyOffice(reviewed: ["F1", "F2", "F3"])
    let before = office.saves.count
    try office.step(.approve, "F1", "F2", "F3", by: "孙复核")
    #expect(office.saves.count == before + 1)
    #expect(office.saves.last?.changes.count == 3)
    #expect(
      try ["F1", "F2", "F3"].map { try office.file($0).filing.decided } == [yuan(500), yuan(200), yuan(100)])
    #expect(try #require(office.state.caps(of: 2019).first).used.description == "50000.00")
  }

  @Test
  func `Approval out of turn names whom it overtakes and asks for a reason`() throws {
    var office = try agencyOffice(reviewed: ["F2", "F3"])
    let refusal = office.refusal(of: .approve, "F3", by: "孙复核")
    #expect(refusal == .step(.outOfTurn(cap: "agency-year", overtakes: ["F1", "F2"])))
    #expect(try office.sentence(refusal).contains("先收到而未审定的申报：F1、F2"))
    // In a batch those that are approved with it are not overtaken.
    guard case .rows(let rows)? = office.refusal(of: .approve, "F2", "F3", by: "孙复核") else { return }
    #expect(
      rows.map(\.refusal) == [
        .step(.outOfTurn(cap: "agency-year", overtakes: ["F1"])),
        .step(.outOfTurn(cap: "agency-year", overtakes: ["F1", "F2"])),
      ])
    try office.step(.approve, "F2", "F3", by: "孙复核") { $0.note = "F1 委托合同有争议，局务会同意先办" }
    guard case .approval(let approval)? = try office.file("F3").steps.last?.step.detail else { return }
    #expect(approval.overtakes == ["F1"])
  }

  @Test
  func `A filing under correction keeps its place, and one that is refused has none`() throws {
    var office = try TestOffice()
    var incomplete = try TestFilings.agencyGrant(
      "F1", TestFilings.application(2017, 1, 1), received: "2019-06-03")
    incomplete.inputs.removeAll { $0.name == "localAddress" }
    var refused = try TestFilings.agencyGrant(
      "F2", TestFilings.application(2017, 1, 2), received: "2019-06-03")
    refused.inputs[2].value = .flag(false)
    try office.act(.receiveFilings([incomplete, refused]), by: "李经办")
    try office.step(.correct, "F1", by: "李经办")
    try office.bring(
      TestFilings.agencyGrant("F3", TestFilings.application(2017, 1, 3), received: "2019-06-04"),
      to: .reviewed)
    #expect(
      office.refusal(of: .approve, "F3", by: "孙复核")
        == .step(.outOfTurn(cap: "agency-year", overtakes: ["F1"])))
    try office.step(.withdraw, "F1", by: "李经办")
    #expect(office.refusal(of: .approve, "F3", by: "孙复核") == nil)
  }

  @Test
  func `A batch that does not fit as a whole does nothing, or does what fits`() throws {
    var office = try agencyOffice(reviewed: ["F1", "F2"])
    let request = office.request(.approve, ["F1", "F2", "F3", "F9"])
    guard case .rows(let rows)? = office.refusal(of: .step(request), by: "孙复核") else {
      Issue.record("the batch was not refused")
      return
    }
    #expect(rows.map(\.filing).sorted() == ["F3", "F9"])
    var fitting = request
    fitting.mode = .thoseThatFit
    try office.act(.step(fitting), by: "孙复核")
    #expect(office.state.filings(at: .approved) == ["F1", "F2"])
    var none = office.request(.approve, ["F1", "F3"])
    none.mode = .thoseThatFit
    guard case .rows? = office.refusal(of: .step(none), by: "孙复核") else {
      Issue.record("a batch of which nothing fits was not refused")
      return
    }
  }

  @Test
  func `An exhausted or refused filing has nothing to approve`() throws {
    var office = try agencyOffice(reviewed: ["F1", "F2", "F3"])
    try office.bring(
      TestFilings.agencyGrant("F4", TestFilings.application(2017, 1, 7), received: "2019-06-06"),
      to: .reviewed)
    #expect(
      office.refusal(of: .approve, "F4", by: "孙复核") == .step(.notPayable(.exhausted)))
    #expect(
      office.refusal(of: .approve, "F1", by: "孙复核") { $0.amount = Money(yuan: 499) }
        == .step(.amountDiffers(asked: yuan(499), is: yuan(500))))
  }

  @Test
  func `What is chosen by readings binds, and the refusal counts whom else it touches`() throws {
    var office = try TestOffice()
    let applicants = (2...4).map {
      Applicant(
        id: "E\($0)", name: "英德市第\($0)陶瓷厂", kind: .enterprise, district: "441881", account: "1230001321")
    }
    for applicant in applicants { try office.act(.enterApplicant(applicant), by: "李经办") }
    for number in 1...4 {
      var filing = try TestFilings.filingGrowth(
        "F\(number)", now: 50, before: 14, inventions: 11, inventionsBefore: 8)
      filing.applicant = "E\(number)"
      if number == 1 {
        try office.bring(filing, to: .reviewed)
      } else {
        try office.act(.receiveFiling(filing), by: "李经办")
      }
    }
    #expect(office.refusal(of: .approve, "F1", by: "孙复核") == .step(.readingOpen(["share-base"], others: 3)))
  }
}
