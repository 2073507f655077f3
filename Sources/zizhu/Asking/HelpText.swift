import Cells

/// A command's help as text of 80 columns.
struct HelpText {
  let command: CommandHelp

  private static let columns = 80
  private static let indentation = 26

  var text: String {
    var lines = Self.wrapped(command.abstract, behind: "")
    lines += ["", "用法：" + usage]
    if !command.discussion.isEmpty { lines += [""] + Self.wrapped(command.discussion, behind: "") }
    lines += section("参数：", command.parts.filter { $0.kind == .positional })
    lines += section("选项：", command.parts.filter { $0.kind != .positional })
    if !command.commands.isEmpty {
      lines += ["", "命令："]
      for command in command.commands {
        lines += Self.row(command.path.last ?? "", command.abstract)
      }
      lines += ["", "每个命令的用法：\(command.name) 命令 --help"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How it is written; where there are many options they are told below.
  var usage: String {
    let options = command.parts.filter {
      $0.kind != .positional && $0.isOptional && !$0.names.contains("--help")
    }
    let words =
      [command.name] + command.parts.filter { $0.kind != .positional && !$0.isOptional }.map(Self.written)
    let all = (words + options.map { "[\(Self.written($0))]" } + arguments).joined(separator: " ")
    if options.count <= 4, Text.columns(of: "用法：" + all) <= Self.columns { return all }
    return (words + ["[选项…]"] + arguments).joined(separator: " ")
  }

  private var arguments: [String] {
    var words: [String] = []
    if !command.commands.isEmpty { words.append(command.path.isEmpty ? "[命令]" : "命令") }
    for part in command.parts where part.kind == .positional {
      let name = part.value + (part.isRepeating ? "…" : "")
      words.append(part.isOptional ? "[\(name)]" : name)
    }
    return words
  }

  /// An option as it is written, with what stands for its value.
  static func written(_ part: CommandHelp.Part) -> String {
    let name = part.names.last ?? part.value
    return part.kind == .option ? name + " " + part.value : name
  }

  /// All its names, the last with what stands for its value.
  static func names(_ part: CommandHelp.Part) -> String {
    part.kind == .positional ? part.value : (part.names.dropLast() + [written(part)]).joined(separator: ", ")
  }

  private func section(_ heading: String, _ parts: [CommandHelp.Part]) -> [String] {
    guard !parts.isEmpty else { return [] }
    return ["", heading]
      + parts.flatMap { Self.row(Self.names($0), Self.meaning($0)) }
  }

  /// What a part means, with what holds where it is not written.
  static func meaning(_ part: CommandHelp.Part) -> String {
    guard let standard = part.standard, !part.meaning.contains("默认") else { return part.meaning }
    return part.meaning + "（默认 \(standard)）"
  }

  private static func row(_ name: String, _ meaning: String) -> [String] {
    let head = "  " + name
    let lines = wrapped(meaning, behind: String(repeating: " ", count: indentation))
    guard Text.columns(of: head) < indentation - 1, let first = lines.first else { return [head] + lines }
    return [Text.padded(head, to: indentation) + first.dropFirst(indentation)] + lines.dropFirst()
  }

  private static func wrapped(_ text: String, behind space: String) -> [String] {
    Text.wrapped(text, to: columns - space.count).map { space + $0 }
  }
}
