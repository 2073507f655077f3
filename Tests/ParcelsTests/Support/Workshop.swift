import Foundation
import Testing

/// A folder in which other programs look at what was written.
struct Workshop: ~Copyable {
  let path = NSTemporaryDirectory() + "/zizhu-parcels-" + UUID().uuidString

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

  func write(_ name: String, _ bytes: some Collection<UInt8>) throws {
    let url = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path + "/" + name)))
  }

  /// Runs a line of the shell in the folder and gives what it printed; fails the test where it fails.
  @discardableResult
  func run(_ line: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-euo", "pipefail", "-c", "{ \(line)\n} >.printed 2>&1"]
    process.currentDirectoryURL = URL(filePath: path)
    try process.run()
    process.waitUntilExit()
    let printed = String(decoding: try read(".printed"), as: UTF8.self)
    try #require(process.terminationStatus == 0, "\(line): \(printed)")
    return printed
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
