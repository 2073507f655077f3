import JSONText

/// Who a store is, as `store.json` says it.
///
///     {
///       "format": "zizhu-store",
///       "version": 3,
///       "readableFrom": 2,
///       "store": "0f…",      32 hex digits, random: the store and all that were restored from its backups
///       "writer": "3a…",     32 hex digits, random: who writes journal/<writer>/
///       "group": false
///     }
///
/// `version` is the form of the newest kind of line that the store may hold, and `readableFrom` the least form that a
/// program must know to read it: 1 as first released, 2 since lines of kinds that a program does not know open a store
/// for reading only. Before the first line of a later form is written, `version` is raised, and `readableFrom` to the
/// least form of the program that writes; from 2 on a later program raises `version` alone. Keys that nobody here knows
/// stay.
public struct StoreIdentity: Hashable, Sendable {
  static let format = "zizhu-store"
  /// The latest form of lines that this program knows.
  public static let currentVersion = 12
  /// The least form that a program must know to read what this one writes: it says from which line on it may be
  /// incomplete.
  static let leastReader = 2

  public internal(set) var version = StoreIdentity.currentVersion
  private(set) var readableFrom = StoreIdentity.leastReader
  public let store: String
  public let writer: String
  /// Whether the folder is shared by a group of logins.
  public let isShared: Bool

  /// An id as stores bear it: 32 hex digits from the system's random numbers.
  public static func freshID() -> String { randomID() }

  /// A new store, with random ids where no seed is given.
  init(isShared: Bool, seed: String?) {
    store = newID("store", seed)
    writer = newID("writer", seed)
    self.isShared = isShared
  }

  /// Another store's, of whose journal alone something is known.
  init(store: String, writer: String) {
    self.store = store
    self.writer = writer
    isShared = false
  }

  var bytes: [UInt8] {
    JSONWriter.file(layout: .indented) {
      $0.members([
        "format": Self.format, "version": version, "readableFrom": readableFrom, "store": store,
        "writer": self.writer, "group": isShared,
      ])
    }
  }

  /// What a `store.json` becomes where lines of a later form follow, every other byte as it was; nil where it is none.
  static func raised(_ bytes: [UInt8], to version: Int) -> [UInt8]? {
    var places: [(place: Range<Int>, number: Int)] = []
    do throws(JSONError) {
      var reader = JSONReader(bytes)
      try reader.beginObject()
      while let key = try reader.nextKey() {
        let place = try reader.skipValue()
        if key == "version" { places.append((place, version)) }
        if key == "readableFrom" { places.append((place, leastReader)) }
      }
      try reader.end()
    } catch {
      return nil
    }
    var raised = bytes
    for (place, number) in places.reversed() {
      raised.replaceSubrange(place, with: Array(String(number).utf8))
    }
    return StoreIdentity(raised).flatMap { $0.version == version ? raised : nil }
  }

  /// Reads `store.json`; nil where it is not one.
  init?(_ bytes: [UInt8]) {
    guard let record = try? JSONMembers(bytes), (try? record.value("format")) == Self.format,
      let version: Int = try? record.value("version"), version >= 1,
      let readableFrom: Int = try? record.value("readableFrom"),
      let store: String = try? record.value("store"), let writer: String = try? record.value("writer"),
      isID(store), isID(writer), let isShared: Bool = try? record.value("group")
    else { return nil }
    (self.version, self.readableFrom) = (version, readableFrom)
    (self.store, self.writer, self.isShared) = (store, writer, isShared)
  }
}

/// An id of a new store: random, or what follows from a seed.
func newID(_ part: String, _ seed: String?) -> String {
  guard let seed else { return randomID() }
  return String(Array("\(part)/\(seed)".utf8).withUnsafeBytes(Link.over).hex.prefix(32))
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
