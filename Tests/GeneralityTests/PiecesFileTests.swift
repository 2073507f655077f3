import CaseModel
import Casework
import Interchange
import SubsidyRules
import Testing

/// Limits in pieces (件) in what programs read: whole numbers that say so. Article 2 of `quota`: two pieces a year for each
/// applicant; A has software 1 000 and a work 300, and a third for 700.
@Suite("Limits in pieces in files")
struct PiecesFileTests {
  /// The text without what stands between its words.
  private func dense(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
  }

  @Test("assess: limit, used, remaining and over are whole numbers, with their unit")
  func assessment() throws {
    let policy = try SmallPolicies.policy("quota")
    var bytes: [UInt8] = []
    AssessmentFile.write(try SmallPolicies.assessed("quota"), policy: policy.id, tracing: false) {
      bytes += $0
    }
    let text = dense(bytes)
    #expect(
      text.contains(
        #"{"cap":"two-each","holder":"A","year":2021,"limit":2,"used":2,"remaining":0,"over":0,"unit":"pieces"}"#
      ),
      "\(text)")
    // B has one for 700; what waits and what is refused takes nothing.
    #expect(
      text.contains(
        #"{"cap":"two-each","holder":"B","year":2021,"limit":2,"used":1,"remaining":1,"over":0,"unit":"pieces"}"#
      ),
      "\(text)")
    // Three of five by the day of the certificate: the whole city holds it, and all of it is used.
    #expect(
      text.contains(
        #"{"cap":"three","holder":"city","year":2021,"limit":3,"used":3,"remaining":0,"over":0,"unit":"pieces"}"#
      ),
      "\(text)")
    // Of a limit in money nothing has a unit.
    var plain: [UInt8] = []
    AssessmentFile.write(try SmallPolicies.assessed("yaohai"), policy: "yaohai", tracing: false) {
      plain += $0
    }
    #expect(!dense(plain).contains("pieces"))
  }

  /// An office under the policy with its cases received.
  private func office() throws -> OfficeState {
    let policy = try SmallPolicies.policy("quota")
    let cases = try SmallPolicies.cases("quota", policy)
    var state = OfficeState(policy: policy, hash: "first")
    state.given.policies["first"] = policy
    state.fold(
      Transaction(
        by: "主管", at: "2023-02-01T01:00:00Z", policy: "first",
        changes: [
          .founded(.init(name: "清城区知识产权局", district: "441802", policy: policy.id)),
          .operatorAdded(.init(name: "主管", role: .supervisor, login: nil)),
        ] + cases.applicants.map { .applicantEntered($0) }
          + cases.filings.map { filing in
            .filingReceived(
              filing, FactsAtReceipt(kind: .enterprise, district: "441802", family: filing.applicant))
          }))
    return state
  }

  @Test("policy compare: the limit and its use on both sides, in pieces or in money")
  func comparison() throws {
    let state = try office()
    let text = try SmallPolicies.text("Policies/quota.json")
    let three = try PolicyFile.read(Array(text.replacing(#""limit": "2件""#, with: #""limit": "3件""#).utf8))
      .get()
    let wider = dense(ComparisonFile.write(state.compared(with: three, year: 2021), policy: three.id))
    #expect(
      wider.contains(
        #"{"cap":"two-each","holder":"A","year":2021,"before":{"limit":2,"used":2,"unit":"pieces"},"after":{"limit":3,"used":3,"unit":"pieces"}}"#
      ), "\(wider)")
    // 1 000 and 300 of 1 500 leave 200 of the 700.
    let money = try PolicyFile.read(
      Array(text.replacing(#""limit": "2件""#, with: #""limit": "1500元""#).utf8)
    ).get()
    let other = dense(ComparisonFile.write(state.compared(with: money, year: 2021), policy: money.id))
    #expect(
      other.contains(
        #""before":{"limit":2,"used":2,"unit":"pieces"},"after":{"limit":"1500.00","used":"1500.00"}}"#),
      "\(other)")
    #expect(other.contains(#""award":"0.00","otherOutcome":"reduced","otherAward":"200.00""#), "\(other)")
  }

  @Test("Lines of filings: the limit that each draws on")
  func lines() throws {
    let lines = String(decoding: FilingLines.write(try office()), as: UTF8.self).split(separator: "\n")
    let soft = try #require(lines.first { $0.hasPrefix(#"{"id":"soft""#) })
    #expect(
      soft.hasSuffix(#""caps":[{"cap":"two-each","holder":"A","year":2021,"limit":2,"unit":"pieces"}]}"#),
      "\(soft)"
    )
  }
}
