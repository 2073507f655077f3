import Journal
import Testing

/// A store's form is raised before the first line that needs it, so that a program that can't read the line knows it
/// beforehand.
@Suite struct RaisingTests {
  private static let identity = Stores.path + "/store.json"

  /// A store of the first form with a key that this program does not know.
  private func storeOfTheFirstForm() throws -> SimulatedFiles {
    let files = SimulatedFiles()
    _ = try Stores.make(2, files)
    files.tamper(Self.identity) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      bytes = Array(
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
          line.contains("\"version\"")
            ? "  \"version\": 1,"
            : line.contains("readableFrom") ? "  \"readableFrom\":1, \"kept\": [\"甲\"]," : line
        }.joined(separator: "\n").utf8)
    }
    return files
  }

  private func text(_ files: SimulatedFiles) -> String {
    String(decoding: files.content(Self.identity), as: UTF8.self)
  }

  private func appendOfTheSecondForm(_ journal: Journal) throws {
    try journal.transaction { _ in
      try journal.raise(to: 2)
      return Stores.payload(3)
    }
  }

  @Test func theFormIsRaisedOnceAndEveryOtherByteStays() throws {
    let files = try storeOfTheFirstForm()
    let journal = try Stores.open(files).journal
    let before = text(files)
    try journal.append(Stores.payload(9))
    #expect(text(files) == before, "a line of the first form raises nothing")
    try appendOfTheSecondForm(journal)
    let after = before.replacing("\"version\": 1", with: "\"version\": 2").replacing(
      "\"readableFrom\":1", with: "\"readableFrom\":2")
    #expect(text(files) == after && after != before && after.contains("\"kept\": [\"甲\"]"))
    #expect(journal.identity.version == 2 && journal.readOnly == nil)
    #expect(try Stores.open(files).payloads.count == 4)
  }

  @Test func anotherDeskThatRaisedItIsFollowed() throws {
    let files = try storeOfTheFirstForm()
    let (first, second) = (try Stores.open(files).journal, try Stores.open(files).journal)
    try appendOfTheSecondForm(first)
    let raised = text(files)
    try appendOfTheSecondForm(second)
    #expect(text(files) == raised && second.identity.version == 2)
  }

  @Test func aLaterProgramsFormStopsWriting() throws {
    let files = try storeOfTheFirstForm()
    let journal = try Stores.open(files).journal
    let later = StoreIdentity.currentVersion + 1
    files.tamper(Self.identity) { bytes in
      bytes = Array(
        String(decoding: bytes, as: UTF8.self).replacing("\"version\": 1", with: "\"version\": \(later)").utf8
      )
    }
    let raised = text(files)
    #expect(throws: JournalError.readOnly(.newerFormat(version: later))) {
      try appendOfTheSecondForm(journal)
    }
    #expect(journal.readOnly == .newerFormat(version: later) && text(files) == raised)
    #expect(try Stores.open(files).payloads.count == 2)
  }

  /// Whatever call fails: the line stands only in a store that says what reading it needs.
  @Test(arguments: Fault.Kind.allCases) func noLineStandsInAStoreOfALesserForm(_ kind: Fault.Kind) throws {
    let base = try storeOfTheFirstForm()
    var refused = 0
    for call in 0..<20 {
      let files = SimulatedFiles(base.disk)
      let journal = try Stores.open(files).journal
      files.fail(Fault(kind: kind, call: call, isForGood: false))
      let isSaved = (try? appendOfTheSecondForm(journal)) != nil
      files.fail(nil)
      if !isSaved { refused += 1 }
      // As after a restart: a lock that could not be let go of goes with its process.
      let (opened, payloads) = try Stores.open(SimulatedFiles(files.disk))
      #expect(isSaved ? payloads.count == 3 : payloads.count <= 3, "\(kind) at \(call)")
      #expect(payloads.count == 2 || opened.identity.version == 2, "\(kind) at \(call)")
    }
    #expect([.interrupted, .shortWrite].contains(kind) ? refused == 0 : refused > 2, "\(kind): \(refused)")
  }
}
