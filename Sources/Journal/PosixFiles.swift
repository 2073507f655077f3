import CFiles

/// The machine's own file system.
public struct PosixFiles: FileAccess {
  public init() {}

  public func open(_ path: String, _ mode: FileMode) throws(Errno) -> FileHandle {
    var refused: Int32 = 0
    let descriptor =
      switch mode {
      case .read: cfiles_open(path, Int32(CFILES_READ.rawValue), 0, &refused)
      case .readWrite: cfiles_open(path, Int32(CFILES_READ_WRITE.rawValue), 0, &refused)
      case .create(let permissions): cfiles_open(path, Int32(CFILES_CREATE.rawValue), permissions, &refused)
      }
    return FileHandle(number: Int32(try checked(Int64(descriptor))), isUnprotected: refused != 0)
  }

  public func close(_ file: FileHandle) {
    // Whatever had to be on the disk was synced before; a failure here changes nothing.
    _ = cfiles_close(file.number)
  }

  public func read(
    _ file: FileHandle, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(Errno) -> Int {
    try checked(cfiles_read_at(file.number, buffer.baseAddress, buffer.count, Int64(offset)))
  }

  public func write(_ file: FileHandle, _ bytes: UnsafeRawBufferPointer, at offset: Int) throws(Errno) -> Int
  {
    try checked(cfiles_write_at(file.number, bytes.baseAddress, bytes.count, Int64(offset)))
  }

  public func truncate(_ file: FileHandle, to size: Int) throws(Errno) {
    try checked(cfiles_truncate(file.number, Int64(size)))
  }

  public func beginWriting(_ file: FileHandle, _ range: Range<Int>) {
    cfiles_begin_writing(file.number, Int64(range.lowerBound), Int64(range.count))
  }

  public func syncData(_ file: FileHandle) throws(Errno) {
    try checked(cfiles_sync_data(file.number))
  }

  public func tryLock(_ file: FileHandle, byte: Int) throws(Errno) -> Bool {
    try checked(Int64(cfiles_try_lock(file.number, Int64(byte)))) == 1
  }

  public func unlock(_ file: FileHandle, byte: Int) throws(Errno) {
    try checked(cfiles_unlock(file.number, Int64(byte)))
  }

  public func pause(milliseconds: Int) {
    cfiles_pause(UInt32(clamping: milliseconds))
  }

  public func status(_ path: String) throws(Errno) -> FileStatus? {
    var found = cfiles_status()
    let result = cfiles_status(path, &found)
    if result == -Errno.notFound.code { return nil }
    try checked(result)
    return FileStatus(found)
  }

  public func status(of file: FileHandle) throws(Errno) -> FileStatus {
    var found = cfiles_status()
    try checked(cfiles_status_of(file.number, &found))
    return FileStatus(found)
  }

  public func list(_ folder: String) throws(Errno) -> [String] {
    var names: [String] = []
    let result = withUnsafeMutablePointer(to: &names) { names in
      cfiles_list(folder, names) { context, name in
        guard let name else { return }
        context?.assumingMemoryBound(to: [String].self).pointee.append(String(cString: name))
      }
    }
    try checked(result)
    return names
  }

  public func syncFolder(_ folder: String) throws(Errno) {
    try checked(cfiles_sync_folder(folder))
  }

  public func makeFolder(_ path: String, permissions: UInt32) throws(Errno) {
    try checked(cfiles_make_folder(path, permissions))
  }

  public func setPermissions(_ path: String, _ permissions: UInt32) throws(Errno) {
    try checked(cfiles_set_permissions(path, permissions))
  }

  public func rename(_ path: String, to target: String) throws(Errno) {
    try checked(cfiles_rename(path, target))
  }

  public func remove(_ path: String) throws(Errno) {
    try checked(cfiles_remove(path))
  }

  @discardableResult
  private func checked(_ result: Int64) throws(Errno) -> Int {
    guard result >= 0 else { throw Errno(Int32(truncatingIfNeeded: -result)) }
    return Int(result)
  }

  private func checked(_ result: Int32) throws(Errno) {
    guard result >= 0 else { throw Errno(-result) }
  }
}

extension FileStatus {
  fileprivate init(_ found: cfiles_status) {
    let kind: Kind =
      switch found.kind {
      case Int32(CFILES_FILE.rawValue): .file
      case Int32(CFILES_FOLDER.rawValue): .folder
      default: .other
      }
    self.init(kind: kind, size: Int(found.size), inode: found.inode, changed: found.changed)
  }
}
