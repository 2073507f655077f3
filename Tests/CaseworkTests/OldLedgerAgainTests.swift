import CaseModel
import Casework
import Seeded
import SubsidyRules
import Testing

/// An old ledger that is handed in again, whatever stands in it: what was taken is known, and nothing is paid for twice.
struct OldLedgerAgainTests {
  private static let names = [
    "清远市甲有限公司", "清远市 甲有限公司", "清远（英德）乙有限公司", "清远(英德)乙有限公司", "冯晓岚", "北江代理所", "北江代理英德分所",
  ]
  private static let codes = [
    nil, nil, nil, "91441802MAFARM019H", "91441881MA4QYTE1X7", "441802199003070013", "92441803MAG0NG777M",
    "无",
  ]

  private func rows(_ numbers: inout SeededNumbers) throws -> [OldLedgerRow] {
    try (2...25).map { line in
      var party = OldLedgerRow.Party(name: numbers.one(of: Self.names))
      party.kind = numbers.one(of: [
        nil, .enterprise, .enterprise, .soleTrader, .individual, .agency, .agencyBranch,
      ])
      party.code = numbers.one(of: Self.codes)
      party.district = numbers.one(of: [nil, "441881", "441881", "440106"])
      if numbers.chance(15) { party.parent = numbers.one(of: Self.names) }
      let day = "2019-05-" + String(10 + numbers.number(0...3))
      let isAgency = numbers.chance(25)
      let number = try TestFilings.application(2018, isAgency ? 1 : 2, UInt64(numbers.number(1...8)))
      var filing =
        try isAgency
        ? TestFilings.agencyGrant("", number, received: day)
        : TestFilings.utilityGrant("", number, received: day)
      if numbers.chance(20) { filing.id = "旧\(numbers.number(1...4))" }
      filing.applicant = ""
      (filing.stage, filing.decided) = numbers.one(of: [
        (.paid, Money(yuan: 1_000)), (.paid, Money(yuan: 500)), (.approved, Money(yuan: 200)),
        (.rejected, nil),
        (.paid, nil),
      ])
      return OldLedgerRow(line: line, party: party, filing: filing)
    }
  }

  /// Those in which a number stood twice in the table, or a code under two names, and some more.
  private static let seeds = [1, 2, 31, 38, 41, 46, 54, 56, 100, 101]

  /// Where repeats are let in, nothing that is told as taken is lost either.
  @Test(arguments: seeds) func `With repeats each row that is taken is there`(seed: Int) throws {
    var numbers = SeededNumbers(seed)
    let rows = try rows(&numbers)
    var office = try TestOffice(today: "2019-06-10")
    let plan = office.state.plan(oldLedger: rows, repeats: true, today: office.today)
    try office.act(.takeOldLedger(rows, repeats: true, seen: plan), by: "周主管")
    #expect(office.state.files.map(\.filing.id) == plan.filings.map(\.id))
    #expect(plan.rows.count { if case .taken = $0.verdict { true } else { false } } == plan.filings.count)
    #expect(
      office.state.files.reduce(into: MoneyTotal.zero) { $0 += $1.filing.decided ?? .zero } == plan.decided)
  }

  @Test(arguments: seeds) func `What was taken is known the next time`(seed: Int) throws {
    var numbers = SeededNumbers(seed)
    let rows = try rows(&numbers)
    var office = try TestOffice(today: "2019-06-10")
    func plan(_ office: TestOffice) -> OldLedgerPlan {
      office.state.plan(oldLedger: rows, repeats: false, today: office.today)
    }
    let first = plan(office)
    try office.act(.takeOldLedger(rows, repeats: false, seen: first), by: "周主管")
    let second = plan(office)
    for (row, again) in zip(first.rows, second.rows) {
      guard case .taken(let id) = row.verdict else { continue }
      #expect(again.verdict == .known(id), "line \(row.line)")
    }
    // Nothing that was paid is paid again: one key, one filing.
    #expect(office.state.decidedTwice().isEmpty)
    // Nobody came in twice: units of one name are one record each, and codes are one's own.
    let people = office.state.people.applicants
    let known = Set(people.compactMap { $0.code.map(TextFolding.search) })
    #expect(known.count == people.count { $0.code != nil })
    for plan in [first, second] {
      #expect(Set(plan.filings.map(\.id)).count == plan.filings.count)
      #expect(Set(plan.applicants.map(\.id)).count == plan.applicants.count)
    }
    // Each row that is told as taken is there, with its money.
    let all = office.state.files
    #expect(all.count == first.filings.count)
    #expect(all.reduce(into: MoneyTotal.zero) { $0 += $1.filing.decided ?? .zero } == first.decided)
    // A third time finds all of the second known as well.
    try office.act(.takeOldLedger(rows, repeats: false, seen: second), by: "周主管")
    let third = plan(office)
    for (row, again) in zip(second.rows, third.rows) {
      if case .taken(let id) = row.verdict { #expect(again.verdict == .known(id), "line \(row.line)") }
    }
    #expect(office.state.decidedTwice().isEmpty)
  }
}
