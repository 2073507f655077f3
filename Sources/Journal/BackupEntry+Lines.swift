import JSONText

/// The files of a backup in the form of before, which was no archive:
///
///     {"zizhu-backup":1,"head":"<writer>/<epoch>/<sequence>/<link>","files":3}
///     {"path":"store.json","bytes":180,"sha256":"<64 hex>"}
///     …the file's bytes as they are, and a newline…
///     …
///     {"sha256":"<64 hex>"}
///
/// The last line sums all lines in braces before it with their newlines. A damaged store's was of version 2.
extension BackupEntry {
  /// The store's files in their order; nil where a line is missing or its sum is another.
  static func ofLines(in file: OpenFile, count: Int) throws(FileError) -> [BackupEntry]? {
    var offset = 0
    var lines: [UInt8] = []
    var entries: [BackupEntry] = []
    guard count >= 0, let opening = try line(in: file, at: &offset) else { return nil }
    lines += opening
    for _ in 0..<count {
      guard let line = try line(in: file, at: &offset), let entry = BackupEntry(line: line, before: offset)
      else {
        return nil
      }
      lines += line
      entries.append(entry)
      offset = entry.place.upperBound + 1
    }
    let sum = Array("{\"sha256\":\"\(Link.over(lines).hex)\"}\n".utf8)
    guard try line(in: file, at: &offset) == sum, try file.size() == offset else { return nil }
    return entries
  }

  /// The line that begins at an offset, with its newline, behind which the offset moves; nil where there is none of a
  /// sensible length.
  private static func line(in file: OpenFile, at offset: inout Int) throws(FileError) -> [UInt8]? {
    let bytes = try file.read(offset..<offset + BackupArchive.mostBeforeFiles)
    guard let newline = bytes.firstIndex(of: 0x0A) else { return nil }
    offset += newline + 1
    return Array(bytes[...newline])
  }

  /// Reads the line before a file's bytes; nil where it is not one, or names a file outside the store.
  private init?(line: [UInt8], before start: Int) {
    guard let record = try? JSONMembers(line), let path: String = try? record.value("path"),
      let size: Int = try? record.value("bytes"), let sum: Link = try? record.value("sha256"), size >= 0,
      Self.staysInside(path)
    else { return nil }
    let (end, overflow) = start.addingReportingOverflow(size)
    guard !overflow, end < .max - BackupArchive.mostBeforeFiles else { return nil }
    self.init(path: path, place: start..<end, sum: sum, filling: [0x0A])
  }

  private static func staysInside(_ path: String) -> Bool {
    path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part != "." && part != ".." && !part.utf8.contains(0)
    }
  }
}
