import Journal
import Synchronization
import Testing

@Suite("Records that are given many at once")
struct BatchTests {
  @Test("Opening gives each record once, in their order, through all segments")
  func opening() throws {
    let files = SimulatedFiles()
    _ = try Stores.make(12, files, segmentLimit: 700)
    var batches: [[Int]] = []
    let journal = try Journal.openInBatches(Stores.path, files: files) { records in
      batches.append(records.map(\.position.sequence))
    }
    #expect(batches.flatMap(\.self) == Array(1...12) && batches.count > 2)
    #expect(journal.head.sequence == 12)
  }

  @Test("What is not understood is told among the mistakes of the chain, in the order of the lines")
  func order() throws {
    let files = SimulatedFiles()
    let journal = try Stores.make(9, files)
    files.tamper(Stores.path + "/" + Stores.segment(journal)) { bytes in
      let old = Array("\"number\":5".utf8)
      guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: old) }) else { return }
      bytes[place + old.count - 1] = UInt8(ascii: "6")
    }
    let report = try journal.verification.run { records in
      records.map { [3, 8].contains($0.position.sequence) ? .notUnderstood : nil }
    }
    #expect(report.findings.map(\.reason) == [.notUnderstood, .linkBroken, .notUnderstood])
    #expect(report.findings.map(\.line) == [4, 6, 9] && report.findings.map(\.sequence) == [3, 5, 8])
    #expect(report.records == 8)
  }

  @Test("A desk that opens while another fills a segment and begins the next reads both")
  func segmentBegunMeanwhile() throws {
    let disk = SimulatedFiles()
    _ = try Stores.make(1, disk, segmentLimit: 700)
    let hasSaved = Mutex(false)
    var files = ForgetfulFiles(base: disk)
    files.meanwhile = { _ in
      let isFirst = hasSaved.withLock { hasSaved in
        defer { hasSaved = true }
        return !hasSaved
      }
      guard isFirst, let other = try? Stores.open(disk, segmentLimit: 700).journal else { return }
      for number in 2...6 { _ = try? other.append(Stores.payload(number)) }
    }
    let (journal, payloads) = try Stores.open(files, segmentLimit: 700)
    #expect(journal.readOnly == nil && journal.findings.isEmpty)
    #expect(payloads == Stores.payloads(1...6))
    #expect(try disk.status(Stores.path + "/" + Stores.segment(journal, 2)) != nil)
  }
}
