import CaseModel
import Casework
import Foundation
import Interchange
import SubsidyRules
import Testing

/// The policies of other cities, whose forms no shipped policy uses: each award follows from its trace alone, and is the
/// same whether a trace is written or not.
@Suite struct OtherCitiesTraceTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "GeneralityTests")

  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "Policies").path(percentEncoded: false))
    return (files ?? []).filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test("There are as many as were written") func count() { #expect(Self.names.count == 27) }

  @Test("An award follows from its trace alone", arguments: names)
  func recomputed(name: String) throws {
    let policy = try PolicyFile.read(bytes("Policies/\(name).json")).get()
    let cases = try CaseFile.read(bytes("Cases/\(name).json")) { $0 == policy.id ? policy : nil }
    let assessment = Assessment(policy: policy, applicants: cases.applicants, filings: cases.filings)
    for (plain, traced) in zip(assessment.rows, assessment.traced(assessment.rows.indices)) {
      let (a, b) = (plain.decision, traced.decision)
      #expect(
        a.outcome == b.outcome && a.gross == b.gross && a.award == b.award && a.reasons == b.reasons,
        "\(plain.filing.id)")
      #expect(try TraceRecomputation(b.trace).award() == a.award, "\(plain.filing.id)")
    }
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
  }
}
