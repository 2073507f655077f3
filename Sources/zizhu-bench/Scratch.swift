import ArgumentParser
import Glibc
import Journal

/// A folder for stores that are measured and thrown away.
struct Scratch {
  let path: String

  init(in folder: String) throws {
    var template = Array((folder + "/zizhu-bench-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw ValidationError("can't make a folder in \(folder)") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  func remove() { Self.remove(path) }

  private static func remove(_ path: String) {
    let files = PosixFiles()
    for name in (try? files.list(path)) ?? [] {
      let inner = path + "/" + name
      if (try? files.status(inner))??.kind == .folder { remove(inner) } else { try? files.remove(inner) }
    }
    rmdir(path)
  }

  /// The bytes of a file, read with nothing but the system's own calls.
  static func bytes(of path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw ValidationError("can't read \(path)") }
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
}
