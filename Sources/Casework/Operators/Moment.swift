public import CaseModel

/// When a command is carried out.
public struct Moment: Hashable, Sendable {
  /// The device's clock in UTC, `YYYY-MM-DDThh:mm:ssZ`.
  public var at: String
  /// The office's day, which papers are dated by; a trial may set another than the clock's.
  public var today: CivilDate

  public init(at: String, today: CivilDate) {
    self.at = at
    self.today = today
  }

  /// The day that was set for the office, where it is not the clock's in China.
  public var setDay: CivilDate? { Self.officeDay(of: at) == today ? nil : today }

  /// Seconds since the first day of the calendar, of a moment in UTC; nil where it can't be read.
  static func seconds(of at: String) -> Int? {
    guard at.utf8.count == 20, let day = CivilDate(String(at.prefix(10))) else { return nil }
    let time = at.dropFirst(11).dropLast().split(separator: ":").compactMap { Int($0) }
    guard time.count == 3 else { return nil }
    return day.dayNumber * 86_400 + time[0] * 3600 + time[1] * 60 + time[2]
  }

  /// The day that a moment of the device's clock falls on in China (UTC+8, all year); nil where it can't be read.
  public static func officeDay(of at: String) -> CivilDate? {
    var at = at
    return at.withUTF8 { at in
      guard let day = CivilDate(utf8: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(at).prefix(10)))
      else { return nil }
      let hour = at.dropFirst(11).prefix(2)
      // Two digits can be compared as they stand.
      guard hour.allSatisfy({ (48...57).contains($0) }), !hour.lexicographicallyPrecedes("16".utf8) else {
        return day
      }
      return day.adding(days: 1)
    }
  }

  /// `2019-04-01 09:30` of a UTC moment, as clocks in China show it; one that can't be read stands as it is.
  public static func officeTime(of at: String) -> String {
    guard let day = officeDay(of: at), let hour = Int(at.dropFirst(11).prefix(2)) else { return at }
    return "\(day) \(((hour + 8) % 24).padded(to: 2)):\(at.dropFirst(14).prefix(2))"
  }
}
