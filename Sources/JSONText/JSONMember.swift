/// A member of an object that was read over: it is known to be well written, and nothing is made of it until
/// somebody asks.
public struct JSONMember: Sendable {
  public let key: JSONKey
  public let kind: JSONKind
  /// Where the value stands, in bytes.
  public let place: Range<Int>
}

extension JSONReader {
  /// The members of the next value, an object, read over; a repeated key stands twice.
  public mutating func members() throws(JSONError) -> [JSONMember] {
    try beginObject()
    var members: [JSONMember] = []
    while let key = try nextKeyPlace() { members.append(try member(key)) }
    return members
  }

  /// Reads over the value of the key just read.
  public mutating func member(_ key: JSONKey) throws(JSONError) -> JSONMember {
    let kind = try peek()
    return JSONMember(key: key, kind: kind, place: try skipValue())
  }

  /// A reader of the value that begins at a place which was read over; its mistakes are told as this one's.
  public func at(_ place: Int) -> JSONReader {
    var reader = self
    reader.offset = place
    return reader
  }
}
