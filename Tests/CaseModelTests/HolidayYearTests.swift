import CaseModel
import Testing

/// Periods of working days over the turns of years, and calendars that are put together. Days by hand from the notices
/// of the State Council: 国办发明电〔2018〕15号 for 2019, 〔2019〕16号 and 〔2020〕1号 for 2020.
struct HolidayYearTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text), "\(text)") }

  private func days(_ from: String, _ to: String) throws -> Set<CivilDate> {
    let (first, last) = (try day(from), try day(to))
    return Set((0...first.days(to: last)).compactMap { first.adding(days: $0) })
  }

  /// The turn of 2019 to 2020, with the spring festival that was prolonged to Sunday 2 February.
  private func calendar() throws -> WorkCalendar {
    WorkCalendar([
      2019: .init(
        off: try days("2019-10-01", "2019-10-07"), work: [try day("2019-09-29"), try day("2019-10-12")]),
      2020: .init(
        off: try days("2020-01-01", "2020-01-01").union(days("2020-01-24", "2020-02-02")),
        work: [try day("2020-01-19")]),
    ])
  }

  @Test(arguments: [
    // From Tuesday 31 December: New Year's Day is off, 2 January is the first.
    ("2019-12-31", 1, "2020-01-02"), ("2019-12-31", 2, "2020-01-03"), ("2019-12-31", 3, "2020-01-06"),
    // Friday 27 December: Mon 30, Tue 31, Thu 2.
    ("2019-12-27", 3, "2020-01-02"),
    // Friday 17 January: Sunday 19 is worked, then Mon 20 to Thu 23, then nothing before Mon 3 February.
    ("2020-01-17", 1, "2020-01-19"), ("2020-01-17", 5, "2020-01-23"), ("2020-01-17", 6, "2020-02-03"),
    // From within the holiday; from its last day; and over a leap day.
    ("2020-01-28", 1, "2020-02-03"), ("2020-02-02", 1, "2020-02-03"), ("2020-02-28", 1, "2020-03-02"),
    // The make-up Saturday after the National Day week.
    ("2019-10-11", 1, "2019-10-12"), ("2019-09-30", 1, "2019-10-08"), ("2019-09-28", 1, "2019-09-29"),
  ])
  func `The last day of a period of working days`(from: String, count: Int, to: String) throws {
    #expect(try calendar().day(count, workingDaysAfter: day(from)) == day(to))
  }

  @Test(arguments: [
    ("2020-01-01", "2020-01-02"), ("2020-01-25", "2020-02-03"), ("2020-01-19", "2020-01-19"),
    ("2020-02-29", "2020-03-02"), ("2019-12-31", "2019-12-31"), ("2019-12-28", "2019-12-30"),
  ])
  func `A period that would end on a day off ends on the next that is worked`(on: String, ends: String) throws
  {
    #expect(try calendar().workingDay(onOrAfter: day(on)) == day(ends))
  }

  @Test func `A period that runs into a year nobody has entered says which`() throws {
    let calendar = try calendar()
    #expect(throws: WorkCalendar.UnknownYear(year: 2021)) {
      try calendar.day(1, workingDaysAfter: try self.day("2020-12-31"))
    }
    // 31 December 2018 is in a year that is not there; the first day that counts is.
    #expect(try calendar.day(1, workingDaysAfter: day("2018-12-31")) == day("2019-01-01"))
    let end = WorkCalendar([9999: .init(off: [], work: [])])
    #expect(throws: WorkCalendar.UnknownYear(year: 10_000)) {
      try end.day(1, workingDaysAfter: .last)
    }
  }

  @Test func `What another calendar says of a year takes the place of what was known`() throws {
    let old = try calendar()
    let festival = WorkCalendar.Year(off: try days("2020-01-24", "2020-01-30"), work: [try day("2020-02-01")])
    let notice = WorkCalendar([2020: festival, 2021: .init(off: [], work: [])])
    let both = old.taking(notice)
    #expect(both.years.keys.sorted() == [2019, 2020, 2021])
    let friday = try day("2020-01-31")
    #expect(both.isWorkingDay(friday) == true && old.isWorkingDay(friday) == false)
    #expect(both.years[2019] == old.years[2019])
    // Only what is said otherwise differs, and of oneself nothing.
    #expect(old.differing(of: notice).years.keys.sorted() == [2020, 2021])
    #expect(both.differing(of: notice).isEmpty && old.differing(of: old).isEmpty)
    #expect(old.differing(of: WorkCalendar([2019: .init(off: [], work: [])])).knows(2019))
  }
}
