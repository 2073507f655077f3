import CaseModel
import Casework
import Foundation
import SubsidyRules
import Testing

/// Ways in which two policies in one store could pay twice or move what is decided; each was found by somebody who
/// attacked it.
struct JoinedPolicyGuardTests {
  private let new = "\(Successor.id)/utility-grant"

  private func grant(_ id: String, _ serial: UInt64, granted: String) throws -> Filing {
    let number = try TestFilings.application(2019, 2, serial)
    var filing = try TestFilings.utilityGrant(id, number, received: "2021-12-01")
    filing.inputs[1] = .init("grantedOn", .text(granted))
    return filing
  }

  private func insurance(_ id: String, _ number: String, paid: String, on day: String) throws -> Filing {
    Filing(
      id: id, item: "insurance", applicant: "E1", received: try #require(CivilDate("2021-12-01")),
      inputs: [
        .init("policyNumber", .text(number)), .init("invoiceNumber", .text("INV-\(number)")),
        .init("premiumPaid", .text(paid)), .init("paidOn", .text(day)),
      ])
  }

  private func office() throws -> TestOffice { try TestOffice(today: "2021-12-10") }

  /// What an old office paid in 2021 keeps the patent from being paid again, whenever the successor came.
  @Test(arguments: [false, true])
  func `A taken-over filing of the successor's years takes its key there`(isAdoptedFirst: Bool) throws {
    var office = try office()
    var paid = try grant("OLD-1", 1, granted: "2021-02-20")
    (paid.stage, paid.decided) = (.paid, Money(yuan: 800))
    if isAdoptedFirst { try Successor.adopt(in: &office) }
    try office.act(.importCases(applicants: [], filings: [paid]), by: "赵主管")
    if !isAdoptedFirst { try Successor.adopt(in: &office) }
    #expect(try office.file("OLD-1").filing.item == new)
    try office.act(.receiveFiling(grant("F1", 1, granted: "2021-02-20")), by: "李经办")
    #expect(try office.file("F1").decision.reasons == [.duplicate("OLD-1")])
    #expect(try office.reopened().files.map(\.decision) == office.state.files.map(\.decision))
  }

  /// 保险 (article 12): 30 % of the premium, 10 000 a year for a unit; the file that comes in the place of the successor's
  /// would give the cap that is shared away.
  @Test
  func `A file of the same id moves no cap, key or year of what is decided`() throws {
    let continued = (
      old: #""id": "insurance-year","#,
      new: #""id": "insurance-year", "continues": "qingyuan-2018-27/insurance-year","#
    )
    var office = try office()
    try Successor.adopt(in: &office, [continued])
    func refusal(_ changes: [(old: String, new: String)]) throws -> Refusal? {
      office.state.given.policies["again"] = try TestOffice.policy(Array(Successor.text(changes).utf8))
      return office.refusal(of: .adoptPolicy(hash: "again", note: "更正"), by: "赵主管")
    }
    // While nothing rests on it, it may be corrected.
    #expect(try refusal([]) == nil)
    try office.bring(insurance("I1", "P1", paid: "30000.00", on: "2021-03-01"), to: .approved)
    #expect(try refusal([]) == .policy(.movesDecided(["I1"])))
    // A limit may change: what is decided was decided.
    let limit = (old: #""limit": "10000元""#, new: #""limit": "12000元""#)
    #expect(try refusal([continued, limit]) == nil)
    let key = (
      old: #""once": ["policyNumber", "invoiceNumber"]"#,
      new: #""once": ["applicant", "policyNumber", "invoiceNumber"]"#
    )
    #expect(try refusal([continued, key]) == .policy(.movesDecided(["I1"])))
    let number = (old: "清府办〔2021〕3号", new: "清府办〔2021〕9号")
    #expect(try refusal([continued, number]) == .policy(.otherDocument("清府办〔2021〕3号")))
  }

  @Test
  func `A key is continued only where its parts are the same, also under the readings that are chosen`()
    throws
  {
    let continued = (
      old: #""id": "insurance","#, new: #""id": "insurance", "continues": "qingyuan-2018-27/insurance","#
    )
    let turned = (
      old: #""once": ["policyNumber", "invoiceNumber"]"#, new: #""once": ["invoiceNumber", "policyNumber"]"#
    )
    var office = try office()
    office.state.given.policies["x"] = try TestOffice.policy(Array(Successor.text([continued, turned]).utf8))
    #expect(
      office.refusal(of: .adoptPolicy(hash: "x", note: "新办法"), by: "赵主管")
        == .policy(.continuesNothing(["qingyuan-2018-27/insurance"])))
    // 标准 (article 11): once for each standard; `enterprise` would be once for each enterprise.
    try Successor.adopt(
      in: &office,
      [
        (
          old: #""id": "standard", "article""#,
          new: #""id": "standard", "continues": "qingyuan-2018-27/standard", "article""#
        )
      ])
    #expect(
      office.refusal(
        of: .chooseReading(reading: "\(Successor.id)/standard-once", option: "enterprise", note: "定"),
        by: "周主管")
        == .policy(.continuesNothing(["qingyuan-2018-27/standard"])))
  }

  @Test
  func `A register that would hide what was entered, or count two budgets, is not taken in`() throws {
    var office = try office()
    func refusal(_ old: String, _ new: String) throws -> Refusal? {
      office.state.given.policies["x"] = try TestOffice.policy(Array(Successor.text([(old, new)]).utf8))
      return office.refusal(of: .adoptPolicy(hash: "x", note: "新办法"), by: "赵主管")
    }
    #expect(try refusal(#""id": "fund-budget""#, #""id": "fund-budget-2021""#) != nil)
    #expect(
      try refusal(#""id": "agency-referral""#, #""id": "agency-referral-2021""#) == nil,
      "another kind beside the old one does no harm")
  }

  @Test
  func `What is undone goes home`() throws {
    var office = try office()
    let overlapping = (
      old: #""from": "2021-01-01", "to": "2023-12-31""#, new: #""from": "2020-01-01", "to": "2023-12-31""#
    )
    try office.bring(grant("F1", 1, granted: "2020-05-01"), to: .approved)
    try Successor.adopt(in: &office, [overlapping])
    #expect(try office.file("F1").filing.item == "utility-grant")
    try office.step(.undo, "F1", by: "周主管") { $0.note = "重新核定" }
    #expect(try office.file("F1").filing.item == new)
    #expect(try office.file("F1").decision.award == Money(yuan: 800))
    #expect(try office.reopened().files.map(\.filing) == office.state.files.map(\.filing))
  }

  /// The successor counts from another day, which it asks for.
  @Test
  func `A filing whose policy can't read its event waits, and is not paid under another`() throws {
    var office = try office()
    let text = try Successor.text()
    let item = try #require(text.range(of: #""id": "utility-grant""#))
    let inputs = try #require(text.range(of: #""inputs": ["#, range: item.upperBound..<text.endIndex))
    var changed = text.replacingCharacters(
      in: inputs, with: #""inputs": [{"id": "sealedOn", "label": "盖章日", "kind": "date"},"#)
    let event = try #require(
      changed.range(of: #""event": "grantedOn""#, range: inputs.upperBound..<changed.endIndex))
    changed = changed.replacingCharacters(in: event, with: #""event": {"later": ["sealedOn", "grantedOn"]}"#)
    office.state.given.policies["successor"] = try TestOffice.policy(Array(changed.utf8))
    try office.act(.adoptPolicy(hash: "successor", note: "新办法"), by: "赵主管")
    // Granted in 2021: the old policy does not hold it, and the new one asks for its own day.
    try office.act(.receiveFiling(grant("F1", 1, granted: "2021-03-01")), by: "李经办")
    #expect(try office.file("F1").filing.item == new)
    #expect(try office.file("F1").decision.reasons == [.missing("sealedOn")])
    // Entered as the new one's, it waits there, although the old one could read 2020.
    var other = try grant("F2", 2, granted: "2020-03-01")
    other.item = new
    try office.act(.receiveFiling(other), by: "李经办")
    #expect(try office.file("F2").decision.outcome == .incomplete)
  }

  @Test
  func `An input that another policy asked for does not keep the office's export from being read`() throws {
    var office = try office()
    let text = try Successor.text()
    let item = try #require(text.range(of: #""id": "utility-grant""#))
    let inputs = try #require(text.range(of: #""inputs": ["#, range: item.upperBound..<text.endIndex))
    let asking = text.replacingCharacters(
      in: inputs, with: #""inputs": [{"id": "claims", "label": "权利要求项数", "kind": "count", "record": true},"#)
    office.state.given.policies["successor"] = try TestOffice.policy(Array(asking.utf8))
    try office.act(.adoptPolicy(hash: "successor", note: "新办法"), by: "赵主管")
    var filing = try grant("F1", 1, granted: "2021-03-01")
    filing.item = new
    filing.inputs.append(.init("claims", .count(5)))
    try office.act(.receiveFiling(filing), by: "李经办")
    var moved = try office.file("F1").filing
    moved.inputs[1] = .init("grantedOn", .text("2020-03-01"))
    try office.act(.changeFiling(moved), by: "李经办")
    #expect(try office.file("F1").filing.item == "utility-grant")
    #expect(try office.file("F1").filing.input("claims") == .count(5), "the office keeps it")
    #expect(office.state.statedFilings().first?.input("claims") == nil)
  }
}
