import CaseModel
import Casework
public import SubsidyRules

extension RuleCase {
  /// What a policy makes of the case that its author did not expect, a line for each filing; empty where all is as
  /// expected.
  public func differences(under policy: Policy) -> [String] {
    guard let policy = self.policy(policy) else { return ["no such reading: \(readings)"] }
    let assessment = Assessment(
      policy: policy, applicants: applicants, filings: filings, tracing: false)
    return assessment.rows.compactMap { row in
      guard let expected = expected[row.filing.id] else { return nil }
      let found = Expectation(row.decision)
      return found == expected ? nil : "\(row.filing.id): expected \(expected), found \(found)"
    }
  }
}

extension RuleCase.Expectation: CustomStringConvertible {
  public var description: String {
    let codes = reasons.sorted() + warnings.sorted().map { "!" + $0 }
    return (["\(outcome.rawValue) \(award)"] + codes).joined(separator: " ")
  }
}
