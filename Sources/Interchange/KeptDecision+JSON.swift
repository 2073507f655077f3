import CaseModel
public import Casework
public import JSONText
import SubsidyRules

/// The decision that an approval keeps, in the journal's line: `outcome`, `gross`, `award`, `event`, `reasons` and
/// `warnings` (codes), `policy` (SHA-256 of its file), `readings` (each with its option), and `trace` as the interchange
/// file has it, but in a `room` [how many, their sum, SHA-256 of their list] for those who were served before.
extension KeptDecision: JSONValue {
  public init(json reader: inout JSONReader) throws(JSONError) {
    let record = try JSONMembers(json: &reader)
    let decision = Decision(
      outcome: try record.value("outcome"), gross: try record.value("gross"),
      award: try record.value("award"),
      reasons: try record.codes("reasons", "reason", Reason.init(code:)),
      warnings: try record.codes("warnings", "warning", Warning.init(code:)),
      trace: try record.value("trace"), event: try record.optional("event"))
    self.init(
      decision: decision, readings: try record.value("readings"), policy: try record.value("policy"))
  }

  public func write(into writer: inout JSONWriter) {
    writer.object {
      $0.members([
        "outcome": decision.outcome, "gross": decision.gross, "award": decision.award,
        "event": decision.event,
        "reasons": decision.reasons.map(\.code), "warnings": decision.warnings.map(\.code), "policy": policy,
        "readings": readings, "trace": decision.trace,
      ])
    }
  }
}

extension JSONMembers {
  /// What the codes under a key stand for.
  fileprivate func codes<Value>(
    _ key: String, _ what: String, _ value: (String) -> Value?
  ) throws(JSONError) -> [Value] {
    var values: [Value] = []
    for code in try self.value(key, or: [String]()) {
      guard let value = value(code) else { throw try expected(what, key) }
      values.append(value)
    }
    return values
  }
}
