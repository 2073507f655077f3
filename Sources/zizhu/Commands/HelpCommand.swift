import ArgumentParser
import JSONText

/// Shows how a command is used.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "怎么用：全部命令，或其中一个")

  @Argument(help: "命令，如 report，或 operator add") var words: [String] = []
  @Flag(help: "写成 man 手册页") var man = false
  @Flag(help: "连同其下的全部命令") var all = false
  @Flag(help: "写出使用手册（网页，A4 打印）") var html = false

  func run() throws {
    if html {
      guard words.isEmpty, !man, !all else {
        throw Failure(.usage, "手册只有整份的：zizhu help --html > 使用手册.html")
      }
      return try Streams.writeData(HandbookMaking(data: .find(nil)).html())
    }
    guard let program = CommandHelp.program else {
      throw Failure(.defect, "程序没能读出自己的用法。")
    }
    let (command, count) = program.called(by: words)
    guard count == words.count else {
      let known = command.commands.compactMap(\.path.last)
      let nearest = nearestWord(to: words[count], among: known).map { "，是不是“\($0)”？" } ?? "。"
      throw Failure(.usage, "没有命令“\(words[count])”\(nearest)")
    }
    let commands = all ? command.withThoseBelow : [command]
    let pages = commands.map { man ? ManPage(command: $0).text : HelpText(command: $0).text }
    try Streams.write(pages.joined(separator: "\n"))
  }
}
