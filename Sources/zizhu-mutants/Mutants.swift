import ArgumentParser
import FoundationEssentials
import Interchange
import JSONText
import RuleCases
import SubsidyRules

/// Changes one thing of the policy file at a time and looks whether a hand-made case notices.
///
/// A figure that no case would miss is a figure that nobody has checked. Exits with 1 where fewer than the share asked
/// for are noticed.
@main
struct Mutants: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zizhu-mutants", abstract: "Mutants of the policy's figures, and the cases that kill them.")

  @Option(help: "The policy file.") var policy = "data/policies/qingyuan-2018-27.json"
  @Option(help: "The folder of hand-made cases.") var cases = "Tests/SubsidyRulesTests/Cases"
  @Option(help: "The share of mutants that must be killed, in per cent.") var least = 95
  @Flag(help: "List the killed ones too, each with the case that killed it.") var all = false

  func run() throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: policy)))
    guard case .success(let original) = PolicyFile.read(bytes) else {
      throw ValidationError("\(policy) is no policy file.")
    }
    var reader = JSONReader(bytes)
    let tree = try reader.tree()
    let cases = try readCases(original)
    let unexpected = cases.flatMap { $0.differences(under: original) }
    guard unexpected.isEmpty else {
      throw ValidationError("The policy itself fails \(unexpected.count) cases: \(unexpected[0])")
    }
    var report = MutantReport(caseCount: cases.count)
    for mutant in MutantMaker(tree).mutants() {
      report.add(mutant, fate: fate(of: mutant, cases))
    }
    print(report.text(listsAll: all))
    guard report.percentage >= Double(least) else { throw ExitCode(1) }
  }

  private func readCases(_ policy: Policy) throws -> [RuleCase] {
    let files = try FileManager.default.contentsOfDirectory(atPath: cases).filter { $0.hasSuffix(".cases") }
    return try files.sorted().flatMap { file in
      let text = String(decoding: try Data(contentsOf: URL(filePath: cases + "/" + file)), as: UTF8.self)
      return try RuleCaseFile.read(text, file: file, policy: policy)
    }
  }

  private func fate(of mutant: Mutant, _ cases: [RuleCase]) -> MutantReport.Fate {
    guard case .success(let policy) = PolicyFile.read(mutant.tree.written()) else { return .refused }
    for one in cases where !one.differences(under: policy).isEmpty {
      return .killed(by: "\(one.file):\(one.line)")
    }
    return .survived
  }
}
