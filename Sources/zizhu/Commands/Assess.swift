import ArgumentParser
import CProgram
import Casework
import Interchange
import Office
import SubsidyRules

/// Decides every filing of an interchange file and writes the decisions as JSON.
struct Assess: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "核算交换文件里的每一件申报，结果以 JSON 输出")

  @Argument(help: "交换文件；- 为标准输入。有 --store 时可以不写，即核算数据库里的全部申报") var file: String?
  @Option(help: "政策文件（默认按文件里的名称在数据文件夹中查找）") var policy: String?
  @Option(help: "数据库文件夹：按其政策和口径核算，其中的申报一并占用限额") var store: String?
  @Option(help: "只在本次改用的口径，如 share-base=increment") var reading: [String] = []
  @Flag(name: .customLong("no-trace"), help: "不输出核算过程") var noTrace = false
  @Option(help: "数据文件夹") var data: String?

  private var place: String { file ?? "-" }

  func run() throws {
    // A file of a hundred thousand filings is read, decided and written, each in memory that the next can have.
    program_give_back_large_memory()
    if let store { return try assess(in: store) }
    let cases = try read(try Streams.read(place))
    let chosen = try cases.policy.choosing(whatIf: reading)
    try write(
      Assessment(policy: chosen, applicants: cases.applicants, filings: cases.filings), policy: chosen)
  }

  private func assess(in store: String) throws {
    guard policy == nil else {
      throw Failure(.usage, "数据库自带政策，--store 和 --policy 不能同时使用。")
    }
    let state = try StoreOptions.open(store, pinyin: PinyinTable(), clock: Clock()).state
    let chosen = try state.policy.choosing(whatIf: reading)
    guard let file else {
      return try write(Assessment(office: state, policy: chosen), policy: chosen)
    }
    let cases = try read(try Streams.read(file), of: state)
    for choice in cases.readings where state.policy.reading(choice.id)?.chosenOption?.id != choice.option {
      throw Failure(
        .badInput,
        "\(named(file))：文件选的口径 \(choice.id)=\(choice.option) 与数据库的不同，没有核算。只想试算请用 --reading。")
    }
    try write(
      Assessment(
        policy: chosen, applicants: cases.applicants, filings: cases.filings, besides: state),
      policy: chosen)
  }

  private func write(_ assessment: Assessment, policy: Policy) throws {
    try AssessmentFile.write(assessment, policy: policy.id, tracing: !noTrace) { try Streams.writeData($0) }
  }

  private func named(_ file: String) -> String { file == "-" ? "标准输入" : file }

  /// Reads a file that must name policies of the store.
  private func read(_ bytes: [UInt8], of state: OfficeState) throws -> CaseFile {
    try fileFailures(in: place, "没有读入任何内容。") { try CaseFile.read(bytes) { state.file(ofPolicy: $0) } }
      .named(in: state.policy, or: named(place))
  }

  private func read(_ bytes: [UInt8]) throws -> CaseFile {
    // A named file is read whatever its id; the case file must then name it.
    let given = try policy.map { try DataFolder.readPolicy($0) }
    let folder = given == nil ? try DataFolder.find(data) : nil
    var failure: (any Error)?
    do {
      return try fileFailures(in: place, "没有读入任何内容。") {
        try CaseFile.read(bytes) { id in
          if let given { return given.id == id ? given : nil }
          do { return try folder?.policy(id) } catch {
            failure = error
            return nil
          }
        }
      }
    } catch {
      throw failure ?? error
    }
  }
}

extension CaseFile {
  /// The file under the names of an office, or why it can't be read there.
  func named(in office: Policy, or place: String) throws -> CaseFile {
    guard let cases = named(in: office) else {
      throw Failure(.badInput, "\(place)：文件里有数据库的政策没有的项目或口径，没有读入任何内容。")
    }
    return cases
  }
}

extension Policy {
  /// The policy with readings as a what-if names them: `share-base=increment`.
  func choosing(whatIf choices: [String]) throws -> Policy {
    var policy = self
    for choice in choices {
      let (reading, option) = try policy.choice(choice)
      policy = policy.choosing(option, for: reading) ?? policy
    }
    return policy
  }

  /// The reading and the option that a text names, as `share-base=increment`; where several policies have the reading,
  /// with the policy's id before it.
  func choice(_ text: String) throws -> (reading: String, option: String) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    let found = parts.count == 2 ? readings(named: parts[0]) : []
    guard found.count <= 1 else {
      let names = found.map { "\($0.policy.id)/\($0.reading.name)" }
      throw Failure(.usage, "有几份政策都有口径“\(parts[0])”，请写明是哪一份的：\(names.joined(separator: "、"))。")
    }
    guard let reading = found.first?.reading, choosing(parts[1], for: reading.id) != nil else {
      let known = documents.flatMap { document in
        document.readings.flatMap { reading in
          let name = documents.count > 1 ? "\(document.id)/\(reading.name)" : reading.name
          return reading.options.map { "\(name)=\($0.id)" }
        }
      }
      throw Failure(.usage, "没有口径“\(text)”。可用的有：\(known.joined(separator: "、"))。")
    }
    return (reading.id, parts[1])
  }
}
