import CaseModel
import Interchange
import JSONText
import RuleCases
import SubsidyRules

/// Cases in the shape of the interchange file: `format`, `policy` and a list of `cases`, each an interchange file
/// without its head, with a `title` and what is to `expect`.
enum InterchangeCases {
  static func read(_ bytes: [UInt8], file: String, policy: Policy) throws -> [RuleCase] {
    var reader = JSONReader(bytes)
    let tree = try reader.tree()
    return try (tree["cases"]?.elements ?? []).map { one in
      try made(of: one, in: tree, file: file, line: reader.location(of: one.offset).line, policy)
    }
  }

  private static func made(
    of one: JSONTree, in tree: JSONTree, file: String, line: Int, _ policy: Policy
  ) throws -> RuleCase {
    var sent: [(String, JSONTree)] = []
    for key in ["format", "policy"] { if let value = tree[key] { sent.append((key, value)) } }
    for key in ["readings", "applicants", "filings"] { if let value = one[key] { sent.append((key, value)) } }
    let read = try CaseFile.read(JSONTree.object(sent).written()) { $0 == policy.id ? policy : nil }
    var expected: [String: Expectation] = [:]
    for filing in one["expect"]?["filings"]?.elements ?? [] {
      let (id, expectation) = try self.expected(filing, file, line)
      expected[id] = expectation
    }
    let caps = try one["expect"]?["caps"]?.elements.map { try cap($0, file, line) }
    return RuleCase(
      title: one["title"]?.text ?? "", file: file, line: line, applicants: read.applicants,
      filings: read.filings, expected: expected, caps: caps.map(Set.init),
      readings: Dictionary(read.readings.map { ($0.id, $0.option) }, uniquingKeysWith: { $1 }))
  }

  private static func expected(
    _ tree: JSONTree, _ file: String, _ line: Int
  ) throws -> (String, Expectation) {
    guard let id = tree["id"]?.text,
      let outcome = tree["outcome"]?.text.flatMap(Outcome.init(rawValue:)),
      let gross = tree["gross"]?.text.flatMap({ Money($0) }),
      let award = tree["award"]?.text.flatMap({ Money($0) })
    else { throw RuleCaseError(file: file, line: line, problem: "can't be expected") }
    return (
      id,
      Expectation(
        outcome: outcome, gross: gross, award: award, reasons: Set(tree["reasons"]?.words ?? []),
        warnings: Set(tree["warnings"]?.words ?? []))
    )
  }

  private static func cap(_ tree: JSONTree, _ file: String, _ line: Int) throws -> String {
    guard let cap = tree["cap"]?.text, let holder = tree["holder"]?.text,
      case .number(let year)? = tree["year"]?.value, let limit = tree["limit"]?.text,
      let used = tree["used"]?.text, let left = tree["remaining"]?.text, let over = tree["over"]?.text
    else { throw RuleCaseError(file: file, line: line, problem: "no row of a cap") }
    return "\(cap) \(holder) \(year) | used \(used) of \(limit) left \(left) over \(over)"
  }
}
