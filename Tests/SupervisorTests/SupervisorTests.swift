import CaseModel
import Casework
import Foundation
import Interchange
import SubsidyRules
import Testing

/// A supervisor's reading of a small office, figures by hand.
@Suite struct SupervisorTests {
  // 第2条: five filings of an agency and its branch under the cap of 50 000.00 of 2019.
  private func office() throws -> OfficeState {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
    let file = root.appending(path: "../../data/policies/qingyuan-2018-27.json")
    guard case .success(let policy) = PolicyFile.read([UInt8](try Data(contentsOf: file))) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    var state = OfficeState(policy: policy)
    let changes: [Change] =
      [
        .founded(.init(name: "清远市知识产权局", district: "441800", policy: policy.id)),
        .operatorAdded(.init(name: "主管", role: .supervisor, login: nil)),
        .applicantEntered(
          Applicant(id: "A", name: "北江专利代理", kind: .agency, district: "441802", phone: "0763-3300001")),
        .applicantEntered(
          Applicant(
            id: "B", name: "北江专利代理分所", kind: .agencyBranch, district: "441881", parent: "A",
            phone: "0763-3300001")),
        .applicantEntered(
          Applicant(id: "C", name: "浈江陶瓷", kind: .enterprise, district: "441802", phone: "0763 3300001")),
      ]
      + [
        grant("F1", "A", 1, .paid, decided: 30_000, reclaimed: 1_000),
        grant("F2", "B", 2, .approved, decided: 20_600),
        grant("F3", "A", 3, .received),
        grant("F4", "B", 4, .accepted),
        grant("F5", "A", 4, .received),
        .filingReceived(
          Filing(
            id: "F6", item: "invention-examination", applicant: "C", received: day("2019-07-01"),
            inputs: [
              .init("applicationNumber", .text("201810000004")), .init("enteredOn", .text("2019-03-01")),
            ]), .init(kind: .enterprise, district: "441802", family: "C")),
      ]
    state.fold(Transaction(by: "主管", at: "2019-08-01T01:00:00Z", policy: "", changes: changes))
    return state
  }

  private func day(_ text: String) -> CivilDate { CivilDate(text) ?? .first }

  private func grant(
    _ id: String, _ applicant: String, _ number: Int, _ stage: Stage, decided: Int64? = nil,
    reclaimed: Int64? = nil
  ) -> Change {
    .filingTakenOver(
      Filing(
        id: id, item: "agency-grant", applicant: applicant, received: day("2019-06-0\(id.suffix(1))"),
        stage: stage,
        inputs: [
          .init("applicationNumber", .text("20181000000\(number)")), .init("grantedOn", .text("2019-02-01")),
          .init("localAddress", .flag(true)), .init("compliant", .flag(true)),
        ], decided: decided.map { Money(yuan: $0) }, reclaimed: reclaimed.map { Money(yuan: $0) }),
      .init(kind: applicant == "A" ? .agency : .agencyBranch, district: "441802", family: "A"))
  }

  @Test("The cap ledger: five columns, and who used the room before whom")
  func capLedger() throws {
    let rows = try office().capLedger(of: 2019)
    #expect(rows.count == 1)
    let row = try #require(rows.first)
    // F1 asked 30 000, F2 20 600, F3 and F4 500 each; F5 claims F4's patent and is refused.
    #expect(row.requested.description == "51600.00")
    #expect(row.paid.description == "30000.00")
    #expect(row.returned.description == "1000.00")
    #expect(row.committed.description == "20600.00")
    // 50 000 - (30 000 - 1 000) - 20 600 leaves 400 for F3, and nothing for F4.
    #expect(row.recommended.description == "400.00")
    #expect(row.left == .zero)
    #expect(row.over == .zero)
    #expect(row.order.map(\.filing) == ["F1", "F2", "F3", "F4"])
    #expect(row.order.map(\.roomBefore.description) == ["50000.00", "21000.00", "400.00", "0.00"])
    #expect(row.order.map(\.amount.description) == ["29000.00", "20600.00", "400.00", "0.00"])
  }

  @Test("One patent under several items, by anyone")
  func overlaps() throws {
    let overlaps = try office().overlaps(of: 2019)
    #expect(overlaps.map(\.filings) == [["F4", "F5", "F6"]])
    #expect(overlaps.first?.items == ["agency-grant", "invention-examination"])
    #expect(overlaps.first?.award.description == "3000.00")
  }

  @Test("One phone behind applicants of two families; an agency and its branch are one")
  func sharedDetails() throws {
    let shared = try office().sharedDetails(of: 2019)
    #expect(shared.map(\.kind) == [.phone])
    #expect(shared.first?.applicants == ["A", "B", "C"])
    #expect(shared.first?.mark == "0001")
    // 29 000 + 20 600 + 400 + 0 + 0 + 3 000.
    #expect(shared.first?.award.description == "53000.00")
    #expect(try office().sharedDetails(of: 2018).first?.award == .zero)
  }

  @Test("An agency behind two applicants, by the patents that it claims for")
  func agencyBehind() throws {
    var state = try office()
    func entering(_ id: String, _ applicant: String, _ number: Int) -> Change {
      .filingReceived(
        Filing(
          id: id, item: "invention-examination", applicant: applicant, received: day("2019-07-02"),
          inputs: [
            .init("applicationNumber", .text("20181000000\(number)")),
            .init("enteredOn", .text("2019-03-01")),
          ]), .init(kind: .enterprise, district: "441802", family: applicant))
    }
    state.fold(
      Transaction(
        by: "主管", at: "2019-08-02T01:00:00Z", policy: "",
        changes: [
          .applicantEntered(Applicant(id: "D", name: "飞来峡矿业", kind: .enterprise, district: "441802")),
          // 第18条: D's own invention, for which the agency claimed in F3; one that no agency claimed for.
          entering("F7", "D", 3), entering("F8", "D", 9),
        ]))
    let agency = try #require(state.sharedDetails(of: 2019).first { $0.kind == .agency })
    #expect(agency.mark == "A")
    #expect(agency.applicants == ["C", "D"])
    #expect(agency.filings == ["F6", "F7"])
    #expect(agency.award.description == "6000.00")
  }

  @Test("What waits at each stage, and how long")
  func ages() throws {
    let ages = try office().ages(of: 2019, on: day("2019-07-11"))
    #expect(ages.map(\.stage) == [.received, .accepted, .approved])
    // F3 of 3 June, F5 of 5 June and F6 of 1 July.
    #expect(ages.first?.count == 3)
    #expect(ages.first?.longest == 38)
    #expect(ages.first?.oldest == "F3")
    #expect(ages.first?.median == 36)
    #expect(ages.first?.filings == ["F3", "F5", "F6"])
  }

  @Test("What was decided twice stands with both numbers and the yuan, in the tie-out and among the overlaps")
  func decidedTwice() throws {
    var state = try office()
    state.fold(
      Transaction(
        by: "主管", at: "2019-08-02T01:00:00Z", policy: "",
        changes: [
          grant("F7", "A", 7, .paid, decided: 50_000), grant("F8", "B", 7, .approved, decided: 40_000),
          grant("F9", "A", 7, .paid, decided: 30_000),
          // Nothing was paid for this one, and nobody has decided that one.
          grant("G1", "A", 7, .paid, decided: 0), grant("G2", "A", 7, .received),
        ]))
    for twice in [state.decidedTwice(), state.decidedTwice(of: 2019)] {
      #expect(twice.map(\.first) == ["F7", "F7"])
      #expect(twice.map(\.other) == ["F8", "F9"])
      #expect(twice.map(\.award) == [Money(yuan: 40_000), Money(yuan: 30_000)])
    }
    #expect(state.decidedTwice(of: 2018).isEmpty)
    let found = state.tieOut().filter { if case .decidedTwice = $0.kind { true } else { false } }
    #expect(
      found.map(\.kind) == [.decidedTwice(first: "F7", other: "F8"), .decidedTwice(first: "F7", other: "F9")])
    #expect(found.map(\.found.description) == ["40000.00", "30000.00"])
  }

  @Test("A decided filing that takes neither its key nor room is listed, one that takes either is not")
  func unguarded() throws {
    var state = try office()
    func old(_ id: String, _ item: String, _ inputs: [Filing.Input], decided: Int64 = 500) -> Change {
      .filingTakenOver(
        Filing(
          id: id, item: item, applicant: "C", received: day("2018-07-02"), stage: .paid, inputs: inputs,
          decided: Money(yuan: decided)), .init(kind: .enterprise, district: "441802", family: "C"))
    }
    let number = Filing.Input("applicationNumber", .text("201810000007"))
    let granted = Filing.Input("grantedOn", .text("2018-03-01"))
    state.fold(
      Transaction(
        by: "主管", at: "2019-08-02T01:00:00Z", policy: "",
        changes: [
          // 第2条 has key and cap, 第18条 a key alone, which is the patent's number.
          old("T1", "agency-grant", []), old("T2", "agency-grant", [number]),
          old("T3", "agency-grant", [granted]), old("T4", "utility-grant", [granted]),
          old("T5", "agency-grant", [], decided: 0),
        ]))
    #expect(state.unguarded() == ["T1", "T4"])
    let found = state.tieOut().filter { if case .unguarded = $0.kind { true } else { false } }
    #expect(found.map(\.kind) == [.unguarded(filing: "T1"), .unguarded(filing: "T4")])
    #expect(found.map(\.found.description) == ["500.00", "500.00"])
  }

  @Test("An office in which all ties has no loose ends; a stage without its decision is one")
  func tieOut() throws {
    var state = try office()
    #expect(state.tieOut().isEmpty)
    state.fold(
      Transaction(
        by: "主管", at: "2019-08-02T01:00:00Z", policy: "",
        changes: [grant("F7", "A", 7, .paid), grant("F8", "A", 8, .received, decided: 60_000)]))
    let ends = state.tieOut()
    #expect(ends.map(\.kind).contains(.stageWithoutDecision(filing: "F7")))
    #expect(ends.map(\.kind).contains(.stageWithoutDecision(filing: "F8")))
    // 29 000 + 20 600 + 60 000 of 50 000.
    #expect(
      ends.first { if case .overrun = $0.kind { true } else { false } }?.found.description == "109600.00")
  }
}
