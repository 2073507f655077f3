import CFiles

/// Looking single records up again.
extension Journal {
  /// A store's journal of which nothing was read, for looking at what lies beside it. Throws where there is no store.
  public static func unread(_ path: String) throws(JournalError) -> Journal {
    try prepare(StoreFolder(path), options: JournalOptions())
  }

  /// The records of these numbers that are there and hold, in the order of their numbers.
  ///
  /// Reads each segment that has one of them; throws `JournalError.file` where one can't be read.
  public func records(_ sequences: some Sequence<Int>) throws(JournalError) -> [JournalRecord] {
    var wanted = Set(sequences)
    var found: [JournalRecord] = []
    do throws(FileError) {
      let segments = try folder.list(writerFolder).compactMap(SegmentName.init).sorted()
      // Segments are looked at from the last, since each says with which record it begins.
      for segment in segments.reversed() where !wanted.isEmpty {
        guard let first = try firstSequence(of: segment) else { continue }
        let here = wanted.filter { $0 >= first }
        guard !here.isEmpty else { continue }
        wanted.subtract(here)
        found += Self.records(here, in: try folder.read(file(segment)), segment, writer: identity.writer)
      }
    } catch {
      throw .file(error)
    }
    return found.sorted { $0.position.sequence < $1.position.sequence }
  }

  private func firstSequence(of segment: SegmentName) throws(FileError) -> Int? {
    let bytes = try folder.read(file(segment), to: 4096)
    guard let newline = bytes.firstIndex(of: 0x0A) else { return nil }
    return SegmentHeader(bytes, line: 0..<newline)?.first
  }

  private static func records(
    _ wanted: Set<Int>, in bytes: [UInt8], _ segment: SegmentName, writer: String
  ) -> [JournalRecord] {
    bytes.withUnsafeBytes { buffer in
      var found: [JournalRecord] = []
      var previous: Range<Int>?
      var (start, number) = (0, 1)
      while found.count < wanted.count, start < buffer.count {
        let length = cfiles_line_length(buffer.baseAddress?.advanced(by: start), buffer.count - start)
        guard length > 0 else { break }
        let line = UnsafeRawBufferPointer(rebasing: buffer[start..<start + length - 1])
        if let previous, let parts = JournalLine(line), wanted.contains(parts.sequence),
          let link = JournalLine.linkHolds(line, after: UnsafeRawBufferPointer(rebasing: buffer[previous]))
        {
          found.append(
            JournalRecord(
              position: JournalPosition(writer: writer, epoch: segment.epoch, sequence: parts.sequence),
              bytes: bytes,
              payload: start + parts.payload.lowerBound..<start + parts.payload.upperBound,
              link: link, segment: segment.number, line: number))
        }
        previous = start + JournalLine.linkDigits.lowerBound..<start + JournalLine.linkDigits.upperBound
        start += length
        number += 1
      }
      return found
    }
  }
}
