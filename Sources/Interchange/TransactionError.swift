public import JSONText

/// Why a journal line's payload can't be read, and where in the payload.
public struct TransactionError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// The JSON, or an applicant or filing in it.
    case record(CaseFileError.Reason)
    /// A change that this version does not know, with the nearest one that it does.
    case unknownChange(String, nearest: String?)
    case unknownRole(String, nearest: String?)
  }

  public var reason: Reason
  /// Lines and columns count from the payload's first byte.
  public var location: JSONLocation

  public init(_ reason: Reason, location: JSONLocation) {
    self.reason = reason
    self.location = location
  }
}
