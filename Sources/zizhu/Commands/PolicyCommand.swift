import ArgumentParser
import CaseModel
import Casework
import Interchange
import Office
import Papers
import SubsidyRules
import Wording

/// Works on policy files and on the policy of a store.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "政策文件和口径",
    subcommands: [
      Guide.self, New.self, Check.self, List.self, Readings.self, Choose.self, Compare.self, Adopt.self,
      Withdraw.self,
    ])

  /// Text for people or JSON for machines.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "严格检查政策文件，指出每处错误的行和列")

    @Argument(help: "政策文件") var file: String
    @Flag(help: "用文字逐条复述这份文件，供对照原文校对") var explain = false
    @Flag(help: "列出每个门槛、日期、比例和限额前后的结果，供对照原文校对") var boundaries = false
    @Option(help: "前后的结果已由这个人对照原文确认，存在政策文件旁，以后每次检查都与它对照") var confirmedBy: String?
    @Option(help: "今天的日期，如 2019-04-01（默认取时钟）") var today: String?

    func run() throws {
      let bytes = try Streams.read(file)
      let policy = try DataFolder.readPolicy(bytes, from: file)
      if let confirmedBy { try keepBoundaries(of: policy, by: confirmedBy) }
      if explain { try Streams.write(PolicyExplanation.lines(policy) + [""]) }
      if boundaries { try Streams.write(PolicyBoundaries.lines(policy) + [""]) }
      try Streams.write([
        "\(policy.title)（\(policy.document)）：\(policy.items.count) 个项目，没有错误。",
        SettlingWording.sentence(policy.settling, policy),
      ])
      // What always or never holds can be gone by, and is hardly meant.
      for remark in try PolicyFile.proofread(bytes).get().remarks {
        try Streams.write("请核对 \(file):\(remark.location)：\(MistakeWording.sentence(remark))\n")
      }
      // The reader takes the code for the name where neither the file nor the country's table has one.
      let nameless = policy.districts.filter { $0.name == $0.code }.map(\.code)
      if !nameless.isEmpty {
        let list = nameless.joined(separator: "、")
        try Streams.write("请核对 districts：\(list) 在现行区划代码中查不到；没有代码的功能区请写明名称（code、name）。\n")
      }
      try compareBoundaries(of: policy)
    }
  }

  struct Readings: StoreCommand {
    static let configuration = CommandConfiguration(abstract: "列出改用另一口径后结果不同的申报和差额")

    @Option(help: "年度（默认全部）") var year: Int?
    @Flag(help: "已审定的也按未审定重算，与已核定的金额对照") var decided = false
    @OptionGroup var options: StoreOptions
    @Option(help: "text 或 json") var format = Format.text

    func run(on office: OpenOffice) throws {
      let state = office.state
      let differences = state.readingDifferences(of: year, reopening: decided)
      switch format {
      case .text:
        let remark = decided ? "" : PolicyReports.remark(onDecidedOf: year, state)
        try Streams.write(PolicyReports.readings(differences, state) + remark)
      case .json: try Streams.writeData(ComparisonFile.write(differences))
      }
    }
  }

  struct Choose: StoreCommand {
    static let configuration = CommandConfiguration(abstract: "选定口径（主管），记入数据库")

    @Argument(help: "口径=选项，如 share-base=increment") var choice: String
    @Option(help: "理由") var note: String
    @OptionGroup var options: StoreOptions

    func run(on office: OpenOffice) throws {
      let (reading, option) = try office.state.policy.choice(choice)
      try save(.chooseReading(reading: reading, option: option, note: note), in: office)
      // The choice binds: which filings the other option would decide otherwise.
      let touched = office.state.readingDifferences().filter { $0.reading.id == reading }
      try Streams.write("已选定口径 \(choice)。\n\(PolicyReports.readings(touched, office.state))")
    }
  }

  struct Compare: StoreCommand {
    static let configuration = CommandConfiguration(abstract: "同样的申报换一份政策文件，逐件对照")

    @Argument(help: "另一份政策文件") var other: String
    @Option(help: "年度（默认全部）") var year: Int?
    @Option(help: "在另一份政策下改用的口径，如 share-base=increment") var reading: [String] = []
    @Flag(help: "已审定的也按未审定重算，与已核定的金额对照") var decided = false
    @Flag(help: "不论另一份政策的有效期：用别的年度的政策看本年度的申报") var anyYear = false
    @OptionGroup var options: StoreOptions
    @Option(help: "text 或 json") var format = Format.text

    func run(on office: OpenOffice) throws {
      let read = try DataFolder.readPolicy(other)
      let file = anyYear ? read.validAlways : read
      let state = office.state
      let other = try state.policy(with: file).choosing(whatIf: reading)
      let comparison = state.compared(with: other, year: year, reopening: decided)
      switch format {
      case .text:
        let remark = decided ? "" : PolicyReports.remark(onDecidedOf: year, state)
        try Streams.write(PolicyReports.comparison(comparison, with: other, from: file, state) + remark)
      case .json: try Streams.writeData(ComparisonFile.write(comparison, policy: other.id))
      }
    }
  }
}
