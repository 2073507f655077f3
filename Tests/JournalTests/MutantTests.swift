import Journal
import Testing

/// Each protective step left out must be noticed: otherwise no test would miss it.
@Suite struct MutantTests {
  @Test(arguments: [ForgetfulFiles.Step.syncData, .syncFolder])
  func aPowerCutShowsThatASyncIsMissing(_ step: ForgetfulFiles.Step) throws {
    var found: [String] = []
    for workload in Workload.all {
      found += try CrashCheck(workload).run { ForgetfulFiles(base: $0, forgotten: step) }.violations
    }
    #expect(!found.isEmpty)
  }

  @Test func aFailedWriteShowsThatTruncationIsMissing() throws {
    #expect(try wholeAfterShortWrite { $0 })
    #expect(try !wholeAfterShortWrite { ForgetfulFiles(base: $0, forgotten: .truncate) })
  }

  /// Whether nothing of a save that failed half way is left in the journal.
  private func wholeAfterShortWrite(_ wrap: (SimulatedFiles) -> any FileAccess) throws -> Bool {
    let base = SimulatedFiles()
    let journal = try Stores.make(2, wrap(base))
    let path = Stores.path + "/" + Stores.segment(journal)
    let before = base.content(path)
    base.fail(Fault(kind: .fullDisk, call: 0, isForGood: false))
    #expect(throws: JournalError.self) { try journal.append(Stores.payload(3)) }
    return base.content(path) == before
  }

  @Test func twoDesksAtOnceShowThatTheLockIsMissing() throws {
    #expect(try bothSavesStand { $0 })
    #expect(try !bothSavesStand { ForgetfulFiles(base: $0, forgotten: .lock) })
  }

  /// Whether every acknowledged record stands when one desk saves while another is just deciding.
  private func bothSavesStand(_ wrap: (SimulatedFiles) -> any FileAccess) throws -> Bool {
    let base = SimulatedFiles()
    let files = wrap(base)
    let first = try Stores.make(1, files)
    var options = JournalOptions()
    options.lockWait = 0
    let second = try Journal.open(Stores.path, files: files, options: options) { _ in }
    var acknowledged = [Stores.payload(1)]
    try first.transaction { _ in
      if (try? second.append(Stores.payload(2))) != nil { acknowledged.append(Stores.payload(2)) }
      return Stores.payload(3)
    }
    acknowledged.append(Stores.payload(3))
    let recovered = try Stores.open(base).payloads
    return acknowledged.allSatisfy(recovered.contains)
  }
}
