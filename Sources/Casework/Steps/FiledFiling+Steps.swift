public import CaseModel

extension FiledFiling {
  /// A step that still holds, with its place in the history.
  public struct Held: Hashable, Sendable {
    public var entry: Int
    public var step: StepTaken
  }

  /// The steps that hold: each undoing takes away the last one that stood then.
  public var steps: [Held] {
    var held: [Held] = []
    for (index, entry) in history.enumerated() {
      guard case .stepped(let step) = entry.deed else { continue }
      if step.step == .undo { _ = held.popLast() } else { held.append(Held(entry: index, step: step)) }
    }
    return held
  }

  /// The entries by which approvals were undone.
  var undoneApprovals: [HistoryEntry] {
    history.filter { entry in
      if case .stepped(let step) = entry.deed, case .undone(let undone) = step.detail {
        undone.isApproval
      } else {
        false
      }
    }
  }

  /// The step that holds with the latest legal day; no later step may lie before it.
  var lastLegalDay: StepTaken? { steps.map(\.step).max { $0.day < $1.day } }

  /// The standing with which the filing came into the office.
  var firstStanding: Standing {
    if case .takenOver(let standing, _, _)? = history.first?.deed { standing } else { .received }
  }

  /// Where steps that hold lead, from the first standing on.
  func standing(after steps: some Sequence<Held>) -> Standing {
    var standing = firstStanding
    for held in steps {
      if case .to(let next) = StageRule.of(held.step.step).target { standing = next }
    }
    return standing
  }

  /// Where the filing stood before the last step that holds; nil where there is none.
  public var standingBeforeLastStep: Standing? { steps.isEmpty ? nil : standing(after: steps.dropLast()) }

  /// The notice that the applicant was given last; nil where there was none.
  public var notice: CorrectionNotice? {
    for (place, entry) in history.enumerated().reversed() {
      guard case .stepped(let step) = entry.deed, case .notice(var notice) = step.detail else { continue }
      // Served later, it runs from then.
      if let due = service(of: Held(entry: place, step: step))?.step.due { notice.due = due }
      return notice
    }
    return nil
  }

  /// The last payment that holds, with its day; nil where nothing was paid here.
  public var payment: (payment: Payment, day: CivilDate)? {
    for held in steps.reversed() {
      if case .payment(let payment) = held.step.detail { return (payment, held.step.day) }
    }
    return nil
  }

  /// Until when the applicant may put the account right after the bank sent a payment back.
  public var returnDue: CivilDate? {
    guard standing == .returned else { return nil }
    for held in steps.reversed() {
      if case .bounced(_, let due) = held.step.detail { return service(of: held)?.step.due ?? due }
    }
    return nil
  }
}
