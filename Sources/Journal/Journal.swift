import JSONText

/// An open journal: the lines of one store, checked as far as they have been read.
///
/// The state of an office is one fold over all records. Opening gives every record there is, `readNew` those that
/// other desks have saved since, and `transaction` those that a save must be checked against; each record is
/// given once.
///
///     let journal = try Journal.open(folder, replaying: { record in try state.fold(record) })
///     try journal.transaction { others in
///       for record in others { try state.fold(record) }
///       return try state.decide(command)        // nil: nothing is saved
///     }
///
/// A journal is used by one thread at a time. When it returns from a save, the record is on the disk.
public final class Journal {
  public internal(set) var identity: StoreIdentity
  /// The store's folder, for the files in it that are no part of the journal.
  public let folder: StoreFolder
  let options: JournalOptions
  /// Nil where the store may only be read.
  let lock: StoreLock?
  var place: Place
  let writerFolder: String
  var segments: SegmentList
  /// The file of the segment that was last read or written.
  var kept: (segment: SegmentName, file: KeptFile)?
  /// What was found on opening and since, oldest first.
  public internal(set) var findings: [Finding] = []
  /// Why nothing can be saved, or nil while everything can.
  public internal(set) var readOnly: ReadOnlyReason?

  init(identity: StoreIdentity, folder: StoreFolder, options: JournalOptions, lock: StoreLock?, place: Place)
  {
    self.identity = identity
    self.folder = folder
    self.options = options
    self.lock = lock
    self.place = place
    writerFolder = StoreLayout.journal + "/" + identity.writer
    segments = SegmentList(writerFolder, in: folder)
  }

  /// The last record that was given, saved or read, and the link that stands for everything up to it.
  public var head: JournalHead {
    JournalHead(
      writer: identity.writer, epoch: place.segment.epoch, sequence: place.sequence, link: place.link)
  }

  /// Makes the journal read-only for what was found elsewhere, such as damage by a verification.
  public func stopWriting(because found: [Finding], for reason: ReadOnlyReason = .damage) {
    findings += found
    if readOnly == nil { readOnly = reason }
  }

  /// Takes back that these files' damage stopped writing: whoever puts them right again may write.
  public func resumeWriting(besides files: (String) -> Bool) {
    findings.removeAll { $0.isDamage && files($0.file) }
    if readOnly == .damage, !findings.contains(where: \.isDamage) { readOnly = nil }
  }

  func file(_ segment: SegmentName) -> String { writerFolder + "/" + segment.fileName }
}
