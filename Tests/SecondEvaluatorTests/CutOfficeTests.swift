import CaseModel
import Casework
import Foundation
import Seeded
import SubsidyRules
import Testing

/// The union: an office cut into a city and one to eight counties, each with the applicants and heads that its filings
/// need, gives, in whatever order the counties come, award for award what a second evaluator gives for the uncut one.
@Suite struct CutOfficeTests {
  /// `ZIZHU_SEED` cuts other offices; with `ZIZHU_LONG_TESTS` two thousand are cut and gathered in twelve orders each.
  private static let isLong = ProcessInfo.processInfo.environment["ZIZHU_LONG_TESTS"] != nil
  private static let offices: UInt64 = isLong ? 2_000 : 150
  private static let orders = isLong ? 12 : 3

  /// Codes with right check digits: invented units and persons, one for each applicant of a random office.
  private static let units = (0..<6).map { unitCode($0) }
  private static let persons = (0..<6).map { personCode($0) }

  private static func unitCode(_ number: Int) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    for inner in alphabet {
      for outer in alphabet {
        let code = "91441802MA5X0\(100 + number)\(inner)\(outer)"
        if case .code = CreditCode.read(code) { return code }
      }
    }
    return ""
  }

  private static func personCode(_ number: Int) -> String {
    for check in "0123456789X" {
      let code = "441802199001010\(10 + number)\(check)"
      if case .residentID = CreditCode.read(code) { return code }
    }
    return ""
  }

  /// An office's own state, folded from its records as they stand.
  private func state(
    _ policy: Policy, _ applicants: [Applicant], _ filings: [Filing], _ office: PlainOffice
  ) -> OfficeState {
    var state = OfficeState(policy: policy)
    var changes = applicants.map(Change.applicantEntered)
    for filing in filings {
      guard let applicant = office.applicant(filing.applicant) else { continue }
      let facts = FactsAtReceipt(
        kind: applicant.kind, district: applicant.district, family: office.family(applicant.id))
      let isNew = filing.stage == .received && filing.decided == nil
      changes.append(isNew ? .filingReceived(filing, facts) : .filingTakenOver(filing, facts))
    }
    var line = Transaction(by: "经办", at: "2021-01-04T02:00:00Z", policy: "", changes: changes)
    line.sequence = 1
    state.replay([line])
    return state
  }

  /// The applicants that some filings need, with the heads above them, in the order of the whole office.
  private func needed(by filings: [Filing], in office: PlainOffice) -> [Applicant] {
    var ids: Set<String> = []
    for filing in filings {
      var next: String? = filing.applicant
      while let id = next, ids.insert(id).inserted { next = office.applicant(id)?.parent }
    }
    return office.applicants.filter { ids.contains($0.id) }
  }

  private func parts(
    of office: PlainOffice, _ policy: Policy, _ numbers: inout SeededNumbers
  ) -> (city: OfficeState, others: [OfficePart]) {
    let count = Int.random(in: 2...9, using: &numbers)
    var shares = [[Filing]](repeating: [], count: count)
    for filing in office.filings { shares[Int.random(in: 0..<count, using: &numbers)].append(filing) }
    let states = shares.map { state(policy, needed(by: $0, in: office), $0, office) }
    let others = states.dropFirst().enumerated().map { place, state in
      var state = state
      state.given.isGathered = true
      return OfficePart(
        writer: "\(place + 1)" + String(repeating: "e", count: 31), office: "44188\(place + 1)",
        name: "县局\(place + 1)", letter: nil, state: state, lastSequence: 1, holds: { _ in true })
    }
    return (states[0], others)
  }

  /// What was paid before for the same claimant and year, so much that next to nothing of an agency's cap is left.
  private func paidBefore(_ filing: Filing, _ number: Int) -> Filing {
    var before = filing
    before.id = "B\(number)"
    before.inputs.removeAll { $0.name == "applicationNumber" }
    before.inputs.append(.init("applicationNumber", .text("以前第 \(number) 件")))
    (before.stage, before.decided, before.reclaimed) = (.paid, Money(fen: 4_995_000), nil)
    return before
  }

  @Test("Random offices, cut into two to nine, come to what the uncut office comes to")
  func union() throws {
    let policy = try TestPolicy.qingyuan()
    #expect(Set(Self.units + Self.persons).count == 12)
    var (shared, moved, conflicts) = (0, 0, 0)
    for seed in SecondEvaluatorTests.seed..<(SecondEvaluatorTests.seed + Self.offices) {
      var maker = RandomOffice(seed: seed)
      var office = maker.make()
      for number in office.applicants.indices {
        let isUnit = office.applicants[number].kind.isUnit
        // Some units have no code, and are known by their names; persons of one name are many.
        guard !isUnit || maker.numbers.chance(80) else { continue }
        office.applicants[number].code = isUnit ? Self.units[number] : Self.persons[number]
      }
      for (number, filing) in office.filings.enumerated()
      where filing.item == "agency-grant" && filing.decided == nil {
        office.filings.append(paidBefore(filing, number))
      }
      let rules = office.readings.reduce(policy) { $0.withOther($1) }
      let (expected, caps) = PlainEvaluator(office).evaluate()
      let (city, others) = parts(of: office, rules, &maker.numbers)
      var told: [String]?
      for order in 0..<Self.orders {
        let joint = JointOffice(
          city: city, writer: String(repeating: "c", count: 32),
          others: order == 0 ? others : others.shuffled(using: &maker.numbers))
        #expect(joint.state.files.count == office.filings.count, "seed \(seed)")
        for filing in office.filings {
          guard let file = joint.state.file(filing.id) else {
            Issue.record("seed \(seed): \(filing.id) is lost")
            return
          }
          let found = PlainResult(file.decision)
          guard found == expected[filing.id] else {
            Issue.record(
              "seed \(seed), order \(order), \(others.count + 1) offices, \(filing.id): joint \(found), plain \(String(describing: expected[filing.id]))\n\(office.described)"
            )
            return
          }
        }
        let found = joint.state.sums.capUses.values.map { PlainCap($0.row) }
          .sorted { ($0.cap, $0.holder, $0.year) < ($1.cap, $1.holder, $1.year) }
        guard found == caps else {
          Issue.record("seed \(seed), order \(order): joint \(found), plain \(caps)\n\(office.described)")
          return
        }
        let now = joint.conflicts.map { "\($0.id) \($0.parties) \($0.filings)" }
        #expect(now == told ?? now, "seed \(seed), order \(order)")
        told = now
      }
      shared += caps.count
      moved += expected.values.count { ["reduced", "exhausted"].contains($0.outcome) }
      conflicts += told?.count ?? 0
    }
    // There is something to share, and to conflict about.
    #expect(
      shared > 10 && moved > 8 && conflicts > 10, "\(shared) caps, \(moved) cut, \(conflicts) conflicts")
  }
}
