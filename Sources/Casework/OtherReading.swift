public import CaseModel
public import SubsidyRules

/// Another option of a reading, with what the filings of one item hold under it: kept while a filing of that item is
/// typed, so that each key asks only about the draft.
public struct OtherReading: Sendable {
  public var reading: ReadingRule
  /// The option that is not in force, as an index into the reading's options.
  public var option: Int
  fileprivate let ledger: OtherLedger
}

extension OfficeState {
  /// The options that are not in force of the readings that matter to an item: its own, and those of all items whose
  /// filings can move its awards. What they say decides at approval too.
  public func otherReadings(of item: Item) -> [OtherReading] {
    let tied = Policy.tied(to: item.id, under: [policy])
    let readings = policy.readings(of: tied)
    guard !readings.isEmpty else { return [] }
    let beside = files.numbers(ofItems: tied).map { (number: $0, file: files[$0]) }
    return readings.flatMap { reading in
      policy.otherOptions(of: reading).map { option, other in
        OtherReading(reading: reading, option: option, ledger: OtherLedger(other, beside, in: self))
      }
    }
  }

  /// A draft's decision under another option; nil where it comes to the same.
  public func decision(
    of draft: Filing, of applicant: Applicant, under other: OtherReading, insteadOf decision: Decision
  ) -> Decision? {
    let received = self.facts(of: draft, of: applicant)
    let facts = self.facts(of: applicant.id, as: received)
    let found = other.ledger.decision(of: draft, facts, on: files.number(of: draft.id))
    return found.outcome == decision.outcome && found.award == decision.award ? nil : found
  }
}

extension Policy {
  /// The options of a reading that are not in force, each with the policy under it.
  func otherOptions(of reading: ReadingRule) -> [(option: Int, policy: Policy)] {
    reading.options.indices.compactMap { option in
      guard option != reading.choice else { return nil }
      return choosing(reading.options[option].id, for: reading.id).map { (option, $0) }
    }
  }
}
