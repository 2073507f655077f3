import Interchange
import JSONText
import RuleCases
import SubsidyRules

/// What becomes of a mutant.
enum MutantFate: Equatable {
  /// The first case that comes out otherwise than it must.
  case killed(by: String)
  /// The policy reader does not take it as a policy.
  case refused
  case survived
}

/// Tries mutants on cases.
struct MutantTrial {
  let cases: [RuleCase]

  /// How often what a change leaves behind is put right before the reader's refusal stands.
  private static let repairs = 4

  func fate(of mutant: Mutant) -> MutantFate {
    guard let policy = policy(of: mutant.tree) else { return .refused }
    for one in cases where !one.differences(under: policy).isEmpty {
      return .killed(by: "\(one.file):\(one.line)")
    }
    return .survived
  }

  func policy(of tree: JSONTree) -> Policy? {
    var tree = tree
    for _ in 0...Self.repairs {
      switch PolicyFile.read(tree.written()) {
      case .success(let policy): return policy
      case .failure(let mistakes):
        guard let repaired = MutantRepair.repaired(tree, mistakes) else { return nil }
        tree = repaired
      }
    }
    return nil
  }
}
