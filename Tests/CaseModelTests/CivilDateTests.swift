import CaseModel
import Testing

@Suite("Days")
struct CivilDateTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text), "\(text)") }

  @Test("Only YYYY-MM-DD is read", arguments: ["2019-03-01", "0001-01-01", "9999-12-31", "2020-02-29"])
  func read(text: String) throws { #expect(try day(text).description == text) }

  @Test(
    "What is no day",
    arguments: [
      "", "2019-3-1", "20190301", "2019-02-29", "1900-02-29", "2019-13-01", "2019-00-01", "2019-01-00",
      "2019-04-31",
      "0000-01-01", "2019/03/01", "2019-03-01 ", "２０１９-０３-０１", "-019-03-01", "2019-0a-01",
    ])
  func refuse(text: String) { #expect(CivilDate(text) == nil) }

  @Test("Every day of the calendar has the number after the day before")
  func counting() throws {
    let first = try day("0001-01-01").dayNumber
    var expected = first
    for year in 1...9999 {
      // Whole years would be 3.6 million days; the turn of each month holds every special case.
      for month in 1...12 {
        let length = CivilDate.days(inMonth: month, of: year)
        for dayOfMonth in [1, length] {
          let date = try #require(CivilDate(year: year, month: month, day: dayOfMonth))
          let number = expected + dayOfMonth - 1
          guard date.dayNumber == number, CivilDate(dayNumber: number) == date else {
            Issue.record("\(date) has number \(date.dayNumber), \(number) expected")
            return
          }
        }
        expected += length
      }
    }
    #expect(CivilDate(dayNumber: first - 1) == nil)
    #expect(CivilDate(dayNumber: expected) == nil)
  }

  @Test("Leap years by a count of their own")
  func leapYears() {
    let leaps = (1...9999).filter(CivilDate.isLeap)
    #expect(leaps.count == 2499 - 99 + 24)
    #expect(!CivilDate.isLeap(1900) && CivilDate.isLeap(2000) && CivilDate.isLeap(2020))
  }

  @Test("Counting on and back, also past the ends")
  func adding() throws {
    #expect(try day("2019-12-31").adding(days: 1) == day("2020-01-01"))
    #expect(try day("2020-03-01").adding(days: -1) == day("2020-02-29"))
    #expect(try day("2018-07-04").days(to: day("2020-12-31")) == 911)
    #expect(try day("9999-12-31").adding(days: 1) == nil)
    #expect(try day("0001-01-01").adding(days: -1) == nil)
    #expect(try day("2019-01-01").adding(days: .max) == nil)
    #expect(try day("2019-01-01").adding(days: .min) == nil)
    #expect(CivilDate(dayNumber: .max) == nil)
    #expect(CivilDate(dayNumber: .min) == nil)
  }

  @Test(
    "Days of the week",
    arguments: [("2018-07-04", 3), ("2019-03-01", 5), ("2000-01-01", 6), ("2020-12-31", 4)])
  func weekday(text: String, expected: Int) throws { #expect(try day(text).weekday == expected) }

  @Test(
    "Annuity years count from the filing date",
    arguments: [
      ("2015-06-01", "2015-06-01", 1), ("2015-06-01", "2016-05-31", 1), ("2015-06-01", "2016-06-01", 2),
      ("2015-06-01", "2018-05-31", 3), ("2015-06-01", "2018-06-01", 4), ("2015-06-01", "2015-05-31", 0),
      ("2016-02-29", "2017-02-28", 1), ("2016-02-29", "2017-03-01", 2), ("2016-02-29", "2020-02-28", 4),
      ("2016-02-29", "2020-02-29", 5), ("2015-02-28", "2016-02-28", 2), ("2015-03-01", "2016-02-29", 1),
    ])
  func annuities(filed: String, day other: String, year: Int) throws {
    #expect(try day(filed).annuityYear(of: day(other)) == year)
  }

  /// 民法典 article 202: the corresponding day, or the month's last where it has none.
  @Test(
    "Terms in months end on the corresponding day",
    arguments: [
      ("2021-05-01", 6, "2021-11-01"), ("2021-08-31", 6, "2022-02-28"), ("2019-08-31", 6, "2020-02-29"),
      ("2020-02-29", 12, "2021-02-28"), ("2020-02-29", 48, "2024-02-29"), ("2021-12-31", 1, "2022-01-31"),
      ("2021-01-30", 1, "2021-02-28"), ("2021-10-15", 0, "2021-10-15"),
    ])
  func months(from: String, count: Int, to: String) throws {
    #expect(try day(from).adding(months: count)?.description == to)
  }

  @Test("No term leads out of the calendar")
  func monthsOutside() throws {
    #expect(try day("9999-12-01").adding(months: 1) == nil)
    #expect(try day("0001-01-31").adding(months: -1) == nil)
    #expect(try day("2021-01-01").adding(months: .max) == nil)
  }

  @Test("Days compare as they follow one another")
  func order() throws {
    #expect(try day("2019-02-28") < day("2019-03-01"))
    #expect(try day("2018-12-31") < day("2019-01-01"))
    #expect(CivilDate.lastDay(of: 2019)?.description == "2019-12-31")
    #expect(CivilDate.lastDay(of: 10_000) == nil)
    #expect(CivilDate.lastDay(of: .max) == nil)
  }
}
