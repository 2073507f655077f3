import CaseModel
import SubsidyRules

/// Decides filings under rules other than those in force, ledger included, to tell where a choice makes a difference.
///
/// Only items that are tied (`Policy.tied`) can move one another's awards, so that only those are decided anew. What was
/// worked out is kept while the rows of one batch are looked at.
final class OtherRules {
  private struct Key: Hashable {
    var rules: String
    var items: Set<String>
  }

  private struct Other {
    var policy: Policy
    var ledger: Ledger
  }

  private var known: [Key: Other] = [:]
  private var knownReadings: [String: [ReadingRule]] = [:]

  /// Whether a filing comes to something else under another policy, which `rules` names.
  func differ(_ policy: Policy, _ rules: String, on number: Int, in state: OfficeState) -> Bool {
    let file = state.files[number]
    let items = Policy.tied(to: file.filing.item, under: [state.policy, policy])
    let key = Key(rules: rules, items: items)
    let other =
      known[key]
      ?? Other(policy: policy, ledger: Self.ledger(of: items, under: policy, in: state))
    known[key] = other
    let decision = policy.decide(
      file.filing, of: file.facts, in: other.ledger, settlement: other.ledger.settlement(number),
      tracing: false)
    return decision.outcome != file.decision.outcome || decision.award != file.decision.award
  }

  private static func ledger(of items: Set<String>, under policy: Policy, in state: OfficeState) -> Ledger {
    var sheet = ClaimSheet()
    var judges = Judges(policy)
    for (number, row) in state.files.rows.enumerated() {
      if items.contains(state.files.item(of: row)) {
        let file = state.files[number]
        _ = judges.judge(file.filing, of: file.facts, into: &sheet)
      } else {
        sheet.append(nil)
      }
    }
    sheet.keep(state.keptFilings.compactMap(state.files.number))
    return Ledger(sheet)
  }

  /// A filing has moved on: what was worked out follows.
  func follow(_ number: Int, in state: OfficeState) {
    let file = state.files[number]
    for key in known.keys where key.items.contains(file.filing.item) {
      guard let claim = known[key]?.policy.claim(file.filing, of: file.facts) else { continue }
      known[key]?.ledger.put(claim, under: number)
    }
  }

  /// The readings under whose other options a filing comes to something else.
  func openReadings(for number: Int, in state: OfficeState) -> [String] {
    readings(for: state.files[number].filing.item, in: state)
      .filter { differs(by: $0, number, in: state) }.map(\.id)
  }

  func doesMatter(_ id: String, for number: Int, in state: OfficeState) -> Bool {
    readings(for: state.files[number].filing.item, in: state)
      .contains { $0.id == id && differs(by: $0, number, in: state) }
  }

  /// The readings that can matter to an item.
  private func readings(for item: String, in state: OfficeState) -> [ReadingRule] {
    if let known = knownReadings[item] { return known }
    let found = state.policy.readings(of: Policy.tied(to: item, under: [state.policy]))
    knownReadings[item] = found
    return found
  }

  private func differs(by reading: ReadingRule, _ number: Int, in state: OfficeState) -> Bool {
    reading.options.indices.contains { option in
      guard option != reading.choice,
        let other = state.policy.choosing(reading.options[option].id, for: reading.id)
      else { return false }
      return differ(other, "\(reading.id)=\(reading.options[option].id)", on: number, in: state)
    }
  }

  /// Whether a filing comes to something else under the rules that stood before a policy was adopted.
  func differs(
    before hashes: [String], _ readings: [String: String], for number: Int, in state: OfficeState
  ) -> Bool {
    guard let before = state.policy(ofFiles: hashes)?.choosing(readings) else { return false }
    let choices = readings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return differ(before, (hashes + choices).joined(separator: " "), on: number, in: state)
  }
}
