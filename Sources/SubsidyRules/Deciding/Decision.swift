public import CaseModel

/// What one filing comes to, with every reason at once.
public struct Decision: Hashable, Sendable {
  public var outcome: Outcome
  /// The award before shared caps; what was decided, where it was.
  public var gross: Money
  /// What is paid after every ceiling and cap.
  public var award: Money
  public var reasons: [Reason]
  public var warnings: [Warning]
  /// Empty where no trace was asked for.
  public var trace: Trace
  /// The day the award attaches to, where it can be read.
  public var event: CivilDate?
  /// What can be told already although the filing is incomplete; where a trace was asked for.
  public var ahead: AdvanceNotice?

  /// The working as far as it goes: of an incomplete filing what could be judged already.
  public var working: Trace { ahead?.trace ?? trace }

  public init(
    outcome: Outcome, gross: Money, award: Money, reasons: [Reason], warnings: [Warning], trace: Trace,
    event: CivilDate?
  ) {
    self.outcome = outcome
    self.gross = gross
    self.award = award
    self.reasons = reasons
    self.warnings = warnings
    self.trace = trace
    self.event = event
  }
}
