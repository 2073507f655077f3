public import CaseModel
public import Casework
import Glibc

/// The device's clock, or a day that somebody set for trying things out.
public struct Clock: Sendable {
  private let fixedDay: CivilDate?

  public init(today: CivilDate? = nil) { fixedDay = today }

  /// Today as the office's wall calendar has it.
  public func today() -> CivilDate {
    if let fixedDay { return fixedDay }
    var moment = Glibc.time(nil)
    var parts = tm()
    localtime_r(&moment, &parts)
    let day = CivilDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    return day ?? .first
  }

  /// The time of day as the office's wall clock has it, `hh:mm`.
  public func time() -> String {
    var moment = Glibc.time(nil)
    var parts = tm()
    localtime_r(&moment, &parts)
    return "\(Self.two(parts.tm_hour)):\(Self.two(parts.tm_min))"
  }

  private static func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }

  /// Seconds of a clock that nobody sets, to measure how long something lasts.
  public static func seconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec
  }

  /// The moment in UTC, `YYYY-MM-DDThh:mm:ssZ`: when the device says a change was made.
  public func now() -> String {
    var moment = Glibc.time(nil)
    var parts = tm()
    gmtime_r(&moment, &parts)
    let day = CivilDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    return "\(day ?? .first)T\(Self.two(parts.tm_hour)):\(Self.two(parts.tm_min)):\(Self.two(parts.tm_sec))Z"
  }

  /// When a command is carried out now.
  public func moment() -> Moment { Moment(at: now(), today: today()) }
}
