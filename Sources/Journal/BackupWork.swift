/// Writes a backup of a store up to a place in its journal, while others go on saving.
public struct BackupWork: Sendable {
  let folder: StoreFolder
  let place: Place
  public let head: JournalHead

  private var writerFolder: String { StoreLayout.journal + "/" + head.writer }

  /// The file is on the disk when this returns, and stands there only whole. Throws `fileExists` or `file`.
  @discardableResult
  public func run(to path: String) throws(JournalError) -> JournalHead {
    var (target, name) = StoreFolder.holding(path, files: folder.files)
    // A backup in the store itself is the whole group's.
    target.isShared = folder.isShared && target.path.hasPrefix(folder.path + "/")
    let existing = try inJournal { () throws(FileError) in try target.status(name) }
    guard existing == nil else { throw .fileExists(name) }
    try inJournal { () throws(FileError) in
      let names = try filesToKeep()
      let unfinished = name + StoreLayout.unfinished
      if try target.status(unfinished) != nil { try target.remove(unfinished) }
      let file = try target.create(unfinished)
      defer { file.close() }
      do throws(FileError) {
        var writer = try BackupWriter(file, head: head, count: names.count)
        let last = writerFolder + "/" + place.segment.fileName
        for name in names { try writer.add(name, try folder.read(name, to: name == last ? place.end : nil)) }
        try writer.finish()
        try target.rename(unfinished, to: name)
        try target.syncFolder("")
      } catch {
        try? target.remove(unfinished)
        throw error
      }
    }
    return head
  }

  /// The paths of all files that a backup holds.
  private func filesToKeep() throws(FileError) -> [String] {
    let left: Set = [
      StoreLayout.lock, StoreLayout.snapshot, StoreLayout.backup, StoreLayout.drafts, StoreLayout.inTheMaking,
    ]
    var paths: [String] = []
    for name in try folder.list("") where !left.contains(name) { try collect(name, into: &paths) }
    return paths.filter { path in
      guard path.hasPrefix(writerFolder + "/") else { return true }
      // Segments begun since the head was reached are not part of it.
      return SegmentName(String(path.dropFirst(writerFolder.count + 1))).map { $0 <= place.segment } ?? false
    }
  }

  private func collect(_ path: String, into paths: inout [String]) throws(FileError) {
    switch try folder.status(path)?.kind {
    case .file: paths.append(path)
    case .folder:
      for name in try folder.list(path) { try collect(path + "/" + name, into: &paths) }
    case .other, nil: break
    }
  }
}
