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

  private var known: [Key: OtherLedger] = [:]
  private var knownReadings: [String: [ReadingRule]] = [:]

  /// Whether a filing comes to something else under another policy, which `rules` names.
  func differ(_ policy: Policy, _ rules: String, on number: Int, in state: OfficeState) -> Bool {
    let file = state.files[number]
    let items = Policy.tied(to: file.filing.item, under: [state.policy, policy])
    let key = Key(rules: rules, items: items)
    let other =
      known[key]
      ?? OtherLedger(policy, state.files.numbers(ofItems: items).map { ($0, state.files[$0]) }, in: state)
    known[key] = other
    let decision = other.decision(on: number, file)
    return decision.outcome != file.decision.outcome || decision.award != file.decision.award
  }

  /// A filing has moved on: what was worked out follows.
  func follow(_ number: Int, in state: OfficeState) {
    let file = state.files[number]
    for key in known.keys where key.items.contains(file.filing.item) { known[key]?.follow(number, file) }
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
    state.policy.otherOptions(of: reading).contains { option, other in
      differ(other, "\(reading.id)=\(reading.options[option].id)", on: number, in: state)
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
