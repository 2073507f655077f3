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
      $0.members([
        "zizhu-backup": Self.formatVersion, "head": head, "damage": Array(damage.prefix(8)).ifAny,
      ])
    }
    json.newline()
    return json.bytes
  }

  /// Reads what any program so far wrote; nil where it is none. Throws `newerFormat`.
  init?(_ text: [UInt8]) throws(JournalError) {
    guard let record = try? JSONMembers(text), let version: Int = try? record.value("zizhu-backup"),
      let head: JournalHead = try? record.value("head"),
      let damage: [Finding] = try? record.value("damage", or: []),
      let count: Int = try? record.value("files", or: 0)
    else { return nil }
    guard version <= Self.formatVersion else { throw .newerFormat(version: version) }
    (self.head, self.damage, self.count) = (head, damage, count)
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
