/// The few things a store asks of a file system; `PosixFiles` asks the real one, tests a simulated one.
///
/// Paths are whole paths. No function follows a symbolic link at the end of a path, retries after a signal or
/// makes good a short read or write: that is done once, above this seam, where tests can reach it.
public protocol FileAccess: Sendable {
  func open(_ path: String, _ mode: FileMode) throws(Errno) -> FileHandle
  /// Lets go of the file and of every lock taken through this handle.
  func close(_ file: FileHandle)

  /// Reads at most as many bytes as the buffer holds, from `offset` in bytes; 0 at the end of the file.
  func read(_ file: FileHandle, into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(Errno)
    -> Int
  /// Writes at `offset` in bytes; the number of bytes written may be smaller than asked for.
  func write(_ file: FileHandle, _ bytes: UnsafeRawBufferPointer, at offset: Int) throws(Errno) -> Int
  func truncate(_ file: FileHandle, to size: Int) throws(Errno)
  /// Lets the disk begin with bytes that were written, so that a sync that comes soon waits less: a hint, which
  /// promises nothing and takes no error away from the sync.
  func beginWriting(_ file: FileHandle, _ range: Range<Int>)
  /// Returns when the file's bytes and size are on the disk.
  func syncData(_ file: FileHandle) throws(Errno)

  /// Takes one byte of the file as a lock of this open file, if no other open file has it; never waits.
  func tryLock(_ file: FileHandle, byte: Int) throws(Errno) -> Bool
  func unlock(_ file: FileHandle, byte: Int) throws(Errno)
  /// Waits a little between two tries for a lock.
  func pause(milliseconds: Int)

  /// What stands at the path, or nil when nothing does.
  func status(_ path: String) throws(Errno) -> FileStatus?
  func status(of file: FileHandle) throws(Errno) -> FileStatus
  /// The names in a folder, in no order.
  func list(_ folder: String) throws(Errno) -> [String]
  /// Returns when the names in the folder are on the disk.
  func syncFolder(_ folder: String) throws(Errno)
  func makeFolder(_ path: String, permissions: UInt32) throws(Errno)
  func setPermissions(_ path: String, _ permissions: UInt32) throws(Errno)
  /// Gives a file or folder another name, replacing a file of that name in one step.
  func rename(_ path: String, to target: String) throws(Errno)
  func remove(_ path: String) throws(Errno)
}

extension FileAccess {
  public func beginWriting(_ file: FileHandle, _ range: Range<Int>) {}
}

/// How a file is opened.
public enum FileMode: Hashable, Sendable {
  case read
  case readWrite
  /// For reading and writing; fails with EEXIST where something stands already.
  case create(permissions: UInt32)
}

/// An open file of one `FileAccess`.
public struct FileHandle: Hashable, Sendable {
  public let number: Int32
  /// Whether the file is new and its file system refused the permissions that were asked for.
  public let isUnprotected: Bool

  public init(number: Int32, isUnprotected: Bool = false) {
    self.number = number
    self.isUnprotected = isUnprotected
  }
}

/// What a file system says about a path.
public struct FileStatus: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case file, folder, other }

  public var kind: Kind
  /// In bytes.
  public var size: Int
  /// Tells two files of one name apart.
  public var inode: UInt64
  /// When the file or the names in the folder last changed, in nanoseconds, by the file system's own clock.
  public var changed: Int64

  public init(kind: Kind, size: Int, inode: UInt64, changed: Int64) {
    self.kind = kind
    self.size = size
    self.inode = inode
    self.changed = changed
  }
}

/// The system's number for why a call failed.
public struct Errno: Error, Hashable, Sendable {
  public let code: Int32

  public init(_ code: Int32) { self.code = code }
}
