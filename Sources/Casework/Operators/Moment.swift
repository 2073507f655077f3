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

  /// The day that a moment of the device's clock falls on in China (UTC+8, all year); nil where it can't be read.
  public static func officeDay(of at: String) -> CivilDate? {
    guard let day = CivilDate(String(at.prefix(10))) else { return nil }
    guard let hour = Int(at.dropFirst(11).prefix(2)), hour >= 16 else { return day }
    return day.adding(days: 1)
  }
}
