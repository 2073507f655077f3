/// Why a journal could not do what it was asked; prose about it is made elsewhere.
public enum JournalError: Error, Hashable, Sendable {
  /// The folder holds no store.
  case notAStore
  /// `store.json` is damaged, gone from beside its journal, or names a journal that is not here.
  case identityDamaged
  /// A later program wrote the store in a form this one cannot read.
  case newerFormat(version: Int)
  /// The folder in which a store was to be made is not empty.
  case folderNotEmpty
  /// The file that was to be written is there already.
  case fileExists(String)
  /// Another desk has held the lock all the time that was waited.
  case busy
  /// Nothing can be written any more, for this reason.
  case readOnly(ReadOnlyReason)
  /// A record was not saved, and the journal is as before it.
  case notSaved(FileError)
  /// The payload is not one JSON object without a line break.
  case badPayload
  /// A backup cannot be restored, for these reasons.
  case badBackup([Finding])
  case file(FileError)
}

/// Why a store is open for reading only.
public enum ReadOnlyReason: Hashable, Sendable {
  /// The findings say where.
  case damage
  /// Bytes may not be on the disk, and trying again would only seem to help: the store must be opened anew.
  case syncFailed(FileError)
  /// The half line of a failed save could not be taken away; tried again with the next look at the journal.
  case truncateFailed(FileError)
  /// The torn end of the journal could not be set aside; tried again in the same way.
  case setAsideFailed(FileError)
  /// The folder may not be written by this login, or lies on a medium that cannot be written.
  case noRights
  case newerFormat(version: Int)
  /// A line is of a kind that this program does not know; the findings say where.
  case notUnderstood
}

extension ReadOnlyReason {
  /// Whether it is safe to go on reading what others save.
  var allowsFollowing: Bool {
    switch self {
    case .noRights, .newerFormat, .notUnderstood: true
    case .damage, .syncFailed: false
    case .truncateFailed, .setAsideFailed: true
    }
  }

  /// Whether it is to be looked at again: half a line at the journal's end, of which nothing was ever shown as saved, can be
  /// taken away once the disk has room. What may not have reached the disk is never tried again.
  var mayPass: Bool {
    switch self {
    case .truncateFailed, .setAsideFailed: true
    case .damage, .syncFailed, .noRights, .newerFormat, .notUnderstood: false
    }
  }
}

/// Runs file work whose failure is the caller's failure.
func inJournal<Value>(_ work: () throws(FileError) -> Value) throws(JournalError) -> Value {
  do throws(FileError) {
    return try work()
  } catch {
    throw .file(error)
  }
}
