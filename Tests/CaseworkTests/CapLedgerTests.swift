import CaseModel
import Casework
import SubsidyRules
import Testing

/// The ledger of a cap (casework.md): requested, recommended, committed, paid, returned, for an agency with its branches,
/// and the proof of the order. Article 2: 50 000 a year; inventions of 500 each.
struct CapLedgerTests {
  private func grant(
    _ id: String, _ serial: UInt64, received: String = "2019-06-10", of applicant: String = "G1"
  ) throws
    -> Filing
  {
    var filing = try TestFilings.agencyGrant(id, TestFilings.application(2017, 1, serial), received: received)
    filing.applicant = applicant
    return filing
  }

  private func row(_ office: TestOffice, year: Int = 2019) throws -> CapLedgerRow {
    let rows = office.state.capLedger(of: year)
    try #require(rows.count == 1)
    return rows[0]
  }

  /// Of the columns the yuan, in their order.
  private func columns(_ row: CapLedgerRow) -> [String] {
    [row.requested, row.recommended, row.committed, row.paid, row.returned].map(\.description)
  }

  @Test(arguments: [
    (Standing.received, ["500.00", "500.00", "0.00", "0.00", "0.00"]),
    (.reviewed, ["500.00", "500.00", "0.00", "0.00", "0.00"]),
    (.approved, ["500.00", "0.00", "500.00", "0.00", "0.00"]),
    (.published, ["500.00", "0.00", "500.00", "0.00", "0.00"]),
    (.paid, ["500.00", "0.00", "0.00", "500.00", "0.00"]),
  ])
  func `Each stage has its column`(standing: Standing, expected: [String]) throws {
    var office = try TestOffice()
    try office.bring(grant("F1", 1), to: standing)
    let row = try row(office)
    #expect(columns(row) == expected && row.used.description == "500.00" && row.left == Money(yuan: 49_500))
    #expect(row.order.map(\.isDecided) == [standing != .received && standing != .reviewed])
  }

  @Test func `Money that comes back stands in its column and leaves room`() throws {
    var office = try TestOffice()
    try office.bring(grant("F1", 1), to: .paid)
    try office.step(.reclaim, "F1", by: "赵主管") {
      $0.amount = Money(yuan: 120)
      $0.note = "多付"
    }
    var row = try row(office)
    #expect(
      columns(row) == ["500.00", "0.00", "0.00", "500.00", "120.00"] && row.used.description == "380.00")
    // Sent back by the bank it is owed again: committed, and still used.
    office = try TestOffice()
    try office.bring(grant("F1", 1), to: .paid)
    try office.step(.bounce, "F1", by: "赵主管") { $0.grounds = ["account-closed"] }
    row = try self.row(office)
    #expect(columns(row) == ["500.00", "0.00", "500.00", "0.00", "0.00"] && row.used.description == "500.00")
  }

  @Test(arguments: [Step.reject, .withdraw]) func `What is over is in no row`(step: Step) throws {
    var office = try TestOffice()
    try office.act(.receiveFiling(grant("F1", 1)), by: "李经办")
    try office.step(step, "F1", by: "钱复核") { $0.note = "企业自愿放弃" }
    #expect(office.state.capLedger(of: 2019).isEmpty)
  }

  /// 49 300 taken over, then by day of receipt: the branch's of the 3rd 500, the head's of the 4th the last 200, and that
  /// of the 5th nothing.
  @Test func `The order proves who had the room before whom`() throws {
    var office = try TestOffice()
    try office.act(
      .enterApplicant(
        Applicant(id: "B1", name: "北江英德分所", kind: .agencyBranch, district: "441881", parent: "G1")),
      by: "李经办")
    var old = try grant("F9", 90, received: "2019-06-07")
    (old.stage, old.decided) = (.paid, Money(yuan: 49_300))
    try office.act(.importCases(applicants: [], filings: [old]), by: "周主管")
    for (id, serial, day, applicant) in [
      ("F1", UInt64(1), "2019-06-05", "G1"), ("F2", 2, "2019-06-04", "G1"), ("F3", 3, "2019-06-03", "B1"),
    ] {
      var filing = try grant(id, serial, received: day, of: applicant)
      filing.overrides = [.init(Filing.receipt, reason: "窗口漏录")]
      try office.act(.receiveFiling(filing), by: "李经办")
    }
    let row = try row(office)
    #expect(
      row.group.holder == "G1" && row.limit == Money(yuan: 50_000) && row.over == .zero && row.left == .zero)
    #expect(row.order.map(\.filing) == ["F9", "F3", "F2", "F1"])
    #expect(row.order.map(\.roomBefore.description) == ["50000.00", "700.00", "200.00", "0.00"])
    #expect(row.order.map(\.amount.description) == ["49300.00", "500.00", "200.00", "0.00"])
    #expect(row.order.map(\.roomAfter.description) == ["700.00", "200.00", "0.00", "0.00"])
    #expect(columns(row) == ["50800.00", "700.00", "0.00", "49300.00", "0.00"])
  }

  /// Overrun first, then whoever has least left, then by cap and holder.
  @Test func `Caps come by how near they are`() throws {
    var office = try TestOffice()
    for id in ["G2", "G3", "G4"] {
      try office.act(
        .enterApplicant(Applicant(id: id, name: "代理所\(id)", kind: .agency, district: "441802")), by: "李经办")
    }
    let decided: [(String, Int64)] = [("G4", 100), ("G3", 49_000), ("G2", 100), ("G1", 50_001)]
    let filings = try decided.enumerated().map { number, one in
      var filing = try grant("F\(number)", UInt64(number + 1), of: one.0)
      (filing.stage, filing.decided) = (.paid, Money(yuan: one.1))
      return filing
    }
    try office.act(.importCases(applicants: [], filings: filings), by: "周主管")
    let rows = office.state.capLedger(of: 2019)
    #expect(rows.map(\.group.holder) == ["G1", "G3", "G2", "G4"])
    #expect(rows.map(\.over.description) == ["1.00", "0.00", "0.00", "0.00"] && rows[0].left == .zero)
    #expect(office.state.capLedger(of: 2018).isEmpty)
    // The overrun stands in the tie-out too, with what it may be and what it is.
    let ends = office.state.tieOut().filter { $0.kind == .overrun(rows[0].group) }
    #expect(ends.map(\.expected.description) == ["50000.00"] && ends.map(\.found.description) == ["50001.00"])
  }
}
