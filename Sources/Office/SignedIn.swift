public import Casework

/// Somebody whose login or PIN has been checked; only an open office makes one, and only by it a save is made.
public struct SignedIn: Hashable, Sendable {
  public let name: String
  /// How many wrong PINs were typed under the name since it signed in before.
  public let missedPINs: Int
  /// How the device's clock lay to the last save; nil where nothing was odd about it.
  public internal(set) var clockJump: ClockJump?

  init(name: String, missedPINs: Int = 0) {
    self.name = name
    self.missedPINs = missedPINs
  }
}
