import CaseModel

/// Notices and the days that run from them.
extension StepCheck {
  func checkTime(_ need: StageRule.Need, _ findings: inout Findings) throws(Refusal) {
    switch need {
    case .points: try gatherPoints(&findings)
    case .due: try setDue(&findings)
    case .dueOver:
      guard let due = findings.file.notice?.due else { throw .step(.noDue) }
      guard findings.day > due else { throw .step(.dueNotOver(due)) }
    default:
      guard TextFolding.isBlank(request.paper) else { return }
      guard let due = findings.file.returnDue else { throw .step(.noDue) }
      guard findings.day > due else { throw .step(.dueNotOver(due)) }
    }
  }

  private func gatherPoints(_ findings: inout Findings) throws(Refusal) {
    var points = state.correctionPoints(of: findings.file)
    // Words alone are a notice only where no list has anything; beside points they explain them.
    if points.isEmpty, !TextFolding.isBlank(request.note) { points = [.remark(request.note)] }
    guard !points.isEmpty else { throw .step(.nothingToCorrect) }
    let late = state.latePoints(among: points, of: findings.file)
    if !late.isEmpty, who.role < .supervisor || TextFolding.isBlank(request.note) {
      throw .step(.notOneTime(late))
    }
    findings.taken.detail = .notice(CorrectionNotice(due: findings.day, points: points, late: late))
  }

  /// The last day of the time that runs: a working day, as far as the holidays are known.
  private func setDue(_ findings: inout Findings) throws(Refusal) {
    let due = try due(after: findings.day)
    switch findings.taken.detail {
    case .notice(var notice):
      notice.due = due
      findings.taken.detail = .notice(notice)
    case .bounced(let amount, _): findings.taken.detail = .bounced(amount, due: due)
    default: break
    }
  }

  private func due(after day: CivilDate) throws(Refusal) -> CivilDate {
    do throws(WorkCalendar.UnknownYear) {
      switch request.due ?? .workingDays(StepRequest.defaultDue) {
      case .workingDays(let count): return try state.calendar.day(max(count, 1), workingDaysAfter: day)
      case .day(let asked):
        guard asked > day else { break }
        // A day that somebody names stands as it is where nobody knows that year's holidays.
        guard state.calendar.knows(asked.year) else { return asked }
        return try state.calendar.workingDay(onOrAfter: asked)
      }
    } catch {
      throw .step(.calendarUnknown(error.year))
    }
    guard case .day(let asked)? = request.due else { throw .step(.noDue) }
    throw .step(.dueNotAfter(asked, day: day))
  }
}
