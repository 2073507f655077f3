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

  @Test("There are as many as were written") func count() { #expect(Self.names.count == 30) }

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

  /// Whatever is told of a filing that lacks something holds of it when it is whole, and follows from what is shown.
  @Test("What is told ahead stands when the missing input comes", arguments: names)
  func ahead(name: String) throws {
    let policy = try PolicyFile.read(bytes("Policies/\(name).json")).get()
    let cases = try CaseFile.read(bytes("Cases/\(name).json")) { $0 == policy.id ? policy : nil }
    let facts = FactsOfApplicants(cases.applicants)
    func decided(_ filing: Filing) -> Decision {
      let judgement = policy.judge(filing, of: facts.facts(of: filing), tracing: true)
      return policy.decide(judgement, in: Ledger(), settlement: nil)
    }
    var told = 0
    for filing in cases.filings where filing.decided == nil && !filing.stage.isClosed {
      let whole = decided(filing)
      for place in filing.inputs.indices {
        var lacking = filing
        lacking.inputs.remove(at: place)
        let decision = decided(lacking)
        guard decision.outcome == .incomplete else { continue }
        let ahead = try #require(decision.ahead)
        #expect(try TraceRecomputation(ahead.trace).award() == .zero, "\(filing.id) \(place)")
        // Whether another award is there says the ledger, and this one is empty.
        let reasons = ahead.reasons.filter { $0 != .neededAward }
        if whole.outcome != .incomplete {
          #expect(Set(reasons).isSubset(of: whole.reasons), "\(filing.id) \(filing.inputs[place].name)")
        }
        told += reasons.count
      }
    }
    if cases.filings.contains(where: { decided($0).reasons.contains(.applicantKind) }) { #expect(told > 0) }
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
  }
}
