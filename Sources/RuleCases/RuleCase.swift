public import CaseModel
public import SubsidyRules

/// One case in the words of the rules: what is claimed, beside which other claims, and what must come of it.
public struct RuleCase: Sendable {
  /// The article and what the case is about, as its file says.
  public var title: String
  public var file: String
  public var line: Int
  public var applicants: [Applicant]
  /// The filing in question comes last.
  public var filings: [Filing]
  /// Expected by filing; a filing beside the one in question need not have any.
  public var expected: [String: Expectation]
  /// Options of readings other than those in force.
  public var readings: [String: String]

  /// What a filing must come to.
  public struct Expectation: Hashable, Sendable {
    public var outcome: Outcome
    public var award: Money
    /// Codes of all reasons.
    public var reasons: Set<String>
    public var warnings: Set<String>

    public init(outcome: Outcome, award: Money, reasons: Set<String>, warnings: Set<String>) {
      self.outcome = outcome
      self.award = award
      self.reasons = reasons
      self.warnings = warnings
    }

    /// What a decision is, put the same way.
    public init(_ decision: Decision) {
      outcome = decision.outcome
      award = decision.award
      reasons = Set(decision.reasons.map(\.code))
      warnings = Set(decision.warnings.map(\.code))
    }
  }

  /// The policy under the case's readings; nil where it has no such reading or option.
  public func policy(_ policy: Policy) -> Policy? {
    readings.reduce(policy) { $0?.choosing($1.value, for: $1.key) }
  }
}

/// What is wrong with a file of cases.
public struct RuleCaseError: Error, CustomStringConvertible {
  public var file: String
  public var line: Int
  public var problem: String

  public var description: String { "\(file):\(line): \(problem)" }
}
