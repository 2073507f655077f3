/// Files of one desk's own in the store: nobody else's login reads them, whoever shares the store, and they are locked
/// for as long as their desk lives.
extension StoreFolder {
  private static let ownPermissions: UInt32 = 0o600

  /// Makes a file with these bytes, or replaces one, so that the old or the new one stands there whole and locked at
  /// every moment.
  ///
  /// The lock on the file that was replaced is the caller's to let go of, afterwards. `forGroup` lets whoever shares the
  /// store read it. Throws `FileError`.
  public func replaceOwn(
    _ name: String, with bytes: [UInt8], forGroup: Bool = false
  ) throws(FileError) -> FileLock {
    let unfinished = name + StoreLayout.unfinished
    let permissions = forGroup ? filePermissions : Self.ownPermissions
    let file =
      try status(unfinished) == nil
      ? open(unfinished, .create(permissions: permissions)) : open(unfinished, .readWrite)
    do throws(FileError) {
      guard try tryLock(file) else { throw FileError(.lock, unfinished, code: Errno.exists.code) }
      try file.truncate(to: 0)
      try file.write(bytes, at: 0)
      try file.syncData()
      try rename(unfinished, to: name)
      try syncFolder(parent(of: name))
    } catch {
      try? remove(unfinished)
      file.close()
      throw error
    }
    return FileLock(file)
  }

  /// Locks a file that some desk left behind; nil where its desk lives, or where it has gone meanwhile.
  ///
  /// Throws `FileError` where the file can't be opened.
  public func lockLeftBehind(_ name: String) throws(FileError) -> FileLock? {
    guard try status(name) != nil else { return nil }
    let file = try open(name, .readWrite)
    do throws(FileError) {
      // A desk that lives may have put a new file of that name there in between: what is locked is then the old one.
      if try tryLock(file), try status(name)?.inode == file.status().inode { return FileLock(file) }
    } catch {
      file.close()
      throw error
    }
    file.close()
    return nil
  }

  /// Waits a little for what another thread does.
  public func pause(milliseconds: Int) { files.pause(milliseconds: milliseconds) }

  private func tryLock(_ file: OpenFile) throws(FileError) -> Bool {
    try retryingAfterSignals(.lock, file.name) { () throws(Errno) in
      try files.tryLock(file.handle, byte: 0)
    }
  }
}
