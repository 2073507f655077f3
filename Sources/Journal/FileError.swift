import CFiles

/// A call to the file system that failed, with the file it was about.
public struct FileError: Error, Hashable, Sendable {
  public enum Operation: String, Hashable, Sendable {
    case open, read, write, truncate, sync, lock, status, list, makeFolder, setPermissions, rename, remove
  }

  public var operation: Operation
  /// The file's path relative to the store; empty for the store itself.
  public var file: String
  /// The system's number for the reason (errno).
  public var code: Int32

  public init(_ operation: Operation, _ file: String, code: Int32) {
    self.operation = operation
    self.file = file
    self.code = code
  }
}

extension FileError {
  /// Whether this login or this medium does not allow it at all.
  var meansNoRights: Bool {
    [Errno.notPermitted, .accessDenied, .readOnlyFileSystem].contains(Errno(code))
  }
}

/// The reasons of the system that the journal itself acts on.
extension Errno {
  static let notPermitted = Errno(Int32(CFILES_NOT_PERMITTED.rawValue))
  static let notFound = Errno(Int32(CFILES_NOT_FOUND.rawValue))
  static let interrupted = Errno(Int32(CFILES_INTERRUPTED.rawValue))
  static let inputOutput = Errno(Int32(CFILES_INPUT_OUTPUT.rawValue))
  static let accessDenied = Errno(Int32(CFILES_ACCESS_DENIED.rawValue))
  static let exists = Errno(Int32(CFILES_EXISTS.rawValue))
  static let notAFolder = Errno(Int32(CFILES_NOT_A_FOLDER.rawValue))
  static let tooLarge = Errno(Int32(CFILES_TOO_LARGE.rawValue))
  static let isLink = Errno(Int32(CFILES_IS_LINK.rawValue))
  static let readOnlyFileSystem = Errno(Int32(CFILES_READ_ONLY_FILE_SYSTEM.rawValue))
}
