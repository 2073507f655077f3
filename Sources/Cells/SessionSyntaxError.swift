/// A session that cannot be read.
public struct SessionSyntaxError: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Reason: Sendable, Hashable {
    /// An opening bracket without its closing one.
    case unclosed
    /// Brackets around something that names no event.
    case unknownName(String)
  }

  public let reason: Reason
  /// Where the opening bracket stands, in scalars from 0.
  public let offset: Int
}
