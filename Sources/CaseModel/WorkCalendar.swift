/// Which days an office works (工作日): Monday to Friday, less the holidays and with the make-up days (调休) that
/// the State Council announces for each year.
///
/// A year that nobody has entered is not guessed at: whatever needs it gives nothing.
public struct WorkCalendar: Hashable, Sendable {
  /// One year as its notice states it.
  public struct Year: Hashable, Sendable {
    /// Days off that would otherwise be worked, or that fall on a weekend anyway.
    public var off: Set<CivilDate>
    /// Saturdays and Sundays that are worked.
    public var work: Set<CivilDate>

    public init(off: Set<CivilDate>, work: Set<CivilDate>) {
      self.off = off
      self.work = work
    }
  }

  /// The years that are known.
  public private(set) var years: [Int: Year]

  public init(_ years: [Int: Year] = [:]) { self.years = years }

  public var isEmpty: Bool { years.isEmpty }

  /// The same with what another says of its years in the place of what is known of these.
  public func taking(_ other: WorkCalendar) -> WorkCalendar {
    WorkCalendar(years.merging(other.years) { $1 })
  }

  /// What differs of another's years from what is known of these.
  public func differing(of other: WorkCalendar) -> WorkCalendar {
    WorkCalendar(other.years.filter { years[$0.key] != $0.value })
  }

  public func knows(_ year: Int) -> Bool { years[year] != nil }

  /// Whether a day is worked; nil where its year is not known.
  public func isWorkingDay(_ day: CivilDate) -> Bool? {
    guard let year = years[day.year] else { return nil }
    if year.off.contains(day) { return false }
    return day.weekday <= 5 || year.work.contains(day)
  }

  /// A day that needs a year nobody has entered.
  public struct UnknownYear: Error, Hashable, Sendable {
    public var year: Int

    public init(year: Int) { self.year = year }
  }

  /// The last day of a period of working days that begins on the day after `day` (民法典第201条).
  public func day(_ count: Int, workingDaysAfter day: CivilDate) throws(UnknownYear) -> CivilDate {
    var day = day
    var left = count
    while left > 0 {
      day = try next(day)
      if try isWorked(day) { left -= 1 }
    }
    return day
  }

  /// The day itself where it is worked, else the next that is: a period that ends on a day off ends after it
  /// (民法典第203条).
  public func workingDay(onOrAfter day: CivilDate) throws(UnknownYear) -> CivilDate {
    var day = day
    while try !isWorked(day) { day = try next(day) }
    return day
  }

  private func isWorked(_ day: CivilDate) throws(UnknownYear) -> Bool {
    guard let isWorked = isWorkingDay(day) else { throw UnknownYear(year: day.year) }
    return isWorked
  }

  private func next(_ day: CivilDate) throws(UnknownYear) -> CivilDate {
    guard let next = day.adding(days: 1) else { throw UnknownYear(year: day.year + 1) }
    return next
  }
}
