import Glibc

/// A folder that its user alone may enter, to be thrown away with all that is in it.
public struct TemporaryFolder: Sendable {
  public let path: String

  /// Makes one.
  ///
  /// - Parameters:
  ///   - name: What its own name begins with.
  ///   - folder: Below which it is to lie; nil for `TMPDIR`.
  public init(_ name: String, in folder: String? = nil) throws(Errno) {
    let base = folder ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/\(name)-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Errno(errno) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Removes the folder and all that is in it; links are removed, not followed.
  public func remove() { Self.remove(path) }

  /// Removes a folder with all that is in it.
  public static func remove(_ path: String) {
    let files = PosixFiles()
    for name in (try? files.list(path)) ?? [] {
      let inner = path + "/" + name
      if (try? files.status(inner))??.kind == .folder { remove(inner) } else { try? files.remove(inner) }
    }
    rmdir(path)
  }
}
