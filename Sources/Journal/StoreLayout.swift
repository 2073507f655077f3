/// The names in a store's folder.
///
///     store.json                                who this store is (StoreIdentity)
///     LOCK                                      held for the time of one save; never deleted
///     journal/<writer>/000001-000001.jsonl      the truth: <epoch>-<segment> (JournalFormat)
///     snapshot/state                            disposable (Snapshot)
///     quarantine/                               what could not stay in the journal, as it was
///     backup/                                   backups taken here
///     drafts/<operator>-<desk>                  what a desk has not saved; locked while it lives (DraftFile)
///
/// Whatever else stands in the folder (policies, say) belongs to the rooms above and goes into a backup as it is.
/// A name that ends in `.new` is a file still being written: nobody reads it, and the next writer replaces it.
public enum StoreLayout {
  public static let identity = "store.json"
  public static let lock = "LOCK"
  public static let journal = "journal"
  public static let snapshot = "snapshot"
  public static let quarantine = "quarantine"
  public static let backup = "backup"
  public static let drafts = "drafts"

  public static let snapshotFile = "snapshot/state"
  static let unfinished = ".new"
  /// Stands in a folder that was never a store but was to become one.
  static let inTheMaking = identity + unfinished
  static let folders = [journal, snapshot, quarantine, backup, drafts]
}
