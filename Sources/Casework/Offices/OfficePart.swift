/// One office among several that are looked at together: its state, folded from its own journal as far as that counts.
public struct OfficePart: Sendable {
  /// Whose journal it is.
  public var writer: String
  /// What commands call it: `441881`, `441881B`.
  public var office: String
  public var name: String
  public var letter: String?
  public var state: OfficeState
  /// Whether a record stands in the writer's journal as far as it counts.
  public var holds: @Sendable (RecordName) -> Bool

  public init(
    writer: String, office: String, name: String, letter: String?, state: OfficeState,
    holds: @escaping @Sendable (RecordName) -> Bool
  ) {
    self.writer = writer
    self.office = office
    self.name = name
    self.letter = letter
    self.state = state
    self.holds = holds
  }

  /// The order in which offices stand wherever there is no other: by code, then by writer.
  static func precedes(_ a: OfficePart, _ b: OfficePart) -> Bool {
    (a.office, a.writer) < (b.office, b.writer)
  }

  /// A name for a record whose id another office has given too.
  func other(_ id: String) -> String { "\(id)@\(letter ?? String(writer.prefix(4)))" }
}
