import FoundationEssentials

/// Where the program's own data lies, as the tests see it.
enum TestData {
  /// The folder that holds `Package.swift`.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A file of the program's data.
  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "data/\(path)", relativeTo: root)))
  }
}
