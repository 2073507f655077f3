import CaseModel
import Casework
import SubsidyRules
import Testing

/// What a clerk sees while typing, before anything is saved: the award, the cap before and after, the year's sum, and
/// whose award moves. Article 2: 50 000 a year; an invention is 500, a utility model 200, a design 100.
struct PreviewTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  /// An office in which the agency G1 has that much decided for 2019, and then F1 of 500 waits, received on 3 June.
  private func office(decided yuan: Int64) throws -> TestOffice {
    var office = try TestOffice()
    var old = try TestFilings.agencyGrant(
      "F0", TestFilings.application(2017, 1, 90), received: "2019-01-07", granted: "2019-01-04")
    (old.stage, old.decided) = (.paid, Money(yuan: yuan))
    try office.act(.importCases(applicants: [], filings: [old]), by: "周主管")
    try office.act(
      .receiveFiling(
        TestFilings.agencyGrant("F1", TestFilings.application(2017, 1, 1), received: "2019-06-03")), by: "李经办"
    )
    return office
  }

  private func preview(_ draft: Filing, _ office: TestOffice) throws -> LiveDecision {
    office.state.preview(draft, of: try #require(office.state.applicant(draft.applicant)))
  }

  private func draft(_ serial: UInt64 = 2, type: UInt64 = 1, received: String = "2019-06-10", id: String = "")
    throws -> Filing
  {
    try TestFilings.agencyGrant(id, TestFilings.application(2017, type, serial), received: received)
  }

  @Test(
    arguments: [
      // What F0 has, the outcome and award of the draft that comes after F1, what the cap has used before and after.
      (40_000, Outcome.pay, 500, 40_500, 41_000), (49_000, .pay, 500, 49_500, 50_000),
      (49_001, .reduced, 499, 49_501, 50_000), (49_500, .exhausted, 0, 50_000, 50_000),
      (50_000, .exhausted, 0, 50_000, 50_000), (50_600, .exhausted, 0, 50_600, 50_600),
    ] as [(Int64, Outcome, Int64, Int64, Int64)])
  func `The last in order gets what is left`(
    decided: Int64, outcome: Outcome, award: Int64, before: Int64, after: Int64
  ) throws {
    let office = try office(decided: decided)
    let live = try preview(draft(), office)
    #expect(live.decision.outcome == outcome && live.decision.award == Money(yuan: award))
    let cap = try #require(live.caps.first)
    #expect(live.caps.count == 1 && cap.limit == Money(yuan: 50_000) && cap.group.cap == "agency-year")
    #expect(
      cap.usedBefore == MoneyTotal(Money(yuan: before)) && cap.usedAfter == MoneyTotal(Money(yuan: after)))
    #expect(
      live.yearBefore == MoneyTotal(Money(yuan: before)) && live.yearAfter == MoneyTotal(Money(yuan: after)))
    #expect(live.moved.isEmpty && live.item == "agency-grant")
    // Nothing was saved by looking.
    #expect(office.state.files.count == 2 && office.state.totals(of: 2019) == before)
  }

  /// Received before F1, it takes the last 500: F1 falls from 500 to nothing.
  @Test func `Who comes before others moves them, each with both sums`() throws {
    let office = try office(decided: 49_500)
    let live = try preview(draft(received: "2019-06-02"), office)
    #expect(live.decision.award == Money(yuan: 500))
    #expect(live.moved == [.init(filing: "F1", before: Money(yuan: 500), after: .zero)])
    #expect(live.yearBefore == live.yearAfter && live.yearAfter == MoneyTotal(Money(yuan: 50_000)))
    // A design of 100 leaves F1 400.
    let small = try preview(draft(type: 3, received: "2019-06-02"), office)
    #expect(small.moved == [.init(filing: "F1", before: Money(yuan: 500), after: Money(yuan: 400))])
  }

  /// The same patent as F1's, in another dress: a duplicate uses nothing.
  @Test func `A duplicate draws on no cap`() throws {
    let office = try office(decided: 40_000)
    var again = try draft()
    again.inputs[0].value = .text("ZL" + (try TestFilings.application(2017, 1, 1).bareText))
    let live = try preview(again, office)
    #expect(live.decision.reasons == [.duplicate("F1")] && live.decision.award == .zero)
    #expect(live.yearBefore == live.yearAfter)
  }

  @Test func `What is there already is looked at in its own place`() throws {
    let office = try office(decided: 49_500)
    var changed = try office.file("F1").filing
    #expect(try preview(changed, office).yearAfter == MoneyTotal(Money(yuan: 50_000)))
    // A design instead of the invention: 100 instead of 500.
    changed.inputs[0].value = .text(try TestFilings.application(2017, 3, 1).description)
    let live = try preview(changed, office)
    #expect(live.decision.award == Money(yuan: 100) && live.yearAfter == MoneyTotal(Money(yuan: 49_600)))
    #expect(live.caps.first?.usedBefore == MoneyTotal(Money(yuan: 50_000)))
    #expect(live.caps.first?.usedAfter == MoneyTotal(Money(yuan: 49_600)))
  }

  @Test func `Half a filing is incomplete, and draws on nothing yet`() throws {
    let office = try office(decided: 40_000)
    var half = try draft()
    half.inputs.removeLast(3)
    let live = try preview(half, office)
    #expect(live.decision.outcome == .incomplete && live.caps.isEmpty && live.yearAfter == live.yearBefore)
  }

  // MARK: - A list

  private func list(_ drafts: [Filing], _ office: TestOffice) throws -> ListPreview {
    office.state.preview(list: drafts, of: try #require(office.state.applicant("G1")))
  }

  /// 600 are left behind F1: an invention gets 500, the next 100, and a design nothing.
  @Test func `Of a list each row sees the rows above it`() throws {
    let office = try office(decided: 48_900)
    let rows = try [draft(2), draft(3), draft(4, type: 3)].enumerated().map { number, row in
      var row = row
      row.id = "N\(number)"
      return row
    }
    let preview = try list(rows, office)
    #expect(preview.rows.map(\.decision.outcome) == [.pay, .reduced, .exhausted])
    #expect(preview.rows.map(\.decision.award) == [Money(yuan: 500), Money(yuan: 100), .zero])
    #expect(preview.award == MoneyTotal(Money(yuan: 600)))
    #expect(preview.rows.map { $0.roomLeft?.left } == [Money(yuan: 100), .zero, .zero])
    #expect(preview.caps.map(\.usedBefore.description) == ["49400.00"])
    #expect(preview.caps.map(\.usedAfter.description) == ["50000.00"])
  }

  @Test func `A list over the turn of a year draws on two caps`() throws {
    let office = try office(decided: 48_900)
    var lastYear = try draft(2, id: "N0")
    lastYear.inputs[1].value = .text("2018-12-31")
    let preview = try list([lastYear, draft(3, id: "N1")], office)
    #expect(preview.caps.map(\.group.year) == [2018, 2019])
    #expect(preview.caps.map(\.usedAfter.description) == ["500.00", "49900.00"])
    #expect(preview.rows.map { $0.roomLeft?.left } == [Money(yuan: 49_500), Money(yuan: 100)])
  }

  @Test func `The same number twice in a list is paid once, and no list is nothing`() throws {
    let office = try office(decided: 40_000)
    let twice = try list([draft(2, id: "N0"), draft(2, id: "N1")], office)
    #expect(twice.rows.map(\.decision.reasons) == [[], [.duplicate("N0")]])
    #expect(twice.rows[1].roomLeft == nil && twice.award == MoneyTotal(Money(yuan: 500)))
    let none = try list([], office)
    #expect(none.rows.isEmpty && none.caps.isEmpty && none.award == .zero)
  }
}

extension OfficeState {
  /// What the ledger has awarded for a year, in yuan.
  fileprivate func totals(of year: Int) -> Int64 {
    Int64((sums.byYear[year]?.award ?? .zero).fen / 100)
  }
}
