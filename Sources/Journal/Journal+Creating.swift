/// Making a new store.
extension Journal {
  /// Makes a store in a folder that is empty or missing (its parent must be there) and opens it.
  ///
  /// `first` is the first record's payload, such as who made the store, and `keeping` puts the files there that it
  /// rests on. The store exists from the moment its
  /// `store.json` does; what a crash left of an earlier try is kept in `quarantine/`. Throws `folderNotEmpty`,
  /// `badPayload`, `busy`, or `file` for what the system refused.
  public static func create(
    _ folder: String, files: any FileAccess = PosixFiles(), options: JournalOptions = JournalOptions(),
    first: [UInt8], keeping: (StoreFolder) throws(JournalError) -> Void = { _ in }
  ) throws(JournalError) -> Journal {
    var folder = StoreFolder(folder, files: files)
    folder.isShared = options.isShared
    let identity = StoreIdentity(isShared: options.isShared, seed: options.seed)
    let lock = try prepareEmpty(folder, for: identity.bytes, options)
    defer { lock.release(.saving) }
    let journal = Journal(identity: identity, folder: folder, options: options, lock: lock, place: .beginning)
    try inJournal { () throws(FileError) in try journal.makeFolders() }
    try journal.beginSegment(.init(epoch: 1, number: 1))
    _ = try journal.appendLocked(first)
    try keeping(folder)
    try journal.finish()
    return journal
  }

  /// Makes the store's folder if it is missing and marks it as one in the making; only an empty one will do.
  ///
  /// `identity` is what `store.json` will be; it waits beside its name until `finish`. The lock is taken: of two
  /// who make a store in one folder, one finds it made.
  static func prepareEmpty(
    _ folder: StoreFolder, for identity: [UInt8], _ options: JournalOptions
  ) throws(JournalError) -> StoreLock {
    let lock = try inJournal { () throws(FileError) in
      if try folder.status("") == nil {
        try folder.makeFolder("")
        try folder.syncParent()
      }
      return try canBecomeStore(folder) ? StoreLock(folder) : nil
    }
    guard let lock else { throw .folderNotEmpty }
    try lock.take(.saving, waiting: options.lockWait)
    do throws(JournalError) {
      let isFree = try inJournal { () throws(FileError) in try canBecomeStore(folder) }
      guard isFree else { throw .folderNotEmpty }
      try inJournal { () throws(FileError) in
        try folder.setOwnPermissions()
        try folder.writeBeside(StoreLayout.identity) { file throws(FileError) in
          try file.write(identity, at: 0)
        }
        try folder.syncFolder("")
      }
    } catch {
      lock.release(.saving)
      throw error
    }
    return lock
  }

  /// Whether a folder is empty or holds only what an earlier try left behind.
  private static func canBecomeStore(_ folder: StoreFolder) throws(FileError) -> Bool {
    let names = Set(try folder.list(""))
    if names.contains(StoreLayout.inTheMaking), !names.contains(StoreLayout.identity) { return true }
    return names.isSubset(of: [StoreLayout.lock])
  }

  /// Makes the folders of the store; the journal of an earlier try that was cut off is kept aside.
  func makeFolders() throws(FileError) {
    try folder.makeFolderIfMissing(StoreLayout.quarantine)
    if try folder.status(StoreLayout.journal) != nil {
      try folder.rename(
        StoreLayout.journal, to: StoreLayout.quarantine + "/half-made-" + randomID().prefix(8))
      try folder.syncFolder(StoreLayout.quarantine)
    }
    for name in StoreLayout.folders { try folder.makeFolderIfMissing(name) }
    try folder.makeFolderIfMissing(writerFolder)
  }

  /// Makes the folder a store: everything else is on the disk.
  func finish() throws(JournalError) {
    try inJournal { () throws(FileError) in
      try folder.rename(StoreLayout.inTheMaking, to: StoreLayout.identity)
      try folder.syncFolder("")
    }
  }
}
