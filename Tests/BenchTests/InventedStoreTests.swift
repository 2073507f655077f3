import CaseModel
import Casework
import Folders
import Journal
import Office
import Testing

@testable import zizhu_bench

/// Stores of invented offices.
@Suite struct InventedStoreTests {
  private func policy() throws -> [UInt8] {
    let project = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return try Scratch.bytes(of: "/\(project)/data/policies/qingyuan-2018-27.json")
  }

  private func inScratch(_ work: (String) throws -> Void) throws {
    let scratch = try TemporaryFolder("zizhu-bench", in: "/tmp")
    defer { scratch.remove() }
    try work(scratch.path)
  }

  @Test func aStoreIsWholeAndHasEveryFilingAndStep() throws {
    try inScratch { folder in
      let path = folder + "/store"
      let stories = InventedOffice(filings: 60, seed: 1, district: "441800", place: 0).stories
      let lines = try InventedStore(path: path, policy: policy()).make(filings: 60, seed: 1)
      // The founding, two more operators, twenty applicants, and each filing with its steps.
      #expect(lines == 3 + 20 + stories.reduce(0) { $0 + 1 + $1.steps.count })
      let report = try OpenOffice.verify(path, head: nil)
      #expect(report.isWhole && report.records == lines)
      let office = try OpenOffice.open(path, pinyin: PinyinTable(), clock: InventedStore.clock)
      #expect(office.state.files.count == 60)
      // Whoever measures sits at the desk without a PIN.
      #expect(try office.signIn("李经办", login: InventedStore.login, pin: nil).name == "李经办")
    }
  }

  @Test func theJournalIsCountedAndItsLastLineFound() throws {
    try inScratch { folder in
      let path = folder + "/store"
      let lines = try InventedStore(path: path, policy: policy()).make(filings: 40, seed: 2)
      let journal = try StoredJournal(of: path)
      let report = try Journal.verify(path)
      let (bytes, counted) = try journal.count()
      #expect(counted == lines && bytes == report.size)
      let last = String(decoding: try journal.lastLine(), as: UTF8.self)
      #expect(last.hasPrefix("{\"link\":\"\(report.head.link.hex)\",") && last.hasSuffix("}\n"))
    }
  }

  /// What is remembered of names must not outlive their change: segments of 300 bytes are begun again and again.
  @Test func filesOfOneWriterAloneGiveAWholeJournal() throws {
    try inScratch { folder in
      let path = folder + "/store"
      var options = JournalOptions()
      options.segmentLimit = 300
      _ = try Journal.create(path, options: options, first: Array("{\"n\":0}".utf8))
      let journal = try Journal.open(path, files: LoneFiles(), options: options) { _ in }
      for number in 1...20 { try journal.append(Array("{\"n\":\(number)}".utf8)) }
      let report = try Journal.verify(path)
      #expect(report.isWhole && report.records == 21 && report.segments > 5)
      #expect(report.head == journal.head)
    }
  }
}
