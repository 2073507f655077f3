/// What the mouse did, and where on the whole screen.
public struct Mouse: Sendable, Hashable {
  public enum Action: Sendable, Hashable, CaseIterable {
    case press, release, wheelUp, wheelDown
  }

  public var action: Action
  public var position: Position

  public init(_ action: Action, at position: Position) {
    self.action = action
    self.position = position
  }
}
