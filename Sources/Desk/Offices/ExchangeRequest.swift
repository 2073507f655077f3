/// What somebody at the desk wants done with a file between a city and its offices.
public struct ExchangeRequest: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The city takes bundles in.
    case gather
    /// The city writes its file back to the office of a code.
    case reply(office: String)
    /// The county hands over what the city does not have yet.
    case bundle
    /// The county takes the city's file in.
    case takeReply
    /// A city that was restored takes in again what its offices know of its decisions; no file is read.
    case recall
  }

  public var kind: Kind
  /// Files or folders to read, or the folder or file to write.
  public var path: String
  /// Of a backup without signature, the head that its paper says.
  public var head = ""
  /// What was typed from paper covers: `441881:agency-grant=3/1500.00`, several with semicolons between.
  public var cover = ""
  /// A bundle of everything, from the beginning.
  public var isAll = false
  /// A bundle that anybody can read.
  public var isPlain = false

  public init(_ kind: Kind, path: String) {
    self.kind = kind
    self.path = path
  }

  /// Whether it only reads, so that somebody can look before anything is taken in.
  var isLookedAt: Bool { [.gather, .takeReply, .recall].contains(kind) }
}

/// What a file that was read would come to, before it is taken in.
public struct ExchangePreview: Sendable {
  public var request: ExchangeRequest
  /// A sentence or a row of a table each.
  public var lines: [String]
  /// What taking it in is called, with how much; nil where there is nothing to take in.
  public var action: String?

  public init(_ request: ExchangeRequest, lines: [String], action: String?) {
    self.request = request
    self.lines = lines
    self.action = action
  }
}
