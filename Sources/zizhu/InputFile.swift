import Glibc

/// A file that was named to be read: no folder, no device, and nothing that could be waited for without end.
struct InputFile {
  /// The most that is read into memory at once, in bytes: some million filings.
  static let limit = 2 << 30
  /// How long a pipe may be without anybody who writes into it, in milliseconds.
  private static let patience = 2000

  let descriptor: Int32
  /// In bytes; 0 where it isn't known.
  let size: Int
  /// What was read already, of a pipe.
  private(set) var beginning: [UInt8] = []

  /// Opens it; `limit` is the most that it may hold, in bytes. Throws a `Failure` that names it.
  init(_ path: String, limit: Int = Self.limit) throws {
    // Opening a pipe nobody writes into would wait for ever.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let reason = errno == ENOENT ? "没有这个文件" : "打不开"
      throw Failure(.notFound, "\(reason)，请核对路径和权限：\(path)")
    }
    do {
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw Self.refused("打不开，请核对路径和权限", path) }
      size = Int(status.st_size)
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        guard size <= limit else { throw Self.tooLarge(path) }
      case S_IFIFO:
        guard let first = Self.firstBytes(descriptor) else { throw Self.refused("这是管道，没有程序往里写", path) }
        beginning = first
      case S_IFDIR: throw Self.refused("这是文件夹，不是文件", path)
      default: throw Self.refused("这是设备，不是文件", path)
      }
      guard fcntl(descriptor, F_SETFL, 0) == 0 else { throw Self.refused("打不开", path) }
    } catch {
      Glibc.close(descriptor)
      throw error
    }
  }

  func close() { Glibc.close(descriptor) }

  /// Throws where nothing of that name is there, or a folder: of a file that is opened later, beside others, it would not be
  /// said which of them that was.
  static func expect(_ path: String) throws {
    var status = Glibc.stat()
    guard stat(path, &status) == 0 else {
      throw Failure(.notFound, "\(errno == ENOENT ? "没有这个文件" : "打不开")，请核对路径和权限：\(path)")
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw refused("这是文件夹，不是文件", path) }
  }

  static func tooLarge(_ path: String) -> Failure {
    Failure(.badInput, "文件超过 2 GB，不读，请核对是不是这个文件：\(path)")
  }

  private static func refused(_ reason: String, _ path: String) -> Failure {
    Failure(.notFound, "\(reason)：\(path)")
  }

  /// What a pipe gives first; nil where nobody has come to write within the time that is waited.
  private static func firstBytes(_ descriptor: Int32) -> [UInt8]? {
    for _ in 0...patience / 20 {
      var asked = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      // Not readable and nobody gone: without a writer a read ends at once, with one it would have to wait.
      let isEmpty = poll(&asked, 1, 0) == 0
      var got = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
        got = read(descriptor, buffer.baseAddress, 65_536)
        count = max(got, 0)
      }
      if got != 0 || !isEmpty { return bytes }
      usleep(20_000)
    }
    return nil
  }
}
