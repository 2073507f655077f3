import CaseModel
import Crypto
public import SubsidyRules

/// The decision that an approval was given on, kept whole in its line of the journal, so that the amount can be
/// explained by the same words for ever.
///
/// `StepCheck` puts it into the approval: outcome, sums, reasons, readings, hash of the policy, and the
/// working, in which those served before stand as count, sum and hash. It stands in the journal's line alone
/// (`KeptDecision+JSON`), in no story and no snapshot. `OpenOffice.approved` reads it back for `show` and the
/// sheet, and works it out again as of the line where a line of before has none; `show --order` makes the
/// list again (`stateAtApproval`, `ServedOrder`) and holds it against the hash.
public struct KeptDecision: Hashable, Sendable {
  /// With its working, in which those who were served before under a cap stand as a summary.
  public var decision: Decision
  /// Every reading of the policy with the option that was in force.
  public var readings: [String: String]
  /// SHA-256 of the policy file.
  public var policy: String

  public init(decision: Decision, readings: [String: String], policy: String) {
    self.decision = decision
    self.readings = readings
    self.policy = policy
  }

  /// What is kept of a decision that is made now.
  init(_ decision: Decision, under policy: Policy, hash: String) {
    self.decision = decision
    self.decision.trace = decision.trace.shortened
    readings = [:]
    for reading in policy.readings where reading.options.indices.contains(reading.choice) {
      readings[reading.id] = reading.options[reading.choice].id
    }
    self.policy = hash
  }
}

extension Trace {
  /// The same with each list of those served before as its summary.
  var shortened: Trace {
    var trace = self
    for node in trace.nodes.indices {
      for place in trace.nodes[node].operands.indices {
        guard case .served(let served) = trace.nodes[node].operands[place] else { continue }
        trace.nodes[node].operands[place] = .summary(ServedSummary(of: served))
      }
    }
    return trace
  }
}

extension ServedSummary {
  public init(of served: ServedList) {
    self.init(
      count: served.count, sum: served.total,
      sha256: SHA256.hash(data: Array(served.lines.utf8)).hexadecimal)
  }
}
