/// Making a new store.
extension Journal {
  /// Makes a store in a folder that is empty or missing (its parent must be there) and opens it.
  ///
  /// `first` is the first record's payload, such as who made the store. The store exists from the moment its
  /// `store.json` does; what a crash left of an earlier try is kept in `quarantine/`. Throws `folderNotEmpty`,
  /// `badPayload`, `busy`, or `file` for what the system refused.
  public static func create(
    _ folder: String, files: any FileAccess = PosixFiles(), options: JournalOptions = JournalOptions(),
    first: [UInt8]
  ) throws(JournalError) -> Journal {
    var folder = StoreFolder(folder, files: files)
    folder.isShared = options.isShared
    let identity = StoreIdentity(isShared: options.isShared)
    let lock = try prepareEmpty(folder)
    try lock.take(.saving, waiting: options.lockWait)
    defer { lock.release(.saving) }
    let journal = Journal(identity: identity, folder: folder, options: options, lock: lock, place: .beginning)
    // Another desk may have made a store here while this one waited.
    let made = try inJournal { () throws(FileError) in try folder.status(StoreLayout.identity) }
    guard made == nil else { throw .folderNotEmpty }
    try inJournal { () throws(FileError) in try journal.makeFolders() }
    try journal.beginSegment(.init(epoch: 1, number: 1))
    _ = try journal.appendLocked(first)
    try journal.finish()
    return journal
  }

  /// Makes the store's folder if it is missing and marks it as one in the making; only an empty one will do.
  static func prepareEmpty(_ folder: StoreFolder) throws(JournalError) -> StoreLock {
    let names = try inJournal { () throws(FileError) in
      try folder.status("") == nil ? nil : Set(folder.list(""))
    }
    if let names {
      let isHalfMade = names.contains(StoreLayout.inTheMaking) && !names.contains(StoreLayout.identity)
      guard names.isSubset(of: [StoreLayout.lock]) || isHalfMade else { throw .folderNotEmpty }
    }
    return try inJournal { () throws(FileError) in
      if names == nil {
        try folder.makeFolder("")
        try folder.syncParent()
      } else {
        try folder.setOwnPermissions()
      }
      try folder.writeBeside(StoreLayout.identity, [])
      try folder.syncFolder("")
      return try StoreLock(folder)
    }
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
    try inJournal { () throws(FileError) in try folder.replace(StoreLayout.identity, with: identity.bytes) }
  }
}
