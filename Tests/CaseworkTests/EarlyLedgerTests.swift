import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing
import Wording

/// An old ledger's rows that come in undecided are held against receipts (audit B3) before anything of it goes in: of one
/// utility model (article 18) F1 of 5 June has the 1 000 yuan.
struct EarlyLedgerTests {
  private func office() throws -> TestOffice {
    var office = try TestOffice()
    try office.act(.receiveFiling(grant("F1", 1, "2019-06-05")), by: "李经办")
    return office
  }

  private func grant(_ id: String, _ serial: UInt64, _ day: String) throws -> Filing {
    try TestFilings.utilityGrant(id, TestFilings.application(2018, 2, serial), received: day)
  }

  /// Line 2 comes before F1, line 3 claims the same behind it, line 4 has a patent of its own.
  private func rows(_ reason: String? = nil) throws -> [OldLedgerRow] {
    try [("2019-06-01", UInt64(1)), ("2019-06-02", 1), ("2019-06-03", 2)].enumerated().map { place, one in
      var filing = try grant("", one.1, one.0)
      filing.applicant = ""
      if let reason, place == 0 { filing.overrides = [.init(Filing.receipt, reason: reason)] }
      return OldLedgerRow(
        line: place + 2,
        party: .init(name: "英德市\(["甲", "乙", "丙"][place])陶瓷有限公司", kind: .enterprise, district: "441881"),
        filing: filing)
    }
  }

  private func plan(_ rows: [OldLedgerRow], _ office: TestOffice, repeats: Bool = false) -> OldLedgerPlan {
    office.state.plan(oldLedger: rows, repeats: repeats, today: office.today)
  }

  @Test
  func `A row that comes before others is told with who loses, and stays out alone`() throws {
    var office = try office()
    // With repeats rows of one patent come in beside each other.
    let rows = try rows()
    let plan = plan(rows, office, repeats: true)
    // Without line 2 it is line 3 that comes before F1.
    #expect(plan.early == [2, 3])
    #expect(plan.filings.count == 1 && plan.applicants.map(\.name) == ["英德市丙陶瓷有限公司"])
    guard case .unfit(let faults) = plan.rows[0].verdict else {
      Issue.record("taken")
      return
    }
    let said = OldLedgerWording(office.state).sentence(faults)
    #expect(said.contains("F1 由 1,000.00 元 变为 0.00 元") && !said.hasSuffix("。"), "\(said)")
    try office.act(.takeOldLedger(rows, repeats: true, seen: plan), by: "周主管")
    #expect(office.state.files.count == 2)
    #expect(try office.file("F1").decision.award == Money(yuan: 1_000))
  }

  @Test
  func `With a reason the row goes in, and signs alone are none`() throws {
    for reason in ["。", "——"] {
      #expect(plan(try rows(reason), try office(), repeats: true).early.contains(2), "\(reason)")
    }
    var office = try office()
    let rows = try rows("邮戳为 6 月 1 日")
    let plan = plan(rows, office, repeats: true)
    // What comes behind it takes from nobody.
    #expect(plan.early.isEmpty && plan.filings.count == 3)
    try office.act(.takeOldLedger(rows, repeats: true, seen: plan), by: "周主管")
    #expect(try office.file("F1").decision.award == .zero)
  }

  /// Somebody who gets nothing for a time is no more taken by a table than by any other file.
  @Test
  func `A row of somebody on the list of bans stays out`() throws {
    var office = try office()
    let entry = RegisterEntry(
      kind: OfficeKinds.ban, district: "441881",
      values: [
        .init("from", .text("2019-06-01")), .init("years", .count(5)), .init("party", .text("英德市丙陶瓷有限公司")),
        .init("reason", .text("提供虚假材料")),
      ])
    try office.act(.enterRecords([entry]), by: "李经办")
    let plan = plan(try rows("邮戳为 6 月 1 日"), office, repeats: true)
    guard case .unfit(let faults)? = plan.rows.last?.verdict, case .unanswered(.banned)? = faults.first else {
      Issue.record("taken: \(plan.rows)")
      return
    }
    #expect(plan.filings.count == 2 && plan.early.isEmpty)
  }
}
