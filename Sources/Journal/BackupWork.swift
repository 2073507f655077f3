/// Writes a backup of a store up to a place in its journal, while others go on saving.
public struct BackupWork: Sendable {
  let folder: StoreFolder
  let place: Place
  public let head: JournalHead
  /// What is wrong with the store; where there is anything, its files are copied to their ends, readable or not as
  /// records.
  var damage: [Finding] = []

  /// The head that a backup says it holds; nil for a file that does not begin as one.
  public static func head(of name: String, in folder: StoreFolder) -> JournalHead? {
    guard let bytes = try? folder.read(name, to: BackupArchive.mostBeforeFiles) else { return nil }
    return try? BackupHead(beginning: bytes)?.head
  }

  private var writerFolder: String { StoreLayout.journal + "/" + head.writer }

  /// Where a backup lies that was written.
  public struct Written: Sendable {
    /// Whether its medium keeps no permissions, so that whoever can use it can read the file.
    public var isUnprotected = false
    /// The files of a damaged store that could not be read and are not in it.
    public var left: [Finding] = []
  }

  /// The file is on the disk when this returns, and stands there only whole. Throws `fileExists` or `file`.
  @discardableResult
  public func run(to path: String) throws(JournalError) -> Written {
    var written = Written()
    var (target, name) = StoreFolder.holding(path, files: folder.files)
    // A backup in the store itself is the whole group's.
    target.isShared = folder.isShared && target.path.hasPrefix(folder.path + "/")
    let existing = try inJournal { () throws(FileError) in try target.status(name) }
    guard existing == nil else { throw .fileExists(name) }
    try inJournal { () throws(FileError) in
      var names = try filesToKeep()
      if !damage.isEmpty {
        for name in names {
          do throws(FileError) {
            _ = try folder.read(name)
          } catch {
            written.left.append(Finding(file: name, reason: .unreadable(error)))
          }
        }
        let left = Set(written.left.map(\.file))
        names.removeAll { left.contains($0) }
      }
      let unfinished = name + StoreLayout.unfinished
      if try target.status(unfinished) != nil { try target.remove(unfinished) }
      let file = try target.create(unfinished)
      defer { file.close() }
      written.isUnprotected = file.handle.isUnprotected
      var standing = unfinished
      do throws(FileError) {
        var writer = try BackupWriter(
          file, head: head, damage: damage.isEmpty ? [] : damage + written.left)
        let last = damage.isEmpty ? writerFolder + "/" + place.segment.fileName : nil
        for name in names { try writer.add(name, try folder.read(name, to: name == last ? place.end : nil)) }
        try writer.finish()
        try target.rename(unfinished, to: name)
        standing = name
        try target.syncFolder("")
      } catch {
        // Nobody was told of it, and its name would stand in the way of the next try.
        try? target.remove(standing)
        throw error
      }
    }
    return written
  }

  /// The paths of all files that a backup holds: the store's own, and no file that a desktop or an editor left there.
  private func filesToKeep() throws(FileError) -> [String] {
    let left: Set = [StoreLayout.snapshot, StoreLayout.backup, StoreLayout.drafts, StoreLayout.keys]
    return try folder.files(leaving: left).filter { path in
      guard StoreLayout.isBackedUp(path) else { return false }
      guard damage.isEmpty, path.hasPrefix(writerFolder + "/") else { return true }
      // Segments begun since the head was reached are not part of it.
      return SegmentName(String(path.dropFirst(writerFolder.count + 1))).map { $0 <= place.segment } ?? false
    }
  }
}
