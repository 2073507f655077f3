public import CaseModel
public import Casework
import Glibc

/// The device's clock, read in China whatever the machine's zone, or a day that somebody set for trying things out.
///
/// A played clock is given by a script or runs from another day on: nothing of the device's stands in it, so that the same
/// steps make the same store. Only a trial store takes one.
public struct Clock: Sendable {
  private let fixedDay: CivilDate?
  /// Whether the time is given too.
  let isPlayed: Bool
  /// Seconds since 1970 in UTC.
  private let device: @Sendable () -> Int

  /// - Parameters:
  ///   - today: the day that somebody set; nil is the clock's.
  ///   - device: gives the seconds since 1970 in UTC.
  public init(today: CivilDate? = nil, device: @escaping @Sendable () -> Int) {
    fixedDay = today
    isPlayed = false
    self.device = device
  }

  /// The clock of a trial that shows what somebody sets: `device` gives the seconds since 1970 in UTC.
  public static func played(_ device: @escaping @Sendable () -> Int) -> Clock { Clock(played: device) }

  private init(played device: @escaping @Sendable () -> Int) {
    fixedDay = nil
    isPlayed = true
    self.device = device
  }

  /// The clock of a trial that stands at a moment, `YYYY-MM-DDThh:mm` at UTC+8; nil where it is written otherwise.
  public init?(standing moment: String) {
    let parts = moment.split(separator: "T", omittingEmptySubsequences: false)
    let time = parts.last?.split(separator: ":", omittingEmptySubsequences: false) ?? []
    guard parts.count == 2, parts[0].utf8.count == 10, let day = CivilDate(String(parts[0])), time.count == 2,
      time.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let hour = Int(time[0]), let minute = Int(time[1]), hour < 24, minute < 60
    else { return nil }
    let seconds = Self.daysFromEpoch(to: day) * 86_400 + (hour - 8) * 3600 + minute * 60
    self.init(played: { seconds })
  }

  /// The clock of a trial that shows another day than the device, at the device's time of day, and goes on from there.
  public init(runningFrom day: CivilDate) {
    let away = Self.daysFromEpoch(to: day) - Self.daysFromEpoch(to: Clock().day())
    self.init(played: { Glibc.time(nil) + away * 86_400 })
  }

  private static func daysFromEpoch(to day: CivilDate) -> Int {
    (CivilDate(year: 1970, month: 1, day: 1) ?? .first).days(to: day)
  }

  public init(today: CivilDate? = nil) { self.init(today: today) { Glibc.time(nil) } }

  /// Today as the office counts it: the day that was set, else the calendar day at UTC+8.
  public func today() -> CivilDate { fixedDay ?? day() }

  /// The calendar day at UTC+8 by the device's clock, whatever day was set.
  public func day() -> CivilDate { Self.date(of: china()) }

  /// The time of day at UTC+8, `hh:mm`.
  public func time() -> String {
    let parts = china()
    return "\(parts.tm_hour.padded(to: 2)):\(parts.tm_min.padded(to: 2))"
  }

  /// The day that was set, where the clock has not come to it yet.
  public var dayAhead: CivilDate? {
    guard let fixedDay, fixedDay > day() else { return nil }
    return fixedDay
  }

  /// Seconds of a clock that nobody sets, to measure how long something lasts.
  public static func seconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec
  }

  /// Seconds since 1970 in UTC.
  public func epoch() -> Int { device() }

  /// The moment in UTC, `YYYY-MM-DDThh:mm:ssZ`: when the device says a change was made.
  public func now() -> String {
    let parts = Self.parts(of: device())
    let time = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { $0.padded(to: 2) }
    return "\(Self.date(of: parts))T\(time.joined(separator: ":"))Z"
  }

  /// When a command is carried out now.
  public func moment() -> Moment { Moment(at: now(), today: today()) }

  // MARK: - Parts of a moment

  /// China has had one zone, eight hours before UTC, without summer time since 1992.
  private func china() -> tm { Self.parts(of: device() + 8 * 3600) }

  private static func parts(of seconds: Int) -> tm {
    var (moment, parts) = (seconds, tm())
    gmtime_r(&moment, &parts)
    return parts
  }

  private static func date(of parts: tm) -> CivilDate {
    CivilDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? .first
  }
}
