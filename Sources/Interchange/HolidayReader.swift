import CaseModel
import JSONText

/// Reads the table of holidays in one pass; the first mistake ends it.
struct HolidayReader {
  private var reader: JSONReader

  init(_ bytes: [UInt8]) { reader = JSONReader(bytes) }

  mutating func calendar() throws(HolidayMistake) -> WorkCalendar {
    var years: [Int: WorkCalendar.Year] = [:]
    try members(["format", "years"]) { (self, key) throws(HolidayMistake) in
      if key == "format" {
        let place = self.reader.offset
        let format = try self.text()
        guard format == HolidayFile.format else { throw self.mistake(.wrongFormat(format), at: place) }
      } else {
        try self.elements { (self) throws(HolidayMistake) in
          let place = self.reader.offset
          let (number, year) = try self.year()
          guard years.updateValue(year, forKey: number) == nil else {
            throw self.mistake(.repeatedYear(number), at: place)
          }
        }
      }
    }
    try json { (reader) throws(JSONError) in try reader.end() }
    return WorkCalendar(years)
  }

  // MARK: - One year

  /// A day with its place, to be checked when the year is known.
  private struct Placed {
    var day: CivilDate
    var offset: Int
  }

  private mutating func year() throws(HolidayMistake) -> (Int, WorkCalendar.Year) {
    var number = 0
    var off: [(from: Placed, to: Placed)] = []
    var work: [Placed] = []
    try members(["year", "notices", "off", "work"]) { (self, key) throws(HolidayMistake) in
      switch key {
      case "year": number = try self.json { (reader) throws(JSONError) in try reader.integer() }
      case "notices": try self.elements { (self) throws(HolidayMistake) in _ = try self.text() }
      case "off": try self.elements { (self) throws(HolidayMistake) in off.append(try self.stretch()) }
      default: try self.elements { (self) throws(HolidayMistake) in work.append(try self.day()) }
      }
    }
    var year = WorkCalendar.Year(off: [], work: [])
    for (from, to) in off {
      try check(from, in: number)
      try check(to, in: number)
      guard from.day <= to.day else { throw mistake(.endsBeforeItBegins, at: to.offset) }
      for step in 0...from.day.days(to: to.day) {
        guard let day = from.day.adding(days: step) else { continue }
        guard year.off.insert(day).inserted else { throw mistake(.repeatedDay(day), at: from.offset) }
      }
    }
    for placed in work {
      try check(placed, in: number)
      guard placed.day.weekday > 5 else { throw mistake(.notAtWeekend(placed.day), at: placed.offset) }
      guard !year.off.contains(placed.day), year.work.insert(placed.day).inserted else {
        throw mistake(.repeatedDay(placed.day), at: placed.offset)
      }
    }
    return (number, year)
  }

  private func check(_ placed: Placed, in year: Int) throws(HolidayMistake) {
    guard placed.day.year == year else { throw mistake(.outsideYear(placed.day), at: placed.offset) }
  }

  private mutating func stretch() throws(HolidayMistake) -> (from: Placed, to: Placed) {
    var from = Placed(day: .first, offset: 0)
    var to = from
    try members(["name", "from", "to"]) { (self, key) throws(HolidayMistake) in
      switch key {
      case "from": from = try self.day()
      case "to": to = try self.day()
      default: _ = try self.text()
      }
    }
    return (from, to)
  }

  private mutating func day() throws(HolidayMistake) -> Placed {
    try json { (reader) throws(JSONError) in _ = try reader.peek() }
    let place = reader.offset
    let text = try text()
    guard let day = CivilDate(text) else { throw mistake(.badDate(text), at: place) }
    return Placed(day: day, offset: place)
  }

  // MARK: - Walking

  /// Reads an object that has each of these keys once and no other.
  private mutating func members(
    _ known: [String], _ read: (inout HolidayReader, String) throws(HolidayMistake) -> Void
  ) throws(HolidayMistake) {
    try json { (reader) throws(JSONError) in _ = try reader.peek() }
    let start = reader.offset
    try json { (reader) throws(JSONError) in try reader.beginObject() }
    var seen: [String] = []
    while let key = try json({ (reader) throws(JSONError) in try reader.nextKey() }) {
      guard known.contains(key) else {
        throw mistake(
          .json(.unknownKey(key, nearest: nearestWord(to: key, among: known))), at: reader.keyOffset)
      }
      guard !seen.contains(key) else { throw mistake(.json(.repeatedKey(key)), at: reader.keyOffset) }
      seen.append(key)
      try read(&self, key)
    }
    for key in known where !seen.contains(key) { throw mistake(.json(.missingKey(key)), at: start) }
  }

  private mutating func elements(
    _ read: (inout HolidayReader) throws(HolidayMistake) -> Void
  ) throws(HolidayMistake) {
    try json { (reader) throws(JSONError) in try reader.beginArray() }
    while try json({ (reader) throws(JSONError) in try reader.nextElement() }) { try read(&self) }
  }

  private mutating func text() throws(HolidayMistake) -> String {
    try json { (reader) throws(JSONError) in try reader.string() }
  }

  private mutating func json<T>(
    _ read: (inout JSONReader) throws(JSONError) -> T
  ) throws(HolidayMistake) -> T {
    do throws(JSONError) {
      return try read(&reader)
    } catch {
      throw HolidayMistake(reason: .json(error.reason), location: error.location)
    }
  }

  private func mistake(_ reason: HolidayMistake.Reason, at offset: Int) -> HolidayMistake {
    HolidayMistake(reason: reason, location: reader.location(of: offset))
  }
}
