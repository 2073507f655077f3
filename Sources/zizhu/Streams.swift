import Glibc
import Wording

/// Files, standard input and standard output as whole byte arrays.
///
/// Text for people goes by `write` and `complain`, data by `writeData`. `TerminalText` makes all of it
/// harmless (data on a terminal alone), `EchoedDigits` masks long numbers in what a message says again.
enum Streams {
  /// Reads a file, or standard input where the path is `-`.
  static func read(_ path: String) throws -> [UInt8] {
    if path == "-" {
      return try readAll(STDIN_FILENO, expecting: 0, name: "标准输入")
    }
    let input = try InputFile(path)
    defer { input.close() }
    return try readAll(input.descriptor, behind: input.beginning, expecting: input.size, name: path)
  }

  /// Reads a file piece by piece, or standard input where the path is `-`.
  static func read(_ path: String, inPiecesOf size: Int, _ take: ([UInt8]) throws -> Void) throws {
    let input = try path == "-" ? nil : InputFile(path, limit: .max)
    let descriptor = input?.descriptor ?? STDIN_FILENO
    defer { input?.close() }
    if let beginning = input?.beginning, !beginning.isEmpty { try take(beginning) }
    while let part = try nextPart(descriptor, size, name: path) { try take(part) }
  }

  /// What a descriptor gives next, at most so many bytes; nil at its end.
  private static func nextPart(_ descriptor: Int32, _ size: Int, name: String) throws -> [UInt8]? {
    while true {
      var failure: Int32 = 0
      let part = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        let got = Glibc.read(descriptor, buffer.baseAddress, size)
        count = max(got, 0)
        if got < 0 { failure = errno }
      }
      if failure == EINTR { continue }
      guard failure == 0 else {
        throw Failure(
          .readOrWriteFailed, "读取失败：\(SystemWording.reason(failure))。请检查磁盘和权限后再试。文件：\(name)")
      }
      return part.isEmpty ? nil : part
    }
  }

  private static func readAll(
    _ descriptor: Int32, behind beginning: [UInt8] = [], expecting size: Int, name: String
  ) throws -> [UInt8] {
    var bytes = beginning
    bytes.reserveCapacity(size + 1)
    // A large file stands in memory once.
    while let part = try nextPart(descriptor, 1 << 20, name: name) {
      guard bytes.count + part.count <= InputFile.limit else { throw InputFile.tooLarge(name) }
      bytes += part
    }
    return bytes
  }

  /// Writes text for people to standard output, harmless wherever it is looked at later.
  static func write(_ bytes: [UInt8]) throws { try send(TerminalText.harmless(bytes)) }

  static func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Writes lines for people, of which none ends in a newline itself.
  static func write(_ lines: [String]) throws { try write(lines.joined(separator: "\n") + "\n") }

  /// Writes JSON, CSV or HTML to standard output: into a file or a pipe as it is, to a terminal harmless.
  static func writeData(_ bytes: [UInt8]) throws {
    try send(isatty(STDOUT_FILENO) == 1 ? TerminalText.harmless(bytes) : bytes)
  }

  static func writeData(_ text: String) throws { try writeData(Array(text.utf8)) }

  /// Writes a workbook to standard output, into a file or a pipe: on a terminal it would be nothing.
  static func writeWorkbook(_ make: @autoclosure () throws -> [UInt8]?) throws {
    guard isatty(STDOUT_FILENO) == 0 else {
      throw Failure(.usage, "工作簿不能显示在终端上，请写进文件：在命令末尾加 > 文件名.xlsx。")
    }
    try send(make() ?? [])
  }

  private static func send(_ bytes: [UInt8]) throws {
    guard put(bytes, to: STDOUT_FILENO) else {
      throw Failure(
        .readOrWriteFailed, "写标准输出失败：\(SystemWording.reason(errno))。写出的不完整，请腾出空间或换一个地方再写。")
    }
  }

  /// Writes a line to standard error; long numbers in what it echoes are masked.
  static func complain(_ line: String) {
    _ = put(TerminalText.harmless(Array((EchoedDigits.masked(line) + "\n").utf8)), to: STDERR_FILENO)
  }

  /// Writes to standard error without ending the line.
  static func ask(_ text: String) {
    _ = put(TerminalText.harmless(Array(EchoedDigits.masked(text).utf8)), to: STDERR_FILENO)
  }

  /// Moves the cursor of a terminal on standard error: nothing that comes from anybody goes this way.
  static func control(_ sequence: StaticString) {
    _ = sequence.withUTF8Buffer { put(Array($0), to: STDERR_FILENO) }
  }

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
