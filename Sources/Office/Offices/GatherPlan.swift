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
    /// It does not hold.
    case damaged(Finding)
  }

  /// Files that would lie in the store and be no part of what counts.
  var waiting: [WaitingFile] = []

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

  public internal(set) var rows: [Row] = []
  /// Files that are not taken in, whatever becomes of the others.
  public internal(set) var refused: [Refused] = []
  /// All offices as they stand now, and as they would.
  public internal(set) var before: OfficeState
  public internal(set) var after: JointOffice
  /// What the heads would become.
  var heads: [GatheredHead] = []
  /// Offices that come in with a backup and were not admitted before.
  var admitted: [(EnrolledOffice, OfficeWriter)] = []
  /// What is to be appended to whose journal.
  var arrivals: [(other: OtherJournal, new: JournalArrival.NewRecords)] = []
  /// How far each of these journals counted when this was worked out.
  var bases: [String: OtherJournal.End?] = [:]
  var others: [OtherOffice] = []
  /// Policy files that the store does not have, by id and hash.
  var policies: [(id: String, hash: String, bytes: [UInt8])] = []
  /// Files to keep until what is missing comes, and files that are not needed any more.
  var toHold: [(name: String, bytes: [UInt8])] = []
  var toForget: [String] = []

  init(before: OfficeState, after: JointOffice) {
    self.before = before
    self.after = after
  }

  /// Whether taking it in changes anything.
  public var changesNothing: Bool { heads.isEmpty && toHold.isEmpty }
}

extension GatherPlan.Outcome {
  /// Why the file waits; nil where it does not. What is known ends at `end`.
  func reasonToWait(behind end: OtherJournal.End?) -> WaitingFile.Reason? {
    switch self {
    case .held: .missing(from: (end?.head.sequence ?? 0) + 1)
    case .fork(let fork): .fork(after: fork.after, known: fork.known, other: fork.other)
    case .new, .known, .damaged: nil
    }
  }
}
