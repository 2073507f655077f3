import CaseModel
import Testing

/// Working days, by hand from 国办发明电〔2018〕15号 (2019).
struct WorkCalendarTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private func calendar() throws -> WorkCalendar {
    let springFestival = try (4...10).map { try #require(CivilDate(year: 2019, month: 2, day: $0)) }
    return WorkCalendar([
      2019: .init(off: Set(springFestival), work: [try day("2019-02-02"), try day("2019-02-03")])
    ])
  }

  @Test(arguments: [
    ("2019-02-01", true), ("2019-02-02", true), ("2019-02-03", true), ("2019-02-04", false),
    ("2019-02-10", false), ("2019-02-11", true), ("2019-02-16", false), ("2019-02-17", false),
  ])
  func `A day is worked by week, holiday and make-up day`(text: String, isWorked: Bool) throws {
    #expect(try calendar().isWorkingDay(day(text)) == isWorked)
  }

  @Test
  func `A period of working days begins on the day after, and skips the holiday`() throws {
    // From Friday 1 February: Sat 2, Sun 3 (both made up), then Mon 11, Tue 12, Wed 13.
    #expect(try calendar().day(5, workingDaysAfter: day("2019-02-01")) == day("2019-02-13"))
    #expect(try calendar().day(1, workingDaysAfter: day("2019-02-03")) == day("2019-02-11"))
    #expect(try calendar().day(0, workingDaysAfter: day("2019-02-05")) == day("2019-02-05"))
  }

  @Test
  func `A period that ends on a day off ends on the next working day`() throws {
    #expect(try calendar().workingDay(onOrAfter: day("2019-02-05")) == day("2019-02-11"))
    #expect(try calendar().workingDay(onOrAfter: day("2019-02-02")) == day("2019-02-02"))
  }

  @Test
  func `A year that nobody has entered is not guessed at`() throws {
    let calendar = try calendar()
    #expect(calendar.isWorkingDay(try day("2018-03-01")) == nil)
    #expect(throws: WorkCalendar.UnknownYear(year: 2020)) {
      try calendar.day(3, workingDaysAfter: day("2019-12-30"))
    }
    #expect(throws: WorkCalendar.UnknownYear(year: 2020)) {
      try calendar.workingDay(onOrAfter: day("2020-01-01"))
    }
  }
}
