/// The store's folder, with its files named relative to it: whole reads, whole writes, files replaced in one step.
///
/// This is the one place where a call that a signal interrupted is made again.
public struct StoreFolder: Sendable {
  let files: any FileAccess
  /// The folder's whole path, without a slash at the end.
  public let path: String
  /// Whether an office's group shares the store: folders 2770 and files 0660 instead of 0700 and 0600.
  public internal(set) var isShared = false

  public init(_ path: String, files: any FileAccess = PosixFiles()) {
    var path = Substring(path)
    while path.count > 1, path.last == "/" { path = path.dropLast() }
    self.path = String(path)
    self.files = files
  }

  var filePermissions: UInt32 { isShared ? 0o660 : 0o600 }
  var folderPermissions: UInt32 { isShared ? 0o2770 : 0o700 }

  // MARK: - Names

  func full(_ name: String) -> String { name.isEmpty ? path : path + "/" + name }

  /// What stands under a name, or nil.
  public func status(_ name: String) throws(FileError) -> FileStatus? {
    try retrying(.status, name) { () throws(Errno) in try files.status(full(name)) }
  }

  /// The names in a folder, sorted.
  public func list(_ name: String) throws(FileError) -> [String] { try names(in: name).sorted() }

  /// The names in a folder, in no order.
  func names(in name: String) throws(FileError) -> [String] {
    try retrying(.list, name) { () throws(Errno) in try files.list(full(name)) }
  }

  func syncFolder(_ name: String) throws(FileError) {
    try retrying(.sync, name) { () throws(Errno) in try files.syncFolder(full(name)) }
  }

  func makeFolder(_ name: String) throws(FileError) {
    try retrying(.makeFolder, name) { () throws(Errno) in
      try files.makeFolder(full(name), permissions: folderPermissions)
    }
  }

  /// Makes the folder unless it is there, and syncs the folder it stands in.
  public func makeFolderIfMissing(_ name: String) throws(FileError) {
    try refuseLinks([name])
    guard try status(name) == nil else { return }
    do throws(FileError) {
      try makeFolder(name)
    } catch {
      // Another desk may have been quicker.
      guard error.code == Errno.exists.code else { throw error }
    }
    try syncFolder(parent(of: name))
  }

  /// Makes sure that folders of the store are folders, where they are there: a link laid in their place would lead
  /// writing elsewhere.
  func refuseLinks(_ names: [String]) throws(FileError) {
    for name in names where try status(name)?.kind ?? .folder != .folder {
      throw FileError(.open, name, code: Errno.isLink.code)
    }
  }

  /// Makes the folders that a file is to stand in.
  func makeFolders(to name: String) throws(FileError) {
    let folder = parent(of: name)
    guard !folder.isEmpty else { return }
    try makeFolders(to: folder)
    try makeFolderIfMissing(folder)
  }

  func rename(_ name: String, to target: String) throws(FileError) {
    try retrying(.rename, name) { () throws(Errno) in try files.rename(full(name), to: full(target)) }
  }

  /// Takes a file away; for what is no part of the journal.
  public func remove(_ name: String) throws(FileError) {
    try retrying(.remove, name) { () throws(Errno) in try files.remove(full(name)) }
  }

  /// Syncs the folder that the store's own folder stands in.
  func syncParent() throws(FileError) {
    let parent = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    try retrying(.sync, "") { () throws(Errno) in try files.syncFolder(parent) }
  }

  func setOwnPermissions() throws(FileError) {
    try retrying(.setPermissions, "") { () throws(Errno) in
      try files.setPermissions(path, folderPermissions)
    }
  }

  func parent(of name: String) -> String {
    guard let slash = name.lastIndex(of: "/") else { return "" }
    return String(name[..<slash])
  }

  // MARK: - Files

  func open(_ name: String, _ mode: FileMode) throws(FileError) -> OpenFile {
    let handle = try retrying(.open, name) { () throws(Errno) in try files.open(full(name), mode) }
    return OpenFile(files: files, handle: handle, name: name)
  }

  func create(_ name: String) throws(FileError) -> OpenFile {
    try open(name, .create(permissions: filePermissions))
  }

  /// The bytes of a file from `start` up to `end`, or to its end.
  public func read(_ name: String, from start: Int = 0, to end: Int? = nil) throws(FileError) -> [UInt8] {
    let file = try open(name, .read)
    defer { file.close() }
    let size = try file.size()
    return try file.read(start..<max(start, min(size, end ?? size)))
  }

  /// Makes a file with these bytes, or replaces one, so that at every moment the old or the new one stands there
  /// whole; on the disk when this returns.
  public func replace(_ name: String, with bytes: [UInt8]) throws(FileError) {
    try replace(name) { file throws(FileError) in try file.write(bytes, at: 0) }
  }

  /// The same for bytes that are written a part at a time to an empty file.
  func replace(_ name: String, _ write: (OpenFile) throws(FileError) -> Void) throws(FileError) {
    try writeBeside(name, write)
    try rename(name + StoreLayout.unfinished, to: name)
    try syncFolder(parent(of: name))
  }

  /// Writes and syncs the unfinished file that `rename` then makes the real one.
  func writeBeside(_ name: String, _ write: (OpenFile) throws(FileError) -> Void) throws(FileError) {
    let unfinished = name + StoreLayout.unfinished
    // One that was left behind is used again: a name taken away and given anew could be lost in between.
    let file = try status(unfinished) == nil ? create(unfinished) : open(unfinished, .readWrite)
    defer { file.close() }
    do throws(FileError) {
      try file.truncate(to: 0)
      try write(file)
      try file.syncData()
    } catch {
      // Half a file takes room on a disk that may be full; failing to remove it leaves a name nobody reads.
      try? remove(unfinished)
      throw error
    }
  }

  /// Locks a file, making it if need be, until the lock is let go of; nil while another open file has it.
  ///
  /// The lock goes with the process, however it ends. Throws `FileError`.
  public func lock(_ name: String) throws(FileError) -> FileLock? {
    let file: OpenFile
    do throws(FileError) {
      file = try create(name)
    } catch {
      guard error.code == Errno.exists.code else { throw error }
      file = try open(name, .readWrite)
    }
    do throws(FileError) {
      let isOurs = try retrying(.lock, name) { () throws(Errno) in try files.tryLock(file.handle, byte: 0) }
      if isOurs { return FileLock(file) }
    } catch {
      file.close()
      throw error
    }
    file.close()
    return nil
  }

  private func retrying<Value>(
    _ operation: FileError.Operation, _ name: String, _ call: () throws(Errno) -> Value
  ) throws(FileError) -> Value {
    try retryingAfterSignals(operation, name, call)
  }
}

/// Calls again as long as a signal interrupted the call.
func retryingAfterSignals<Value>(
  _ operation: FileError.Operation, _ name: String, _ call: () throws(Errno) -> Value
) throws(FileError) -> Value {
  while true {
    do throws(Errno) {
      return try call()
    } catch {
      guard error != .interrupted else { continue }
      throw FileError(operation, name, code: error.code)
    }
  }
}
