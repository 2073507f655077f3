import JSONText
import Tar

/// What a backup says of itself before its files: the head up to which it holds the journal, and what was wrong with the
/// store that it was made of, as far as there is room.
struct BackupHead {
  /// The first and second form were lines between the files' bytes (`BackupEntry+Lines`), the third is an archive.
  static let formatVersion = 3
  /// Its file in the archive, another than that of a parcel (`HEAD.json`), so that neither is taken for the other.
  static let path = "BACKUP.json"

  var head: JournalHead
  var damage: [Finding]
  /// How many files a backup of lines says it has.
  var count = 0

  init(head: JournalHead, damage: [Finding]) {
    self.head = head
    self.damage = damage
  }

  /// The first eight findings: it has to stay something that is read in one piece.
  var text: [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.member("zizhu-backup", Self.formatVersion)
      $0.member("head", head.description)
      if !damage.isEmpty { $0.objects("damage", damage.prefix(8)) { $1.write(into: &$0) } }
    }
    json.newline()
    return json.bytes
  }

  /// Reads what any program so far wrote; nil where it is none. Throws `newerFormat`.
  init?(_ text: [UInt8]) throws(JournalError) {
    var numbers: [String: Int] = [:]
    var head: JournalHead?
    var damage: [Finding] = []
    do throws(JSONError) {
      var reader = JSONReader(text)
      try reader.beginObject()
      while let key = try reader.nextKey() {
        switch key {
        case "zizhu-backup", "files": numbers[key] = try reader.integer()
        case "head": head = JournalHead(try reader.string())
        case "damage":
          try reader.beginArray()
          while try reader.nextElement() { damage.append(try Finding(&reader)) }
        default: try reader.skipValue()
        }
      }
      try reader.end()
    } catch {
      return nil
    }
    guard let version = numbers["zizhu-backup"], let head else { return nil }
    guard version <= Self.formatVersion else { throw .newerFormat(version: version) }
    self.head = head
    self.damage = damage
    count = numbers["files"] ?? 0
  }

  /// Reads it from the first bytes of a backup, whichever form it has; nil where they don't begin one.
  init?(beginning bytes: [UInt8]) throws(JournalError) {
    if bytes.first == UInt8(ascii: "{") {
      guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
      try self.init(Array(bytes[...end]))
    } else {
      guard let file = TarArchive.firstEntry(of: bytes), file.path == Self.path else { return nil }
      try self.init(Array(bytes[file.place]))
    }
  }
}
