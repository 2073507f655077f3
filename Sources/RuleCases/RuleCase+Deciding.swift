import CaseModel
import Casework
public import SubsidyRules

extension RuleCase {
  /// The policy under the case's readings; nil where it has no such reading or option.
  public func policy(_ policy: Policy) -> Policy? {
    readings.reduce(policy) { $0?.choosing($1.value, for: $1.key) }
  }

  /// What a policy makes of the case that its author did not expect: a line for each filing, and one for the caps;
  /// empty where all is as expected.
  public func differences(under policy: Policy) -> [String] {
    guard let policy = self.policy(policy) else { return ["no such reading: \(readings)"] }
    let assessment = Assessment(policy: policy, applicants: applicants, filings: filings)
    var lines = assessment.rows.compactMap { row -> String? in
      guard let expected = expected[row.filing.id] else { return nil }
      let found = Expectation(row.decision)
      return found == expected ? nil : "\(row.filing.id): expected \(expected), found \(found)"
    }
    if let caps {
      let found = Set(assessment.caps.map(RuleCase.line))
      if found != caps { lines.append("caps: expected \(caps.sorted()), found \(found.sorted())") }
    }
    return lines
  }

  /// A cap of one holder and year as cases write it.
  static func line(_ row: CapRow) -> String {
    let window = row.group.year.map(String.init) ?? "validity"
    return "\(row.group.cap) \(row.group.holder) \(window) | used \(row.used) of \(row.limit) "
      + "left \(row.remaining) over \(row.over)"
  }
}
