public import CaseModel
import SubsidyRules

/// How long the filings at one stage have waited there.
public struct StageAge: Hashable, Sendable {
  public var stage: Stage
  public var count: Int
  public var award: MoneyTotal
  /// Days since receipt of the one that waits longest.
  public var longest: Int
  /// Id of that one.
  public var oldest: String
  /// The middle one's days; of an even number the longer of the two in the middle.
  public var median: Int
}

extension OfficeState {
  /// The open filings of a year by stage, with their days since receipt.
  public func ages(of year: Int, on today: CivilDate) -> [StageAge] {
    let open = FilingFilter(year: year, isOpenOnly: true).numbers(in: files).map { files[$0] }
    return Stage.allCases.compactMap { stage in
      let waiting = open.filter { $0.filing.stage == stage }
        .sorted { ($0.filing.received, $0.filing.id) < ($1.filing.received, $1.filing.id) }
      guard let oldest = waiting.first else { return nil }
      return StageAge(
        stage: stage, count: waiting.count,
        award: waiting.reduce(into: .zero) { $0 += $1.decision.award },
        longest: oldest.filing.received.days(to: today), oldest: oldest.filing.id,
        median: waiting[(waiting.count - 1) / 2].filing.received.days(to: today))
    }
  }
}
