import Journal
import JSONText
import Seeded
import Testing

/// Ways in which somebody may change a journal afterwards, each found at the right line.
@Suite struct TamperTests {
  /// A store of ten records over one segment, and another of the same office's with other ids.
  struct Scene {
    let files = SimulatedFiles()
    let journal: Journal
    let head: JournalHead
    var path: String { Stores.path + "/" + Stores.segment(journal) }

    init(_ count: Int = 10, segmentLimit: Int = 16 << 20) throws {
      journal = try Stores.make(count, files, segmentLimit: segmentLimit)
      head = journal.head
    }

    func edit(_ change: (inout [[UInt8]]) -> Void) {
      files.tamper(path) { bytes in
        var all = lines(bytes)
        change(&all)
        bytes = all.flatMap { $0 }
      }
    }

    func verify(_ head: JournalHead? = nil) throws -> VerifyReport {
      try Journal.verify(Stores.path, files: files, head: head)
    }

    /// The first finding of a verification, and what opening says.
    func firstFinding(_ head: JournalHead? = nil) throws -> Finding? { try verify(head).findings.first }
  }

  @Test func anUntouchedStoreIsWhole() throws {
    let scene = try Scene()
    let report = try scene.verify(scene.head)
    #expect(report.isWhole && report.records == 10 && report.head == scene.head)
  }

  @Test func aChangedPayload() throws {
    let scene = try Scene()
    scene.edit { $0[5] = replaced($0[5], "张三", "李四") }
    #expect(try scene.firstFinding() == finding(scene, line: 6, .linkBroken))
    #expect(try scene.verify().findings.count == 1)
    #expect(try Stores.open(scene.files).journal.readOnly == .damage)
  }

  @Test func aChangedPayloadWithItsLinkMadeAnew() throws {
    let scene = try Scene()
    scene.edit { all in all[5] = relinked(replaced(all[5], "张三", "李四"), after: all[4]) }
    #expect(try scene.firstFinding() == finding(scene, line: 7, .linkBroken))
  }

  @Test func aDeletedLine() throws {
    let scene = try Scene()
    scene.edit { $0.remove(at: 5) }
    #expect(try scene.firstFinding() == finding(scene, line: 6, .sequenceBroken(found: 6)))
  }

  @Test func aDeletedFirstRecord() throws {
    let scene = try Scene()
    scene.edit { $0.remove(at: 1) }
    #expect(try scene.firstFinding() == finding(scene, line: 2, .sequenceBroken(found: 2)))
  }

  @Test func twoLinesInTheOtherOrder() throws {
    let scene = try Scene()
    scene.edit { $0.swapAt(4, 5) }
    #expect(try scene.firstFinding() == finding(scene, line: 5, .sequenceBroken(found: 5)))
  }

  @Test func aDoubledLine() throws {
    let scene = try Scene()
    scene.edit { $0.insert($0[5], at: 6) }
    #expect(try scene.firstFinding() == finding(scene, line: 7, .sequenceBroken(found: 5)))
  }

  @Test func aDoubledLastLine() throws {
    let scene = try Scene()
    scene.edit { all in all.append(all[10]) }
    #expect(try scene.firstFinding() == finding(scene, line: 12, .sequenceBroken(found: 10)))
  }

  @Test func anInsertedLineThatIsNoRecord() throws {
    let scene = try Scene()
    scene.edit { $0.insert(Array("{\"by\":\"李四\"}\n".utf8), at: 4) }
    #expect(try scene.firstFinding() == finding(scene, line: 5, .notARecord))
  }

  @Test func anInsertedLineWithALinkOfItsOwn() throws {
    let scene = try Scene()
    scene.edit { all in all.insert(relinked(all[4], after: all[4]), at: 5) }
    #expect(try scene.firstFinding() == finding(scene, line: 6, .sequenceBroken(found: 4)))
  }

  @Test func aLineFromAnotherStore() throws {
    let scene = try Scene()
    let other = try Scene()
    let foreign = lines(other.files.content(other.path))[5]
    scene.edit { $0[5] = foreign }
    #expect(try scene.firstFinding() == finding(scene, line: 6, .linkBroken))
  }

  @Test func theSegmentOfAnotherStore() throws {
    let scene = try Scene()
    let other = try Scene()
    let foreign = other.files.content(other.path)
    scene.files.tamper(scene.path) { $0 = foreign }
    #expect(try scene.firstFinding() == finding(scene, line: 1, .foreignSegment))
    #expect(try Stores.open(scene.files).journal.readOnly == .damage)
  }

  @Test func anOlderCopyOfASegmentInTheMiddle() throws {
    let scene = try Scene(12, segmentLimit: 900)
    let second = Stores.path + "/" + Stores.segment(scene.journal, 2)
    let third = Stores.segment(scene.journal, 3)
    scene.files.tamper(second) { $0 = lines($0).dropLast(2).flatMap { $0 } }
    let found = try scene.firstFinding()
    #expect(found?.file == third && found?.line == 1 && found?.reason == .segmentDoesNotFollow)
    #expect(try Stores.open(scene.files).journal.readOnly == .damage)
  }

  @Test func anOlderCopyOfTheLastSegmentAgainstASavedHead() throws {
    let scene = try Scene()
    scene.edit { $0.removeLast(3) }
    #expect(try scene.verify().isWhole, "a clean cut shows only against a head")
    #expect(try scene.firstFinding(scene.head) == finding(scene, line: 9, .headMissing))
  }

  @Test func aMissingSegment() throws {
    let scene = try Scene(12, segmentLimit: 900)
    let second = Stores.segment(scene.journal, 2)
    try scene.files.remove(Stores.path + "/" + second)
    let found = try scene.firstFinding()
    #expect(found?.file == second && found?.reason == .missingSegment)
    let journal = try Stores.open(scene.files).journal
    #expect(journal.readOnly == .damage && journal.findings.first?.file == second)
  }

  @Test func segmentsThatTradedTheirNames() throws {
    let scene = try Scene(12, segmentLimit: 900)
    let second = Stores.path + "/" + Stores.segment(scene.journal, 2)
    let third = Stores.path + "/" + Stores.segment(scene.journal, 3)
    let (two, three) = (scene.files.content(second), scene.files.content(third))
    scene.files.tamper(second) { $0 = three }
    scene.files.tamper(third) { $0 = two }
    let found = try scene.firstFinding()
    #expect(found?.file == Stores.segment(scene.journal, 2) && found?.line == 1)
    #expect(found?.reason == .foreignSegment)
  }

  @Test func aFileThatDoesNotBelong() throws {
    let scene = try Scene()
    let name = "journal/\(scene.journal.identity.writer)/notes.txt"
    let file = try scene.files.open(Stores.path + "/" + name, .create(permissions: 0o600))
    scene.files.close(file)
    #expect(try scene.firstFinding() == Finding(file: name, reason: .unknownFile))
  }

  @Test func anEditedSnapshot() throws {
    let scene = try Scene()
    #expect(try scene.journal.keepSnapshot(Array("state".utf8)))
    #expect(try scene.verify().isWhole)
    scene.files.tamper(Stores.path + "/snapshot/state") { $0[$0.count - 1] ^= 1 }
    #expect(try scene.firstFinding() == Finding(file: "snapshot/state", reason: .snapshotUnusable))
    #expect(try Stores.open(scene.files).payloads.count == 10, "rebuilt from the journal")
  }

  @Test func aChainMadeAnewFromOneLineOnAgainstASavedHead() throws {
    let scene = try Scene()
    scene.edit { all in
      all[5] = replaced(all[5], "张三", "李四")
      for line in 5..<all.count { all[line] = relinked(all[line], after: all[line - 1]) }
    }
    #expect(try scene.verify().isWhole, "nothing in the store itself can show it")
    #expect(try scene.firstFinding(scene.head) == finding(scene, line: 11, .headDiffers))
  }

  @Test func aStoreUnderAnotherId() throws {
    let scene = try Scene()
    scene.files.tamper(Stores.path + "/store.json") { bytes in
      let id = Array(scene.journal.identity.store.utf8)
      guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: id) }) else { return }
      bytes[place] = bytes[place] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
    }
    #expect(try scene.firstFinding() == finding(scene, line: 1, .foreignSegment))
  }

  @Test func theHeadOfAnotherStore() throws {
    let scene = try Scene()
    #expect(try scene.firstFinding(Scene().head) == Finding(file: "store.json", reason: .headDiffers))
  }

  @Test func eachOfManyMistakesIsToldOnceInOrder() throws {
    let scene = try Scene(20)
    scene.edit { all in for line in [3, 8, 15] { all[line] = replaced(all[line], "张三", "李四") } }
    let report = try scene.verify()
    #expect(report.findings.map(\.line) == [4, 9, 16] && report.furtherFindings == 0)
  }

  /// Edits, deletions, swaps and duplications at random, the last line aside: each is found, at the first line that
  /// is not as it was.
  @Test func randomChangesAreAllFound() throws {
    var random = SeededNumbers(6)
    for round in 0..<(LongTests.areWanted ? 6000 : 60) {
      let scene = try Scene(Int.random(in: 4...30, using: &random))
      var firstChanged = 0
      scene.edit { all in
        let before = all
        let line = Int.random(in: 0..<all.count - 1, using: &random)
        let other = Int.random(in: 0..<all.count - 1, using: &random)
        switch round % 4 {
        case 0:
          let place = Int.random(in: 0..<all[line].count, using: &random)
          all[line][place] ^= UInt8.random(in: 1...255, using: &random)
        case 1: all.remove(at: line)
        case 2: all.swapAt(line, other == line ? (line + 1) % (all.count - 1) : other)
        default: all.insert(all[line], at: other)
        }
        firstChanged = zip(all, before).enumerated().first { $1.0 != $1.1 }?.offset ?? 0
      }
      let report = try scene.verify()
      #expect(report.hasDamage, "round \(round)")
      // A line that was taken apart or joined shows where it begins; a changed link shows in the line behind it.
      let line = report.findings.first?.line ?? 0
      #expect((firstChanged + 1...firstChanged + 2).contains(line), "round \(round)")
      // Where only the last line is left behind the change, opening sets it aside and says what may be lost.
      let opened = try Stores.open(scene.files).journal
      #expect(opened.readOnly == .damage || opened.findings.contains { !$0.isOrdinary }, "round \(round)")
    }
  }

  // MARK: - Tools of the forger

  private func finding(_ scene: Scene, line: Int, _ reason: Finding.Reason) -> Finding {
    Finding(file: Stores.segment(scene.journal), line: line, sequence: max(1, line - 1), reason: reason)
  }

  private func replaced(_ line: [UInt8], _ old: String, _ new: String) -> [UInt8] {
    let old = Array(old.utf8)
    guard let place = line.indices.first(where: { line[$0...].starts(with: old) }) else { return line }
    return line[..<place] + Array(new.utf8) + line[(place + old.count)...]
  }

  private func relinked(_ line: [UInt8], after previous: [UInt8]) -> [UInt8] {
    let covered = line[75..<(line.count - 1)]
    let link = sha256(Array(previous[9..<73]) + covered)
    return Array("{\"link\":\"\(link)\",".utf8) + covered + [0x0A]
  }
}
