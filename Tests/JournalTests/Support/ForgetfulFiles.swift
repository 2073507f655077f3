import Glibc
import Journal

/// Files on which a protective step does nothing: what a program without that step would do.
///
/// Each such mutant must be found out by a test, or the step has no test.
struct ForgetfulFiles: FileAccess {
  enum Step: CaseIterable, Sendable {
    case syncData, syncFolder, lock, truncate
  }

  let base: SimulatedFiles
  var forgotten: Step?
  /// Whether nothing may be opened for writing, as on a medium that cannot be written.
  var isReadOnly = false
  /// Whether a file can't be shortened now.
  var refusesToTruncate: (@Sendable () -> Bool)?
  /// What another desk does while a folder is listed.
  var meanwhile: (@Sendable (String) -> Void)?

  func open(_ path: String, _ mode: FileMode) throws(Errno) -> FileHandle {
    if isReadOnly, mode != .read { throw Errno(EROFS) }
    return try base.open(path, mode)
  }
  func close(_ file: FileHandle) { base.close(file) }
  func read(_ file: FileHandle, into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(Errno)
    -> Int
  {
    try base.read(file, into: buffer, at: offset)
  }
  func write(_ file: FileHandle, _ bytes: UnsafeRawBufferPointer, at offset: Int) throws(Errno) -> Int {
    try base.write(file, bytes, at: offset)
  }
  func truncate(_ file: FileHandle, to size: Int) throws(Errno) {
    if refusesToTruncate?() == true { throw Errno(ENOSPC) }
    if forgotten != .truncate { try base.truncate(file, to: size) }
  }
  func syncData(_ file: FileHandle) throws(Errno) {
    if forgotten != .syncData { try base.syncData(file) }
  }
  func tryLock(_ file: FileHandle, byte: Int) throws(Errno) -> Bool {
    try forgotten == .lock ? true : base.tryLock(file, byte: byte)
  }
  func unlock(_ file: FileHandle, byte: Int) throws(Errno) { try base.unlock(file, byte: byte) }
  func pause(milliseconds: Int) { base.pause(milliseconds: milliseconds) }
  func status(_ path: String) throws(Errno) -> FileStatus? { try base.status(path) }
  func status(of file: FileHandle) throws(Errno) -> FileStatus { try base.status(of: file) }
  func list(_ folder: String) throws(Errno) -> [String] {
    meanwhile?(folder)
    return try base.list(folder)
  }
  func syncFolder(_ folder: String) throws(Errno) {
    if forgotten != .syncFolder { try base.syncFolder(folder) }
  }
  func makeFolder(_ path: String, permissions: UInt32) throws(Errno) {
    try base.makeFolder(path, permissions: permissions)
  }
  func setPermissions(_ path: String, _ permissions: UInt32) throws(Errno) {
    try base.setPermissions(path, permissions)
  }
  func rename(_ path: String, to target: String) throws(Errno) { try base.rename(path, to: target) }
  func remove(_ path: String) throws(Errno) { try base.remove(path) }
}
