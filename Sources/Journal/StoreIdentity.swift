import JSONText

/// Who a store is, as `store.json` says it.
///
///     {
///       "format": "zizhu-store",
///       "version": 1,
///       "readableFrom": 1,
///       "store": "0f…",      32 hex digits, random: the store and all that were restored from its backups
///       "writer": "3a…",     32 hex digits, random: who writes journal/<writer>/
///       "group": false
///     }
///
/// A later program that keeps the lines readable raises `version` only: an older one then opens for reading. One
/// that does not raises `readableFrom` too. Keys an older program does not know are read over, and it never
/// writes this file again.
public struct StoreIdentity: Hashable, Sendable {
  static let format = "zizhu-store"
  static let currentVersion = 1

  public internal(set) var version = StoreIdentity.currentVersion
  var readableFrom = StoreIdentity.currentVersion
  public let store: String
  public let writer: String
  /// Whether the folder is shared by a group of logins.
  public let isShared: Bool

  /// A new store with random ids.
  init(isShared: Bool) {
    store = randomID()
    writer = randomID()
    self.isShared = isShared
  }

  var bytes: [UInt8] {
    var writer = JSONWriter(layout: .indented)
    writer.object {
      $0.member("format", Self.format)
      $0.member("version", version)
      $0.member("readableFrom", readableFrom)
      $0.member("store", store)
      $0.member("writer", self.writer)
      $0.member("group", isShared)
    }
    writer.newline()
    return writer.bytes
  }

  /// Reads `store.json`; nil where it is not one.
  init?(_ bytes: [UInt8]) {
    var numbers: [String: Int] = [:]
    var texts: [String: String] = [:]
    var isShared: Bool?
    do throws(JSONError) {
      var reader = JSONReader(bytes)
      try reader.beginObject()
      while let key = try reader.nextKey() {
        switch key {
        case "version", "readableFrom": numbers[key] = try reader.integer()
        case "format", "store", "writer": texts[key] = try reader.string()
        case "group": isShared = try reader.bool()
        default: try reader.skipValue()
        }
      }
      try reader.end()
    } catch {
      return nil
    }
    guard texts["format"] == Self.format, let version = numbers["version"], version >= 1,
      let readableFrom = numbers["readableFrom"], let store = texts["store"], let writer = texts["writer"],
      isID(store), isID(writer), let isShared
    else { return nil }
    self.version = version
    self.readableFrom = readableFrom
    self.store = store
    self.writer = writer
    self.isShared = isShared
  }
}

/// 32 hex digits from the system's random numbers.
func randomID() -> String {
  var generator = SystemRandomNumberGenerator()
  return (0..<2).map { _ in hexadecimal(generator.next()) }.joined()
}

/// 16 hex digits.
func hexadecimal(_ number: UInt64) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

/// Whether a text is an id as this store makes them: nothing else may become part of a path.
func isID(_ text: String) -> Bool {
  text.utf8.count == 32 && text.utf8.allSatisfy(isHexDigit)
}

/// Lower-case hex digits only: a link has one spelling.
func isHexDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
  default: false
  }
}
