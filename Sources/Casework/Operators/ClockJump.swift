public import CaseModel

/// A save before which the device's clock had run back, or ahead, by more than a day.
public struct ClockJump: Hashable, Sendable {
  /// The moments of the save before and of this one, in UTC.
  public var before: String
  public var after: String
  /// Who made the save, and its number in the journal.
  public var by: String
  public var sequence: Int

  /// Nil where the two lie no more than a day apart, or can't be read.
  init?(from before: String, to after: String, by name: String, sequence: Int) {
    // The same day is what nearly every save has.
    guard before.utf8.prefix(10).elementsEqual(after.utf8.prefix(10)) == false,
      let first = Moment.seconds(of: before), let second = Moment.seconds(of: after),
      abs(second - first) > 86_400
    else { return nil }
    self.before = before
    self.after = after
    by = name
    self.sequence = sequence
  }

  public var isBack: Bool { (Moment.seconds(of: after) ?? 0) < (Moment.seconds(of: before) ?? 0) }

  /// Whether the jump says nothing of the clock: ahead, over days on which the office does not work.
  ///
  /// A year that the calendar does not know is taken as worked from Monday to Friday.
  public func isOverDaysOff(_ calendar: WorkCalendar) -> Bool {
    guard !isBack, var day = Moment.officeDay(of: before), let end = Moment.officeDay(of: after) else {
      return false
    }
    while let next = day.adding(days: 1), next < end {
      if calendar.isWorkingDay(next) ?? (next.weekday <= 5) { return false }
      day = next
    }
    return true
  }
}

extension OfficeState {
  /// How a moment of the device's clock lies to the last save; nil where nothing is odd about it.
  public func clockJump(at moment: String) -> ClockJump? {
    guard let lastAt = folded.lastAt else { return nil }
    let jump = ClockJump(from: lastAt, to: moment, by: "", sequence: 0)
    return jump?.isOverDaysOff(workingDays) == true ? nil : jump
  }

  mutating func noteClock(_ transaction: Transaction) {
    if let lastAt = folded.lastAt,
      let jump = ClockJump(
        from: lastAt, to: transaction.at, by: transaction.by, sequence: transaction.sequence)
    {
      folded.clockJumps.append(jump)
    }
    folded.lastAt = transaction.at
  }
}
