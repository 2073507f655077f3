extension OtherJournal {
  /// Writes a backup of the journal's own store as far as it was gathered, from which whoever lost that store makes it
  /// again (`Journal.restore`); the file is new, and on the disk when this returns.
  ///
  /// - Parameter files: what the store has beside its segments, by their paths in it: its policy files.
  /// Throws `fileExists` or `file`.
  public func backup(upTo end: End, with files: [String: [UInt8]], to path: String) throws(JournalError) {
    let (target, name) = StoreFolder.holding(path, files: folder.files)
    let existing = try inJournal { () throws(FileError) in try target.status(name) }
    guard existing == nil else { throw .fileExists(name) }
    try inJournal { () throws(FileError) in
      let names = try folder.list(writerFolder).compactMap(SegmentName.init).filter { $0 <= end.name }
        .sorted()
      let out = try target.create(name)
      defer { out.close() }
      var writer = try BackupWriter(out, head: end.head)
      try writer.add(StoreLayout.identity, identity.bytes)
      for segment in names {
        try writer.add(
          file(segment), try folder.read(file(segment), to: segment == end.name ? end.size : nil))
      }
      for (path, bytes) in files.sorted(by: { $0.key < $1.key }) { try writer.add(path, bytes) }
      try writer.finish()
    }
  }
}
