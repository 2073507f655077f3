import Foundation
import Testing

/// A store that many tests begin with, made by the program's own commands when the first asks for it, and copied for each.
final class KeptStore: Sendable {
  private let made: Result<String, any Error>

  /// Makes it by commands that are told where it is to lie.
  init(_ commands: (_ store: String) -> [[String]]) {
    made = Result {
      let folder = NSTemporaryDirectory() + "/zizhu-test-" + UUID().uuidString
      Self.leftBehind.add(folder)
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for command in commands(folder + "/store") {
        let result = try Program.run(command)
        try #require(result.status == 0, "\(command): \(result.errors)")
      }
      return folder + "/store"
    }
  }

  func copy(to path: String) throws {
    try FileManager.default.copyItem(atPath: made.get(), toPath: path)
  }

  // MARK: - Afterwards

  private static let leftBehind = Folders()

  /// Folders that are taken away when the tests are over.
  private final class Folders: @unchecked Sendable {
    private let lock = NSLock()
    private var paths: [String] = []

    init() {
      atexit { KeptStore.leftBehind.remove() }
    }

    func add(_ path: String) { lock.withLock { paths.append(path) } }

    func remove() {
      lock.withLock { for path in paths { try? FileManager.default.removeItem(atPath: path) } }
    }
  }
}
