import ArgumentParser
import SubsidyRules
import Wording

/// Works on policy files.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "政策文件", subcommands: [Check.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "严格检查政策文件，指出每处错误的行和列")

    @Argument(help: "政策文件") var file: String

    func run() throws {
      try reporting {
        let policy = try DataFolder.readPolicy(file)
        try Streams.write(
          Array("\(policy.title)（\(policy.document)）：\(policy.items.count) 个项目，没有错误。\n".utf8))
      }
    }
  }
}
