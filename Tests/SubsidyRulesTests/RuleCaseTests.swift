import CaseModel
import Casework
import Foundation
import RuleCases
import SubsidyRules
import Testing

/// The cases worked out by hand from the text of the policy.
@Suite struct RuleCaseTests {
  @Test("Every case comes out as the text has it", arguments: HandCases.files)
  func cases(file: String) throws {
    let policy = try HandCases.policy()
    for one in try HandCases.read(file, policy) {
      let differences = one.differences(under: policy)
      #expect(differences.isEmpty, "\(one.file):\(one.line) \(one.title)：\(differences)")
    }
  }

  @Test(
    "The working of every case shows all that was stated, and ends in the award", arguments: HandCases.files)
  func working(file: String) throws {
    let policy = try HandCases.policy()
    for one in try HandCases.read(file, policy) {
      let policy = try #require(one.policy(policy))
      let assessment = Assessment(
        policy: policy, applicants: one.applicants, filings: one.filings)
      for row in assessment.traced(assessment.rows.indices) {
        let nodes = row.decision.trace.nodes
        let place = "\(one.file):\(one.line) \(row.filing.id)"
        #expect(nodes.last?.operation == .award, "\(place)")
        #expect(nodes.last?.result == .money(row.decision.award), "\(place)")
        guard ![.incomplete, .closed, .decided].contains(row.decision.outcome) else { continue }
        let shown = nodes.filter { $0.operation == .input }.map(\.operands)
        #expect(Set(shown) == Set(row.filing.inputs.map { [.name($0.name)] }), "\(place)")
      }
    }
  }

  @Test("There are cases for every item and every reading, and at least three hundred")
  func completeness() throws {
    let policy = try HandCases.policy()
    let all = try HandCases.files.flatMap { try HandCases.read($0, policy) }
    #expect(all.count >= 300)
    #expect(Set(all.compactMap { $0.filings.last?.item }) == Set(policy.items.map(\.id)))
    #expect(Set(all.flatMap(\.readings.keys)) == Set(policy.readings.map(\.id)))
  }

  @Test(
    "A file of cases that is wrong says where",
    arguments: [
      ("item nothing", 1, "no item nothing"),
      ("item exam-fee\ncase 甲 | fee=1", 2, "a case has a title, changes and what is expected"),
      ("item exam-fee\ncase 甲 | free=1 | pay 1.00", 2, "no input free"),
      ("item exam-fee\ncase 甲 | kind=nobody | pay 1.00", 2, "kind can't be nobody"),
      ("item exam-fee\ncase 甲 | | paid 1.00", 2, "can't be expected: paid 1.00"),
      ("item exam-fee\ncase 甲 | | pay 1.00 of", 2, "can't be expected: pay 1.00 of"),
      ("item insurance\ncase 甲 | | reduced 1.00 cap:x", 2, "a capped award is `of` a larger gross"),
      ("item exam-fee\ncase 甲 | | pay 1.00\n  with id=F5", 2, "two filings are F5"),
      ("item exam-fee\ncase 甲 | | pay 1.00\n  cap x A 2019", 3, "a cap has a row and what it holds"),
      ("cap x A 2019 | used 0.00", 1, "`cap` belongs to a case"),
      ("with fee=1", 1, "`with` belongs to a case"),
      ("something", 1, "unknown line something"),
    ])
  func mistakes(text: String, line: Int, problem: String) throws {
    let error = #expect(throws: RuleCaseError.self) {
      try RuleCaseFile.read(text, file: "x", policy: try HandCases.policy())
    }
    #expect(error?.line == line)
    #expect(error?.problem == problem)
  }
}

/// Where the cases and the policy lie.
enum HandCases {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
  static let files =
    (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Cases").path))?
    .filter { $0.hasSuffix(".cases") }.sorted() ?? []

  static func read(_ file: String, _ policy: Policy) throws -> [RuleCase] {
    let text = try String(contentsOf: root.appending(path: "Cases/" + file), encoding: .utf8)
    return try RuleCaseFile.read(text, file: file, policy: policy)
  }

  static let policyFile = root.appending(path: "../../data/policies/qingyuan-2018-27.json")

  private static let shipped = Result { try ShippedPolicy.read(policyFile) }

  static func policy() throws -> Policy { try shipped.get() }
}
