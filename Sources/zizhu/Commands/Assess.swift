import ArgumentParser
import Casework
import Interchange
import SubsidyRules
import Wording

/// Decides every filing of an interchange file and writes the decisions as JSON.
struct Assess: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "核算交换文件里的每一件申报，结果以 JSON 输出")

  @Argument(help: "交换文件；- 为标准输入") var file = "-"
  @Option(help: "政策文件（默认按文件里的名称在数据文件夹中查找）") var policy: String?
  @Option(help: "只在本次改用的口径，如 share-base=increment") var reading: [String] = []
  @Flag(name: .customLong("no-trace"), help: "不输出核算过程") var noTrace = false
  @Option(help: "数据文件夹") var data: String?

  func run() throws {
    try reporting {
      let bytes = try Streams.read(file)
      let cases = try read(bytes)
      let chosen = try cases.policy.choosing(whatIf: reading)
      let assessment = Assessment(
        policy: chosen, applicants: cases.applicants, filings: cases.filings, tracing: !noTrace)
      try Streams.write(
        AssessmentFile.write(assessment, policy: chosen.id, tracing: !noTrace))
    }
  }

  private func read(_ bytes: [UInt8]) throws -> CaseFile {
    // A named file is read whatever its id; the case file must then name it.
    let named = try policy.map { try DataFolder.readPolicy($0) }
    let folder = named == nil ? try DataFolder.find(data) : nil
    var failure: (any Error)?
    do {
      return try CaseFile.read(bytes) { id in
        if let named { return named.id == id ? named : nil }
        do { return try folder?.policy(id) } catch {
          failure = error
          return nil
        }
      }
    } catch {
      if let failure { throw failure }
      let place = file == "-" ? "标准输入" : file
      throw Failure(
        status: .badInput,
        sentence: "\(place):\(error.location)：\(MistakeWording.sentence(error))没有读入任何内容。")
    }
  }
}

extension Policy {
  /// The policy with readings as a what-if names them: `share-base=increment`.
  func choosing(whatIf choices: [String]) throws -> Policy {
    var policy = self
    for choice in choices {
      let parts = choice.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let chosen = policy.choosing(parts[1], for: parts[0]) else {
        let known = policy.readings.flatMap { reading in reading.options.map { "\(reading.id)=\($0.id)" } }
        throw Failure(
          status: .usage, sentence: "没有口径“\(choice)”。可用的有：\(known.joined(separator: "、"))。")
      }
      policy = chosen
    }
    return policy
  }
}
