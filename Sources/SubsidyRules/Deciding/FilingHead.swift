public import CaseModel

/// What a decision rests on beside the inputs and the applicant's facts.
public struct FilingHead: BitwiseCopyable, Sendable {
  public var received: CivilDate
  public var stage: Stage
  public var decided: Money?
  public var reclaimed: Money?

  public init(received: CivilDate, stage: Stage, decided: Money? = nil, reclaimed: Money? = nil) {
    self.received = received
    self.stage = stage
    self.decided = decided
    self.reclaimed = reclaimed
  }

  init(_ filing: Filing) {
    self.init(
      received: filing.received, stage: filing.stage, decided: filing.decided, reclaimed: filing.reclaimed)
  }
}
