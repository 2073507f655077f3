/// Something about a store's files that is not as it should be, and where; prose about it is made elsewhere.
///
/// No byte of a record stands in a finding: only the file set aside in `quarantine/` has them.
public struct Finding: Hashable, Sendable {
  /// The file's path relative to the store.
  public var file: String
  /// The line in the file, from 1.
  public var line: Int?
  /// The sequence of the record that should stand there.
  public var sequence: Int?
  public var reason: Reason

  public init(file: String, line: Int? = nil, sequence: Int? = nil, reason: Reason) {
    self.file = file
    self.line = line
    self.sequence = sequence
    self.reason = reason
  }

  public enum Reason: Hashable, Sendable {
    // MARK: A line

    /// The line holds, but this program can't read what it says.
    case notUnderstood
    /// The line holds, but its change is of a kind that this program does not know: what follows may be incomplete.
    case laterKind(String)
    /// The line has not the form of a record.
    case notARecord
    /// The line's link does not fit: this line or the link of the one before it was changed.
    case linkBroken
    /// Another record stands here: some are missing, doubled or in another order.
    case sequenceBroken(found: Int)
    /// The journal ends in half a line, which the next one who opens it for writing sets aside.
    case unfinishedLine
    /// The end of the journal was set aside in `file`, `bytes` long.
    ///
    /// Half a line is what a save leaves that was cut off before it was acknowledged. Otherwise
    /// `mayHoldSavedRecord` says that a record shown as saved may have been damaged later.
    case setAside(file: String, bytes: Int, mayHoldSavedRecord: Bool)

    // MARK: A segment

    /// The file does not begin with a segment's line.
    case notASegment
    /// The segment belongs to another store, writer or place than its name says.
    case foreignSegment
    /// The segment does not begin where the one before it ends.
    case segmentDoesNotFollow
    /// The segment was written by a later program.
    case newerFormat(Int)
    case missingSegment
    /// A file that is not the store's lies in its folder; it is never read and harms nothing.
    case unknownFile
    /// The file is shorter than it was when it was read before.
    case shortened
    /// What was read before is no longer there.
    case changedUnderneath

    // MARK: Beside the journal

    /// The snapshot is damaged or of another history; it is made anew.
    case snapshotUnusable
    /// No line of the journal names the snapshot; it is not used.
    case snapshotNotAnchored
    /// The snapshot shows something else than the journal says; it is made anew.
    case snapshotDiffers
    /// The policy file that this line puts in force is missing or another one than the line names by its hash.
    case policyDiffers(file: String)
    /// The line was decided under another policy file than the one that was in force.
    case policyNotInForce
    /// A file of another that waits in `inbox/` is gone, or another than came; what waits for a ruling is stopped all the same.
    case heldFileMissing
    case heldFileDamaged
    /// The journal ends before the given head: records behind that place were cut off.
    case headMissing
    /// Another history stands at the place of the given head.
    case headDiffers
    /// A backup holds a file of a kind that no backup has; it is not restored.
    case foreignFile
    /// A backup's bytes are not those that were written into it.
    case backupDamaged
    /// The store that a backup was made of was damaged here, in the way that the code says.
    case storeWasDamaged(code: String)
    case unreadable(FileError)
  }

  /// Whether nothing is wrong with the store for it: what a save leaves that was cut off, which is put right on opening,
  /// or a file that somebody else left in the folder.
  public var isOrdinary: Bool {
    switch reason {
    case .unfinishedLine, .unknownFile: true
    case .setAside(_, _, let mayHoldSavedRecord): !mayHoldSavedRecord
    default: false
    }
  }

  /// Whether saved records may be lost or changed, so that nothing may be written behind them.
  public var isDamage: Bool {
    switch reason {
    case .laterKind, .setAside, .unfinishedLine, .unknownFile, .snapshotUnusable, .snapshotNotAnchored,
      .snapshotDiffers, .heldFileMissing, .heldFileDamaged:
      false
    default: true
    }
  }
}

extension Finding.Reason {
  /// The code that scripts use.
  public var code: String {
    switch self {
    case .notUnderstood: "not-understood"
    case .laterKind: "later-kind"
    case .notARecord: "not-a-record"
    case .linkBroken: "link-broken"
    case .sequenceBroken: "sequence-broken"
    case .unfinishedLine: "unfinished-line"
    case .setAside: "set-aside"
    case .notASegment: "not-a-segment"
    case .foreignSegment: "foreign-segment"
    case .segmentDoesNotFollow: "segment-does-not-follow"
    case .newerFormat: "newer-format"
    case .missingSegment: "missing-segment"
    case .unknownFile: "unknown-file"
    case .shortened: "shortened"
    case .changedUnderneath: "changed-underneath"
    case .snapshotUnusable: "snapshot-unusable"
    case .snapshotNotAnchored: "snapshot-not-anchored"
    case .snapshotDiffers: "snapshot-differs"
    case .policyDiffers: "policy-differs"
    case .policyNotInForce: "policy-not-in-force"
    case .heldFileMissing: "held-file-missing"
    case .heldFileDamaged: "held-file-damaged"
    case .headMissing: "head-missing"
    case .headDiffers: "head-differs"
    case .foreignFile: "foreign-file"
    case .backupDamaged: "backup-damaged"
    case .storeWasDamaged: "store-was-damaged"
    case .unreadable: "unreadable"
    }
  }
}
