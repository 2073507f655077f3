import JSONText

/// What the argument parser finds wrong, in Chinese, with the nearest word that is known.
///
/// The parser hands out its finding as an English sentence only; a test asks for each kind with the real program.
struct ParserWording {
  /// The command that was called.
  let command: CommandHelp

  /// What may be written behind it; behind none, what the desk takes, which opens then.
  private var parts: [CommandHelp.Part] {
    command.path.isEmpty ? command.parts + command.called(by: ["desk"]).command.parts : command.parts
  }

  func sentence(_ message: String) -> String {
    for (pattern, say) in Self.findings {
      if let holes = Self.holes(in: message, pattern) { return say(self, holes) }
    }
    return message
  }

  private typealias Say = @Sendable (ParserWording, [String]) -> String

  /// In this order: a longer sentence stands before the shorter one that it begins with.
  private static let findings: [(String, Say)] = [
    (
      "Unknown option '%'\n   or: Missing value for '%' in '%'",
      { wording, holes in wording.unknownOption(holes[0]) }
    ),
    ("Unknown option '%'. Did you mean '%'?", { _, holes in "没有选项“\(holes[0])”，是不是“\(holes[1])”？" }),
    ("Unknown option '%'", { wording, holes in wording.unknownOption(holes[0]) }),
    ("Invalid option: %", { wording, holes in wording.unknownOption(holes[0]) }),
    ("Missing value for '%'", { wording, holes in "选项 \(wording.shown(holes[0])) 后面要写内容。" }),
    (
      "The option '%' does not take any value, but '%' was specified.",
      { _, holes in "选项 \(holes[0]) 后面不写内容，却写了“\(holes[1])”。" }
    ),
    ("Unexpected argument '%'", { wording, holes in wording.unexpected([holes[0]]) }),
    (
      "% unexpected arguments: '%'",
      { wording, holes in wording.unexpected(holes[1].parts(by: "', '")) }
    ),
    ("Missing expected argument '%'", { wording, holes in "还要写明 \(wording.shown(holes[0]))。" }),
    (
      "Missing one of: '%'",
      { wording, holes in "下面几样要写一样：\(holes[0].parts(by: "', '").map(wording.shown).joined(separator: "、"))。"
      }
    ),
    (
      "The value '%' is invalid for '%'. Please provide one of the following:\n%",
      { wording, holes in
        wording.notAmong(holes[0], holes[1], holes[2].parts(by: "\n").map { String($0.trimmedDash) })
      }
    ),
    (
      "The value '%' is invalid for '%'. Please provide one of '%'.",
      { wording, holes in
        let texts = ["' and '", "', '", "' or '"].reduce([holes[2]]) { parts, separator in
          parts.flatMap { $0.parts(by: separator) }
        }
        return wording.notAmong(holes[0], holes[1], texts)
      }
    ),
    // What a command itself says of a value is Chinese already.
    ("The value '%' is invalid for '%': %", { _, holes in holes[2] }),
    (
      "The value '%' is invalid for '%'",
      { wording, holes in "“\(holes[0])”不能用于 \(wording.shown(holes[1]))。" }
    ),
    (
      "Missing required subcommand.",
      { wording, _ in "还要写明做什么：\(wording.commandNames.joined(separator: "、"))。" }
    ),
    (
      "Value to be set with flag '%' had already been set with flag '%'",
      { _, holes in "\(holes[0]) 和 \(holes[1]) 只能写一个。" }
    ),
    (
      "Can't generate completion scripts for '%'.%", { _, holes in "没有 \(holes[0]) 的补全，可以写 bash、zsh 或 fish。" }
    ),
    ("Can't autodetect a supported shell.%", { _, _ in "请写明给哪个 shell 的补全：bash、zsh 或 fish。" }),
    ("Internal error.%", { _, _ in "程序没能读懂这条命令，这是程序的缺陷，请把命令原样告诉开发的人。" }),
  ]

  private var commandNames: [String] { command.commands.compactMap(\.path.last) }

  private func unexpected(_ words: [String]) -> String {
    guard let first = words.first, !command.commands.isEmpty else {
      return "多写了" + words.map { "“\($0)”" }.joined() + "。"
    }
    return "没有命令“\(first)”" + Self.guess(first, among: commandNames)
  }

  private func unknownOption(_ name: String) -> String {
    "没有选项“\(name)”" + Self.guess(name, among: parts.flatMap(\.names))
  }

  private func notAmong(_ text: String, _ part: String, _ values: [String]) -> String {
    "\(shown(part)) 不能是“\(text)”" + Self.guess(text, among: values)
      + "可以是：\(values.joined(separator: "、"))。"
  }

  private static func guess(_ word: String, among known: [String]) -> String {
    nearestWord(to: word, among: known).map { "，是不是“\($0)”？" } ?? "。"
  }

  /// The option or value as the help shows it, from `--year <year>` or `<ids>`.
  private func shown(_ synopsis: String) -> String {
    let name = synopsis.parts(by: " ")[0]
    if let option = parts.first(where: { $0.names.contains(name) }) { return option.names.last ?? name }
    // A positional one is known by its place alone: the first that has to be there.
    guard name.hasPrefix("<"), let part = parts.first(where: { $0.kind == .positional && !$0.isOptional })
    else { return synopsis }
    return "“\(part.value)”"
  }

  /// What stands in the holes `%` of a sentence; nil where it is another sentence.
  private static func holes(in text: String, _ pattern: String) -> [String]? {
    let pieces = pattern.split(separator: "%", omittingEmptySubsequences: false)
    guard let first = pieces.first, let last = pieces.last, text.hasPrefix(first), text.hasSuffix(last) else {
      return nil
    }
    guard pieces.count > 1 else { return text == pattern ? [] : nil }
    var rest = text.dropFirst(first.count)
    var holes: [String] = []
    for piece in pieces.dropFirst().dropLast() {
      guard let place = rest.firstRange(of: piece) else { return nil }
      holes.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    guard rest.count >= last.count else { return nil }
    return holes + [String(rest.dropLast(last.count))]
  }
}

extension String {
  fileprivate func parts(by separator: String) -> [String] { split(separator: separator).map(String.init) }
  fileprivate var trimmedDash: Substring { drop { $0 == " " || $0 == "-" } }
}
