import Testing

@testable import Cells

/// Where a text is broken and cut when it is just as wide as its place, or a column wider.
struct WrappingTests {
  @Test(
    "Just full, and one column over",
    arguments: [
      ("中文", 4, ["中文"]), ("中文a", 4, ["中文", "a"]), ("中文a", 5, ["中文a"]), ("中文字", 5, ["中文", "字"]),
      ("a中文", 4, ["a中", "文"]), ("abcd", 4, ["abcd"]), ("abcde", 4, ["abcd", "e"]), ("①②", 5, ["①", "②"]),
      ("①②", 6, ["①②"]), ("e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}"]),
      ("\u{1F468}\u{200D}\u{1F469}中", 4, ["\u{1F468}\u{200D}\u{1F469}", "中"]),
    ])
  func edges(text: String, limit: Int, lines: [String]) { #expect(Text.wrapped(text, to: limit) == lines) }

  @Test(
    "No line opens with a closing sign or ends with an opening one",
    arguments: [
      ("资助，经办。", 4, ["资", "助，", "经", "办。"]), ("按“专利法”办", 6, ["按“专", "利法”", "办"]),
      ("（一）甲", 4, ["（一", "）甲"]), ("增长20%以上", 6, ["增长", "20%以", "上"]), ("见《办法》", 4, ["见", "《办", "法》"]),
      // Where nothing but signs stands no line can be right.
      ("。。。", 2, ["。", "。", "。"]), ("（（（", 2, ["（", "（", "（"]),
    ])
  func signs(text: String, limit: Int, lines: [String]) { #expect(Text.wrapped(text, to: limit) == lines) }

  @Test(
    "Words, numbers and codes stay whole where a line holds them",
    arguments: [
      ("金额50,000.00元", 9, ["金额", "50,000.00", "元"]),
      ("编号 441802-2019-000007 已收", 18, ["编号", "441802-2019-000007", "已收"]),
      ("zizhu policy adopt", 12, ["zizhu policy", "adopt"]), ("a b c", 1, ["a", "b", "c"]),
      ("1234567890", 4, ["1234", "5678", "90"]), ("1:2/3@4", 4, ["1:2/", "3@4"]),
    ])
  func words(text: String, limit: Int, lines: [String]) { #expect(Text.wrapped(text, to: limit) == lines) }

  @Test(
    "Every kind of line's end breaks once, and blanks at a break are dropped",
    arguments: [
      ("甲\n乙", ["甲", "乙"]), ("甲\r\n乙", ["甲", "乙"]), ("甲\r乙", ["甲", "乙"]), ("甲\u{2028}乙", ["甲", "乙"]),
      ("甲\u{85}乙", ["甲", "乙"]), ("甲\n", ["甲", ""]), ("\n甲", ["", "甲"]), ("\n", ["", ""]),
      ("甲乙丙丁   戊", ["甲乙丙丁", "戊"]),
      ("  甲", ["  甲"]), ("甲乙丙丁  ", ["甲乙丙丁"]),
    ])
  func ends(text: String, lines: [String]) { #expect(Text.wrapped(text, to: 8) == lines) }

  @Test(
    "The longest start that fits, in whole characters",
    arguments: [
      ("黄志龙", 6, "黄志龙"), ("黄志龙", 5, "黄志"), ("黄志龙", 1, ""), ("黄志龙", 0, ""), ("黄志龙", -1, ""), ("a黄b", 3, "a黄"),
      ("e\u{301}x", 1, "e\u{301}"), ("①a", 3, "①"), ("①a", 2, ""), ("\u{200B}a", 0, "\u{200B}"), ("", 5, ""),
    ])
  func prefixes(text: String, limit: Int, start: String) {
    #expect(Text.prefix(of: text, fitting: limit) == start)
  }

  /// A name of exactly the width of its column has no sign of a cut; one column more has it, and fills the column.
  @Test(
    "In a column of the screen",
    arguments: [
      ("清远市", 6, "清远市|"), ("清远市a", 6, "清远~ |"), ("a清远市", 6, "a清远~|"), ("abcdef", 6, "abcdef|"),
      ("abcdefg", 6, "abcde~|"),
      ("清\n远", 6, "清 远 |"), ("清\t远", 6, "清 远 |"), ("", 6, "      |"), ("清", 1, "~|     "),
      ("清", 0, "|      "),
    ])
  func columns(text: String, width: Int, row: String) {
    var grid = Grid(rows: 2, columns: 7)
    grid.write("|", row: 0, column: width)
    grid.write(text, row: 0, width: width)
    #expect(grid.plainText(ofScreenRow: 0) == row)
  }

  @Test func aFrameIsAsLargeAsItsAreaAndItsTitleIsCut() {
    var grid = Grid(rows: 5, columns: 10)
    grid.frame(Area(rows: 2, columns: 2))
    grid.frame(Area(row: 0, column: 3, rows: 3, columns: 7), title: "限额")
    grid.frame(Area(row: 4, column: 0, rows: 1, columns: 9))
    grid.frame(Area(row: 3, column: 0, rows: 2, columns: 1))
    #expect(grid.plainText == "++ +- ~ -+\n++ |     |\n   +-----+\n          \n          ")
  }

  @Test func theCaretIsTakenOffAndOutsideThereIsNone() {
    var grid = Grid(rows: 3, columns: 5)
    for (row, column, isThere) in [(0, 0, true), (2, 4, true), (3, 0, false), (0, 5, false), (-1, 0, false)] {
      grid.placeCaret(row: row, column: column)
      #expect(grid.caret == (isThere ? Position(row: row, column: column) : nil))
    }
    grid.placeCaret(row: 1, column: 1)
    grid.removeCaret()
    #expect(grid.caret == nil)
  }
}
