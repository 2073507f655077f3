/// Work that a desk had not saved when it ended without being asked to.
public struct LeftBehind: Hashable, Sendable {
  /// Where it is kept, for whoever takes it up again.
  public var name: String
  /// When it was last kept, in UTC.
  public var at: String
  public var work: UnsavedWork

  public init(name: String, at: String, work: UnsavedWork) {
    self.name = name
    self.at = at
    self.work = work
  }
}
