import JSONText

/// What is wrong in a template, and where.
public struct TemplateMistake: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// A name that the paper does not know here, and the nearest that it does.
    case unknownName(String, nearest: String?)
    /// A flag or a list where a text is printed.
    case notAText(String)
    /// Braces that are opened and not closed on the same line.
    case unclosedTag
    case emptyTag
    /// A tag of the language that is not offered; its sign.
    case notOffered(String)
    /// A section that is not ended.
    case unclosedSection(String)
    /// An end with no section to end.
    case strayEnd(String)
    case wrongEnd(String, expected: String)
    /// A file that is to stand here and is not there.
    case missingFile(String)
    /// A file that would stand within itself.
    case circle(String)
    case notUTF8
    /// What the template library finds that the checks before it did not.
    case syntax
  }

  public var file: String
  /// From 1.
  public var line: Int
  public var reason: Reason

  /// File, line, name and what is wrong.
  public var sentence: String { "\(file):\(line)：\(what)。" }

  private var what: String {
    switch reason {
    case .unknownName(let name, let nearest):
      "这份文书没有“\(name)”这个名称" + (nearest.map { "，是不是“\($0)”" } ?? "")
    case .notAText(let name): "“\(name)”不是文字，要写成 {{#\(name)}} … {{/\(name)}}"
    case .unclosedTag: "“{{”没有在同一行用“}}”结束"
    case .emptyTag: "花括号里没有名称"
    case .notOffered(let sign): "这里不能用“{{\(sign)”，只能用 {{名称}}、{{#名称}}、{{^名称}}、{{/名称}}、{{! 说明}}、{{> 文件}}"
    case .unclosedSection(let name): "“{{#\(name)}}”没有用“{{/\(name)}}”结束"
    case .strayEnd(let name): "“{{/\(name)}}”前面没有对应的开头"
    case .wrongEnd(let name, let expected): "这里应先结束“\(expected)”，却写了“{{/\(name)}}”"
    case .missingFile(let name): "没有模板文件“\(name)”"
    case .circle(let name): "“\(name)”引用了自己，没有尽头"
    case .notUTF8: "不是 UTF-8 文字，请用 UTF-8 编码另存"
    case .syntax: "花括号写法不对"
    }
  }
}

/// Everything that is wrong in the templates of a paper; nothing is printed then.
public struct TemplateMistakes: Error, Hashable, Sendable {
  public var mistakes: [TemplateMistake]
}
