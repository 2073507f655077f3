import Office

/// The clock by which the demo city is played; every look at it is a second later, so that no two saves are at once.
final class Ticker: @unchecked Sendable {
  private var seconds = 0

  /// Sets it to a moment, `YYYY-MM-DDThh:mm` at UTC+8.
  func set(_ moment: String) {
    guard let fixed = Clock(standing: moment) else { return }
    seconds = fixed.epoch()
  }

  var clock: Clock {
    Clock.played({ [self] in
      seconds += 1
      return seconds
    })
  }
}
