public import CaseModel
public import Casework
public import Interchange
import Office
import SubsidyRules

/// An invented city with nine county offices, played from the demo's applicants and filings: every office a trial store of
/// its own, files that went between them, and something of each kind that the city has to rule on.
///
/// The same each time: ids, keys and moments follow from the office's code.
///
/// `zizhu demo --city` plays all ten offices anew each time.
public struct DemoCity: Sendable {
  /// An office of it, with whoever works there.
  public struct Place: Sendable {
    /// What commands call it.
    public var code: String
    public var name: String
    /// The folder of its store.
    public var path: String
    public var head: String
  }

  /// The city first, then its counties by code.
  public let places: [Place]
  /// The folder with files that nobody has taken in yet.
  public let sticks: String
  /// The day on which it is looked at.
  public let today: CivilDate

  /// What it is played from.
  public struct Source: Sendable {
    public var policy: [UInt8]
    public var cases: CaseFile
    public var pinyin: PinyinTable
    public var calendar: WorkCalendar
    public var tariff: AnnuityTariff

    public init(
      policy: [UInt8], cases: CaseFile, pinyin: PinyinTable, calendar: WorkCalendar, tariff: AnnuityTariff
    ) {
      (self.policy, self.cases, self.pinyin) = (policy, cases, pinyin)
      (self.calendar, self.tariff) = (calendar, tariff)
    }
  }

  /// Plays it in a folder, which is there and empty; takes a second or a few.
  ///
  /// - Parameter progress: told how many offices of how many are done.
  public static func play(
    in folder: String, from source: Source, progress: (_ done: Int, _ whole: Int) -> Void = { _, _ in }
  ) throws -> DemoCity {
    var player = try Player(folder, source)
    try player.play(progress)
    return DemoCity(places: player.places, sticks: player.sticks, today: Player.today)
  }
}
