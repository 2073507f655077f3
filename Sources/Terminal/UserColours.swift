public import Cells

/// The colours that a user has written into a file, a line for each style: `title = white on blue`.
///
/// Only colours can be chosen. What is bold or underlined stays so, and with it everything that is told without colour;
/// what is reverse stays so where no background is named. Where colours are not shown the file changes nothing.
public struct UserColours: Sendable, Equatable {
  /// A colour by its number among the terminal's, from 0 to 255; nil for the terminal's own.
  public struct Pair: Sendable, Equatable {
    public var foreground: UInt8?
    public var background: UInt8?
  }

  /// Why a line says nothing; what it says wrong stands with it.
  public enum Mistake: Error, Sendable, Equatable {
    /// No `name = colour`.
    case form
    case style(String)
    case colour(String)
  }

  public private(set) var pairs: [Style: Pair] = [:]
  /// The lines that can't be read, from 1; they are left out.
  public private(set) var mistakes: [(line: Int, mistake: Mistake)] = []

  public init() {}

  /// Reads a file. Blank lines and what follows `#` are left out; names and colours may be English or Chinese.
  public init(_ text: String) {
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let said = line.prefix { $0 != "#" && $0 != "＃" }
      guard !said.allSatisfy(\.isWhitespace) else { continue }
      do throws(Mistake) {
        let (style, pair) = try Self.read(said)
        pairs[style] = pair
      } catch {
        mistakes.append((index + 1, error))
      }
    }
  }

  public static func == (a: UserColours, b: UserColours) -> Bool {
    a.pairs == b.pairs && a.mistakes.map(\.line) == b.mistakes.map(\.line)
      && a.mistakes.map(\.mistake) == b.mistakes.map(\.mistake)
  }

  private static func read(_ line: Substring) throws(Mistake) -> (Style, Pair) {
    let sides = line.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "=" || $0 == "＝" }
    guard sides.count == 2 else { throw .form }
    let name = sides[0].split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    let words = sides[1].split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
    guard let style = names[name] else { throw .style(String(name.prefix(20))) }
    switch (words.count, words.dropFirst().first) {
    case (1, _): return (style, Pair(foreground: try colour(words[0]), background: nil))
    case (3, "on"?), (3, "底"?):
      return (style, Pair(foreground: try colour(words[0]), background: try colour(words[2])))
    default: throw .form
    }
  }

  private static func colour(_ word: String) throws(Mistake) -> UInt8? {
    if word == "default" || word == "默认" { return nil }
    if let number = UInt8(word) { return number }
    guard let place = colours.firstIndex(where: { $0.contains(word) }) else {
      throw .colour(String(word.prefix(20)))
    }
    return UInt8(clamping: place)
  }

  private static let colours = [
    ["black", "黑"], ["red", "红"], ["green", "绿"], ["yellow", "黄"], ["blue", "蓝"], ["magenta", "紫"],
    ["cyan", "青"], ["white", "白"],
  ]

  private static let names: [String: Style] = [
    "title": .title, "标题": .title, "heading": .heading, "栏名": .heading, "frame": .frame, "线": .frame,
    "key": .keyName, "键名": .keyName, "bar": .keyBar, "键栏": .keyBar, "label": .label, "字段名": .label,
    "field": .field, "字段": .field, "focus": .fieldFocused, "当前字段": .fieldFocused, "selected": .selected,
    "选中": .selected, "match": .match, "找到": .match, "good": .good, "可以": .good, "warning": .warning,
    "注意": .warning, "bad": .bad, "不符合": .bad, "used": .barUsed, "已用": .barUsed, "waiting": .barWaiting,
    "待办": .barWaiting, "normal": .normal, "正文": .normal, "dim": .dim, "提示": .dim,
  ]
}
