import Foundation
import Testing

/// Runs commands to their end, with files for what they read and print: no pipe that a process left behind could
/// hold open.
enum Launch {
  struct Result {
    /// The exit status; of one that was killed the signal, negative.
    var status: Int32
    var output: String
    var errors: String
  }

  /// - Parameters:
  ///   - patience: seconds after which the command is killed.
  ///   - death: microseconds after which it is killed where it has not ended, for trying what is left of it.
  static func run(
    _ words: [String], input: String = "", environment: [String: String], patience: TimeInterval = 60,
    dyingAfter death: UInt32? = nil
  ) throws -> Result {
    let files = try Files(input)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, path) in files.paths.enumerated() {
      let flags = number == 0 ? O_RDONLY : O_WRONLY | O_TRUNC
      posix_spawn_file_actions_addopen(&actions, Int32(number), path, flags, 0)
    }
    // Threads of the tests block signals, and what they start would inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process = pid_t()
    let code = posix_spawn(&process, words[0], &actions, &attributes, &arguments, &variables)
    try #require(code == 0, "\(words[0]) can't be started: \(code)")
    if let death {
      usleep(death)
      kill(process, SIGKILL)
    }
    let status = wait(for: process, patience)
    return Result(status: status, output: try files.text(1), errors: try files.text(2))
  }

  private static func wait(for process: pid_t, _ patience: TimeInterval) -> Int32 {
    let deadline = Date(timeIntervalSinceNow: patience)
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      if Date() > deadline { kill(process, SIGKILL) }
      usleep(5_000)
    }
    // The low seven bits are the signal, the byte above them what was returned.
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
  }

  /// Standard input, output and error as files, gone when they are read.
  private final class Files {
    let paths: [String]

    init(_ input: String) throws {
      let start = NSTemporaryDirectory() + "/zizhu-test-" + UUID().uuidString
      paths = ["in", "out", "err"].map { "\(start).\($0)" }
      for path in paths { try Data(path == paths[0] ? input.utf8 : "".utf8).write(to: URL(filePath: path)) }
    }

    func text(_ number: Int) throws -> String {
      String(decoding: try Data(contentsOf: URL(filePath: paths[number])), as: UTF8.self)
    }

    deinit { for path in paths { unlink(path) } }
  }
}
