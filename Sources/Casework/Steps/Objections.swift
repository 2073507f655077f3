public import CaseModel

/// Objections against what is public (异议): they stop payment until somebody else has decided on them.
extension FiledFiling {
  /// The objection that nobody has decided on; nil where there is none.
  public var openObjection: StepTaken? {
    for held in steps.reversed() {
      switch held.step.step {
      case .object: return held.step
      case .overrule: return nil
      default: continue
      }
    }
    return nil
  }

  /// The last day on which the filing is public before it may be paid; nil where the office has set no time.
  public var publicUntil: CivilDate? { steps.last { $0.step.step == .publish }?.step.due }

  /// Who approved the filing last, and when (UTC); nil where no approval holds.
  var approver: (by: String, at: String)? {
    steps.last { $0.step.step.isApproval }.map { (history[$0.entry].by, history[$0.entry].at) }
  }
}
