import CaseModel
import Seeded

/// The days of the demo office.
struct DemoCalendar {
  /// The last day of the demo: nothing is received after it.
  let today: CivilDate
  /// The first day on which claims were taken.
  let opened: CivilDate
  private let holidays: [ClosedRange<CivilDate>]

  init() throws {
    today = try Self.day("2020-03-27")
    opened = try Self.day("2018-07-09")
    holidays = try [
      ("2018-09-24", "2018-09-24"), ("2018-10-01", "2018-10-07"), ("2018-12-30", "2019-01-01"),
      ("2019-02-04", "2019-02-10"), ("2019-04-05", "2019-04-05"), ("2019-05-01", "2019-05-04"),
      ("2019-06-07", "2019-06-07"), ("2019-09-13", "2019-09-13"), ("2019-10-01", "2019-10-07"),
      ("2020-01-01", "2020-01-01"), ("2020-01-24", "2020-02-09"),
    ].map { try Self.day($0)...Self.day($1) }
  }

  static func day(_ text: String) throws -> CivilDate {
    guard let day = CivilDate(text) else { throw DemoError("no day: \(text)") }
    return day
  }

  static func day(_ day: CivilDate, plus days: Int) throws -> CivilDate {
    guard let moved = day.adding(days: days) else { throw DemoError("no day \(days) after \(day)") }
    return moved
  }

  /// The first day from a day on when the counter is open.
  func openDay(from day: CivilDate) throws -> CivilDate {
    var day = max(day, opened)
    while day.weekday > 5 || holidays.contains(where: { $0.contains(day) }) {
      day = try Self.day(day, plus: 1)
    }
    return day
  }

  /// The days from one to the last on which somebody works: Monday to Friday, without the spring festival, with the
  /// Sunday that was worked for it.
  func workingDays(from first: String) throws -> [CivilDate] {
    let off = try Self.day("2020-01-24")...Self.day("2020-02-02")
    let worked = try Self.day("2020-01-19")
    var days: [CivilDate] = []
    var day = try Self.day(first)
    while day <= today {
      if day.weekday <= 5 || day == worked, !off.contains(day) { days.append(day) }
      day = try Self.day(day, plus: 1)
    }
    return days
  }

  /// A day of receipt some weeks after an event, never past the demo's last day.
  func receipt(after event: CivilDate, _ random: inout SeededNumbers) throws -> CivilDate {
    // What was waiting when the counter opened came in over some weeks.
    let wait = random.number(9...75)
    let day = try openDay(from: max(Self.day(event, plus: wait), Self.day(opened, plus: wait - 9)))
    guard day > today else { return day }
    guard event < today else { throw DemoError("an event after the demo's last day: \(event)") }
    return today
  }

  /// A day between two on which patents are granted: a Tuesday or a Friday.
  func grantDay(_ first: CivilDate, _ last: CivilDate, _ random: inout SeededNumbers) throws -> CivilDate {
    var day = try Self.day(first, plus: random.number(0...max(first.days(to: last) - 6, 0)))
    while day.weekday != 2 && day.weekday != 5 { day = try Self.day(day, plus: 1) }
    return day
  }
}
