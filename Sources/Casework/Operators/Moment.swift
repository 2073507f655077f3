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
    var at = at
    return at.withUTF8 { at in
      guard at.count == 20,
        let day = CivilDate(utf8: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(at).prefix(10))),
        let hour = twoDigits(of: at, at: 11), let minute = twoDigits(of: at, at: 14),
        let second = twoDigits(of: at, at: 17)
      else { return nil }
      return day.dayNumber * 86_400 + hour * 3600 + minute * 60 + second
    }
  }

  private static func twoDigits(of text: UnsafeBufferPointer<UInt8>, at place: Int) -> Int? {
    let (tens, ones) = (Int(text[place]) - 48, Int(text[place + 1]) - 48)
    return (0...9).contains(tens) && (0...9).contains(ones) ? tens * 10 + ones : nil
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
