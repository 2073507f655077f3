import CaseModel
import Casework
import JSONText
import SubsidyRules

/// The decision that an approval keeps, in the journal's line: `outcome`, `gross`, `award`, `event`, `reasons` and
/// `warnings` (codes), `policy` (SHA-256 of its file), `readings` (each with its option), and `trace` as the interchange
/// file has it, but in a `room` [how many, their sum, SHA-256 of their list] for those who were served before.
enum KeptDecisionLine {
  static func write(_ kept: KeptDecision, into writer: inout JSONWriter) {
    let decision = kept.decision
    writer.object { writer in
      writer.member("outcome", decision.outcome.rawValue)
      writer.member("gross", decision.gross.description)
      writer.member("award", decision.award.description)
      if let event = decision.event { writer.member("event", event.description) }
      writer.texts("reasons", decision.reasons.map(\.code))
      writer.texts("warnings", decision.warnings.map(\.code))
      writer.member("policy", kept.policy)
      writer.object("readings") { writer in
        for (reading, option) in kept.readings.sorted(by: { $0.key < $1.key }) {
          writer.member(reading, option)
        }
      }
      writer.key("trace")
      decision.trace.write(into: &writer)
    }
  }

  static func read(_ record: CaseworkRecord) throws(JSONError) -> KeptDecision {
    let decision = Decision(
      outcome: try record.word("outcome", Outcome.self), gross: try record.money("gross"),
      award: try record.money("award"), reasons: try reasons(record), warnings: try warnings(record),
      trace: try Trace.read(record, "trace"), event: record.has("event") ? try record.day("event") : nil)
    return KeptDecision(
      decision: decision, readings: try record.words("readings"), policy: try record.text("policy"))
  }

  private static func reasons(_ record: CaseworkRecord) throws(JSONError) -> [Reason] {
    var reasons: [Reason] = []
    for code in try record.texts("reasons") {
      guard let reason = Reason(code: code) else { throw try record.expected("reason", "reasons") }
      reasons.append(reason)
    }
    return reasons
  }

  private static func warnings(_ record: CaseworkRecord) throws(JSONError) -> [Warning] {
    var warnings: [Warning] = []
    for code in try record.texts("warnings") {
      guard let warning = Warning(code: code) else { throw try record.expected("warning", "warnings") }
      warnings.append(warning)
    }
    return warnings
  }
}
