import CaseModel

/// Notices and the days that run from them.
extension StepCheck {
  func checkTime(_ need: StageRule.Need, _ findings: inout Findings) throws(Refusal) {
    switch need {
    case .points: try gatherPoints(&findings)
    case .due: try setDue(&findings)
    case .publicity: findings.taken.due = try periodEnd(.publicity, after: findings.day)
    case .publicityOver:
      // A payment that comes again was public before.
      if let until = findings.file.publicUntil, findings.day <= until { throw .step(.publicUntil(until)) }
    case .decision: try serve(&findings)
    case .dueOver:
      guard let due = findings.file.notice?.due else { throw .step(.noDue) }
      guard findings.day > due else { throw .step(.dueNotOver(due)) }
    default:
      guard !TextFolding.isPaper(request.paper) else { return }
      guard let due = findings.file.returnDue else { throw .step(.noDue) }
      guard findings.day > due else { throw .step(.dueNotOver(due)) }
    }
  }

  private func gatherPoints(_ findings: inout Findings) throws(Refusal) {
    var points = state.correctionPoints(of: findings.file)
    // Words alone are a notice only where no list has anything; beside points they explain them.
    if points.isEmpty, TextFolding.isReason(request.note) { points = [.remark(request.note)] }
    guard !points.isEmpty else { throw .step(.nothingToCorrect) }
    let late = state.latePoints(among: points, of: findings.file)
    if !late.isEmpty, who.role < .supervisor || !TextFolding.isReason(request.note) {
      throw .step(.notOneTime(late))
    }
    findings.taken.detail = .notice(CorrectionNotice(due: findings.day, points: points, late: late))
  }

  /// The last day of the time that runs: a working day, as far as the holidays are known.
  private func setDue(_ findings: inout Findings) throws(Refusal) {
    let kind: OfficePeriod.Kind = request.step == .bounce ? .account : .correction
    let due = try due(after: findings.day, kind)
    switch findings.taken.detail {
    case .notice(var notice):
      notice.due = due
      findings.taken.detail = .notice(notice)
    case .bounced(let amount, _): findings.taken.detail = .bounced(amount, due: due)
    default: break
    }
  }

  /// Until when what is recovered is to be given back, where somebody says so or the office has set it.
  func recoveryDue(after day: CivilDate) throws(Refusal) -> CivilDate? {
    guard request.due != nil || state.period(.recovery, on: day) != nil else { return nil }
    return try due(after: day, .recovery)
  }

  private func periodEnd(_ kind: OfficePeriod.Kind, after day: CivilDate) throws(Refusal) -> CivilDate? {
    guard let period = state.period(kind, on: day) else { return nil }
    do throws(WorkCalendar.UnknownYear) {
      return try period.end(after: day, state.workingDays)
    } catch {
      throw .step(.calendarUnknown(error.year))
    }
  }

  /// As somebody says, but not before what the office has set.
  private func due(after day: CivilDate, _ kind: OfficePeriod.Kind) throws(Refusal) -> CivilDate {
    let set = try periodEnd(kind, after: day)
    if request.due == nil, let set { return set }
    let due = try due(after: day)
    if let set, due < set { throw .step(.dueBeforePeriod(due, least: set)) }
    return due
  }

  // MARK: - Service

  /// What was served, and until when what runs from it then runs.
  private func serve(_ findings: inout Findings) throws(Refusal) {
    guard let held = findings.file.decisionToServe else { throw .step(.nothingToServe) }
    guard let way = request.way else { throw .step(.wayMissing) }
    let number = TextFolding.isPaper(request.paper) ? request.paper : held.step.paper
    guard TextFolding.isPaper(number) || held.step.step == .correct else { throw .step(.numberMissing) }
    findings.taken.detail = .service(Service(of: held.step.step, number: number, way: way))
    findings.taken.due = dueFromService(of: held.step, on: findings.day)
  }

  /// The same time as was given, counted from the service; nil where none was given or it was served at once.
  private func dueFromService(of step: StepTaken, on day: CivilDate) -> CivilDate? {
    let given: CivilDate? =
      switch step.detail {
      case .notice(let notice): notice.due
      case .bounced(_, let due): due
      default: step.step == .confirm ? step.due : nil
      }
    guard let given, day > step.day else { return nil }
    guard let later = given.adding(days: step.day.days(to: day)) else { return nil }
    return (try? state.workingDays.workingDay(onOrAfter: later)) ?? later
  }

  private func due(after day: CivilDate) throws(Refusal) -> CivilDate {
    do throws(WorkCalendar.UnknownYear) {
      switch request.due ?? .workingDays(StepRequest.defaultDue) {
      case .workingDays(let count): return try state.workingDays.day(max(count, 1), workingDaysAfter: day)
      case .day(let asked):
        guard asked > day else { break }
        // A day that somebody names stands as it is where nobody knows that year's holidays.
        guard state.workingDays.knows(asked.year) else { return asked }
        return try state.workingDays.workingDay(onOrAfter: asked)
      }
    } catch {
      throw .step(.calendarUnknown(error.year))
    }
    guard case .day(let asked)? = request.due else { throw .step(.noDue) }
    throw .step(.dueNotAfter(asked, day: day))
  }
}
