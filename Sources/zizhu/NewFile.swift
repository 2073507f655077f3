import Glibc
import Wording

/// Files that a command makes, readable for their owner alone, never in place of another.
enum NewFile {
  /// Makes a file that was not there.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      let reason = errno == EEXIST ? "已有这个文件，没有覆盖，请换一个名称" : "写不了，请核对路径和权限"
      throw Failure(.cannotWrite, "\(reason)。文件：\(path)")
    }
    try put(bytes, descriptor, path)
  }

  /// Makes something that changes the store and is written to a file, whose name is taken before: what can't be written
  /// is not done.
  static func write<Made>(
    to path: String, _ bytes: (Made) -> [UInt8], _ make: () throws -> Made
  ) throws -> Made {
    try write([], to: path)
    do {
      let made = try make()
      try fill(bytes(made), path)
      return made
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Fills a file that `write` has made.
  static func fill(_ bytes: [UInt8], _ path: String) throws {
    let descriptor = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw failed(path) }
    try put(bytes, descriptor, path)
  }

  /// A name beside a file that is free: `台账-结果.csv`, `台账-结果2.csv`; nil for standard input.
  static func free(beside file: String, ending: String) -> String? {
    guard file != "-" else { return nil }
    let known = [".csv", ".xlsx"].first { file.lowercased().hasSuffix($0) }
    let stem = String(file.dropLast(known?.count ?? 0))
    let parts = ending.split(separator: ".", maxSplits: 1)
    for number in 1...999 {
      let path = number == 1 ? stem + ending : "\(stem)\(parts[0])\(number).\(parts.last ?? "")"
      if access(path, F_OK) != 0 { return path }
    }
    return nil
  }

  private static func put(_ bytes: [UInt8], _ descriptor: Int32, _ path: String) throws {
    defer { close(descriptor) }
    guard Streams.put(bytes, to: descriptor) else { throw failed(path) }
  }

  private static func failed(_ path: String) -> Failure {
    Failure(
      .readOrWriteFailed, "写入失败：\(SystemWording.reason(errno))。请检查磁盘空间和权限后再试。文件：\(path)")
  }
}
