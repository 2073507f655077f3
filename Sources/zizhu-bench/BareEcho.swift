import Glibc

/// A key that a program sends back and does nothing else for: what a terminal and waking a program up cost by
/// themselves, on this machine and in this run.
enum BareEcho {
  /// From a key to its echo, in seconds, shortest first.
  static func times(_ count: Int) throws -> [Double] {
    let terminal = try PseudoTerminal(.init())
    defer { terminal.close() }
    let started = Result {
      try RunningProgram(
        Program(path: "/bin/sh"), ["-c", "stty raw -echo && echo ready && exec cat"],
        output: .terminal(terminal.path))
    }
    terminal.handOver()
    let process = try started.get()
    defer { process.kill() }
    guard terminal.drawn(within: 5, quiet: DeskInTerminal.quiet) != nil else {
      throw BenchFailure("nothing is echoed")
    }
    return try (0..<count).compactMap { _ in
      let start = Stopwatch.now()
      try terminal.type(Keyboard.down)
      return terminal.drawn(within: 1, quiet: DeskInTerminal.quiet).map { $0.at - start }
    }.sorted()
  }
}
