/// A name in a store that is looked at with every save, its whole path made once.
struct WatchedName {
  /// Relative to the store.
  let name: String
  private let files: any FileAccess
  private let path: String

  init(_ name: String, in folder: StoreFolder) {
    self.name = name
    files = folder.files
    path = folder.full(name)
  }

  /// What stands under the name, or nil.
  func status() throws(FileError) -> FileStatus? {
    try retryingAfterSignals(.status, name) { () throws(Errno) in try files.status(path) }
  }
}
