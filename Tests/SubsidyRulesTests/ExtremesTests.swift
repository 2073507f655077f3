import CaseModel
import Casework
import SubsidyRules
import Testing

/// Sums, chains and texts that nobody expects, and that still must come out right.
@Suite struct ExtremesTests {
  private let agency = Applicant(id: "G0", name: "总部", kind: .agency, district: "441802")

  private func grant(_ number: Int, _ applicant: String = "G0", decided: Money? = nil) -> Filing {
    let serial = String(number)
    let digits = "20181" + String(repeating: "0", count: 7 - serial.count) + serial
    return Filing(
      id: "F\(number)", item: "agency-grant", applicant: applicant,
      received: CivilDate("2019-06-01") ?? .first,
      inputs: [
        .init("applicationNumber", .text(digits)), .init("grantedOn", .text("2019-01-15")),
        .init("localAddress", .flag(true)), .init("compliant", .flag(true)),
      ], decided: decided)
  }

  @Test("A hundred thousand of the largest sums pass Int64 and stay whole")
  func sums() throws {
    let filings = (0..<100_000).map { grant($0, decided: .largest) }
    let assessment = Assessment(
      policy: try HandCases.policy(), applicants: [agency], filings: filings)
    // 100 000 times 999 999 999 999.99 yuan.
    #expect(assessment.totals.award.description == "99999999999999000.00")
    #expect(assessment.caps.map(\.used.description) == ["99999999999999000.00"])
    #expect(assessment.caps.map(\.over.description) == ["99999999999949000.00"])
    #expect(assessment.caps.map(\.remaining) == [.zero])
  }

  @Test("A chain of ten parents is one family with one cap")
  func chain() throws {
    var applicants = [agency]
    for index in 1...10 {
      applicants.append(
        Applicant(
          id: "G\(index)", name: "分支", kind: .agencyBranch, district: "441802", parent: "G\(index - 1)"))
    }
    let filings = [grant(1, "G0", decided: Money(yuan: 49_800)), grant(2, "G10"), grant(3, "G5")]
    let assessment = Assessment(
      policy: try HandCases.policy(), applicants: applicants, filings: filings)
    #expect(assessment.rows.map(\.decision.award) == [Money(yuan: 49_800), Money(yuan: 200), .zero])
    #expect(assessment.caps.map(\.group.holder) == ["G0"])
  }

  @Test("Empty texts are missing, in every input of every item, and nothing traps")
  func empty() throws {
    let policy = try HandCases.policy()
    for item in policy.items {
      let inputs = item.inputs.map { Filing.Input($0.id, .text("")) }
      let filing = Filing(id: "", item: item.id, applicant: "", received: .first, inputs: inputs)
      let decision = Assessment(policy: policy, applicants: [], filings: [filing]).rows[0]
        .decision
      #expect(decision.outcome == .incomplete)
      let needed = item.inputs.filter { $0.isNeeded(policy.readings) }
      #expect(decision.reasons == needed.map { .missing($0.id) })
    }
  }

  @Test("Every kind of value in every input gives an outcome")
  func kinds() throws {
    let policy = try HandCases.policy()
    let values: [RawInput] = [
      .null, .text("０"), .text("\u{0}"), .text(String(repeating: "9", count: 400)), .count(.max),
      .count(.min),
      .flag(false), .other("1e999"), .other("{}"),
    ]
    for item in policy.items {
      for value in values {
        let filing = Filing(
          id: "F1", item: item.id, applicant: "G0", received: .first,
          inputs: item.inputs.map { .init($0.id, value) })
        let decision = Assessment(policy: policy, applicants: [agency], filings: [filing])
          .rows[0].decision
        #expect(decision.outcome == .incomplete)
      }
    }
  }
}
