import Foundation
import JSONText
import RuleCases
import SubsidyRules
import Testing

@testable import zizhu_mutants

/// A sample of the mutants of the policy file, and what makes them; `zizhu-mutants` tries them all.
@Suite struct MutantTests {
  private func tree() throws -> JSONTree {
    var reader = JSONReader([UInt8](try Data(contentsOf: HandCases.policyFile)))
    return try reader.tree()
  }

  private func trial() throws -> MutantTrial {
    let policy = try HandCases.policy()
    return MutantTrial(cases: try HandCases.files.flatMap { try HandCases.read($0, policy) })
  }

  @Test("The file as it is survives, and of a sample of every kind none does")
  func sample() throws {
    let tree = try tree()
    let trial = try trial()
    let same = Mutant(kind: .figure, article: "all", path: "", change: "", tree: tree)
    #expect(trial.fate(of: same) == .survived)
    let mutants = MutantMaker.mutants(of: tree)
    for kind in Mutant.Kind.allCases {
      let all = mutants.filter { $0.kind == kind }
      #expect(!all.isEmpty, "\(kind)")
      for mutant in [all.first, all.last].compactMap(\.self) where MutantReasons.reason(for: mutant) == nil {
        #expect(trial.fate(of: mutant) != .survived, "\(mutant.line)")
      }
    }
  }

  @Test("A mutant that no case is there for survives")
  func survivor() throws {
    let mutants = MutantMaker.mutants(of: try tree())
    let policy = try HandCases.policy()
    let trial = MutantTrial(cases: try HandCases.read("04-exam-fee.cases", policy))
    let grant = try #require(mutants.first { $0.path == "items[agency-grant].amount.fixed.cases.invention" })
    #expect(trial.fate(of: grant) == .survived)
    #expect(MutantReport([grant], caseCount: 1, fate: trial.fate).unexplained.count == 1)
  }

  @Test("Every mutant changes the file, at a place that its path names, and no two are alike")
  func places() throws {
    let tree = try tree()
    let mutants = MutantMaker.mutants(of: tree)
    #expect(Set(mutants.map { $0.tree.written() }).count == mutants.count)
    #expect(!mutants.contains { $0.tree.written() == tree.written() })
    for mutant in mutants {
      let path = try #require(TreePath(mutant.path, in: tree), "\(mutant.path)")
      #expect(path.text(in: tree) == mutant.path)
    }
  }

  @Test("A dropped condition is a policy without it, and no file that the reader refuses")
  func repairs() throws {
    let mutants = MutantMaker.mutants(of: try tree()).filter { $0.kind == .condition || $0.kind == .cap }
    let trial = MutantTrial(cases: [])
    #expect(mutants.count > 40)
    #expect(mutants.allSatisfy { trial.fate(of: $0) == .survived })
  }
}
