public import CaseModel

/// A judge for each item of a policy, for whoever judges many filings: each is made when it is first needed.
public struct Judges {
  private let policy: Policy
  private let tracing: Bool
  private var judges: [String: Judge] = [:]

  /// With `tracing` each judgement carries its working.
  public init(_ policy: Policy, tracing: Bool = false) {
    self.policy = policy
    self.tracing = tracing
  }

  /// Judges a filing by itself.
  public mutating func judge(_ filing: Filing, of facts: Facts) -> Judgement {
    seat(filing.item)
    return judges[filing.item]?.judge(filing, of: facts) ?? policy.judge(filing, of: facts, tracing: tracing)
  }

  /// What a filing asks of the ledger is added to a sheet.
  public mutating func judge(_ filing: Filing, of facts: Facts, into sheet: inout ClaimSheet) -> Judgement {
    seat(filing.item)
    if let judgement = judges[filing.item]?.judge(filing, of: facts, into: &sheet) { return judgement }
    sheet.appendNone()
    return policy.judge(filing, of: facts, tracing: tracing)
  }

  private mutating func seat(_ item: String) {
    guard judges[item] == nil, let rules = policy.item(item) else { return }
    judges[item] = Judge(policy, rules, tracing: tracing)
  }
}
