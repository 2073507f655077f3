import CaseModel
import Casework
import Interchange
import JSONText
import SubsidyRules
import Testing

@Suite("Interchange files: read, written, read again")
struct CaseFileTests {
  private static let rich = """
    {"filings": [{"inputs": {"fee": [1, {"a b": "c\\n d"} ], "paidOn": null, "number": 12.50}, "received": "2021-06-01",
      "item": "agency-fee", "applicant": "E1", "id": "F\\u00311"}, {"id": "f 2/\\"甲\\"", "item": "growth", "applicant": "E1",
      "received": "0001-01-01", "status": "withdrawn", "inputs": {"year": 2021, "filings": -0, "filingsBefore": "5",
      "inventions": true, "inventionsBefore": 123456789012345678901234567890},
      "overrides": {"inventions": null, "year": "\\u5e74"}, "decided": "007.5", "reclaimed": null}],
     "applicants": [{"id": "E1", "kind": "sole-trader", "district": "000000", "name": "\u{2CB4E}\u{31350}\\t\u{7F}", "bank": ""}],
     "policy": "lianzhou-2021-5", "readings": {}, "format": "zizhu-cases/1"}
    """

  @Test("What is read is what was stated, readable or not")
  func reading() throws {
    let file = try GoodCases.read(Array(Self.rich.utf8))
    #expect(file.applicants.map(\.name) == ["\u{2CB4E}\u{31350}\t\u{7F}"])
    #expect(file.filings.map(\.id) == ["F11", "f 2/\"甲\""])
    #expect(
      file.filings[0].inputs == [
        .init("fee", .other("[1,{\"a b\":\"c\\n d\"}]")), .init("paidOn", .null),
        .init("number", .other("12.50")),
      ])
    #expect(
      file.filings[1].inputs == [
        .init("year", .count(2021)), .init("filings", .count(0)), .init("filingsBefore", .text("5")),
        .init("inventions", .flag(true)), .init("inventionsBefore", .other("123456789012345678901234567890")),
      ])
    #expect(file.filings[1].overrides == [.init("inventions", reason: ""), .init("year", reason: "年")])
    #expect(file.filings[1].decided == Money(fen: 750) && file.filings[1].reclaimed == nil)
    #expect(file.filings.map(\.stage) == [.received, .withdrawn])
  }

  @Test("An export taken in gives the same export", arguments: [GoodCases.text, rich])
  func roundTrip(text: String) throws {
    let file = try GoodCases.read(Array(text.utf8))
    let export = file.write()
    let again = try GoodCases.read(export)
    #expect(again.write() == export)
    #expect(
      again.filings == file.filings && again.applicants == file.applicants && again.readings == file.readings)
  }

  @Test("The file's readings come before the policy's, and change nothing else")
  func readings() throws {
    let file = try GoodCases.read(Array(GoodCases.text.utf8))
    #expect(file.readings == [.init("share-base", "increment")])
    #expect(file.policy.reading("share-base")?.choice == 1)
    #expect(try GoodCases.policy().reading("share-base")?.choice == 0)
  }

  @Test("One filing by itself may come without an id, and is as strict as the file")
  func oneFiling() throws {
    let policy = try GoodCases.policy()
    let text = #"{"item": "agency-fee", "applicant": "E1", "received": "2021-06-01", "inputs": {"fee": "1"}}"#
    let filing = try CaseFile.readFiling(Array(text.utf8), policy: policy)
    #expect(filing.id == "" && filing.inputs == [.init("fee", .text("1"))])
    let named = text.replacing("{\"item\"", with: "{\"id\": \"F7\", \"item\"")
    #expect(try CaseFile.readFiling(Array(named.utf8), policy: policy).id == "F7")
    for (place, other) in [
      ("agency-fee", "agency"), ("\"fee\"", "\"free\""), ("2021-06-01", "2021-06-1"), ("\"E1\"", "null"),
      ("}}", "}} x"),
    ] {
      let broken = Array(text.replacing(place, with: other).utf8)
      #expect(throws: CaseFileError.self) { try CaseFile.readFiling(broken, policy: policy) }
    }
  }

  @Test("Long chains of parents and many keys are read in time with the file's size")
  func large() throws {
    let count = 20_000
    let chain = (0..<count).map { number in
      let parent = number + 1 < count ? ",\"parent\":\"A\(number + 1)\"" : ""
      return "{\"id\":\"A\(number)\",\"kind\":\"agency\",\"district\":\"GXQ\"\(parent)}"
    }
    let text =
      #"{"format":"zizhu-cases/1","policy":"lianzhou-2021-5","filings":[],"applicants":["#
      + chain.joined(separator: ",") + "]}"
    #expect(try GoodCases.read(Array(text.utf8)).applicants.count == count)
    let keys = (0..<count).map { "\"k\($0)\":0" }.joined(separator: ",")
    let filing =
      "{\"item\":\"agency-fee\",\"applicant\":\"E1\",\"received\":\"2021-06-01\",\"inputs\":{\(keys)}}"
    let policy = try GoodCases.policy()
    let error = #expect(throws: CaseFileError.self) {
      try CaseFile.readFiling(Array(filing.utf8), policy: policy)
    }
    #expect(error?.reason == .unknownInput("k0", nearest: nil))
    let twice = filing.replacing("\"k19999\":0", with: "\"k0\":0")
    let repeated = #expect(throws: CaseFileError.self) {
      try CaseFile.readFiling(Array(twice.utf8), policy: policy)
    }
    #expect(repeated?.reason == .json(.repeatedKey("k0")))
  }

  @Test("Thousands of filings are written in their order")
  func inOrder() throws {
    let filings = try (0..<6000).map { number in
      Filing(
        id: "F\(number)", item: "certificate", applicant: "E1",
        received: try #require(CivilDate(year: 2021, month: 6, day: 1)))
    }
    let file = CaseFile(
      policy: try GoodCases.policy(),
      applicants: [Applicant(id: "E1", name: "乙", kind: .enterprise, district: "GXQ")], filings: filings)
    let bytes = file.write()
    #expect(bytes.count { $0 == 0x0A } == 14 + 6000 * 8)
    let policy = file.policy
    #expect(try CaseFile.read(bytes) { _ in policy }.filings == filings)
  }
}
