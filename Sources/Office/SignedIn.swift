/// Somebody whose login or PIN has been checked; only an open office makes one, and only by it a save is made.
public struct SignedIn: Hashable, Sendable {
  public let name: String

  init(name: String) { self.name = name }
}
