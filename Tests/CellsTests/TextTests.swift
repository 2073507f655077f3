import Seeded
import Testing

@testable import Cells

struct TextTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("黄志龙", 6), ("a中b", 4), ("e\u{301}", 1), ("“好”", 4), ("\u{31350}", 2),
  ])
  func columns(text: String, expected: Int) {
    #expect(Text.columns(of: text) == expected)
  }

  @Test(
    "Text is cut between characters and shows it",
    arguments: [
      ("黄志龙", 6, "黄志龙"), ("黄志龙", 5, "黄志~"), ("黄志龙", 4, "黄~"), ("黄志龙", 3, "黄~"), ("黄志龙", 2, "~"),
      ("黄志龙", 1, "~"), ("黄志龙", 0, ""), ("黄志龙", -3, ""), ("abcdef", 4, "abc~"), ("①②③", 5, "①~"),
      ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}~"), ("", 0, ""),
    ])
  func clipped(text: String, limit: Int, expected: String) {
    #expect(Text.clipped(text, to: limit) == expected)
  }

  @Test(
    "Padding fills exactly",
    arguments: [
      ("中", 4, Alignment.left, "中  "), ("中", 4, .right, "  中"), ("中", 5, .right, "   中"),
      ("中文字", 4, .left, "中~ "),
      ("中文字", 4, .right, " 中~"), ("", 2, .left, "  "), ("ab", 0, .left, ""),
    ] as [(String, Int, Alignment, String)])
  func padded(text: String, limit: Int, alignment: Alignment, expected: String) {
    #expect(Text.padded(text, to: limit, alignment: alignment) == expected)
  }

  @Test(
    "Wrapping breaks Chinese anywhere and keeps words whole",
    arguments: [
      ("", 10, [""]),
      ("县级财政资助", 4, ["县级", "财政", "资助"]),
      ("专利号ZL201910000001.2授权", 12, ["专利号", "ZL2019100000", "01.2授权"]),
      ("资助 3000 元整", 6, ["资助", "3000", "元整"]),
      ("申请已受理，待审核。", 10, ["申请已受", "理，待审", "核。"]),
      ("见（附件）后办", 4, ["见", "（附", "件）", "后办"]),
      ("第一\n\n第二", 10, ["第一", "", "第二"]),
      ("中", 1, ["中"]),
      ("hello world", 5, ["hello", "world"]),
    ])
  func wrapped(text: String, limit: Int, expected: [String]) {
    #expect(Text.wrapped(text, to: limit) == expected)
  }

  @Test func wrappedLinesFitAndLoseNothingButSpacesAtBreaks() {
    var generator = SeededNumbers(seed: 7)
    for _ in 0..<300 {
      let text = SampleText.random(using: &generator).filter { !$0.isNewline }
      let limit = Int.random(in: 2...20, using: &generator)
      let lines = Text.wrapped(text, to: limit)
      for line in lines where line.count > 1 { #expect(Text.columns(of: line) <= limit, "\(text)") }
      #expect(
        lines.joined().filter { $0 != " " } == text.filter { $0 != " " }, "\(text.debugDescription) \(limit)")
    }
  }
}
