import Journal
import Synchronization

/// The machine's files for a program that is alone with them: for making a large office, never for measuring one.
///
/// Nothing waits for the disk. Files stay open, and what the file system said of names is remembered until one of
/// them is made, changed or taken away here, so that a million saves do not ask it the same questions again.
final class LoneFiles: FileAccess {
  private struct Memory {
    var open: [String: FileHandle] = [:]
    var statuses: [String: FileStatus?] = [:]
    var names: [String: [String]] = [:]
  }

  private let base = PosixFiles()
  private let memory = Mutex(Memory())

  deinit { for file in memory.withLock({ Array($0.open.values) }) { base.close(file) } }

  // MARK: - Without waiting

  func syncData(_ file: FileHandle) throws(Errno) {}
  func syncFolder(_ folder: String) throws(Errno) {}
  func tryLock(_ file: FileHandle, byte: Int) throws(Errno) -> Bool { true }
  func unlock(_ file: FileHandle, byte: Int) throws(Errno) {}
  func pause(milliseconds: Int) {}

  // MARK: - Remembered

  func open(_ path: String, _ mode: FileMode) throws(Errno) -> FileHandle {
    if case .create = mode {
      forget()
      return try base.open(path, mode)
    }
    if let file = memory.withLock({ $0.open[path] }) { return file }
    // Whoever only reads now may write later through the same handle.
    let file = try base.open(path, .readWrite)
    memory.withLock { $0.open[path] = file }
    return file
  }

  func close(_ file: FileHandle) {
    let isKept = memory.withLock { $0.open.values.contains(file) }
    if !isKept { base.close(file) }
  }

  func status(_ path: String) throws(Errno) -> FileStatus? {
    if let file = memory.withLock({ $0.open[path] }) { return try base.status(of: file) }
    if let status = memory.withLock({ $0.statuses[path] }) { return status }
    let status = try base.status(path)
    memory.withLock { $0.statuses[path] = .some(status) }
    return status
  }

  func list(_ folder: String) throws(Errno) -> [String] {
    if let names = memory.withLock({ $0.names[folder] }) { return names }
    // Whoever lists a journal's segments sorts them, at every save: what is sorted already is sorted fast.
    let names = try base.list(folder).sorted()
    memory.withLock { $0.names[folder] = names }
    return names
  }

  // MARK: - Changing names

  func makeFolder(_ path: String, permissions: UInt32) throws(Errno) {
    forget()
    try base.makeFolder(path, permissions: permissions)
  }

  func rename(_ path: String, to target: String) throws(Errno) {
    forget([path, target])
    try base.rename(path, to: target)
  }

  func remove(_ path: String) throws(Errno) {
    forget([path])
    try base.remove(path)
  }

  /// Forgets what was said, and closes the files whose names will stand for others.
  private func forget(_ paths: [String] = []) {
    let closed = memory.withLock { memory in
      memory.statuses = [:]
      memory.names = [:]
      return paths.compactMap { memory.open.removeValue(forKey: $0) }
    }
    for file in closed { base.close(file) }
  }

  // MARK: - As they are

  func read(
    _ file: FileHandle, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(Errno) -> Int {
    try base.read(file, into: buffer, at: offset)
  }
  func write(_ file: FileHandle, _ bytes: UnsafeRawBufferPointer, at offset: Int) throws(Errno) -> Int {
    try base.write(file, bytes, at: offset)
  }
  func truncate(_ file: FileHandle, to size: Int) throws(Errno) { try base.truncate(file, to: size) }
  func status(of file: FileHandle) throws(Errno) -> FileStatus { try base.status(of: file) }
  func setPermissions(_ path: String, _ permissions: UInt32) throws(Errno) {
    try base.setPermissions(path, permissions)
  }
}
