/// A day of the calendar, without time or zone.
///
/// Years run from 1 to 9999; a day that is not in the calendar can't be made.
public struct CivilDate: Hashable, BitwiseCopyable, Sendable, Comparable {
  /// Year, month and day as one number, so that days compare as numbers do: 20190301.
  private let packed: Int32

  public var year: Int { Int(packed) / 10_000 }
  public var month: Int { Int(packed) / 100 % 100 }
  public var day: Int { Int(packed) % 100 }

  private init(packed: Int32) { self.packed = packed }

  /// The calendar's first day, 0001-01-01.
  public static let first = CivilDate(packed: 1_01_01)
  /// Its last one, 9999-12-31.
  public static let last = CivilDate(packed: 9999_12_31)

  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    packed = Int32(year * 10_000 + month * 100 + day)
  }

  /// Reads `YYYY-MM-DD`, nothing else.
  public init?(_ text: String) {
    var text = text
    guard let date = text.withUTF8({ CivilDate(utf8: UnsafeRawBufferPointer($0)) }) else { return nil }
    self = date
  }

  /// Reads the same from the bytes of a text.
  public init?(utf8: UnsafeRawBufferPointer) {
    guard utf8.count == 10, utf8[4] == UInt8(ascii: "-"), utf8[7] == UInt8(ascii: "-") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        let digit = utf8[index] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        value = value * 10 + Int(digit)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  public static func < (a: CivilDate, b: CivilDate) -> Bool { a.packed < b.packed }

  public static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// 31 December of a year; nil where the year is not 1 to 9999.
  public static func lastDay(of year: Int) -> CivilDate? { CivilDate(year: year, month: 12, day: 31) }
}

extension CivilDate: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  public var description: String {
    // As bytes at once, since days stand in every row of every screen.
    String(unsafeUninitializedCapacity: 10) { bytes in
      var rest = year * 10_000 + month * 100 + day
      for place in stride(from: 9, through: 0, by: -1) {
        if place == 4 || place == 7 {
          bytes[place] = UInt8(ascii: "-")
        } else {
          bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
      }
      return 10
    }
  }
}

// MARK: - Counting days

extension CivilDate {
  /// Days since 1 March of the year 0, so that the leap day is a year's last.
  public var dayNumber: Int {
    let shiftedYear = month > 2 ? year : year - 1
    let shiftedMonth = (month + 9) % 12
    return shiftedYear * 365 + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
      + (shiftedMonth * 306 + 5) / 10 + day - 1
  }

  /// The day that has a day number; nil outside the years 1 to 9999.
  public init?(dayNumber: Int) {
    // Beyond 31 December 9999 the arithmetic below could overflow.
    guard (0...3_652_364).contains(dayNumber) else { return nil }
    var year = (10_000 * dayNumber + 14_780) / 3_652_425
    func left(_ year: Int) -> Int { dayNumber - (365 * year + year / 4 - year / 100 + year / 400) }
    if left(year) < 0 { year -= 1 }
    let rest = left(year)
    let shiftedMonth = (100 * rest + 52) / 3060
    self.init(
      year: year + (shiftedMonth + 2) / 12,
      month: (shiftedMonth + 2) % 12 + 1,
      day: rest - (shiftedMonth * 306 + 5) / 10 + 1)
  }

  /// The day that many days later (earlier where negative); nil outside the calendar.
  public func adding(days: Int) -> CivilDate? {
    let (sum, overflows) = dayNumber.addingReportingOverflow(days)
    return overflows ? nil : CivilDate(dayNumber: sum)
  }

  /// The same day of the month so many months later, or the month's last day where it has none, as terms end
  /// (民法典 article 202); nil outside the calendar.
  public func adding(months: Int) -> CivilDate? {
    let (count, overflows) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflows, count >= 12 else { return nil }
    let (year, month) = (count / 12, count % 12 + 1)
    return (0...3).lazy.compactMap { CivilDate(year: year, month: month, day: day - $0) }.first
  }

  /// Days from this day to another.
  public func days(to other: CivilDate) -> Int { other.dayNumber - dayNumber }

  /// 1 Monday to 7 Sunday.
  public var weekday: Int { (dayNumber + 2) % 7 + 1 }

  /// Which annuity year of a patent filed on this day another day falls in, from 1; below 1 for a day before
  /// the filing. A year that began on 29 February begins on 1 March in other years.
  public func annuityYear(of other: CivilDate) -> Int {
    let began =
      CivilDate(year: other.year, month: month, day: day)
      ?? CivilDate(year: other.year, month: 3, day: 1)
    let count = other.year - year + 1
    guard let began else { return count }
    return other >= began ? count : count - 1
  }
}
