/// A JSON value as a tree in which every value and key knows its place, for files that are checked whole and
/// whose mistakes are all reported at once.
public struct JSONTree: Hashable, Sendable {
  public indirect enum Value: Hashable, Sendable {
    case null
    case bool(Bool)
    /// A number as its text.
    case number(String)
    case string(String)
    case array([JSONTree])
    /// The members in the order of the text; a repeated key stands twice.
    case object([Member])
  }

  public struct Member: Hashable, Sendable {
    public var key: String
    /// Where the key stands, in bytes.
    public var keyOffset: Int
    public var value: JSONTree

    public init(key: String, keyOffset: Int, value: JSONTree) {
      self.key = key
      self.keyOffset = keyOffset
      self.value = value
    }
  }

  public var value: Value
  /// Where the value begins, in bytes.
  public var offset: Int

  public init(value: Value, offset: Int) {
    self.value = value
    self.offset = offset
  }
}

extension JSONReader {
  /// The next value as a tree.
  public mutating func tree() throws(JSONError) -> JSONTree {
    let kind = try peek()
    let from = offset
    switch kind {
    case .null:
      try null()
      return JSONTree(value: .null, offset: from)
    case .bool: return JSONTree(value: .bool(try bool()), offset: from)
    case .number: return JSONTree(value: .number(try number()), offset: from)
    case .string: return JSONTree(value: .string(try string()), offset: from)
    case .array:
      var elements: [JSONTree] = []
      try beginArray()
      while try nextElement() { elements.append(try tree()) }
      return JSONTree(value: .array(elements), offset: from)
    case .object:
      var members: [JSONTree.Member] = []
      try beginObject()
      while let key = try nextKey() {
        let place = keyOffset
        members.append(.init(key: key, keyOffset: place, value: try tree()))
      }
      return JSONTree(value: .object(members), offset: from)
    }
  }
}
