import Journal
import Seeded
import Testing

/// Opening from a snapshot, and never trusting one that does not fit.
@Suite struct SnapshotTests {
  /// A fold that shows every record and its order: all payloads one after another.
  static func fold(_ state: inout [UInt8], _ record: JournalRecord) {
    if !Stores.isAnchor(record) { state += record.bytes[record.payload] }
  }

  static func openWithSnapshot(_ files: any FileAccess) throws -> (
    journal: Journal, state: [UInt8], replayed: Int
  ) {
    var state: [UInt8] = []
    var replayed = 0
    let journal = try Journal.open(
      Stores.path, files: files,
      restoring: {
        state = $0.state
        return true
      },
      replaying: {
        fold(&state, $0)
        if !Stores.isAnchor($0) { replayed += 1 }
      })
    return (journal, state, replayed)
  }

  @Test func openingReadsOnlyTheTail() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(9, files, segmentLimit: 700)
    var state = Stores.payloads(1...9).flatMap { $0 }
    #expect(try journal.keepSnapshot(state))
    for number in 10...12 {
      try journal.append(Stores.payload(number))
      state += Stores.payload(number)
    }
    let opened = try Self.openWithSnapshot(files)
    #expect(opened.state == state && opened.replayed == 3)
    #expect(opened.journal.head == journal.head && opened.journal.findings.isEmpty)
    let rest = try opened.journal.verification.run()
    #expect(rest.isWhole && rest.records == 13 && rest.head == journal.head)
  }

  @Test func damageBeforeASnapshotIsFoundByTheVerificationBehind() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(9, files)
    try journal.keepSnapshot([1])
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
    try journal.keepSnapshot([9])
    let path = Stores.path + "/" + Stores.segment(journal)
    for (cut, reason) in [(1, Finding.Reason.snapshotNotAnchored), (2, .snapshotUnusable)] {
      let copy = SimulatedFiles(files.disk)
      copy.tamper(path) { $0 = lines($0).dropLast(cut).flatMap { $0 } }
      let opened = try Self.openWithSnapshot(copy)
      #expect(opened.state == Stores.payloads(1...6 - cut).flatMap { $0 })
      #expect(opened.journal.findings.map(\.reason) == [reason] && opened.journal.readOnly == nil)
    }
  }

  @Test func noByteOfASnapshotChangesUnnoticed() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(2, files)
    try journal.keepSnapshot(Array("state".utf8))
    let path = Stores.path + "/snapshot/state"
    for place in files.content(path).indices {
      let copy = SimulatedFiles(files.disk)
      copy.tamper(path) { $0[place] ^= 0x20 }
      #expect(try Self.openWithSnapshot(copy).replayed == 2, "byte \(place)")
    }
  }

  @Test func theSumIsAsDescribed() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(2, files)
    try journal.keepSnapshot(Array("state".utf8))
    let file = files.content(Stores.path + "/snapshot/state")
    let line = try #require(file.firstIndex(of: 0x0A)) + 1
    #expect(Array(file[line...]) == Array("state".utf8))
    let digits = String(decoding: file[11..<75], as: UTF8.self)
    #expect(digits == sha256(Array(file[75..<line]) + Array(sha256(Array("state".utf8)).utf8)))
  }

  /// A state of two and a half MiB, in which no piece may differ, go, come or stand in another's place.
  @Test func aSnapshotOfManyPieces() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(2, files)
    let piece = 1 << 20
    let state = (0..<piece * 5 / 2).map { UInt8(truncatingIfNeeded: $0 / 251) }
    try journal.keepSnapshot(state)
    #expect(try Self.openWithSnapshot(files).state == state)
    let path = Stores.path + "/snapshot/state"
    let first = files.content(path).count - state.count
    let changes: [(String, (inout [UInt8]) -> Void)] = [
      ("first byte", { $0[first] ^= 1 }), ("end of a piece", { $0[first + piece - 1] ^= 1 }),
      ("middle piece", { $0[first + piece * 3 / 2] ^= 1 }), ("last byte", { $0[$0.count - 1] ^= 1 }),
      ("shorter", { $0.removeLast() }), ("a piece less", { $0.removeLast(piece / 2) }),
      ("longer", { $0.append(0) }),
      (
        "swapped",
        { bytes in
          for place in first..<first + piece { bytes.swapAt(place, place + piece) }
        }
      ),
    ]
    for (name, change) in changes {
      let copy = SimulatedFiles(files.disk)
      copy.tamper(path) { change(&$0) }
      let opened = try Self.openWithSnapshot(copy)
      #expect(opened.replayed == 2, "\(name)")
      #expect(opened.journal.findings.map(\.reason) == [.snapshotUnusable], "\(name)")
    }
  }

  private static let threePieces = (0..<3 << 20).map { UInt8(truncatingIfNeeded: $0 / 251) }

  @Test(arguments: Fault.Kind.allCases) func aDiskThatFailsWhileASnapshotIsWritten(_ kind: Fault.Kind) throws
  {
    let files = SimulatedFiles()
    _ = try Stores.make(2, files)
    var kept = 0
    for call in 0..<20 {
      let copy = SimulatedFiles(files.disk)
      let desk = try Stores.open(copy).journal
      copy.fail(Fault(kind: kind, call: call, isForGood: false))
      let isKept = (try? desk.keepSnapshot(Self.threePieces)) == true
      copy.fail(nil)
      // As after a restart: a lock that could not be let go of goes with its process.
      let opened = try Self.openWithSnapshot(SimulatedFiles(copy.disk))
      #expect(opened.replayed == 2 && !isKept || opened.state == Self.threePieces, "\(kind) at \(call)")
      #expect(opened.journal.head == desk.head && opened.journal.findings.isEmpty, "\(kind) at \(call)")
      if isKept { kept += 1 }
    }
    // What can be done again is; of the others, each that strikes leaves nothing kept.
    #expect([.interrupted, .shortWrite].contains(kind) ? kept == 20 : kept < 20, "\(kind): \(kept)")
  }

  @Test func aDiskThatFailsWhileASnapshotIsRead() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(2, files)
    try journal.keepSnapshot(Self.threePieces)
    var unusable = 0
    for call in 0..<40 {
      let copy = SimulatedFiles(files.disk)
      copy.fail(Fault(kind: .inputOutput, call: call, isForGood: false))
      guard let opened = try? Self.openWithSnapshot(copy) else { continue }
      #expect(opened.replayed == 2 || opened.state == Self.threePieces, "call \(call)")
      if opened.journal.findings.map(\.reason) == [.snapshotUnusable] { unusable += 1 }
    }
    #expect(unusable >= 5, "status, open, size, line and the pieces")
  }

  /// Random saves, snapshots, desks and restarts against a plain list.
  @Test(arguments: 0..<(LongTests.areWanted ? 2000 : 40)) func randomDoingsAgainstAPlainList(_ seed: Int)
    throws
  {
    var random = SeededNumbers(seed)
    let files = SimulatedFiles()
    var list = [Stores.payload(1)]
    var options = JournalOptions()
    options.segmentLimit = Int.random(in: 300...3000, using: &random)
    var journal = try Journal.create(Stores.path, files: files, options: options, first: list[0])
    var state = list[0]
    for number in 2...30 {
      switch Int.random(in: 0..<6, using: &random) {
      case 0:
        _ = try journal.keepSnapshot(state) { others in
          for record in others { Self.fold(&state, record) }
        }
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
