public import CaseModel
public import JSONText

/// The table of holidays, `data/holidays.json`, which an office may extend when a new notice comes out.
///
///     { "format": "zizhu-holidays/1",
///       "years": [ { "year": 2019, "notices": ["国办发明电〔2018〕15号"],
///                    "off": [ { "name": "春节", "from": "2019-02-04", "to": "2019-02-10" } ],
///                    "work": ["2019-02-02", "2019-02-03"] } ] }
///
/// `off` are stretches of days off, both ends in; `work` are the Saturdays and Sundays that are worked for them.
/// Every day lies in its year and stands once. Anything else refuses the file with the place of the mistake.
public enum HolidayFile {
  public static let format = "zizhu-holidays/1"

  public static func read(_ bytes: [UInt8]) throws(HolidayMistake) -> WorkCalendar {
    try reading(or: HolidayMistake.self) { try HolidayReader(bytes).calendar() }
  }
}

/// What is wrong in a table of holidays, and where.
public struct HolidayMistake: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case json(JSONError.Reason)
    case wrongFormat(String)
    case badDate(String)
    case repeatedYear(Int)
    case outsideYear(CivilDate)
    case endsBeforeItBegins
    case repeatedDay(CivilDate)
    /// A make-up day that is no Saturday or Sunday is worked anyway.
    case notAtWeekend(CivilDate)
  }

  public var reason: Reason
  public var location: JSONLocation
}
