import Glibc
@testable import Journal
import Seeded
import Synchronization
import Testing

/// Every call to the file system failing in every way, once and for good (a seventh of them, all where there is time).
@Suite struct FaultTests {
  @Test(arguments: Workload.all) func noFaultLosesAnAcknowledgedRecord(_ workload: Workload) throws {
    let start = try workload.prepared()
    let calm = SimulatedFiles(start)
    var outcome = Workload.Outcome()
    workload.run(calm, &outcome)
    let calls = calm.calls
    #expect(outcome.acknowledged == outcome.attempted, "without a fault everything is saved")
    for call in 0..<calls {
      for (number, kind) in Fault.Kind.allCases.enumerated()
      where LongTests.areWanted || (call + number).isMultiple(of: 7) {
        for isForGood in kind == .interrupted || kind == .shortWrite ? [false] : [false, true] {
          let fault = Fault(kind: kind, call: call, isForGood: isForGood)
          if let wrong = try check(workload, start, fault) {
            Issue.record("\(workload.name), \(fault): \(wrong)")
          }
        }
      }
    }
  }

  private func check(_ workload: Workload, _ start: Disk, _ fault: Fault) throws -> String? {
    let files = SimulatedFiles(start)
    var outcome = Workload.Outcome()
    files.fail(fault)
    workload.run(files, &outcome)
    files.fail(nil)
    files.killHolders()
    if [.interrupted, .shortWrite].contains(fault.kind), outcome.acknowledged != outcome.attempted {
      return "what can be made good was not"
    }
    // The program ended; and after that, the power went.
    var random = SeededNumbers(fault.call)
    for disk in [files.disk, files.disk.crashed(using: &random)] {
      let after = SimulatedFiles(disk)
      guard let (journal, payloads) = try? Stores.open(after) else {
        if outcome.acknowledged.isEmpty { continue }
        return "the store does not open"
      }
      if let wrong = Workload.fault(payloads, outcome) { return wrong }
      if journal.readOnly != nil { return "the store stays read-only: \(journal.findings)" }
      try journal.append(Stores.payload(999))
      if try Stores.open(after).payloads != payloads + [Stores.payload(999)] {
        return "the next save does not hold"
      }
    }
    return nil
  }

  @Test func anInterruptedCallIsMadeAgain() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(1, files)
    for call in 0..<12 {
      files.fail(Fault(kind: .interrupted, call: call, isForGood: false))
      try journal.append(Stores.payload(call + 2))
    }
    #expect(try Stores.open(files).payloads == Stores.payloads(1...13))
  }

  @Test func afterAFailedSyncNothingIsEverSaved() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(2, files)
    files.fail(Fault(kind: .failedSync, call: 0, isForGood: false))
    #expect(throws: JournalError.self) { try journal.append(Stores.payload(3)) }
    guard case .syncFailed = journal.readOnly else {
      Issue.record("still writable")
      return
    }
    files.fail(nil)
    let error = #expect(throws: JournalError.self) { try journal.append(Stores.payload(4)) }
    if case .readOnly(.syncFailed) = error {} else { Issue.record("\(String(describing: error))") }
    #expect(try Stores.open(files).payloads == Stores.payloads(1...2))
  }

  @Test func aFullDiskStopsSavingButNotReading() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(3, files)
    files.fail(Fault(kind: .fullDisk, call: 0, isForGood: true))
    for _ in 0..<3 {
      let error = #expect(throws: JournalError.self) { try journal.append(Stores.payload(4)) }
      guard case .notSaved(let reason) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(reason.code == ENOSPC && journal.readOnly == nil)
    }
    #expect(try Stores.open(files).payloads == Stores.payloads(1...3))
    files.fail(nil)
    try journal.append(Stores.payload(4))
    #expect(try Stores.open(files).payloads == Stores.payloads(1...4))
  }

  @Test func aTornEndOnAFullDiskIsReadOver() throws {
    let files = SimulatedFiles()
    let made = try Stores.make(3, files)
    files.tamper(Stores.path + "/" + Stores.segment(made)) { $0.removeLast(5) }
    files.fail(Fault(kind: .fullDisk, call: 0, isForGood: true))
    let (journal, payloads) = try Stores.open(files)
    #expect(payloads == Stores.payloads(1...2))
    guard case .setAsideFailed = journal.readOnly else {
      Issue.record("\(String(describing: journal.readOnly))")
      return
    }
    #expect(journal.findings.map(\.reason) == [.unfinishedLine])
  }

  /// A disk that is so full that a file can't even be shortened: half a line stays behind the last record.
  private final class FullDisk: Sendable {
    let files = SimulatedFiles()
    private let isFull = Mutex(false)
    var asSeen: ForgetfulFiles {
      var files = ForgetfulFiles(base: files)
      files.refusesToTruncate = { [self] in isFull.withLock { $0 } }
      return files
    }

    func fill(_ isFull: Bool) {
      self.isFull.withLock { $0 = isFull }
      files.fail(isFull ? Fault(kind: .fullDisk, call: 0, isForGood: true) : nil)
    }
  }

  /// A store of three records that has half a fourth behind them.
  private func withHalfALine(_ disk: FullDisk) throws -> Journal {
    let journal = try Stores.make(3, disk.asSeen)
    disk.fill(true)
    #expect(throws: JournalError.self) { try journal.append(Stores.payload(4)) }
    guard case .truncateFailed = journal.readOnly else {
      Issue.record("\(String(describing: journal.readOnly))")
      return journal
    }
    return journal
  }

  /// store.md, Guarantees: what was shown as saved is there, and a full disk never stops reading. Once there is room the desk
  /// that met with it saves again, by its next look at the journal or by its next save.
  @Test(arguments: [true, false]) func aHalfLineIsTakenAwayOnceTheDiskHasRoom(_ looksFirst: Bool) throws {
    let disk = FullDisk()
    let journal = try withHalfALine(disk)
    // As long as it is full nothing is saved, nothing is said to be damaged, and nothing piles up.
    for _ in 0..<3 {
      #expect(try journal.readNew().isEmpty)
      let error = #expect(throws: JournalError.self) { try journal.append(Stores.payload(4)) }
      if case .readOnly = error {} else { Issue.record("\(String(describing: error))") }
    }
    #expect(journal.readOnly?.mayPass == true && journal.findings.map(\.reason) == [.unfinishedLine])
    disk.fill(false)
    if looksFirst {
      #expect(try journal.readNew().isEmpty && journal.readOnly == nil)
    }
    try journal.append(Stores.payload(4))
    #expect(journal.readOnly == nil)
    try journal.append(Stores.payload(5))
    #expect(try Stores.open(disk.files).payloads == Stores.payloads(1...5))
    let kept = journal.findings.map(\.reason)
    if case .setAside(_, _, mayHoldSavedRecord: false)? = kept.last, kept.count == 1 {
    } else {
      Issue.record("\(kept)")
    }
    #expect(disk.files.disk.names.keys.filter { $0.contains("/quarantine/") }.count == 1)
  }

  /// Another desk takes the half line away and saves nothing: the journal is as long as it was known here, and here it is saved
  /// again too.
  @Test func aHalfLineThatAnotherDeskTookAwayStopsNobody() throws {
    let disk = FullDisk()
    let journal = try withHalfALine(disk)
    disk.fill(false)
    _ = try Stores.open(disk.files)
    #expect(try journal.readNew().isEmpty && journal.readOnly == nil)
    try journal.append(Stores.payload(4))
    #expect(try Stores.open(disk.files).payloads == Stores.payloads(1...4))
  }

  /// Another desk opens the store meanwhile, takes the half line away and saves: its record is seen, and ours comes behind it.
  @Test func whatAnotherDeskSavedInPlaceOfAHalfLineIsKept() throws {
    let disk = FullDisk()
    let journal = try withHalfALine(disk)
    disk.fill(false)
    let other = try Stores.open(disk.files).journal
    try other.append(Stores.payload(44))
    var seen: [[UInt8]] = []
    try journal.append(Stores.payload(5)) { seen += $0.map { Array($0.bytes[$0.payload]) } }
    #expect(seen == [Stores.payload(44)])
    #expect(
      try Stores.open(disk.files).payloads == Stores.payloads(1...3) + [
        Stores.payload(44), Stores.payload(5),
      ])
    #expect(journal.readOnly == nil && journal.findings.isEmpty)
  }
}
