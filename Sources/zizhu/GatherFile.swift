import Glibc
import Office

extension OpenOffice.GatherInput {
  /// So large a file is read again when it is needed, and not kept meanwhile; in bytes.
  private static let large = 1 << 20

  /// A bundle whose bytes were read from a path once; what comes from a pipe can't be read again.
  static func file(_ path: String, _ bytes: [UInt8]) -> OpenOffice.GatherInput {
    var status = stat()
    guard bytes.count > large, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return .bundle(name: path, bytes: bytes)
    }
    return .file(name: path) { () throws(OfficeError) in
      do {
        return try Streams.read(path)
      } catch {
        throw .exchange(.fileMoved(path))
      }
    }
  }
}
