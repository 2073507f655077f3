import Journal
import Testing

/// Opening from a snapshot, and never trusting one that does not fit.
@Suite struct SnapshotTests {
  /// A fold that shows every record and its order: all payloads one after another.
  static func fold(_ state: inout [UInt8], _ record: JournalRecord) { state += record.bytes[record.payload] }

  static func openWithSnapshot(_ files: any FileAccess) throws -> (
    journal: Journal, state: [UInt8], replayed: Int
  ) {
    var state: [UInt8] = []
    var replayed = 0
    let journal = try Journal.open(
      Stores.path, files: files,
      restoring: {
        state = Array($0.bytes[$0.state])
        return true
      },
      replaying: {
        fold(&state, $0)
        replayed += 1
      })
    return (journal, state, replayed)
  }

  @Test func openingReadsOnlyTheTail() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(9, files, segmentLimit: 700)
    var state = Stores.payloads(1...9).flatMap { $0 }
    #expect(try journal.writeSnapshot(state, covering: journal.mark))
    for number in 10...12 {
      try journal.append(Stores.payload(number))
      state += Stores.payload(number)
    }
    let opened = try Self.openWithSnapshot(files)
    #expect(opened.state == state && opened.replayed == 3)
    #expect(opened.journal.head == journal.head && opened.journal.findings.isEmpty)
    let rest = try opened.journal.verification.run()
    #expect(rest.isWhole && rest.records == 12 && rest.head == journal.head)
  }

  @Test func damageBeforeASnapshotIsFoundByTheVerificationBehind() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(9, files)
    try journal.writeSnapshot([1], covering: journal.mark)
    files.tamper(Stores.path + "/" + Stores.segment(journal)) { $0[900] ^= 1 }
    let opened = try Self.openWithSnapshot(files).journal
    #expect(opened.readOnly == nil)
    let report = try opened.verification.run()
    #expect(report.hasDamage && report.findings.first?.line != nil)
    opened.stopWriting(because: report.findings)
    #expect(throws: JournalError.readOnly(.damage)) { try opened.append(Stores.payload(10)) }
  }

  @Test func verificationStopsWhereItsJournalStood() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(3, files, segmentLimit: 500)
    let verification = journal.verification
    for number in 4...9 { try journal.append(Stores.payload(number)) }
    #expect(try verification.run().records == 3)
  }

  @Test func aSnapshotOfARecordThatIsGoneIsNotUsed() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(5, files)
    try journal.writeSnapshot([9], covering: journal.mark)
    files.tamper(Stores.path + "/" + Stores.segment(journal)) { $0 = lines($0).dropLast().flatMap { $0 } }
    let opened = try Self.openWithSnapshot(files)
    #expect(opened.state == Stores.payloads(1...4).flatMap { $0 })
    #expect(opened.journal.findings.map(\.reason) == [.snapshotUnusable] && opened.journal.readOnly == nil)
  }

  @Test func noByteOfASnapshotChangesUnnoticed() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(2, files)
    try journal.writeSnapshot(Array("state".utf8), covering: journal.mark)
    let path = Stores.path + "/snapshot/state"
    for place in files.content(path).indices {
      let copy = SimulatedFiles(files.disk)
      copy.tamper(path) { $0[place] ^= 0x20 }
      #expect(try Self.openWithSnapshot(copy).replayed == 2, "byte \(place)")
    }
  }

  /// Random saves, snapshots, desks and restarts against a plain list.
  @Test(arguments: 0..<(LongTests.areWanted ? 2000 : 40)) func randomDoingsAgainstAPlainList(_ seed: Int)
    throws
  {
    var random = SplitMix(seed)
    let files = SimulatedFiles()
    var list = [Stores.payload(1)]
    var options = JournalOptions()
    options.segmentLimit = Int.random(in: 300...3000, using: &random)
    var journal = try Journal.create(Stores.path, files: files, options: options, first: list[0])
    var state = list[0]
    for number in 2...30 {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: _ = try journal.writeSnapshot(state, covering: journal.mark)
      case 1:
        let other = try Stores.open(files, segmentLimit: options.segmentLimit).journal
        try other.append(Stores.payload(number))
        list.append(Stores.payload(number))
        if Bool.random(using: &random) { for record in try journal.readNew() { Self.fold(&state, record) } }
      case 2: (journal, state, _) = try Self.openWithSnapshot(files)
      default:
        try journal.append(Stores.payload(number)) { others in
          for record in others { Self.fold(&state, record) }
        }
        state += Stores.payload(number)
        list.append(Stores.payload(number))
      }
      #expect(try Stores.open(files).payloads == list)
      #expect(try Self.openWithSnapshot(files).state == list.flatMap { $0 })
    }
    #expect(try Journal.verify(Stores.path, files: files).isWhole)
  }
}
