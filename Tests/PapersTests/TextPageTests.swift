import CaseModel
import Testing

@testable import Papers

@Suite("Text laid out on a page")
struct TextPageTests {
  private func lay(_ text: String, rows: Set<String> = []) -> [String] {
    TextPage.laidOut(text, tableRows: rows).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
  }

  @Test("In the middle, to the right, and too wide for either")
  func tabs() {
    // Eight characters take 16 of 80 columns: 32 in front, or 64.
    #expect(lay("\t清远市知识产权局") == [String(repeating: " ", count: 32) + "清远市知识产权局"])
    #expect(lay("\t\t清远市知识产权局") == [String(repeating: " ", count: 64) + "清远市知识产权局"])
    let wide = String(repeating: "宽", count: 41)
    #expect(lay("\t" + wide) == [wide])
  }

  @Test("A closing sign never comes first, an opening one never last, and a number stays whole")
  func breaks() {
    let forty = String(repeating: "字", count: 40)
    #expect(lay(forty) == [forty])
    #expect(lay(forty + "，后") == [String(forty.dropLast()), "字，后"])
    let head = String(repeating: "字", count: 39)
    #expect(lay(head + "（内）") == [head, "（内）"])
    #expect(lay(head + "50,000.00 元") == [head, "50,000.00 元"])
    #expect(lay(head + " 50,000.00") == [head, "50,000.00"])
  }

  @Test("The rest of a numbered line stands under its text, of a paragraph at the margin")
  func hanging() {
    let long = String(repeating: "字", count: 45)
    #expect(lay("  1. \(long)") == ["  1. \(long.prefix(37))", "     \(long.suffix(8))"])
    #expect(lay("　　\(long)") == ["　　\(long.prefix(38))", "\(long.suffix(7))"])
    #expect(lay("    \(long)") == ["    \(long.prefix(38))", "    \(long.suffix(7))"])
  }

  @Test("A piece without a place to break is left as it is; rows of a table are")
  func whole() {
    let digits = String(repeating: "1", count: 100)
    #expect(lay(digits) == [digits])
    let row = String(repeating: "列  ", count: 30)
    #expect(lay(row, rows: [row]) == [row])
  }

  @Test("Columns of a table by the width of its characters")
  func table() {
    let table = ReportTable(
      title: "标题", columns: [.init("a", "申请人"), .init("b", "金额", isNumber: true), .init("c", "备注")],
      rows: [
        .init([.text("甲 A"), .money(50_000), .text("")]), .init([.text("清远乙丙"), .count(1), .text("x")]),
      ])
    #expect(
      table.text == """
        标题
        申请人      金额  备注
        甲 A      500.00
        清远乙丙       1  x

        """)
  }

  @Test("Control characters and turned writing from a name do not reach the paper")
  func clean() {
    #expect(PlainText.clean("甲\u{1B}[2J\n乙\u{202E}丙\u{85}") == "甲 [2J 乙丙 ")
  }
}

extension ReportTable.Cell {
  fileprivate static func money(_ fen: Int64) -> Self { .money(.init(fen: Int128(fen))) }
}
