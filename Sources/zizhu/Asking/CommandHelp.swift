import ArgumentParser
import JSONText

/// What the program says of one of its commands: read from the commands themselves, so that help, man pages and
/// messages can't say anything else.
struct CommandHelp {
  /// What can be written behind a command.
  struct Part {
    enum Kind { case positional, option, flag }

    var kind: Kind
    /// As they are written, with dashes; none for a positional one.
    var names: [String]
    /// What stands for the value, in Chinese or as the list of all values.
    var value: String
    var meaning: String
    var values: [String]
    var standard: String?
    var isOptional: Bool
    var isRepeating: Bool
  }

  /// The words by which it is called, as in `operator add`; none for the program itself.
  var path: [String]
  var abstract: String
  var discussion: String
  var parts: [Part]
  var commands: [CommandHelp]

  var name: String { (["zizhu"] + path).joined(separator: " ") }

  /// The program with all its commands; nil where the parser's own description can't be read, which is a defect.
  static let program: CommandHelp? = {
    var reader = JSONReader(Array(Zizhu._dumpHelp().utf8))
    guard let tree = try? reader.tree(), let command = tree["command"] else { return nil }
    return CommandHelp(command, path: [])
  }()

  /// The command and all below it, each before those below.
  var withThoseBelow: [CommandHelp] { [self] + commands.flatMap(\.withThoseBelow) }

  /// The command that the words call, as far as they do, and how many of them call it.
  func called(by words: [String]) -> (command: CommandHelp, count: Int) {
    var found = (command: self, count: 0)
    for word in words {
      guard let next = found.command.commands.first(where: { $0.path.last == word }) else { break }
      found = (next, found.count + 1)
    }
    return found
  }
}

extension CommandHelp {
  fileprivate init(_ tree: JSONTree, path: [String]) {
    self.path = path
    abstract = tree["abstract"]?.text ?? ""
    discussion = tree["discussion"]?.text ?? ""
    // The version is the program's, whatever the parser offers with each command.
    parts = (tree["arguments"]?.elements ?? []).compactMap { Part($0) }
      .filter { path.isEmpty || $0.names != ["--version"] }
    commands = (tree["subcommands"]?.elements ?? []).compactMap { tree in
      guard let name = tree["commandName"]?.text, tree["shouldDisplay"]?.isTrue ?? true,
        // The parser's own of this name stands beside `HelpCommand`.
        tree["abstract"]?.text != "Show subcommand help information."
      else { return nil }
      return CommandHelp(tree, path: path + [name])
    }
  }
}

extension CommandHelp.Part {
  fileprivate init?(_ tree: JSONTree) {
    guard tree["shouldDisplay"]?.isTrue ?? true else { return nil }
    switch tree["kind"]?.text {
    case "positional": kind = .positional
    case "flag": kind = .flag
    default: kind = .option
    }
    names = (tree["names"]?.elements ?? []).compactMap { name in
      name["name"]?.text.map { (name["kind"]?.text == "long" ? "--" : "-") + $0 }
    }
    values = (tree["allValues"]?.elements ?? []).compactMap(\.text)
    let name = tree["valueName"]?.text ?? ""
    if values.isEmpty {
      value = Self.words[name] ?? (kind == .positional ? "参数" : "内容")
    } else {
      value = values.joined(separator: "|")
    }
    let meaning = tree["abstract"]?.text ?? ""
    self.meaning = Self.own[meaning] ?? meaning
    standard = tree["defaultValue"]?.text
    isOptional = tree["isOptional"]?.isTrue ?? false
    isRepeating = tree["isRepeating"]?.isTrue ?? false
  }

  /// What the parser itself puts into the help.
  private static let own = ["Show help information.": "显示帮助", "Show the version.": "显示版本"]

  /// What stands for a value, by the parser's name of it.
  private static let words = [
    "store": "文件夹", "data": "文件夹", "folder": "文件夹", "into": "文件夹", "claims": "文件夹", "file": "文件",
    "files": "文件", "backup": "备份文件", "record": "文件", "replay": "文件", "result": "文件", "mapping": "文件",
    "keep-mapping": "文件", "other": "文件", "as": "姓名", "operator": "姓名", "clear": "姓名", "login": "登录名",
    "role": "角色", "name": "名称", "office": "名称", "sheet": "名称", "today": "日期", "day": "日期", "due": "期限",
    "from": "日期", "as-of": "时间", "year": "年度", "title": "名称", "district": "地区代码",
    "pin-fd": "描述符",
    "new-pin-fd": "描述符", "code-fd": "描述符", "id": "编号", "ids": "编号", "applicant": "编号", "set-off": "编号",
    "touch": "编号", "paper": "文书", "step": "步骤", "stage": "阶段", "item": "项目", "amount": "金额",
    "early-reason": "理由", "same-name-reason": "理由", "kind": "类别", "values": "栏=内容", "input": "栏=内容",
    "map": "栏目名=含义", "set": "含义=值",
    "reading": "口径=选项", "choice": "口径=选项", "number": "号码", "count": "件数", "days": "天数", "notice": "第几份",
    "policy": "政策", "subcommands": "命令", "words": "命令", "note": "文字", "find": "文字", "play": "词",
    "reason": "代码", "head": "链头", "bundle": "第几号", "seen": "版本", "batch": "批次", "way": "方式", "unit": "单位",
    "ok": "材料",
    "missing": "材料",
    "failing": "材料=毛病",
    "by": "分法", "out": "文件", "letter": "字母", "cover": "交接单", "new-keys": "文件", "newKeys": "文件",
    "fingerprint": "指纹", "keep": "申报", "conflict": "冲突",
    "verdict": "裁定", "confirmed-by": "姓名", "tail": "链接", "parties": "局:编号", "accept": "局", "return": "局",
  ]
}

extension JSONTree {
  fileprivate subscript(key: String) -> JSONTree? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.value
  }

  fileprivate var text: String? { if case .string(let text) = value { text } else { nil } }
  fileprivate var elements: [JSONTree]? { if case .array(let elements) = value { elements } else { nil } }
  fileprivate var isTrue: Bool? { if case .bool(let isTrue) = value { isTrue } else { nil } }
}
