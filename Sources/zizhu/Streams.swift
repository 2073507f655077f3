import Glibc

/// Files, standard input and standard output as whole byte arrays.
enum Streams {
  /// Reads a file, or standard input where the path is `-`.
  static func read(_ path: String) throws -> [UInt8] {
    if path == "-" {
      return try readAll(STDIN_FILENO, expecting: 0, name: "标准输入")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let reason = errno == ENOENT ? "没有这个文件" : "打不开"
      throw Failure(status: .notFound, sentence: "\(path)：\(reason)，请核对路径和权限。")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw Failure(status: .notFound, sentence: "\(path)：这是文件夹，不是文件。")
    }
    return try readAll(descriptor, expecting: Int(status.st_size), name: path)
  }

  /// Reads a file piece by piece, or standard input where the path is `-`.
  static func read(_ path: String, inPiecesOf size: Int, _ take: ([UInt8]) throws -> Void) throws {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let reason = errno == ENOENT ? "没有这个文件" : "打不开"
      throw Failure(status: .notFound, sentence: "\(reason)，请核对路径和权限：\(path)")
    }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    while true {
      var failure: Int32 = 0
      let part = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        let got = Glibc.read(descriptor, buffer.baseAddress, size)
        count = max(got, 0)
        if got < 0 { failure = errno }
      }
      if failure == EINTR { continue }
      guard failure == 0 else {
        throw Failure(status: .readOrWriteFailed, sentence: "读取失败（错误 \(failure)）：\(path)")
      }
      if part.isEmpty { return }
      try take(part)
    }
  }

  private static func readAll(_ descriptor: Int32, expecting size: Int, name: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 1)
    let chunk = max(size + 1, 65_536)
    while true {
      var failure: Int32 = 0
      let part = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        let got = Glibc.read(descriptor, buffer.baseAddress, chunk)
        count = max(got, 0)
        if got < 0 { failure = errno }
      }
      if failure == EINTR { continue }
      guard failure == 0 else {
        throw Failure(status: .readOrWriteFailed, sentence: "\(name)：读取失败（错误 \(failure)）。")
      }
      if part.isEmpty { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
    }
  }

  /// Writes everything to standard output.
  static func write(_ bytes: [UInt8]) throws {
    guard put(bytes, to: STDOUT_FILENO) else {
      throw Failure(status: .readOrWriteFailed, sentence: "写标准输出失败（错误 \(errno)）。")
    }
  }

  /// Writes a line to standard error.
  static func complain(_ line: String) { _ = put(Array((line + "\n").utf8), to: STDERR_FILENO) }

  /// Writes to standard error without ending the line.
  static func ask(_ text: String) { _ = put(Array(text.utf8), to: STDERR_FILENO) }

  /// Writes everything to a descriptor; false where that fails.
  static func put(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      written += count
    }
    return true
  }
}
