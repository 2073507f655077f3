/// That somebody chose a reading or adopted a policy, so that what it lets through is approved by somebody else.
public struct RuleChange: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case reading(String)
    /// The hashes of the policy files that were in force before, in their order, and the readings chosen then.
    case policy(before: [String], readings: [String: String])
  }

  public var kind: Kind
  public var by: String
  public var at: String
}
