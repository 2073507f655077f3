import Tar

/// The files of a backup as `BackupWriter` writes it.
extension BackupEntry {
  /// The store's files, in the archive's order; nil where the archive is not whole, or its sums are not those of its files'
  /// names and of its head.
  static func ofArchive(in file: OpenFile) throws(FileError) -> [BackupEntry]? {
    let size = try file.size()
    guard var files = try walk(file, size), let head = files.first, head.path == BackupHead.path,
      let last = files.popLast(), last.path == BackupWriter.sums
    else { return nil }
    let text = try file.read(last.place.lowerBound..<last.end)
    let lines = text.prefix(last.place.count).split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count == files.count + 1, lines.last == [], text[last.place.count...].allSatisfy({ $0 == 0 })
    else {
      return nil
    }
    var entries: [BackupEntry] = []
    for (file, line) in zip(files, lines) {
      let filling = [UInt8](repeating: 0, count: file.end - file.place.upperBound)
      guard let sum = Link(hex: String(decoding: line.prefix(Link.digits), as: UTF8.self)),
        line.elementsEqual(BackupWriter.line(sum, file.path).dropLast())
      else { return nil }
      entries.append(BackupEntry(path: file.path, place: file.place, sum: sum, filling: filling))
    }
    guard let opening = entries.first, opening.isWhole(try file.read(head.place.lowerBound..<head.end)) else {
      return nil
    }
    return Array(entries.dropFirst())
  }

  /// The archive's files in their order; nil where it does not end as one.
  private static func walk(_ file: OpenFile, _ size: Int) throws(FileError) -> [TarArchive.Entry]? {
    var walk = TarWalk()
    var files: [TarArchive.Entry] = []
    while true {
      let block = try file.read(walk.offset..<walk.offset + TarBlock.size)
      guard block.count == TarBlock.size else { return nil }
      let next: TarArchive.Entry?
      do { next = try block.withUnsafeBytes { try walk.next($0) } } catch { return nil }
      guard let entry = next else { break }
      guard entry.end < size else { return nil }
      files.append(entry)
    }
    let end = try file.read(walk.offset..<walk.offset + TarWalk.endSize + 1)
    return end.count == TarWalk.endSize && end.allSatisfy { $0 == 0 } ? files : nil
  }
}
