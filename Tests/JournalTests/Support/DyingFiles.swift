import Journal
import Synchronization

/// The machine's files as a process sees them that is killed at a given call.
///
/// From that call on nothing reaches the system any more; as at the end of a process, all files are closed and
/// with them all locks let go. A write under way gets half of its bytes out.
final class DyingFiles: FileAccess {
  private struct Life {
    var callsLeft: Int
    var open: Set<FileHandle> = []
  }

  private let base = PosixFiles()
  private let life: Mutex<Life>

  init(dyingAtCall call: Int) { life = Mutex(Life(callsLeft: call)) }

  var isDead: Bool { life.withLock { $0.callsLeft < 0 } }

  private func live(_ lastWords: () -> Void = {}) throws(Errno) {
    let isDead = life.withLock { life in
      guard life.callsLeft >= 0 else { return true }
      life.callsLeft -= 1
      guard life.callsLeft < 0 else { return false }
      lastWords()
      for file in life.open { base.close(file) }
      life.open = []
      return true
    }
    if isDead { throw Errno(5) }
  }

  func open(_ path: String, _ mode: FileMode) throws(Errno) -> FileHandle {
    try live()
    let file = try base.open(path, mode)
    life.withLock { _ = $0.open.insert(file) }
    return file
  }

  func close(_ file: FileHandle) {
    if life.withLock({ $0.open.remove(file) }) != nil { base.close(file) }
  }

  func write(_ file: FileHandle, _ bytes: UnsafeRawBufferPointer, at offset: Int) throws(Errno) -> Int {
    try live {
      let half = UnsafeRawBufferPointer(rebasing: bytes.prefix(bytes.count / 2))
      _ = try? base.write(file, half, at: offset)
    }
    return try base.write(file, bytes, at: offset)
  }

  func read(
    _ file: FileHandle, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(Errno) -> Int {
    try live()
    return try base.read(file, into: buffer, at: offset)
  }

  func truncate(_ file: FileHandle, to size: Int) throws(Errno) {
    try live()
    try base.truncate(file, to: size)
  }

  func syncData(_ file: FileHandle) throws(Errno) {
    try live()
    try base.syncData(file)
  }

  func tryLock(_ file: FileHandle, byte: Int) throws(Errno) -> Bool {
    try live()
    return try base.tryLock(file, byte: byte)
  }

  func unlock(_ file: FileHandle, byte: Int) throws(Errno) {
    try live()
    try base.unlock(file, byte: byte)
  }

  func pause(milliseconds: Int) { base.pause(milliseconds: milliseconds) }

  func status(_ path: String) throws(Errno) -> FileStatus? {
    try live()
    return try base.status(path)
  }

  func status(of file: FileHandle) throws(Errno) -> FileStatus {
    try live()
    return try base.status(of: file)
  }

  func list(_ folder: String) throws(Errno) -> [String] {
    try live()
    return try base.list(folder)
  }

  func syncFolder(_ folder: String) throws(Errno) {
    try live()
    try base.syncFolder(folder)
  }

  func makeFolder(_ path: String, permissions: UInt32) throws(Errno) {
    try live()
    try base.makeFolder(path, permissions: permissions)
  }

  func setPermissions(_ path: String, _ permissions: UInt32) throws(Errno) {
    try live()
    try base.setPermissions(path, permissions)
  }

  func rename(_ path: String, to target: String) throws(Errno) {
    try live()
    try base.rename(path, to: target)
  }

  func remove(_ path: String) throws(Errno) {
    try live()
    try base.remove(path)
  }
}
