import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing

/// What an approval keeps of the decision it was given on, by hand figures under article 2: 500 for an invention,
/// 50 000 a year for the agency.
struct KeptDecisionTests {
  /// 49 400 taken over; F1 asks 500, of F2's 500 the cap leaves 100.
  private func office() throws -> TestOffice {
    var office = try TestOffice()
    var old = try TestFilings.agencyGrant("F0", TestFilings.application(2017, 1, 9), received: "2019-03-01")
    old.stage = .paid
    old.decided = Money(yuan: 49_400)
    try office.act(.importCases(applicants: [], filings: [old]), by: "周主管")
    try office.bring(TestFilings.agencyGrant("F1", TestFilings.application(2017, 1, 1)), to: .approved)
    try office.bring(TestFilings.agencyGrant("F2", TestFilings.application(2017, 1, 2)), to: .reviewed)
    return office
  }

  private func keptDecision(_ office: TestOffice, _ id: String) -> KeptDecision? {
    for case .stepped(id, let step) in office.saves.last?.changes ?? [] {
      if case .approval(let approval) = step.detail { return approval.kept }
    }
    return nil
  }

  @Test
  func `An approval keeps outcome, sums, reasons, readings, policy and working`() throws {
    var office = try office()
    try office.step(.approve, "F2", by: "孙复核")
    let kept = try #require(keptDecision(office, "F2"))
    #expect(kept.decision.outcome == .reduced && kept.decision.reasons == [.cap("agency-year")])
    #expect(kept.decision.gross == Money(yuan: 500) && kept.decision.award == Money(yuan: 100))
    #expect(kept.policy == "founding")
    #expect(
      kept.readings == [
        "share-base": "current-year", "annuity-window": "annuity", "standard-once": "standard",
        "growth-once": "yearly",
      ])
    // printf 'F0 49400.00\nF1 500.00\n' | sha256sum
    let room = try #require(kept.decision.trace.nodes.first { $0.operation == .room })
    #expect(
      room.operands.last
        == .summary(
          ServedSummary(
            count: 2, sum: MoneyTotal(Money(yuan: 49_900)),
            sha256: "db8617835a93998e9ab618a3e9c73f37a2f2312f0559f6ea62c88a2ff4b4468b")))
    #expect(room.result == .money(Money(yuan: 100)))
    #expect(kept.decision.trace.nodes.last?.result == .money(Money(yuan: 100)))
    #expect(LineForm.needed(by: try #require(office.saves.last)) == 4)
  }

  @Test
  func `Each filing of a batch keeps those before it, the batch's own among them`() throws {
    var office = try office()
    var earlier = try TestFilings.agencyGrant(
      "F3", TestFilings.application(2017, 3, 3), received: "2019-06-09")
    earlier.overrides = [.init(Filing.receipt, reason: "窗口漏录")]
    try office.bring(earlier, to: .reviewed)
    // F3 came a day before: 100 for a design, so that nothing is left for F2.
    #expect(try office.file("F2").decision.outcome == .exhausted)
    try office.step(.undo, "F1", by: "孙复核") { $0.note = "一并审定" }
    try office.step(.approve, "F3", "F1", by: "孙复核")
    // printf 'F0 49400.00\nF3 100.00\n' | sha256sum
    let summary = try #require(
      keptDecision(office, "F1")?.decision.trace.nodes.first { $0.operation == .room }?.operands.last)
    #expect(
      summary
        == .summary(
          ServedSummary(
            count: 2, sum: MoneyTotal(Money(yuan: 49_500)),
            sha256: "833cca15d6fe1f93a8f832ce610645238a2993abf7a6a2cdedfa703abf61cd43")))
  }

  @Test
  func `The story has none of it, and whoever folds a journal passes it over`() throws {
    var office = try office()
    try office.step(.approve, "F2", by: "孙复核")
    let line = TransactionLine.write(try #require(office.saves.last))
    #expect(String(decoding: line, as: UTF8.self).contains(#""decision":{"outcome":"reduced""#))
    let read = try #require(TransactionLine.read([line]) { ($0, 0..<$0.count) }.first).get()
    guard case .stepped(_, let step)? = read.changes.first else {
      Issue.record("no step")
      return
    }
    #expect(!step.keepsDecision && step.amount == Money(yuan: 100))
    guard case .stepped(let told)? = try office.file("F2").history.last?.deed else {
      Issue.record("no step in the story")
      return
    }
    #expect(told == step)
    #expect(try office.reopened().differing(from: office.state) == [])
  }

  /// The text comes back as it is though it looks like a day, and so does a number with a wrong check digit that was
  /// accepted: `TestOffice` reads every line again that it saves.
  @Test
  func `Every value of the working is read again as what it was`() throws {
    var office = try TestOffice()
    var managed = try TestFilings.ipManagement("F1", filingsThisYear: 7)
    managed.inputs[0].value = .text("2019-05-24")
    managed.inputs += [.init("approvedAmount", .text("60000.00")), .init("basis", .text("30%"))]
    try office.bring(managed, to: .approved)
    var odd = try TestFilings.utilityGrant("F2", TestFilings.application(2018, 2, 1))
    odd.inputs[0].value = .text("201820000001.3")
    odd.overrides = [.init("applicationNumber", reason: "证书如此")]
    try office.bring(odd, to: .approved)
    #expect(keptDecision(office, "F2")?.decision.trace.nodes.first?.result?.isPatent == true)
    try office.act(.chooseReading(reading: "share-base", option: "current-year", note: "照原文"), by: "周主管")
    try office.bring(
      TestFilings.filingGrowth("F3", now: 90, before: 40, inventions: 20, inventionsBefore: 0), to: .approved)
    #expect(keptDecision(office, "F3")?.decision.award == Money(yuan: 50_000))
    // 30 % of 9 100.01, down to the fen.
    try office.bring(
      Filing(
        id: "F4", item: "insurance", applicant: "E1", received: office.today,
        inputs: [
          .init("policyNumber", .text("PZIP 2019-001")), .init("invoiceNumber", .text("12345678.5")),
          .init("premiumPaid", .text("9100.01")), .init("paidOn", .text("2019-05-20")),
        ]), to: .approved)
    #expect(keptDecision(office, "F4")?.decision.award == Money(fen: 273_000))
  }
}

extension Value {
  fileprivate var isPatent: Bool { if case .patent = self { true } else { false } }
}
