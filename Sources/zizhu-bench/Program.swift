import Glibc

/// A program that is run as a process of its own.
struct Program {
  /// A path, or a name to be looked for in `PATH`.
  let path: String

  /// This program itself.
  static let own = Program(path: "/proc/self/exe")

  /// The desk's program: the one named, or `zizhu` beside this one; nil where there is none.
  static func desk(_ named: String?) -> Program? {
    let path: String
    if let named {
      path = named
    } else {
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = readlink("/proc/self/exe", &buffer, buffer.count)
      guard count > 0 else { return nil }
      let own = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
      path = own[..<(own.lastIndex(of: "/") ?? own.startIndex)] + "/zizhu"
    }
    return access(path, X_OK) == 0 ? Program(path: path) : nil
  }

  /// What it did as a whole process.
  struct Run {
    /// From its start to its end.
    var seconds: Double
    /// The most memory that it had at once, in bytes.
    var memory: Double
  }

  /// Runs it to its end, its output into a file; throws where it does not end well.
  @discardableResult
  func run(_ arguments: [String], output: String = "/dev/null") throws -> Run {
    let start = Stopwatch.now()
    let process = try RunningProgram(self, arguments, output: .file(output))
    let memory = try process.finish()
    return Run(seconds: Stopwatch.now() - start, memory: memory)
  }

  /// Runs it to its end and gives what it wrote to standard output.
  func output(of arguments: [String]) throws -> String {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw BenchFailure("no pipe: \(errno)") }
    defer { close(ends[0]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let started = Result { try RunningProgram(self, arguments, output: .descriptor(ends[1])) }
    close(ends[1])
    let process = try started.get()
    var output: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(ends[0], &part, part.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      output += part[..<count]
    }
    try process.finish()
    return String(decoding: output, as: UTF8.self)
  }
}
