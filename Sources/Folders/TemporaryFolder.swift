import CFiles
import Glibc

/// A folder that its user alone may enter, to be thrown away with all that is in it.
public struct TemporaryFolder: Sendable {
  public let path: String

  /// That there is none: no room on the disk, or no permission; `code` is the system's own.
  public struct NotMade: Error {
    public let code: Int32
  }

  /// Makes one.
  ///
  /// - Parameters:
  ///   - name: What its own name begins with.
  ///   - folder: Below which it is to lie; nil for `TMPDIR`.
  public init(_ name: String, in folder: String? = nil) throws(NotMade) {
    guard let made = cfiles_make_temporary_folder(folder, name) else { throw NotMade(code: errno) }
    defer { free(made) }
    path = String(cString: made)
  }

  /// Removes the folder and all that is in it; links are removed, not followed.
  public func remove() { Self.remove(path) }

  /// Removes a folder with all that is in it.
  public static func remove(_ path: String) { cfiles_remove_all(path) }
}
