import JSONText

/// What the clear, signed head of any file between offices says of it, as far as its kind has that: whose it is, its
/// number, and from which head of a journal to which.
public struct FileHead: Hashable, Sendable {
  public let office: String?
  public let number: Int?
  /// Behind which head of a journal it begins, and with which it ends.
  public let from: String?
  public let to: String?

  /// Nil where it is no JSON object, or says it in another way.
  public init?(_ bytes: [UInt8]) {
    do throws(JSONError) {
      let record = try JSONMembers(bytes)
      office = try record.optional("office")
      number = try record.optional("number")
      from = try record.optional("from")
      to = try record.optional("head")
    } catch {
      return nil
    }
  }
}
