/// Where two continuations of an office's history part, as the city has found them: from there on neither counts until the
/// city has ruled, whatever becomes of the file that holds the other. Source: offices.md, Conflicts, 3.
public struct PartedHistory: Hashable, Sendable {
  public var writer: String
  /// The last record that both have; nil where they have none in common.
  public var after: LineName?
  /// With what the first link of each begins: of the one in the store, empty where it had none yet, and of that in the file.
  public var known: String
  public var other: String
  /// The number of the bundle that the file is; nil of a backup.
  public var bundle: Int?
  /// SHA-256 of the file, in hexadecimal.
  public var file: String

  public init(
    writer: String, after: LineName?, known: String, other: String, bundle: Int?, file: String
  ) {
    self.writer = writer
    self.after = after
    self.known = known
    self.other = other
    self.bundle = bundle
    self.file = file
  }

  /// Whether it says the same of the same file, whichever continuation the store had.
  func isSame(as one: PartedHistory) -> Bool {
    (writer, other, file) == (one.writer, one.other, one.file) && after == one.after
  }

  /// Whether it is of the same continuation.
  public func isOfTail(of one: PartedHistory) -> Bool {
    (writer, other) == (one.writer, one.other) && after == one.after
  }
}
