public import CaseModel

/// How long something takes in this office (期限), from a day on, as a supervisor has set it.
///
/// What nobody has set is not enforced. What runs already keeps the period of the day on which it began.
///
/// The step that begins something keeps its end (`StepTaken.due`): publication, correction, a returned
/// payment, a recovery. `pay` and `batch` wait for the end of publicity and for objections
/// (`Objections.swift`); what was served (`Step.serve`, `Service`) runs from then.
public struct OfficePeriod: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// 补正: how long an applicant has to correct a filing.
    case correction
    /// 公示: how long a list is public before anything on it is paid.
    case publicity
    /// 更正账户: how long an applicant has after the bank sent a payment back.
    case account = "return"
    /// 退款: how long an applicant has to give back what is recovered.
    case recovery

    /// How it is counted where nobody says otherwise.
    public var usualUnit: Unit {
      switch self {
      case .correction, .account: .workingDays
      case .publicity, .recovery: .days
      }
    }
  }

  public enum Unit: String, Hashable, Sendable, CaseIterable {
    /// 自然日
    case days
    /// 工作日
    case workingDays = "working-days"
  }

  public var kind: Kind
  /// From 1 to 999; 0 sets none any more.
  public var count: Int
  public var unit: Unit
  /// The first day on which it holds.
  public var from: CivilDate
  public var note: String
  /// Who set it, and when (UTC): the save says so; empty until then.
  public internal(set) var by = ""
  public internal(set) var at = ""

  public init(kind: Kind, count: Int, unit: Unit? = nil, from: CivilDate, note: String = "") {
    self.kind = kind
    self.count = count
    self.unit = unit ?? kind.usualUnit
    self.from = from
    self.note = note
  }

  public static let counts = 0...999

  /// The last day of what begins on the day after `day`.
  func end(after day: CivilDate, _ calendar: WorkCalendar) throws(WorkCalendar.UnknownYear) -> CivilDate {
    switch unit {
    case .workingDays: return try calendar.day(count, workingDaysAfter: day)
    case .days:
      guard let end = day.adding(days: count) else { throw .init(year: day.year + 1) }
      // What an applicant has to do by then may be done on the next day that is worked (民法典第203条).
      guard kind != .publicity, calendar.knows(end.year) else { return end }
      return try calendar.workingDay(onOrAfter: end)
    }
  }
}

extension OfficeState {
  /// What holds of a kind on a day; nil where the office has set nothing, or none any more.
  public func period(_ kind: OfficePeriod.Kind, on day: CivilDate) -> OfficePeriod? {
    var found: OfficePeriod?
    // Of one day the last that was set.
    for period in house.periods
    where period.kind == kind && period.from <= day && period.from >= found?.from ?? .first {
      found = period
    }
    return found.flatMap { $0.count > 0 ? $0 : nil }
  }

  /// Setting periods is a supervisor's act, and changes nothing that lies behind.
  func setting(_ periods: [OfficePeriod], by who: Operator, on today: CivilDate) throws(Refusal) -> [Change] {
    try need(.supervisor, who)
    for period in periods {
      guard OfficePeriod.counts.contains(period.count) else { throw .periodCount }
      guard period.from >= today else { throw .periodInPast(period.from) }
      guard TextFolding.isReason(period.note) else { throw .noteMissing }
    }
    return periods.map(Change.periodSet)
  }
}
