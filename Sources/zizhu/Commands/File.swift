import ArgumentParser
import CaseModel
import Casework
import Interchange
import Office
import Wording

/// Takes one filing as JSON and records it, whatever the decision on it.
struct File: StoreCommand {
  static let configuration = CommandConfiguration(
    abstract: "从标准输入收一件申报（JSON），写盘后输出编号和日志位置")

  @Argument(help: "申报文件；- 为标准输入") var file = "-"
  @OptionGroup var options: StoreOptions

  func run(on office: OpenOffice) throws {
    let filing = try fileFailures(in: file, "没有收件。") {
      try CaseFile.readFiling(Streams.read(file), policy: office.state.policy, takingNames: true)
    }
    let saved = try save(.receiveFiling(filing), in: office)
    guard let saved, case .filingReceived(let received, _)? = saved.changes.first else { return }
    try Streams.write("\(received.id) \(saved.sequence)\n")
    for warning in PatentWording.warnings(received, office.state) { Streams.complain("请注意：" + warning) }
  }
}
