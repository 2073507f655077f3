public import CaseModel
public import SubsidyRules

/// Another option of a reading, with what the filings of one item hold under it: kept while a filing of that item is
/// typed, so that each key asks only about the draft.
public struct OtherReading: Sendable {
  public var reading: ReadingRule
  /// The option that is not in force, as an index into the reading's options.
  public var option: Int
  private let policy: Policy
  private let ledger: Ledger
  /// Places in the ledger of the filings that the office has already.
  private let places: [String: Int]
  private let count: Int

  init(reading: ReadingRule, option: Int, policy: Policy, filings: [FiledFiling], kept: Set<String>) {
    self.reading = reading
    self.option = option
    self.policy = policy
    var sheet = ClaimSheet()
    var judges = Judges(policy)
    for file in filings { _ = judges.judge(file.filing, of: file.facts, into: &sheet) }
    sheet.keep(filings.indices.filter { kept.contains(filings[$0].filing.id) })
    ledger = Ledger(sheet)
    places = Dictionary(
      filings.enumerated().map { ($1.filing.id, $0) }, uniquingKeysWith: { first, _ in first })
    count = filings.count
  }

  /// The draft's decision under this option.
  public func decide(_ draft: Filing, of facts: Facts) -> Decision {
    let judgement = policy.judge(draft, of: facts, tracing: false)
    let place = places[draft.id] ?? count
    return policy.decide(
      judgement, in: ledger, settlement: ledger.preview([place: judgement.claim])[place])
  }
}

extension OfficeState {
  /// The options that are not in force of the readings that matter to an item: its own, and those of all items whose
  /// filings can move its awards. What they say decides at approval too.
  public func otherReadings(of item: Item) -> [OtherReading] {
    let tied = Policy.tied(to: item.id, under: [policy])
    let readings = policy.readings(of: tied)
    guard !readings.isEmpty else { return [] }
    let beside = files.numbers(ofItems: tied).map { files[$0] }
    return readings.flatMap { reading -> [OtherReading] in
      reading.options.indices.compactMap { option in
        guard option != reading.choice,
          let other = policy.choosing(reading.options[option].id, for: reading.id)
        else { return nil }
        return OtherReading(
          reading: reading, option: option, policy: other, filings: beside, kept: keptFilings)
      }
    }
  }

  /// A draft's decision under another option; nil where it comes to the same.
  public func decision(
    of draft: Filing, of applicant: Applicant, under other: OtherReading, insteadOf decision: Decision
  ) -> Decision? {
    let received = self.facts(of: draft, of: applicant)
    let facts = self.facts(of: applicant.id, as: received)
    let found = other.decide(draft, of: facts)
    return found.outcome == decision.outcome && found.award == decision.award ? nil : found
  }
}
