import Glibc
import Journal
import Synchronization
import Testing

/// Several desks on one store.
@Suite struct DeskTests {
  @Test func oneDeskSeesWhatTheOtherSaved() throws {
    let files = SimulatedFiles()
    let first = try Stores.make(1, files)
    let second = try Stores.open(files).journal
    #expect(try second.readNew().isEmpty)
    try first.append(Stores.payload(2))
    try first.append(Stores.payload(3))
    let seen = try second.readNew()
    #expect(seen.map { Array($0.bytes[$0.payload]) } == Stores.payloads(2...3))
    #expect(seen.map(\.position.sequence) == [2, 3] && second.head == first.head)
    #expect(try second.readNew().isEmpty)
  }

  @Test func aLookWithoutNewsAsksTwice() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(3, files)
    files.fail(nil)
    _ = try journal.readNew()
    #expect(files.calls == 2)
  }

  @Test func aDeskFollowsIntoTheNextSegment() throws {
    let files = SimulatedFiles()
    let first = try Stores.make(1, files, segmentLimit: 500)
    let second = try Stores.open(files).journal
    for number in 2...9 { try first.append(Stores.payload(number)) }
    #expect(try second.readNew().map { Array($0.bytes[$0.payload]) } == Stores.payloads(2...9))
    #expect(files.content(Stores.path + "/" + Stores.segment(first, 2)).isEmpty == false)
    try second.append(Stores.payload(10))
    #expect(try Stores.open(files).payloads == Stores.payloads(1...10))
  }

  @Test func aCommandIsCheckedAgainstWhatOthersSaved() throws {
    let files = SimulatedFiles()
    let first = try Stores.make(1, files)
    let second = try Stores.open(files).journal
    try first.append(Stores.payload(2))
    let position = try second.transaction { others in
      #expect(others.map { Array($0.bytes[$0.payload]) } == [Stores.payload(2)])
      return nil
    }
    #expect(position == nil && second.head == first.head)
    #expect(try second.transaction { others in others.isEmpty ? Stores.payload(3) : nil }?.sequence == 3)
  }

  @Test func aDecisionThatThrowsSavesNothingAndLetsTheLockGo() throws {
    struct Refusal: Error {}
    let files = SimulatedFiles()
    let first = try Stores.make(1, files)
    #expect(throws: Refusal.self) { try first.transaction { _ in throw Refusal() } }
    let second = try Stores.open(files).journal
    try second.append(Stores.payload(2))
    #expect(try Stores.open(files).payloads == Stores.payloads(1...2))
  }

  @Test func aLockHeldTooLongIsBusy() throws {
    let files = SimulatedFiles()
    let first = try Stores.make(1, files)
    var options = JournalOptions()
    options.lockWait = 5
    let second = try Journal.open(Stores.path, files: files, options: options) { _ in }
    try first.transaction { _ in
      #expect(throws: JournalError.busy) { try second.append(Stores.payload(2)) }
      let seen = try second.readNew()
      #expect(seen.isEmpty)
      return nil
    }
    try second.append(Stores.payload(2))
  }

  @Test func halfALineOfADeadDeskIsSetAsideByTheNextSave() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(2, files)
    files.tamper(Stores.path + "/" + Stores.segment(journal)) { $0 += Array("{\"link\":\"0123".utf8) }
    try journal.append(Stores.payload(3))
    #expect(journal.findings.count == 1 && journal.readOnly == nil)
    #expect(try Stores.open(files).payloads == Stores.payloads(1...3))
  }

  @Test func aFileExchangedUnderAnOpenDeskStopsIt() throws {
    let files = SimulatedFiles()
    let older = try Stores.make(2, files)
    let path = Stores.path + "/" + Stores.segment(older)
    let copy = files.content(path)
    try older.append(Stores.payload(3))
    files.tamper(path) { $0 = copy }
    #expect(throws: JournalError.readOnly(.damage)) { try older.append(Stores.payload(4)) }
    #expect(older.findings.map(\.reason) == [.shortened])
    let other = try Stores.make(4, files, at: "/disk/other")
    let foreign = files.content("/disk/other/" + Stores.segment(other))
    let again = try Stores.open(files).journal
    files.tamper(path) { $0 = foreign }
    #expect(throws: JournalError.readOnly(.damage)) { try again.append(Stores.payload(4)) }
    #expect(again.findings.map(\.reason) == [.changedUnderneath])
  }

  @Test func aLockFileThatWasReplacedIsOpenedAgain() throws {
    let files = SimulatedFiles()
    let first = try Stores.make(1, files)
    try files.remove(Stores.path + "/LOCK")
    let second = try Stores.open(files).journal
    var options = JournalOptions()
    options.lockWait = 0
    try first.transaction { _ in
      #expect(throws: JournalError.busy) {
        try Journal.open(Stores.path, files: files, options: options) { _ in }
      }
      return Stores.payload(2)
    }
    try second.append(Stores.payload(3))
    #expect(try Stores.open(files).payloads == Stores.payloads(1...3))
  }
}
