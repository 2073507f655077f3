import Folders
import Glibc

extension TemporaryFolder {
  /// A folder where a store's own stands.
  init(beside store: String) throws {
    try self.init("zizhu-bench", in: store.lastIndex(of: "/").map { String(store[..<$0]) } ?? ".")
  }
}

/// Files that are measured, and what measuring leaves behind.
enum Scratch {
  /// The bytes of a file, read with nothing but the system's own calls.
  static func bytes(of path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw BenchFailure("can't read \(path): \(errno)") }
    defer { close(file) }
    var status = stat()
    fstat(file, &status)
    // The system's own small files say they are empty.
    let size = max(Int(status.st_size), 65_536)
    var filled = 0
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while filled < size {
        let got = read(file, buffer.baseAddress?.advanced(by: filled), size - filled)
        guard got > 0 else { break }
        filled += got
      }
      count = filled
    }
  }

  /// Makes a file of bytes.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw BenchFailure("can't write \(path): \(errno)") }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw BenchFailure("can't write \(path): \(errno)") }
      written += count
    }
  }

  /// How many bytes a file has.
  static func size(of path: String) throws -> Int {
    var status = stat()
    guard stat(path, &status) == 0 else { throw BenchFailure("can't read \(path): \(errno)") }
    return Int(status.st_size)
  }
}
