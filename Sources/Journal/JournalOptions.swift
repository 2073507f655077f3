/// How a journal is kept.
public struct JournalOptions: Sendable {
  /// Whether a new store is shared by a group of logins (folders 2770, files 0660); an existing one knows.
  public var isShared = false
  /// A segment that has reached this size in bytes is followed by a new one.
  public var segmentLimit = 16 << 20
  /// What the ids of a new store follow from, for one that is made again from the same steps; nil: random.
  public var seed: String?
  /// How long a lock is waited for, in milliseconds.
  public var lockWait = 10_000

  public init(isShared: Bool = false) { self.isShared = isShared }
}
