public import CaseModel
import SubsidyRules

/// How long the filings at one stage have waited.
public struct StageAge: Hashable, Sendable {
  public var stage: Stage
  public var count: Int
  public var award: MoneyTotal
  /// Days since receipt of the one that waits longest.
  public var longest: Int
  /// Id of that one.
  public var oldest: String
  /// The middle one's days since receipt; of an even number the longer of the two in the middle.
  public var median: Int
  /// The same two since they came to this stage.
  public var longestHere: Int
  public var medianHere: Int
  /// The filings at the stage, the one first that is longest there.
  public var filings: [String]
}

extension FiledFiling {
  /// The day on which the filing came to where it stands; of one that was taken over, or that never moved, the day
  /// of receipt.
  public var standingSince: CivilDate {
    for held in steps.reversed() {
      if case .to = StageRule.of(held.step.step).target { return held.step.day }
    }
    return filing.received
  }
}

extension OfficeState {
  /// The open filings of a year by stage, with their days since receipt and at the stage.
  public func ages(of year: Int, on today: CivilDate) -> [StageAge] {
    let open = FilingFilter(year: year, isOpenOnly: true).numbers(in: self)
    return Stage.allCases.compactMap { stage in
      let waiting = open.filter { files.rows[$0].stage == stage }.sorted(by: files.precedes)
      guard let oldest = waiting.first else { return nil }
      let here = waiting.map { (since: files[$0].standingSince, id: files.id(of: $0)) }.sorted { $0 < $1 }
      let middle = (waiting.count - 1) / 2
      return StageAge(
        stage: stage, count: waiting.count,
        award: waiting.reduce(into: .zero) { $0 += files.rows[$1].award },
        longest: files.rows[oldest].received.days(to: today), oldest: files.id(of: oldest),
        median: files.rows[waiting[middle]].received.days(to: today),
        longestHere: here[0].since.days(to: today), medianHere: here[middle].since.days(to: today),
        filings: here.map(\.id))
    }
  }
}
