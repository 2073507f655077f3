import ArgumentParser
import Glibc

/// This program run again, as a process of its own.
enum Child {
  /// What it writes to standard output.
  static func output(of arguments: [String]) throws -> String {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw ValidationError("no pipe") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    var words: [UnsafeMutablePointer<CChar>?] = (["zizhu-bench"] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let status = posix_spawn(&child, "/proc/self/exe", &actions, nil, words, environ)
    close(ends[1])
    defer { close(ends[0]) }
    guard status == 0 else { throw ValidationError("can't run \(arguments): \(status)") }
    var output: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(ends[0], &part, part.count)
      guard count > 0 else { break }
      output += part[..<count]
    }
    var result: Int32 = 0
    waitpid(child, &result, 0)
    guard result == 0 else { throw ValidationError("\(arguments) ended with \(result)") }
    return String(decoding: output, as: UTF8.self)
  }

  /// The process's memory that is really there, in bytes: now and at its most.
  static func memory() -> (now: Double, most: Double) {
    let status =
      (try? Scratch.bytes(of: "/proc/self/status")).map { String(decoding: $0, as: UTF8.self) } ?? ""
    func figure(_ name: String) -> Double {
      let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
      return (line?.split(separator: " ").compactMap { Double($0) }.first ?? 0) * 1024
    }
    return (figure("VmRSS:"), figure("VmHWM:"))
  }
}
