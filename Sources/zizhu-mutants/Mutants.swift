import ArgumentParser
import FoundationEssentials
import Interchange
import JSONText
import RuleCases
import SubsidyRules

/// Changes one thing of the policy file at a time and looks whether a hand-made case notices.
///
/// A figure that no case would miss is a figure that nobody has checked. Exits with 1 where fewer than the share asked
/// for are noticed, or where one is not and nobody has said why.
@main
struct Mutants: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zizhu-mutants", abstract: "Mutants of the policy's figures, and the cases that kill them.")

  @Option(help: "The policy file.") var policy = "data/policies/qingyuan-2018-27.json"
  @Option(help: "The folder of hand-made cases.") var cases = "Tests/SubsidyRulesTests/Cases"
  @Option(
    help: "A folder of cases in the shape of the interchange file, tried in place of the hand-made ones.")
  var interchange: String?
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
    let trial = MutantTrial(cases: cases)
    let report = MutantReport(
      MutantMaker.mutants(of: tree), caseCount: cases.count, fate: trial.fate)
    print(report.text(listsAll: all))
    guard report.score >= least * 10, interchange != nil || report.unexplained.isEmpty else {
      throw ExitCode(1)
    }
  }

  private func readCases(_ policy: Policy) throws -> [RuleCase] {
    if let interchange {
      return try files(in: interchange, ".json").flatMap { file, bytes in
        try InterchangeCases.read(bytes, file: file, policy: policy)
      }
    }
    return try files(in: cases, ".cases").flatMap { file, bytes in
      try RuleCaseFile.read(String(decoding: bytes, as: UTF8.self), file: file, policy: policy)
    }
  }

  /// The files of a folder whose names end so, in the order of their names.
  private func files(in folder: String, _ ending: String) throws -> [(name: String, bytes: [UInt8])] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(ending) }
    return try names.sorted().map { name in
      (name, [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + name))))
    }
  }
}
