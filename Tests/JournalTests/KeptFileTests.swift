import Journal
import Testing

/// What happens behind the back of a desk that keeps its files open between saves.
@Suite struct KeptFileTests {
  private let files = SimulatedFiles()

  /// A desk that has read and written its segment, and that segment's path.
  private func desk(_ count: Int = 3, segmentLimit: Int = 16 << 20) throws -> (journal: Journal, path: String)
  {
    let journal = try Stores.make(count, files, segmentLimit: segmentLimit)
    return (journal, Stores.path + "/" + Stores.segment(journal))
  }

  /// Puts another file under a name, as copying a store back does.
  private func replace(_ path: String, _ bytes: [UInt8]) throws {
    let other = try files.open(path + ".other", .create(permissions: 0o600))
    _ = try bytes.withUnsafeBytes { try files.write(other, $0, at: 0) }
    files.close(other)
    try files.rename(path + ".other", to: path)
  }

  @Test func aSaveAsksLittle() throws {
    let (journal, _) = try desk()
    files.fail(nil)
    try journal.append(Stores.payload(4))
    // Lock, LOCK, folder, segment, its last line; write, segment, sync, unlock.
    #expect(files.calls == 9)
  }

  @Test func whatIsDoneMeanwhileSeesTheLineWrittenAndNotYetSaved() throws {
    let (journal, path) = try desk()
    let (before, head) = (files.content(path).count, journal.head)
    var seen: [Int] = []
    try journal.transaction({ _ in Stores.payload(4) }) {
      seen.append(files.content(path).count)
      #expect(journal.head == head)
    }
    #expect(seen == [files.content(path).count])
    #expect(seen.allSatisfy { $0 > before })
    try journal.transaction({ _ in nil }) { seen.append(0) }
    #expect(seen.count == 1)
  }

  @Test func theSameUnderAnotherFileIsWrittenTo() throws {
    let (journal, path) = try desk()
    try replace(path, files.content(path))
    try journal.append(Stores.payload(4))
    #expect(try Stores.open(files).payloads == Stores.payloads(1...4))
  }

  @Test func anOlderCopyUnderAnotherFileStopsTheDesk() throws {
    let (journal, path) = try desk(2)
    let older = files.content(path)
    try journal.append(Stores.payload(3))
    try replace(path, older)
    #expect(throws: JournalError.readOnly(.damage)) { try journal.append(Stores.payload(4)) }
    #expect(journal.findings.map(\.reason) == [.shortened])
    #expect(files.content(path) == older)
  }

  @Test func anotherHistoryUnderAnotherFileStopsTheDesk() throws {
    let (journal, path) = try desk()
    let other = try Stores.make(5, files, at: "/disk/other")
    let foreign = files.content("/disk/other/" + Stores.segment(other))
    try replace(path, foreign)
    #expect(throws: JournalError.readOnly(.damage)) { try journal.append(Stores.payload(4)) }
    #expect(journal.findings.map(\.reason) == [.changedUnderneath])
    #expect(files.content(path) == foreign)
  }

  @Test func anOlderCopyInTheSameFileStopsTheDesk() throws {
    let (journal, path) = try desk(2)
    let before = files.content(path)
    let other = try Stores.open(files).journal
    try journal.append(Stores.payload(3))
    // As long as what was there, so that only the last line tells.
    files.tamper(path) { $0 = before }
    try other.append(Stores.payload(10))
    #expect(files.content(path).count >= before.count)
    #expect(throws: JournalError.readOnly(.damage)) { try journal.append(Stores.payload(4)) }
    #expect(journal.findings.map(\.reason) == [.changedUnderneath])
  }

  @Test func aSegmentThatWasRemovedIsNotWrittenTo() throws {
    let (journal, path) = try desk()
    try files.remove(path)
    #expect(throws: JournalError.readOnly(.damage)) { try journal.append(Stores.payload(4)) }
    #expect(journal.findings.map(\.reason) == [.missingSegment])
  }

  @Test func aSegmentRemovedWhileSomebodyDecidesTakesNothing() throws {
    let (journal, path) = try desk()
    let head = journal.head
    let error = #expect(throws: JournalError.self) {
      try journal.transaction { _ in
        try files.remove(path)
        return Stores.payload(4)
      }
    }
    guard case .notSaved? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(journal.head == head)
  }

  @Test func aSegmentReplacedWhileSomebodyDecidesTakesNothing() throws {
    for isFirstSave in [true, false] {
      let (_, path) = try desk()
      let desk = try Stores.open(files).journal
      if !isFirstSave { try desk.append(Stores.payload(4)) }
      let older = Array(lines(files.content(path)).dropLast().joined())
      let error = #expect(throws: JournalError.self) {
        try desk.transaction { _ in
          try replace(path, older)
          return Stores.payload(5)
        }
      }
      guard case .notSaved? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(files.content(path) == older)
      for name in files.disk.names.keys where name.hasPrefix(Stores.path) { try files.remove(name) }
    }
  }

  @Test func theSegmentGrownByAnotherDeskIsReadAndWrittenBehind() throws {
    let (first, _) = try desk()
    let second = try Stores.open(files).journal
    for number in stride(from: 4, to: 12, by: 2) {
      try first.append(Stores.payload(number))
      try second.append(Stores.payload(number + 1)) { others in
        #expect(others.map { Array($0.bytes[$0.payload]) } == [Stores.payload(number)])
      }
      #expect(try first.readNew().count == 1)
    }
    #expect(try Stores.open(files).payloads == Stores.payloads(1...11))
  }

  /// Segments that another desk begins one after another, each between two saves of this one.
  @Test(arguments: [false, true]) func aSegmentBegunByAnotherDeskIsFollowed(clockStands: Bool) throws {
    let (first, _) = try desk(1, segmentLimit: 500)
    let second = try Stores.open(files, segmentLimit: 500).journal
    files.standClock(clockStands)
    var next = 2
    for round in 0..<12 {
      for _ in 0...(round % 3) {
        try first.append(Stores.payload(next))
        next += 1
      }
      try second.append(Stores.payload(next))
      next += 1
    }
    #expect(second.readOnly == nil && first.readOnly == nil)
    let again = try Stores.open(files)
    #expect(again.payloads == Stores.payloads(1...next - 1) && again.journal.readOnly == nil)
    #expect(files.content(Stores.path + "/" + Stores.segment(first, 4)).isEmpty == false)
  }

  /// The clock of a file system stands still between its ticks: a folder may change and look the same.
  @Test func aSegmentBroughtInWithinATickStopsTheDesk() throws {
    let (journal, path) = try desk(1)
    files.standClock(true)
    try replace(path + ".note", [])
    for number in 2...4 { try journal.append(Stores.payload(number)) }
    try replace(path.replacingSegment(1, with: 3), files.content(path))
    #expect(throws: JournalError.readOnly(.damage)) { try journal.append(Stores.payload(5)) }
    #expect(journal.findings.map(\.reason) == [.missingSegment])
  }

  @Test func aSegmentBroughtInStopsTheDesk() throws {
    let (journal, path) = try desk(4)
    try replace(path.replacingSegment(1, with: 3), files.content(path))
    #expect(throws: JournalError.readOnly(.damage)) { try journal.append(Stores.payload(5)) }
    #expect(journal.findings.map(\.reason) == [.missingSegment])
  }

  @Test func noFileStaysOpenBehindADesk() throws {
    for _ in 0..<3 {
      let (journal, _) = try desk(9, segmentLimit: 500)
      _ = try Stores.open(files, segmentLimit: 500).journal.append(Stores.payload(10))
      // LOCK and one segment.
      #expect(files.openCount == 2)
      _ = journal
      for name in files.disk.names.keys where name.hasPrefix(Stores.path) { try files.remove(name) }
    }
    #expect(files.openCount == 0)
  }
}

extension String {
  fileprivate func replacingSegment(_ old: Int, with new: Int) -> String {
    let ending = "-00000\(old).jsonl"
    return hasSuffix(ending) ? dropLast(ending.count) + "-00000\(new).jsonl" : self
  }
}
