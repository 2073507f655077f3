import Foundation
import Testing

/// What the program says of its own use: in Chinese, of every command, and the nearest word for one that is wrong.
@Suite struct HelpTests {
  @Test(arguments: [
    (["reprot"], "没有命令“reprot”，是不是“report”？"),
    (["operator", "ad"], "没有命令“ad”，是不是“add”？"),
    (["report", "--yaer", "2019"], "没有选项“--yaer”，是不是“--year”？"),
    // The desk's options, which needs no word of its own.
    (["--stroe", "x"], "没有选项“--stroe”，是不是“--store”？"),
    (["report", "caps", "--year"], "选项 --year 后面要写内容。"),
    (["report", "caps", "--year", "abc"], "“abc”不能用于 --year。"),
    (["report", "caps", "--list=no"], "选项 --list 后面不写内容，却写了“no”。"),
    (["report", "caps", "more"], "多写了“more”。"),
    (["report", "caps", "one", "two"], "多写了“one”“two”。"),
    (["report", "--format", "htlm"], "--format 不能是“htlm”，是不是“html”？"),
    (["step"], "还要写明 “步骤”。"),
    (["init", "/nowhere"], "还要写明 --office。"),
    (["help", "opertor"], "没有命令“opertor”，是不是“operator”？"),
  ])
  func whatIsWrittenWronglyIsAnsweredInChinese(_ arguments: [String], _ sentence: String) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(sentence), "\(result.errors)")
    for english in ["Error", "Usage", "Unknown", "Missing", "Unexpected", "See '", "Did you"] {
      #expect(!result.errors.contains(english), "\(result.errors)")
    }
  }

  /// Numbers of eleven digits and more may be somebody's.
  @Test func longNumbersAreMaskedInWhatIsEchoed() throws {
    let result = try Program.run(["report", "caps", "13800138000"])
    #expect(result.status == 64)
    #expect(!result.errors.contains("13800138000"))
  }

  /// The parser's own list of what there is, held against the pages.
  @Test func everyCommandAndOptionStandsInTheHelp() throws {
    let dump = try Program.run(["--experimental-dump-help"])
    let tree = try #require(try JSONSerialization.jsonObject(with: Data(dump.output.utf8)) as? [String: Any])
    let pages = try Program.run(["help", "--all"]).output
    let manual = try Program.run(["help", "--all", "--man"]).output
    var commands = 0
    func look(_ command: [String: Any], _ path: String) {
      commands += 1
      #expect(pages.contains("\n用法：\(path)"), "\(path)")
      #expect(
        manual.contains(#".TH "\#(path.replacingOccurrences(of: " ", with: "-"))" 1"#), "\(path)")
      for argument in command["arguments"] as? [[String: Any]] ?? [] {
        guard argument["shouldDisplay"] as? Bool != false else { continue }
        let names = (argument["names"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
        #expect(names.allSatisfy { pages.contains("-" + $0) }, "\(path) \(names)")
      }
      for below in command["subcommands"] as? [[String: Any]] ?? [] {
        guard let name = below["commandName"] as? String, below["shouldDisplay"] as? Bool != false else {
          continue
        }
        look(below, path + " " + name)
      }
    }
    look(try #require(tree["command"] as? [String: Any]), "zizhu")
    #expect(commands > 30)
    for english in ["OVERVIEW", "USAGE", "OPTIONS", "Show ", "(default"] {
      #expect(!pages.contains(english) && !manual.contains(english), "\(english)")
    }
    // What stands for a value is named after what is written there, nowhere by the word for anything.
    #expect(!pages.contains(" 内容\n") && !pages.contains(" 内容 "))
    #expect(pages.split(separator: "\n").allSatisfy { columns($0) <= 80 })
  }

  /// Columns that Chinese text takes: two for what is no ASCII.
  private func columns(_ line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
  }

  @Test func theVersionNamesProgramAndPolicies() throws {
    let lines = try Program.run(["--version"]).output.split(separator: "\n")
    #expect(lines.map { String($0.prefix { $0 != " " }) } == ["zizhu", "提交", "Swift", "构建", "政策"])
    #expect(lines.last?.contains("qingyuan-2018-27") ?? false)
    let build = lines.first { $0.hasPrefix("构建 ") }?.dropFirst(3) ?? ""
    #expect(build.count == 40 && build.allSatisfy(\.isHexDigit))
  }
}
