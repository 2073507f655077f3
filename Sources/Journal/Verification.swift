/// A check of every line of a journal against the chain, and of the journal against an earlier head.
///
/// It finds every edit but a clean cut of the end behind the last head that is known elsewhere. It only reads,
/// and can run on another thread while the journal is being written.
public struct Verification: Sendable {
  let source: any SegmentSource
  /// Where to stop, for a journal that goes on being written; the rest of it is not looked at.
  struct Limit: Hashable {
    var segment: SegmentName
    /// How many bytes of the segment are looked at.
    var size: Int
  }

  var limit: Limit?
  var head: JournalHead?
  /// The snapshot's finding, if it has one; a backup has no snapshot.
  var snapshotFinding: Finding?

  /// How many records are given at once, at most.
  static let batch = 8192

  /// Runs the check. Findings are in the report; throws `JournalError.file` where the folder cannot be listed.
  ///
  /// The records that hold are given to `take` on the way, many at once, so that what rests on them can be checked
  /// too; it tells of each what is wrong with it, if anything, which is reported in its place.
  public func run(
    _ take: ([JournalRecord]) -> [Finding.Reason?] = { $0.map { _ in nil } }
  ) throws(JournalError) -> VerifyReport {
    try check(take).report
  }

  /// Runs the check and gives the place that it came to.
  func check(
    _ take: ([JournalRecord]) -> [Finding.Reason?] = { $0.map { _ in nil } }
  ) throws(JournalError) -> (report: VerifyReport, end: Place) {
    let names = try inJournal { () throws(FileError) in try source.names() }
    let prefix = StoreLayout.journal + "/" + source.identity.writer + "/"
    var walk = SegmentWalk(source.identity, from: .beginning, seeking: head)
    var report = VerifyReport(head: JournalHead(writer: source.identity.writer, at: walk.place))
    var segments: [SegmentName] = []
    for name in names {
      if name.hasPrefix(prefix), let segment = SegmentName(String(name.dropFirst(prefix.count))) {
        segments.append(segment)
      } else if !name.hasSuffix(StoreLayout.unfinished) {
        report.add(Finding(file: name, reason: .unknownFile))
      }
    }
    segments = segments.filter { limit == nil || $0 <= (limit?.segment ?? $0) }.sorted()
    var expected = Place.beginning.segment
    for segment in segments {
      if segment != expected, segment != walk.place.segment.nextEpoch || report.segments == 0 {
        report.add(
          Finding(
            file: prefix + expected.fileName, sequence: walk.place.sequence + 1, reason: .missingSegment))
      }
      check(segment, prefix + segment.fileName, isLast: segment == segments.last, &walk, &report, take)
      expected = segment.next
    }
    if let limit, walk.place.segment < limit.segment || segments.isEmpty {
      report.add(Finding(file: prefix + expected.fileName, reason: .missingSegment))
    } else if segments.isEmpty {
      report.add(Finding(file: prefix + expected.fileName, sequence: 1, reason: .missingSegment))
    }
    if let snapshotFinding { report.add(snapshotFinding) }
    report.head = JournalHead(writer: source.identity.writer, at: walk.place)
    compareHead(walk, prefix, &report)
    return (report, walk.place)
  }

  private func check(
    _ segment: SegmentName, _ file: String, isLast: Bool, _ walk: inout SegmentWalk,
    _ report: inout VerifyReport, _ take: ([JournalRecord]) -> [Finding.Reason?]
  ) {
    walk.place = walk.place.entering(segment)
    var bytes: [UInt8]
    do throws(FileError) {
      bytes = try source.bytes(file)
    } catch {
      report.add(Finding(file: file, sequence: walk.place.sequence + 1, reason: .unreadable(error)))
      return
    }
    if let limit, limit.segment == segment {
      if bytes.count < limit.size { report.add(Finding(file: file, reason: .shortened)) }
      bytes.removeLast(max(0, bytes.count - limit.size))
    }
    report.segments += 1
    report.size += bytes.count
    let links = LineLinks(bytes)
    var records: [JournalRecord] = []
    // Findings stand in the order of the lines: what was read is judged before the next mistake of the chain is told.
    func judge() {
      report.records += records.count
      for (record, reason) in zip(records, take(records)) {
        if let reason { report.add(record.finding(reason)) }
      }
      records.removeAll(keepingCapacity: true)
    }
    while true {
      let stop = walk.walk(bytes, base: 0, links: links) { record in
        records.append(record)
        if records.count == Self.batch { judge() }
      }
      judge()
      var finding = Finding(
        file: file, line: walk.place.line + 1, sequence: walk.place.sequence + 1, reason: .notASegment)
      switch stop {
      case .end:
        if bytes.isEmpty { report.add(finding) }
      case .bad(let reason, let line):
        finding.reason = reason
        report.add(finding)
        walk.stepOver(line, in: bytes, base: 0)
        continue
      case .unfinished:
        // Only the journal's very end can be a save that was cut off.
        finding.reason = isLast && walk.place.line > 0 ? .unfinishedLine : .notARecord
        report.add(finding)
      }
      break
    }
  }

  private func compareHead(_ walk: SegmentWalk, _ prefix: String, _ report: inout VerifyReport) {
    guard let head else { return }
    if head.writer != source.identity.writer {
      report.add(Finding(file: StoreLayout.identity, reason: .headDiffers))
      return
    }
    switch walk.search {
    case .found: break
    case .notReached:
      report.add(
        Finding(
          file: prefix + walk.place.segment.fileName, line: walk.place.line + 1,
          sequence: walk.place.sequence + 1,
          reason: .headMissing))
    case .differs(let place):
      report.add(
        Finding(
          file: prefix + place.segment.fileName, line: place.line, sequence: place.sequence,
          reason: .headDiffers))
    }
  }
}

extension JournalHead {
  init(writer: String, at place: Place) {
    self.init(writer: writer, epoch: place.segment.epoch, sequence: place.sequence, link: place.link)
  }
}
