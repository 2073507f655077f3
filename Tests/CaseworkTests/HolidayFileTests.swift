import CaseModel
import Interchange
import JSONText
import Testing

/// The table of holidays that the program brings along, and how strictly one is read.
struct HolidayFileTests {
  @Test
  func `The table that comes with the program is read`() throws {
    let calendar = try HolidayFile.read(TestData.bytes("holidays.json"))
    for year in 2018...2026 { #expect(calendar.knows(year)) }
    #expect(!calendar.knows(2027))
    // 国办发明电〔2020〕1号: the spring festival of 2020 was prolonged to Sunday 2 February.
    for (text, isWorked) in [
      ("2020-01-19", true), ("2020-01-31", false), ("2020-02-01", false), ("2020-02-03", true),
      ("2019-05-02", false), ("2019-05-05", true), ("2018-12-29", true), ("2018-12-31", false),
    ] {
      #expect(calendar.isWorkingDay(try #require(CivilDate(text))) == isWorked, "\(text)")
    }
  }

  private static func table(off: String = "", work: String = "") -> String {
    """
    {"format": "zizhu-holidays/1", "years": [{"year": 2019, "notices": [], "off": [\(off)], "work": [\(work)]}]}
    """
  }

  private static let festival = #"{"name": "春节", "from": "2019-02-04", "to": "2019-02-10"}"#

  @Test(arguments: [
    (#"{"format": "zizhu-holidays/2", "years": []}"#, HolidayMistake.Reason.wrongFormat("zizhu-holidays/2")),
    (#"{"format": "zizhu-holidays/1"}"#, .json(.missingKey("years"))),
    (table(off: #"{"name": "", "from": "2019-02-04"}"#), .json(.missingKey("to"))),
    (table(off: #"{"name": "", "from": "2019-02-30", "to": "2019-03-01"}"#), .badDate("2019-02-30")),
    (table(off: #"{"name": "", "from": "2019-02-05", "to": "2019-02-04"}"#), .endsBeforeItBegins),
    (
      table(off: #"{"nam": "", "from": "2019-02-05", "to": "2019-02-04"}"#),
      .json(.unknownKey("nam", nearest: "name"))
    ),
  ])
  func `A mistake refuses the table`(text: String, reason: HolidayMistake.Reason) {
    let mistake = #expect(throws: HolidayMistake.self) { try HolidayFile.read(Array(text.utf8)) }
    #expect(mistake?.reason == reason)
  }

  @Test
  func `A day stands once, in its year, and only weekends are made up`() throws {
    let day = try #require(CivilDate("2019-02-04"))
    let monday = try #require(CivilDate("2019-02-11"))
    let newYear = try #require(CivilDate("2020-01-01"))
    let twice = Self.festival + "," + #"{"name": "", "from": "2019-02-10", "to": "2019-02-10"}"#
    for (text, reason) in [
      (Self.table(work: #""2019-02-11""#), HolidayMistake.Reason.notAtWeekend(monday)),
      (Self.table(work: #""2020-01-01""#), .outsideYear(newYear)),
      (Self.table(off: twice), .repeatedDay(try #require(CivilDate("2019-02-10")))),
      (
        Self.table(off: Self.festival, work: #""2019-02-09""#),
        .repeatedDay(try #require(CivilDate("2019-02-09")))
      ),
    ] {
      let mistake = #expect(throws: HolidayMistake.self) { try HolidayFile.read(Array(text.utf8)) }
      #expect(mistake?.reason == reason)
    }
    #expect(try HolidayFile.read(Array(Self.table(off: Self.festival).utf8)).isWorkingDay(day) == false)
  }

  @Test
  func `The place of a mistake is named`() {
    let text = "{\"format\": \"zizhu-holidays/1\",\n  \"years\": 3}"
    let mistake = #expect(throws: HolidayMistake.self) { try HolidayFile.read(Array(text.utf8)) }
    #expect(mistake?.location.line == 2)
    #expect(mistake?.location.column == 12)
  }
}
