public import CaseModel
public import SubsidyRules

/// What a filing must come to.
public struct Expectation: Hashable, Sendable {
  public var outcome: Outcome
  /// The award before shared caps; what was decided, where it was.
  public var gross: Money
  public var award: Money
  /// Codes of all reasons.
  public var reasons: Set<String>
  public var warnings: Set<String>

  public init(
    outcome: Outcome, gross: Money, award: Money, reasons: Set<String>, warnings: Set<String>
  ) {
    self.outcome = outcome
    self.gross = gross
    self.award = award
    self.reasons = reasons
    self.warnings = warnings
  }

  /// What a decision is, put the same way.
  public init(_ decision: Decision) {
    outcome = decision.outcome
    gross = decision.gross
    award = decision.award
    reasons = Set(decision.reasons.map(\.code))
    warnings = Set(decision.warnings.map(\.code))
  }

  /// Reads `reduced 200.00 of 500.00 cap:agency-year !retroactive`: the outcome, the award, the gross where it is
  /// another, reasons, warnings; nil where the text is none of it.
  init?(_ text: String) {
    var words = text.split(separator: " ").map(String.init)[...]
    guard let outcome = words.popFirst().flatMap(Outcome.init(rawValue:)) else { return nil }
    self.outcome = outcome
    award = .zero
    if let stated = words.first.flatMap({ Money($0) }) {
      award = stated
      words = words.dropFirst()
    }
    gross = award
    if words.first == "of" {
      guard let stated = words.dropFirst().first.flatMap({ Money($0) }) else { return nil }
      gross = stated
      words = words.dropFirst(2)
    }
    warnings = Set(words.filter { $0.hasPrefix("!") }.map { String($0.dropFirst()) })
    reasons = Set(words.filter { !$0.hasPrefix("!") })
  }
}

extension Expectation: CustomStringConvertible {
  public var description: String {
    let before = gross == award ? "" : " of \(gross)"
    let codes = reasons.sorted() + warnings.sorted().map { "!" + $0 }
    return (["\(outcome.rawValue) \(award)\(before)"] + codes).joined(separator: " ")
  }
}
