import ArgumentParser
import CaseModel
import Interchange
import Wording

/// Help for whoever writes a policy file.
extension PolicyCommand {
  struct Guide: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "打印政策文件的写法：每个键和词的含义、例子")

    func run() throws {
      try Streams.write(PolicyGuide.lines)
    }
  }

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "打印一份可以照着改的政策文件")

    @Argument(help: "政策编号") var id: String
    @Option(help: "文件名称") var title = "文件名称"
    @Option(help: "开始适用的年份") var year = 2024
    @Option(help: "区划代码，可以写几次") var district: [String] = []

    func run() throws {
      guard (1985...9000).contains(year) else {
        throw Failure(.usage, "年份应在 1985 到 9000 之间。")
      }
      let codes = district.isEmpty ? ["440100"] : district
      let text = PolicyDraft.text(
        id: id, title: title, document: "文号", year: year, districts: codes)
      _ = try DataFolder.readPolicy(Array(text.utf8), from: "-")
      try Streams.writeData(text)
    }
  }
}
