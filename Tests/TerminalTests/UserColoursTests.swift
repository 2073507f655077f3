import Cells
import Glibc
import Testing

@testable import Terminal

/// A user's colours: what a file says, what is wrong with it, and that nothing but colour comes of it.
@Suite struct UserColoursTests {
  @Test func aFileNamesStylesInEitherLanguage() {
    let colours = UserColours(
      "# 我的配色\n\ntitle = white on blue\n 选中＝黑 底 208  # 橙\nBAD = Red\ndim = default\n")
    #expect(colours.mistakes.isEmpty)
    #expect(
      colours.pairs == [
        .title: .init(foreground: 7, background: 4), .selected: .init(foreground: 0, background: 208),
        .bad: .init(foreground: 1, background: nil), .dim: .init(foreground: nil, background: nil),
      ])
  }

  @Test(
    "A line that can't be read is told by its number, and the others count",
    arguments: [
      ("titel = red", UserColours.Mistake.style("titel")), ("title = pink", .colour("pink")),
      ("title = 256", .colour("256")), ("title = -1", .colour("-1")), ("title", .form), ("title =", .form),
      ("title = red blue", .form), ("title = red on", .form), ("= red", .style("")),
    ])
  func mistakes(line: String, mistake: UserColours.Mistake) {
    let colours = UserColours("good = green\r\n\(line)\nbad = red")
    #expect(colours.mistakes.map(\.line) == [2])
    #expect(colours.mistakes.map(\.mistake) == [mistake])
    #expect(Set(colours.pairs.keys) == [.good, .bad])
  }

  /// Every style that is drawn for itself can be named once in each language.
  @Test func noStyleIsNamedTwice() {
    let english =
      "title heading frame key bar label field focus selected match good warning bad used waiting normal dim"
    let chinese = "标题 栏名 线 键名 键栏 字段名 字段 当前字段 选中 找到 可以 注意 不符合 已用 待办 正文 提示"
    func styles(_ names: String) -> [Style] {
      names.split(separator: " ").flatMap { UserColours("\($0) = red").pairs.keys }
    }
    #expect(styles(english) == styles(chinese))
    #expect(Set(styles(english)).count == 17)
  }
}
