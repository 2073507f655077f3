import CaseModel
import Casework
import FoundationEssentials
import Interchange
import SubsidyRules
import Testing

/// The small policies beside these tests, each with a file of cases, read as any policy and case file is.
enum SmallPolicies {
  static func policy(_ name: String) throws -> Policy {
    switch PolicyFile.read(try bytes("Policies/\(name).json")) {
    case .success(let policy): return policy
    case .failure(let mistakes): throw mistakes
    }
  }

  /// Decides the cases of a policy, all together as an office would.
  static func assessed(_ name: String, _ chosen: Policy? = nil) throws -> Assessment {
    let policy = try chosen ?? policy(name)
    let cases = try cases(name, policy)
    return Assessment(policy: policy, applicants: cases.applicants, filings: cases.filings)
  }

  /// The cases of a policy as they stand in their file.
  static func cases(_ name: String, _ policy: Policy) throws -> CaseFile {
    try CaseFile.read(try bytes("Cases/\(name).json")) { $0 == policy.id ? policy : nil }
  }

  static func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// Each filing's `outcome gross award`, and its reasons.
  static func decided(_ assessment: Assessment) -> [String: String] {
    let rows = assessment.rows.map { row in
      let decision = row.decision
      let parts =
        ["\(decision.outcome.rawValue) \(decision.gross) \(decision.award)"] + decision.reasons.map(\.code)
      return (row.filing.id, parts.joined(separator: " "))
    }
    return Dictionary(rows) { first, _ in first }
  }

  private static func bytes(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }
}
