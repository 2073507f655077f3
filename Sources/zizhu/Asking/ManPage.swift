/// A command's help as a man page (groff_man(7)), in Chinese.
struct ManPage {
  let command: CommandHelp

  var text: String {
    let title = (["zizhu"] + command.path).joined(separator: "-")
    var lines = [
      #".TH "\#(title)" 1 "" "zizhu \#(ProgramVersion.number)" "资助""#,
      // Chinese has no blanks between words by which a line could be filled up.
      ".ad l", ".SH 名称",
      Self.escaped("\(title) - \(command.abstract)"),
      ".SH 用法", ".B " + Self.escaped(HelpText(command: command).usage),
    ]
    if !command.discussion.isEmpty {
      lines.append(".SH 说明")
      for line in command.discussion.split(separator: "\n") { lines += [Self.escaped(String(line)), ".br"] }
    }
    lines += section("参数", command.parts.filter { $0.kind == .positional })
    lines += section("选项", command.parts.filter { $0.kind != .positional })
    if !command.commands.isEmpty {
      lines.append(".SH 命令")
      for command in command.commands {
        lines += [".TP", ".B " + Self.escaped(command.path.last ?? ""), Self.escaped(command.abstract)]
      }
    }
    if command.path.isEmpty {
      lines.append(".SH 退出状态")
      lines += [".TP", ".B 0", "办好了"]
      for status in Failure.Status.allCases {
        lines += [".TP", ".B \(status.rawValue)", Self.escaped(status.meaning)]
      }
    } else {
      lines += [".SH 参见", ".BR zizhu (1)"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ heading: String, _ parts: [CommandHelp.Part]) -> [String] {
    guard !parts.isEmpty else { return [] }
    return [".SH " + heading]
      + parts.flatMap {
        [".TP", ".B " + Self.escaped(HelpText.names($0)), Self.escaped(HelpText.meaning($0))]
      }
  }

  /// The text as roff shows it: backslashes and dashes are its own, and so is a full stop or quote that opens a line.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "\n": escaped += "\n.br\n"
      default: escaped.append(character)
      }
    }
    return [".", "'"].contains(escaped.first) ? "\\&" + escaped : escaped
  }
}
