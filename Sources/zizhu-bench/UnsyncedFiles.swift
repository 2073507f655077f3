import Journal

/// The machine's files without waiting for the disk: for making a large office, never for measuring one.
struct UnsyncedFiles: FileAccess {
  private let base = PosixFiles()

  func syncData(_ file: FileHandle) throws(Errno) {}
  func syncFolder(_ folder: String) throws(Errno) {}

  func open(_ path: String, _ mode: FileMode) throws(Errno) -> FileHandle { try base.open(path, mode) }
  func close(_ file: FileHandle) { base.close(file) }
  func read(
    _ file: FileHandle, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(Errno) -> Int {
    try base.read(file, into: buffer, at: offset)
  }
  func write(_ file: FileHandle, _ bytes: UnsafeRawBufferPointer, at offset: Int) throws(Errno) -> Int {
    try base.write(file, bytes, at: offset)
  }
  func truncate(_ file: FileHandle, to size: Int) throws(Errno) { try base.truncate(file, to: size) }
  func tryLock(_ file: FileHandle, byte: Int) throws(Errno) -> Bool { try base.tryLock(file, byte: byte) }
  func unlock(_ file: FileHandle, byte: Int) throws(Errno) { try base.unlock(file, byte: byte) }
  func pause(milliseconds: Int) { base.pause(milliseconds: milliseconds) }
  func status(_ path: String) throws(Errno) -> FileStatus? { try base.status(path) }
  func status(of file: FileHandle) throws(Errno) -> FileStatus { try base.status(of: file) }
  func list(_ folder: String) throws(Errno) -> [String] { try base.list(folder) }
  func makeFolder(_ path: String, permissions: UInt32) throws(Errno) {
    try base.makeFolder(path, permissions: permissions)
  }
  func setPermissions(_ path: String, _ permissions: UInt32) throws(Errno) {
    try base.setPermissions(path, permissions)
  }
  func rename(_ path: String, to target: String) throws(Errno) { try base.rename(path, to: target) }
  func remove(_ path: String) throws(Errno) { try base.remove(path) }
}
