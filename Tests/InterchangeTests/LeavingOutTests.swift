import CaseModel
import Interchange
import SubsidyRules
import Testing
import Wording

/// `--skip-bad` of an interchange file: a mistake inside one record leaves out that record and what hangs on it.
@Suite("Interchange files: what is left out where that is asked for")
struct LeavingOutTests {
  private func read(_ bytes: [UInt8]) throws -> CaseFile {
    let policy = try GoodCases.policy()
    return try CaseFile.read(bytes, leavingOutBad: true) { $0 == policy.id ? policy : nil }
  }

  private static let cycles = CaseFileGallery.applicants.filter { $0.sentence.contains("成了环") }
  private static let records =
    CaseFileGallery.applicants.filter { !$0.sentence.contains("成了环") } + CaseFileGallery.filings

  @Test("A good file is read whole")
  func good() throws {
    let file = try read(Array(GoodCases.text.utf8))
    #expect(file.leftOut.isEmpty && file.applicants.count == 3 && file.filings.count == 2)
    #expect(file.readings == [.init("share-base", "increment")])
  }

  @Test("A mistake inside a record is named where it stands, and the file is read", arguments: records)
  func record(_ broken: BrokenText) throws {
    let mistake = try broken.mistake(in: GoodCases.text)
    let file = try read(mistake.bytes)
    let said = file.leftOut.map { "\($0.error.location) \(MistakeWording.sentence($0.error))" }
    #expect(said.contains(try mistake.expected()), "\(said)")
    #expect(file.applicants.count + file.filings.count + file.leftOut.count == 5)
  }

  @Test("What is wrong with the file as a whole refuses it", arguments: CaseFileGallery.shapes + cycles)
  func whole(_ broken: BrokenText) throws {
    let mistake = try broken.mistake(in: GoodCases.text)
    #expect(throws: CaseFileError.self) { try read(mistake.bytes) }
  }

  @Test("Half a file is refused, wherever it ends")
  func half() {
    let good = Array(GoodCases.text.utf8)
    for count in stride(from: 0, to: good.count - 1, by: 7) {
      #expect(throws: CaseFileError.self) { try read(Array(good[..<count])) }
    }
  }

  @Test(
    "With a head office go its branch and the branch's filing; with an applicant its filings; each is named")
  func followers() throws {
    let text = GoodCases.text.replacing(
      #""kind": "agency", "#, with: #""kind": "agence", "#
    ).replacing(
      #""item": "certificate", "applicant": "E1""#, with: #""item": "certificate", "applicant": "A2""#)
    let file = try read(Array(text.utf8))
    #expect(file.applicants.map(\.id) == ["E1"] && file.filings.map(\.id) == ["F1"])
    #expect(file.leftOut.map(\.id) == ["A1", "A2", "F2"])
    #expect(file.leftOut.map(\.isApplicant) == [true, true, false])
    #expect(
      file.leftOut.map { MistakeWording.sentence($0.error) } == [
        "没有申请人类型“agence”，是不是“agency”。", "申请人“A1”没有读入。", "申请人“A2”没有读入。",
      ])
  }

  @Test("Of two applicants with one id neither comes in: nobody knows whose the filings are")
  func twice() throws {
    let text = GoodCases.text.replacing(#""id": "A2""#, with: #""id": "E1""#)
    let file = try read(Array(text.utf8))
    #expect(file.applicants.map(\.id) == ["A1"] && file.filings.isEmpty)
    #expect(file.leftOut.map(\.id) == ["E1", "E1", "F1", "F2"])
  }
}
