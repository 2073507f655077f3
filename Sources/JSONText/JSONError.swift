/// Why a text is not the JSON that was asked for, and where.
public struct JSONError: Error, Hashable, Sendable {
  /// What went wrong; prose about it is made elsewhere.
  public enum Reason: Hashable, Sendable {
    case unexpectedEnd
    /// Something else stands where this was expected, such as `value`, `,` or `:`.
    case expected(String)
    /// A value of another type stands here.
    case wrongType(expected: JSONKind, found: JSONKind)
    case badEscape
    case badUTF8
    case controlCharacter
    case badNumber
    /// Not a whole number, or one outside the range of Int.
    case notWhole
    /// More brackets inside one another than `JSONReader.depthLimit`.
    case tooDeep
    case trailingText
    /// A key this shape does not know, with the nearest known one.
    case unknownKey(String, nearest: String?)
    case repeatedKey(String)
    case missingKey(String)
  }

  public var reason: Reason
  /// Where in the text, in bytes from its start.
  public var offset: Int
  public var location: JSONLocation

  public init(_ reason: Reason, offset: Int, location: JSONLocation) {
    self.reason = reason
    self.offset = offset
    self.location = location
  }
}

/// The kinds of value a JSON text is made of.
public enum JSONKind: String, Hashable, Sendable {
  case null, bool, number, string, array, object
}
