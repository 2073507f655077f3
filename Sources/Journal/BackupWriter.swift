import JSONText

/// Writes a backup: one file that holds a whole store.
///
/// # Format, version 1, or 2 for a damaged store
///
///     {"zizhu-backup":1,"head":"<writer>/<epoch>/<sequence>/<link>","files":3}
///     {"path":"store.json","bytes":180,"sha256":"<64 hex>"}
///     …the file's bytes as they are, and a newline…
///     {"path":"journal/<writer>/000001-000001.jsonl","bytes":770,"sha256":"<64 hex>"}
///     …
///     {"sha256":"<64 hex>"}
///
/// The last line sums all lines in braces before it with their newlines; each of those sums its file. The
/// segments end at the head. LOCK, the snapshot, drafts and earlier backups stay out; all else is in.
/// A damaged store's backup says `"zizhu-backup":2`, which older programs do not restore, and
/// `"damage":[{"file":"<path>","line":3,"sequence":2,"reason":"<code>"},…]`, the first eight places, in its first line;
/// its files are as they lie there.
struct BackupWriter {
  private let file: OpenFile
  private var offset = 0
  private var lines: [UInt8] = []

  init(_ file: OpenFile, head: JournalHead, count: Int, damage: [Finding]) throws(FileError) {
    self.file = file
    var json = JSONWriter()
    json.object {
      $0.member("zizhu-backup", damage.isEmpty ? 1 : BackupArchive.formatVersion)
      $0.member("head", head.description)
      $0.member("files", count)
      guard !damage.isEmpty else { return }
      $0.key("damage")
      $0.array { json in
        // The first line has to stay one that is read in one piece.
        for finding in damage.prefix(8) {
          json.element()
          json.object { finding.write(into: &$0) }
        }
      }
    }
    json.newline()
    try write(line: json.bytes)
  }

  mutating func add(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    try write(line: BackupEntry(path: path, bytes: bytes).line)
    try write(bytes)
    try write([0x0A])
  }

  mutating func finish() throws(FileError) {
    var json = JSONWriter()
    json.object { $0.member("sha256", lines.withUnsafeBytes(Link.over).hex) }
    json.newline()
    try write(json.bytes)
    try file.syncData()
  }

  private mutating func write(line: [UInt8]) throws(FileError) {
    lines += line
    try write(line)
  }

  private mutating func write(_ bytes: [UInt8]) throws(FileError) {
    try file.write(bytes, at: offset)
    offset += bytes.count
  }
}
