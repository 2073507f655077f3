/// The paths of an archive, each of which may stand there once.
///
/// A path is relative, in UTF-8, of parts that are none of empty, `.` and `..`, without control characters and without
/// a backslash, so that `sha256sum` and every file system take it as it stands.
struct TarPaths {
  private var files: Set<String> = []
  private var folders: Set<String> = []

  static func isSound(_ path: String) -> Bool {
    let isPlain = path.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar != "\\"
    }
    return isPlain
      && path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
      }
  }

  mutating func add(_ path: String) throws(TarError) {
    guard Self.isSound(path) else { throw .badPath(path) }
    guard !folders.contains(path), files.insert(path).inserted else { throw .repeated(path) }
    var folder = path[...]
    while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
      folder = folder[..<slash]
      let name = String(folder)
      guard !files.contains(name) else { throw .repeated(path) }
      guard folders.insert(name).inserted else { break }
    }
  }
}
