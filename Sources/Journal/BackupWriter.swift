import Tar

/// Writes a backup: one file that holds a whole store, and that any `tar` unpacks.
///
/// # Format, version 3
///
/// An archive (`TarBlock`: ustar, mode 0600, no owners, no times) of these files in this order:
///
///     BACKUP.json   {"zizhu-backup":3,"head":"<writer>/<epoch>/<sequence>/<link>"}
///     store.json, journal/<writer>/000001-000001.jsonl, policies/…   the store's files as they are
///     SHA256SUMS    a line for each file before it, as `sha256sum` writes and checks it
///
/// The segments end at the head. LOCK, the snapshot, drafts, keys and earlier backups stay out; all else is in. A damaged
/// store's head has `"damage":[{"file":"<path>","line":3,"sequence":2,"reason":"<code>"},…]`, the first eight places; its
/// files are as they lie there. A later program gives BACKUP.json a higher number.
struct BackupWriter {
  static let sums = "SHA256SUMS"

  private let file: OpenFile
  private var offset = 0
  private var lines: [UInt8] = []

  init(_ file: OpenFile, head: JournalHead, damage: [Finding] = []) throws(FileError) {
    self.file = file
    try add(BackupHead.path, BackupHead(head: head, damage: damage).text)
  }

  /// Puts a file behind the others, whose path is one that `StoreLayout.isBackedUp`.
  mutating func add(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    try put(path, bytes)
    lines += Self.line(Link.over(bytes), path)
  }

  mutating func finish() throws(FileError) {
    try put(Self.sums, lines)
    try write([UInt8](repeating: 0, count: TarWalk.endSize))
    try file.syncData()
  }

  /// A file's line among the sums.
  static func line(_ sum: Link, _ path: String) -> [UInt8] { Array("\(sum.hex)  \(path)\n".utf8) }

  private mutating func put(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    guard let block = TarBlock(path: path, count: bytes.count).bytes else {
      throw FileError(.write, path, code: Errno.tooLarge.code)
    }
    try write(block)
    try write(bytes)
    try write([UInt8](repeating: 0, count: TarBlock.filled(offset) - offset))
  }

  private mutating func write(_ bytes: [UInt8]) throws(FileError) {
    guard !bytes.isEmpty else { return }
    try file.write(bytes, at: offset)
    offset += bytes.count
  }
}
