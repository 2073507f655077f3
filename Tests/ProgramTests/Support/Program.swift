import Foundation
import Testing

/// The program as it was built with the tests.
enum Program {
  /// Beside the tests, where SwiftPM puts it.
  static let path: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: tests).deletingLastPathComponent().appending(path: "zizhu").path
  }()

  /// The project's folder.
  static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let data = project.appending(path: "data").path

  /// Runs the program to its end, without a terminal; behind other words of a command where some are given.
  static func run(
    _ arguments: [String], input: String = "", as user: OtherUser? = nil, behind words: [String] = [],
    dyingAfter death: UInt32? = nil
  ) throws -> Launch.Result {
    try Launch.run(
      words + (user?.command ?? []) + [path] + arguments, input: input,
      environment: ["LANG": "C.UTF-8", "ZIZHU_DATA": data, "HOME": NSTemporaryDirectory()], dyingAfter: death)
  }
}

/// A login without rights, to try things as.
struct OtherUser {
  /// What stands before a command to run it as this user.
  let command: [String]

  /// Nobody, where the tests may become somebody else and nobody may run the program; else nil.
  static let nobody: OtherUser? = {
    guard getuid() == 0, let setpriv = Tool.path("setpriv") else { return nil }
    let user = OtherUser(command: [setpriv, "--reuid=65534", "--regid=65534", "--clear-groups"])
    let version = try? Program.run(["--help"], as: user)
    return version?.status == 0 ? user : nil
  }()
}

/// Tools that the machine may or may not have.
enum Tool {
  static func path(_ name: String) -> String? {
    ["/usr/bin", "/bin", "/usr/local/bin", "/usr/sbin", "/sbin"].map { $0 + "/" + name }
      .first { access($0, X_OK) == 0 }
  }

  static let tmux = path("tmux")
  static let prlimit = path("prlimit")

  /// strace, where it may trace here.
  static let strace: String? = {
    guard let strace = path("strace") else { return nil }
    let tried = try? Launch.run([strace, "-o", "/dev/null", "/bin/true"], environment: [:])
    return tried?.status == 0 ? strace : nil
  }()
}

/// A folder that is gone when the test is over.
final class Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/zizhu-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    // Other users try their luck in here.
    chmod(path, 0o755)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var store: String { path + "/store" }

  func file(_ name: String, _ text: String) throws -> String {
    try text.write(toFile: path + "/" + name, atomically: true, encoding: .utf8)
    return path + "/" + name
  }

  private static let first = KeptStore { store in
    [["init", store, "--office", "英德市知识产权局", "--district", "441881", "--operator", "李经办", "--trial"]]
  }

  /// A store of one office with one operator.
  func makeStore() throws { try Self.first.copy(to: store) }
}
