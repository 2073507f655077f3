/// What is known of another writer's journal while files of it are judged: what counts on the disk, and what those judged
/// before would append.
struct KnownSegments {
  var journal: OtherJournal
  /// How far the journal counts with what was judged before; nil where nothing of it is known.
  var end: OtherJournal.End?
  /// How far it counts on the disk.
  var base: OtherJournal.End?
  /// What would be appended, by segment.
  var pending: [String: [UInt8]]

  func bytes(of name: SegmentName) throws(JournalError) -> [UInt8] {
    try onDisk(name) + (pending[name.fileName] ?? [])
  }

  private func onDisk(_ name: SegmentName) throws(JournalError) -> [UInt8] {
    guard let base, name <= base.name else { return [] }
    return try inJournal { () throws(FileError) in
      try journal.folder.status(journal.file(name)) == nil
        ? [] : journal.folder.read(journal.file(name), to: name == base.name ? base.size : nil)
    }
  }

  private func names() throws(JournalError) -> [SegmentName] {
    guard let end else { return [] }
    let onDisk = try inJournal { () throws(FileError) in
      try journal.folder.status(journal.writerFolder) == nil
        ? [] : journal.folder.list(journal.writerFolder).compactMap(SegmentName.init)
    }
    return Set(onDisk + pending.keys.compactMap(SegmentName.init)).filter { $0 <= end.name }.sorted()
  }

  /// The first line of the known segment behind one: the first record in it, and the first twelve digits of the line's
  /// link; nil where none follows.
  func beginning(behind name: SegmentName) throws(JournalError) -> (first: Int, link: String)? {
    guard let next = try names().first(where: { $0 > name }) else { return nil }
    return try beginning(of: next)
  }

  private func beginning(of name: SegmentName) throws(JournalError) -> (first: Int, link: String)? {
    let bytes = try bytes(of: name)
    let end = bytes.firstIndex(of: 0x0A) ?? bytes.endIndex
    return SegmentHeader(bytes, line: 0..<end).map {
      ($0.first, OtherJournal.link(ofLineAt: 0, in: bytes[...]))
    }
  }

  /// The first twelve digits of the links of the own lines of those segments that begin with a record, in order.
  func links(ofSegmentsThatBeginWith sequence: Int) throws(JournalError) -> [String] {
    var links: [String] = []
    for name in try names().reversed() {
      guard let begins = try beginning(of: name), begins.first >= sequence else { break }
      if begins.first == sequence { links.append(begins.link) }
    }
    return links.reversed()
  }

  /// The first twelve digits of the link of the known line with which what follows a record begins: the record of this
  /// number, or the segment's own line before it; nil where what is known ends before.
  func link(ofLineWith sequence: Int) throws(JournalError) -> String? {
    for name in try names().reversed() {
      guard let begins = try beginning(of: name), begins.first <= sequence else { continue }
      if begins.first == sequence { return begins.link }
      let bytes = try bytes(of: name)
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
        if bytes[start..<end].withUnsafeBytes({ JournalLine($0)?.sequence }) == sequence {
          return OtherJournal.link(ofLineAt: start, in: bytes[...])
        }
        start = end + 1
      }
      return nil
    }
    return nil
  }
}
