import Glibc

/// A process of another program.
struct RunningProgram {
  /// Where its standard output goes.
  enum Output {
    case descriptor(Int32)
    /// A file, made anew.
    case file(String)
    /// A terminal, which becomes its own: what it reads, writes and complains to.
    case terminal(String)
  }

  /// Glibc's `POSIX_SPAWN_SETSID`, which its header keeps from Swift.
  private static let ownSession: Int32 = 0x80

  let id: pid_t
  private let name: String

  /// Starts it; `settings` of the environment take the place of this program's own.
  init(
    _ program: Program, _ arguments: [String], output: Output, settings: [String: String] = [:]
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Ctrl-C ends whoever measures, whatever this program makes of it.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var flags = Int32(POSIX_SPAWN_SETSIGDEF)
    switch output {
    case .descriptor(let descriptor):
      posix_spawn_file_actions_adddup2(&actions, descriptor, STDOUT_FILENO)
    case .file(let path):
      posix_spawn_file_actions_addopen(
        &actions, STDOUT_FILENO, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    case .terminal(let path):
      // The first terminal that the leader of a session opens is its own: it is told when that hangs up.
      flags |= Self.ownSession
      for end in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
        posix_spawn_file_actions_addopen(&actions, end, path, O_RDWR, 0)
      }
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var child: pid_t = 0
    let status = withPointers(to: [program.path] + arguments) { words in
      withPointers(to: Self.environment(with: settings)) { environment in
        posix_spawnp(&child, program.path, &actions, &attributes, words, environment)
      }
    }
    guard status == 0 else { throw BenchFailure("can't run \(program.path): \(status)") }
    id = child
    name = ([program.path] + arguments.prefix(1)).joined(separator: " ")
  }

  private static func environment(with settings: [String: String]) -> [String] {
    var own: [String] = []
    var place = environ
    while let entry = place.pointee {
      own.append(String(cString: entry))
      place += 1
    }
    return own.filter { entry in settings[String(entry.prefix { $0 != "=" })] == nil }
      + settings.map { "\($0.key)=\($0.value)" }
  }

  // MARK: - How it fares

  /// The time it has had on a processor, in hundredths of a second; nil once it has ended.
  var ticks: Int? {
    guard let status = try? Scratch.bytes(of: "/proc/\(id)/stat") else { return nil }
    // Behind the name, which may hold anything, user and system time are the 12th and 13th word.
    let words = String(decoding: status, as: UTF8.self).split(separator: ")").last?.split(separator: " ")
    guard let words, words.count > 12, words[0] != "Z", let user = Int(words[11]), let system = Int(words[12])
    else { return nil }
    return user + system
  }

  /// The most memory that it had at once so far, in bytes.
  var mostMemory: Double { Memory.of("\(id)").most }

  // MARK: - Its end

  /// Waits for its end and gives the most memory it had at once, in bytes; throws where it did not end well.
  ///
  /// The system counts what the starting process had in as well, which therefore should be small.
  @discardableResult
  func finish() throws -> Double {
    var usage = rusage()
    var status: Int32 = 0
    while wait4(id, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchFailure("\(name) is lost: \(errno)") }
    }
    guard status == 0 else { throw BenchFailure("\(name) ended with \(status)") }
    return Double(usage.ru_maxrss) * 1024
  }

  /// Asks it to end, and ends it where it does not within a few seconds.
  func stop() {
    Glibc.kill(id, SIGTERM)
    let deadline = Stopwatch.now() + 5
    while Stopwatch.now() < deadline {
      guard waitpid(id, nil, WNOHANG) == 0 else { return }
      usleep(5000)
    }
    kill()
  }

  /// Ends it at once.
  func kill() {
    Glibc.kill(id, SIGKILL)
    waitpid(id, nil, 0)
  }
}

/// Does work with strings as C reads lists of them.
private func withPointers<Value>(
  to strings: [String], _ work: ([UnsafeMutablePointer<CChar>?]) -> Value
) -> Value {
  let pointers = strings.map { strdup($0) } + [nil]
  defer { for pointer in pointers { free(pointer) } }
  return work(pointers)
}
