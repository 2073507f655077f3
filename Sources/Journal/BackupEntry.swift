import JSONText

/// One file in a backup.
struct BackupEntry: Hashable, Sendable {
  /// The file's path relative to the store.
  var path: String
  /// In bytes.
  var size: Int
  var sum: Link

  /// The line before the file's bytes.
  var line: [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.member("path", path)
      $0.member("bytes", size)
      $0.member("sha256", sum.hex)
    }
    json.newline()
    return json.bytes
  }

  init(path: String, bytes: [UInt8]) {
    self.path = path
    size = bytes.count
    sum = bytes.withUnsafeBytes(Link.over)
  }

  /// Reads the line; nil where it is not one, or names a file outside the store.
  init?(line: [UInt8]) {
    var path: String?
    var size: Int?
    var sum: Link?
    do throws(JSONError) {
      var reader = JSONReader(line)
      try reader.beginObject()
      while let key = try reader.nextKey() {
        switch key {
        case "path": path = try reader.string()
        case "bytes": size = try reader.integer()
        case "sha256": sum = Link(hex: try reader.string())
        default: try reader.skipValue()
        }
      }
      try reader.end()
    } catch {
      return nil
    }
    guard let path, let size, let sum, size >= 0, Self.staysInside(path) else { return nil }
    self.path = path
    self.size = size
    self.sum = sum
  }

  private static func staysInside(_ path: String) -> Bool {
    path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part != "." && part != ".." && !part.utf8.contains(0)
    }
  }
}
