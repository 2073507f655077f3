import CaseModel
import Casework
import Foundation
import Interchange
import SubsidyRules
import Testing

/// What filings ask for, as it is written for engines, and reading a file piece by piece.
@Suite struct ClaimSourceTests {
  private static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func policy() throws -> Policy {
    let file = project.appending(path: "data/policies/qingyuan-2018-27.json")
    return try PolicyFile.read([UInt8](Data(contentsOf: file))).get()
  }

  private static let text = """
    {"format": "zizhu-cases/1", "policy": "qingyuan-2018-27",
     "applicants": [{"id": "G1", "name": "\\"filings\\": [", "kind": "agency", "district": "441802"},
       {"id": "G2", "name": "英德分所", "kind": "agency-branch", "district": "441881", "parent": "G1"}],
     "filings": [
       {"id": "F1", "item": "agency-grant", "applicant": "G2", "received": "2019-04-01", "inputs": {
         "applicationNumber": "ZL 2016 2 0000008.2", "grantedOn": "2019-01-15", "localAddress": true, "compliant": true}},
       {"id": "F2", "item": "agency-grant", "applicant": "G1", "received": "2019-04-02", "status": "paid",
        "inputs": {"applicationNumber": "201610000007.2", "grantedOn": "2018-12-31"}, "decided": "500.00", "reclaimed": "20.00"},
       {"id": "F3]}", "item": "agency-grant", "applicant": "G1", "received": "2019-04-02", "status": "withdrawn", "inputs": {}},
       {"id": "F4", "item": "agency-grant", "applicant": "G1", "received": "2019-04-02", "inputs": {}}
     ]}
    """

  /// Article 2: 200 元 for a utility model, under the cap of head office and branches in the year of grant; a decided
  /// one keeps 480 元 and holds its number; what is withdrawn or incomplete asks for nothing.
  @Test func whatAFilingAsksForStandsInItsLine() throws {
    let policy = try Self.policy()
    let file = try CaseFile.read(Array(Self.text.utf8)) { $0 == policy.id ? policy : nil }
    // In half width, upper case, without spaces, brackets alike: identifiers.md, Names.
    let head = "name:agency \"FILINGS\":("
    let names = HolderNames(file.applicants, units: Units())
    let facts = FactsOfApplicants(file.applicants).named(by: names, writer: "-")
    let source = ClaimSource(policy)
    let lines = source.lines(of: source.batch(of: file.filings, facts))
    #expect(lines.map(\.amount) == [Money(fen: 20_000), Money(fen: 48_000), .zero, .zero])
    #expect(lines.map(\.key) == ["agency-grant|201620000008", "agency-grant|201610000007", nil, nil])
    #expect(lines.map(\.year) == [2019, 2018, 2019, 2019])
    #expect(lines.map { $0.groups.map(\.group.holder) } == [[head], [head], [], []])
    #expect(
      lines[0].groups.first?.group.year == 2019 && lines[0].groups.first?.limit == Money(fen: 5_000_000))
    #expect(lines[1].kept == Money(fen: 48_000) && lines[1].paid == Money(fen: 50_000))
    #expect(lines[2].isClosed && lines[3].reasons.contains("missing:grantedOn"))
  }

  /// In pieces of any size the same filings come as from the whole.
  @Test(arguments: [1, 2, 3, 7, 64, 100_000]) func aFileIsReadInPiecesOfAnySize(size: Int) throws {
    let policy = try Self.policy()
    let bytes = Array(Self.text.utf8)
    let whole = try CaseFile.read(bytes) { $0 == policy.id ? policy : nil }
    var stream = CaseFileStream { $0 == policy.id ? policy : nil }
    var filings: [Filing] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      filings += try stream.take(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    try stream.end()
    #expect(filings == whole.filings)
    // Under the name that other offices know the head by.
    #expect(stream.facts["G2"].family == "name:agency \"FILINGS\":(")
  }

  /// Whatever the whole would refuse, or has in another order, is unfit for reading in pieces.
  @Test(arguments: [
    ("{\"id\": \"F4\"", "{\"id\": \"F1\""), ("\"applicant\": \"G2\"", "\"applicant\": \"G9\""), ("}},", "}}"),
    ("]}\"", "]}\"\""),
    ("{}}\n ]}", "{}},\n ]}"), ("{}}\n ]}", "{}}\n ], \"readings\": {}}"), ("{}}\n ]}", "{}}\n ]"),
    ("2019-04-01", "2019-04-31"),
    ("zizhu-cases/1", "zizhu-cases/2"),
  ])
  func aWrongFileIsUnfit(old: String, new: String) throws {
    let policy = try Self.policy()
    let text = Self.text.replacing(old, with: new)
    try #require(text != Self.text)
    var stream = CaseFileStream { $0 == policy.id ? policy : nil }
    #expect(throws: CaseFileStream.Unfit.self) {
      _ = try stream.take(Array(text.utf8))
      try stream.end()
    }
  }

  /// F1 and F2 have one cap in different years; F5 has F1's number.
  @Test func whatSharesACapOrAKeyIsOneComponent() throws {
    let policy = try Self.policy()
    let file = try CaseFile.read(Array(Self.text.utf8)) { $0 == policy.id ? policy : nil }
    var filings = file.filings
    filings.append(filings[0])
    filings[4].id = "F5"
    let source = ClaimSource(policy)
    let lines = source.lines(of: source.batch(of: filings, FactsOfApplicants(file.applicants)))
    var components = Components()
    for line in lines { components.join(line) }
    let found = lines.map(components.component)
    #expect(found[0] == found[4] && found[0] != found[1] && found[2] == -1 && found[3] == -1)
  }

  /// The shipped policy has one cap on a filing at most; the small one of these tests has limits that differ.
  @Test func aPolicySaysHowItSettles() throws {
    #expect(try Self.policy().settling == .windows)
    #expect(try GoodCases.policy().settling == .components(item: "agency-fee", caps: ["fee-year"]))
  }
}
