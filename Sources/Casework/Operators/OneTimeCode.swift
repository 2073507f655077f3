public import CaseModel

/// What is kept of the one-time code with which a name sets its first PIN: its supervisor was shown it and hands it
/// over in person, so that nobody else comes first.
public struct OneTimeCode: Hashable, Sendable {
  /// Days after which it no longer holds.
  public static let validDays = 14
  /// Wrong ones after which it no longer holds.
  public static let mostMissed = 5

  public var key: PINKey
  /// The day on which it was given out; nil before it stands in the journal.
  public internal(set) var issued: CivilDate?
  /// How many wrong ones were typed.
  public internal(set) var missed = 0

  public init(_ key: PINKey) { self.key = key }

  public var isVoid: Bool { missed >= Self.mostMissed }

  /// Whether its days are over on a day.
  public func isOver(on day: CivilDate) -> Bool {
    guard let issued, let last = issued.adding(days: Self.validDays) else { return true }
    return day > last
  }
}
