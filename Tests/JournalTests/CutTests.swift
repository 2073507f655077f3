import Journal
import Testing

/// A journal cut off at any byte, and one with any bit turned over (of a longer one where there is time).
@Suite struct CutTests {
  private static let size = LongTests.areWanted ? 64 : 20
  private static let bits = LongTests.areWanted ? 0..<8 : 3..<6

  @Test func everyCutLeavesTheRecordsBeforeIt() throws {
    let whole = SimulatedFiles()
    let made = try Stores.make(Self.size, whole)
    let path = Stores.path + "/" + Stores.segment(made)
    let bytes = whole.content(path)
    let all = lines(bytes)
    let header = all[0].count
    var ends: [Int] = []
    for line in all { ends.append((ends.last ?? 0) + line.count) }
    for cut in header...bytes.count {
      let files = SimulatedFiles(whole.disk)
      files.tamper(path) { $0.removeLast(bytes.count - cut) }
      let survivors = ends.filter { $0 <= cut }.count - 1
      let (journal, payloads) = try Stores.open(files)
      let expected = survivors == 0 ? [] : Stores.payloads(1...survivors)
      let isClean = ends.contains(cut)
      #expect(payloads == expected && journal.readOnly == nil, "cut at \(cut)")
      #expect(journal.findings.isEmpty == isClean, "cut at \(cut)")
      if let finding = journal.findings.first {
        guard case .setAside(let name, let size, false) = finding.reason else {
          Issue.record("cut at \(cut): \(finding)")
          continue
        }
        #expect(files.content(Stores.path + "/" + name).count == size)
        #expect(finding.line == survivors + 2 && finding.sequence == survivors + 1)
      }
      let again = try Stores.open(files)
      #expect(
        again.payloads == expected && again.journal.findings.isEmpty && again.journal.head == journal.head)
    }
  }

  @Test func aCutInTheSegmentsOwnLineIsDamage() throws {
    let whole = SimulatedFiles()
    let made = try Stores.make(3, whole)
    let path = Stores.path + "/" + Stores.segment(made)
    for cut in 0..<lines(whole.content(path))[0].count {
      let files = SimulatedFiles(whole.disk)
      files.tamper(path) { $0.removeLast($0.count - cut) }
      #expect(try Stores.open(files).journal.readOnly == .damage)
    }
  }

  @Test func noBitTurnedOverIsAccepted() throws {
    let whole = SimulatedFiles()
    let made = try Stores.make(16, whole)
    let path = Stores.path + "/" + Stores.segment(made)
    let bytes = whole.content(path)
    let all = lines(bytes)
    let lastLine = bytes.count - (all.last?.count ?? 0)
    var line = 0
    var lineEnd = all[0].count
    for place in bytes.indices {
      if place == lineEnd {
        line += 1
        lineEnd += all[line].count
      }
      for bit in Self.bits {
        let files = SimulatedFiles(whole.disk)
        files.tamper(path) { $0[place] ^= 1 << bit }
        let (journal, payloads) = try Stores.open(files)
        guard let finding = journal.findings.first else {
          Issue.record("byte \(place) bit \(bit) was accepted")
          continue
        }
        #expect(finding.line == line + 1)
        // Behind a segment's own line that does not hold all can still be looked at, or nothing.
        let shown = line < 2 ? [] : Stores.payloads(1...line - 1)
        #expect(payloads == shown || line == 0 && payloads == Stores.payloads(1...16))
        if place >= lastLine {
          guard case .setAside(_, _, let mayHoldSavedRecord) = finding.reason else {
            Issue.record("byte \(place) bit \(bit): \(finding)")
            continue
          }
          #expect(mayHoldSavedRecord && journal.readOnly == nil)
        } else {
          #expect(journal.readOnly == .damage, "byte \(place) bit \(bit)")
        }
      }
    }
  }
}
