/// The paths of an archive, each of which may stand there once.
///
/// A path is relative, in UTF-8, of parts that are none of empty, `.` and `..`, without control characters
/// and without a backslash, so that `sha256sum` and every file system take it as it stands.
public struct TarPaths: Sendable {
  private var files: Set<String> = []
  private var folders: Set<String> = []

  public init() {}

  public static func isSound(_ path: String) -> Bool {
    var path = path
    return path.withUTF8 { isSound(UnsafeRawBufferPointer($0)) }
  }

  private static func isSound(_ path: UnsafeRawBufferPointer) -> Bool {
    var partStart = 0
    var place = 0
    while place < path.count {
      switch path[place] {
      case UInt8(ascii: "/"):
        guard isName(path, partStart, place) else { return false }
        partStart = place + 1
      case 0..<0x20, 0x7F, UInt8(ascii: "\\"): return false
      // The control characters U+0080 to U+009F.
      case 0xC2 where place + 1 < path.count && path[place + 1] < 0xA0: return false
      default: break
      }
      place += 1
    }
    return isName(path, partStart, path.count)
  }

  /// Whether a part names something in its folder: it is neither empty nor `.` nor `..`.
  private static func isName(_ path: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
    let dot = UInt8(ascii: ".")
    switch end - start {
    case 0: return false
    case 1: return path[start] != dot
    case 2: return path[start] != dot || path[start + 1] != dot
    default: return true
    }
  }

  public mutating func add(_ path: String) throws(TarError) {
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
