import Tar

/// The names in a store's folder.
///
///     store.json                                who this store is (StoreIdentity)
///     LOCK                                      held for the time of one save; never deleted
///     journal/<writer>/000001-000001.jsonl      the truth: <epoch>-<segment> (JournalFormat)
///     snapshot/state                            disposable (Snapshot)
///     snapshot/<writer>                         the same of a journal that was gathered; of all together under 32 zeros
///     quarantine/                               what could not stay in the journal, as it was
///     backup/                                   backups taken here
///     drafts/<operator>-<desk>                  what a desk has not saved; locked while it lives (DraftFile)
///     drafts/<desk>.open                        which records are open at a desk; locked while it lives (OpenRecords)
///
///     policies/<name>.json                      the policies that the office works or worked under
///     templates/<name>.txt, .html               papers in the office's own words
///     keys/<name>                               what the office signs and opens with; in no backup
///     inbox/<name>                              others' files that wait for what stands between
///     city/<name>                               the city's files as they came
///     columns.json                              how columns of the office's own tables are read (KeptColumns)
///
/// Whatever else stands in the folder was left there by a desktop, an editor or a sync tool (`.DS_Store`, `Thumbs.db`,
/// swap and conflict files): it is never read, goes into no backup, and `verify` names it as a hint.
/// A name that ends in `.new` is a file still being written: nobody reads it, and the next writer replaces it.
public enum StoreLayout {
  public static let identity = "store.json"
  public static let lock = "LOCK"
  public static let journal = "journal"
  public static let snapshot = "snapshot"
  public static let quarantine = "quarantine"
  public static let backup = "backup"
  public static let drafts = "drafts"
  public static let keys = "keys"
  public static let inbox = "inbox"
  public static let city = "city"
  public static let columns = "columns.json"

  public static let snapshotFile = "snapshot/state"
  static let unfinished = ".new"

  /// The snapshot of a journal that was gathered.
  public static func snapshotFile(of writer: String) -> String { snapshot + "/" + writer }

  /// Stands in a folder that was never a store but was to become one.
  static let inTheMaking = identity + unfinished
  static let folders = [journal, snapshot, quarantine, backup, drafts]

  /// Whether files of the store lie in a folder.
  static func isOwnFolder(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    if parts.count == 2 { return parts[0] == journal && !parts[1].hasPrefix(".") }
    return parts.count == 1 && (folders + ["policies", "templates", keys, inbox, city]).contains(path)
  }

  /// Whether a name is one that desktops, editors and sync tools give: hidden files and those of Windows are nobody's
  /// here, whatever the folder.
  private static func isStray(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || name.hasPrefix("~")
      || ["desktop.ini", "thumbs.db", "ehthumbs.db"].contains(name.lowercased())
  }

  /// Whether a path is of a kind that a backup holds.
  static func isBackedUp(_ path: String) -> Bool {
    guard isOwn(path), path != lock, !path.hasSuffix(unfinished) else { return false }
    return ![snapshot, backup, drafts, keys].contains { path.hasPrefix($0 + "/") }
  }

  /// Whether a desktop, an editor or a sync tool may have left a file in one of the folders that a backup is made of.
  static func isLeftBehind(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let name = parts.last, isStray(name) else { return false }
    let folder = parts.dropLast().joined(separator: "/")
    return folder.isEmpty || isOwnFolder(folder) && ![snapshot, backup, drafts, keys].contains(folder)
  }

  /// Whether a path is of a kind that the store has, and not what something else left in its folder.
  ///
  /// It is one that an archive can name, so that nothing of the store's is left out of a backup: a file's name has at most
  /// 100 bytes, which are 32 Chinese characters and the ending.
  public static func isOwn(_ path: String) -> Bool {
    guard TarPaths.isSound(path), TarBlock(path: path, count: 0).bytes != nil else { return false }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let name = parts.last, !isStray(name) else { return false }
    let plain = name.hasSuffix(unfinished) ? String(name.dropLast(unfinished.count)) : name
    switch parts.first ?? "" {
    case identity, lock, inTheMaking, columns, columns + unfinished: return parts.count == 1
    case journal: return parts.count == 3 && SegmentName(plain) != nil
    case snapshot: return parts.count == 2 && (parts[0] + "/" + plain == snapshotFile || isID(plain))
    case quarantine, drafts, keys, inbox, city: return parts.count == 2
    case backup: return parts.count == 2 && plain.hasSuffix(".backup")
    case "policies": return parts.count == 2 && plain.hasSuffix(".json")
    case "templates": return parts.count == 2 && (plain.hasSuffix(".txt") || plain.hasSuffix(".html"))
    default: return false
    }
  }
}
