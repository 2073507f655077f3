public import Casework
public import Journal

/// What taking some files in would come to, worked out without changing anything.
public struct GatherPlan: Sendable {
  /// What becomes of one file.
  public enum Outcome: Hashable, Sendable {
    /// So many records are new.
    case new(records: Int)
    /// Everything in it is known: it was delivered before.
    case known
    /// Records from this one on are missing before it: it is kept until they come.
    case held(missing: Int)
    /// It says something else than what is known: two continuations of one history.
    case fork(JournalFork)
    /// Its office writes no more: what it brings is kept, and counts nowhere.
    case retired
    /// It does not hold.
    case damaged(Finding)
  }

  public struct Refused: Sendable {
    /// The file's name as it was given.
    public var file: String
    public var error: OfficeError
  }

  public struct Row: Sendable {
    /// The file's name as it was given.
    public var file: String
    /// The office's code.
    public var office: String
    public var bundle: Int?
    public var outcome: Outcome
    /// Whether it waited in the store already.
    public var wasHeld: Bool
  }

  /// All offices as they stand now, and as they would.
  public let before: OfficeState
  public let after: JointOffice
  let work: GatherWork

  public var rows: [Row] { work.rows }
  /// Files that are not taken in, whatever becomes of the others.
  public var refused: [Refused] { work.refused }

  /// Files that waited in the store and are nobody's any more, such as those signed with keys of before.
  public var unread: [Refused] { work.unread }

  /// Whether taking it in changes anything.
  public var changesNothing: Bool { work.heads.isEmpty && work.toHold.isEmpty && work.partings.isEmpty }
}

extension GatherPlan.Outcome {
  /// Why the file waits; nil where it does not. What is known ends at `end`, and the file begins behind a record.
  func reasonToWait(behind end: OtherJournal.End?, from start: Int) -> WaitingFile.Reason? {
    switch self {
    case .held:
      .missing(
        from: (end?.head.sequence ?? 0) + 1, upTo: start > end?.head.sequence ?? 0 ? start : nil)
    case .fork(let fork): .fork(after: fork.after, known: fork.known, other: fork.other)
    case .new, .known, .retired, .damaged: nil
    }
  }
}
