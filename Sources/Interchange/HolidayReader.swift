import CaseModel
import JSONText

/// Reads the table of holidays; the first mistake ends it.
struct HolidayReader {
  private let file: JSONMembers

  init(_ bytes: [UInt8]) throws { file = try JSONMembers(bytes) }

  func calendar() throws -> WorkCalendar {
    try file.hold(["format", "years"])
    let format: JSONPlaced<String> = try file.value("format")
    guard format.value == HolidayFile.format else {
      throw mistake(.wrongFormat(format.value), at: format.offset)
    }
    var years: [Int: WorkCalendar.Year] = [:]
    for record in try file.list("years", { $0 }) {
      let (number, year) = try year(record)
      guard years.updateValue(year, forKey: number) == nil else {
        throw mistake(.repeatedYear(number), at: record.start)
      }
    }
    return WorkCalendar(years)
  }

  // MARK: - One year

  /// A day with its place.
  private struct Placed {
    var day: CivilDate
    var offset: Int
  }

  private func year(_ record: JSONMembers) throws -> (Int, WorkCalendar.Year) {
    try record.hold(["year", "notices", "off", "work"])
    let (number, _): (Int, [String]) = (try record.value("year"), try record.value("notices"))
    var year = WorkCalendar.Year(off: [], work: [])
    for stretch in try record.list("off", { $0 }) {
      try stretch.hold(["name", "from", "to"])
      let _: String = try stretch.value("name")
      let from = try day(stretch.value("from"), in: number)
      let to = try day(stretch.value("to"), in: number)
      guard from.day <= to.day else { throw mistake(.endsBeforeItBegins, at: to.offset) }
      for step in 0...from.day.days(to: to.day) {
        guard let day = from.day.adding(days: step) else { continue }
        guard year.off.insert(day).inserted else { throw mistake(.repeatedDay(day), at: from.offset) }
      }
    }
    for text in try record.value("work") as [JSONPlaced<String>] {
      let placed = try day(text, in: number)
      guard placed.day.weekday > 5 else { throw mistake(.notAtWeekend(placed.day), at: placed.offset) }
      guard !year.off.contains(placed.day), year.work.insert(placed.day).inserted else {
        throw mistake(.repeatedDay(placed.day), at: placed.offset)
      }
    }
    return (number, year)
  }

  private func day(_ text: JSONPlaced<String>, in year: Int) throws -> Placed {
    guard let day = CivilDate(text.value) else { throw mistake(.badDate(text.value), at: text.offset) }
    guard day.year == year else { throw mistake(.outsideYear(day), at: text.offset) }
    return Placed(day: day, offset: text.offset)
  }

  private func mistake(_ reason: HolidayMistake.Reason, at offset: Int) -> HolidayMistake {
    HolidayMistake(reason: reason, location: file.location(at: offset))
  }
}
