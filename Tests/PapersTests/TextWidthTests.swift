import CaseModel
import Cells
import Testing

@testable import Papers

/// Columns on paper (GB/T 9704 sets Chinese at two of a Latin letter), pieces of a cell, and bars.
@Suite("Widths, pieces and bars on paper")
struct TextWidthTests {
  @Test(
    "How wide a text is printed",
    arguments: [
      ("", 0), ("abc", 3), ("清远", 4), ("a清", 3), ("３０００", 8), ("，。", 4), ("“好”", 4), ("①●─", 3), ("é", 1),
      ("e\u{301}", 1),
      ("☑☐", 2), ("█░", 2), ("\u{200B}", 0), ("𠮷", 2), ("¥1", 2), ("￥1", 3), ("\u{3000}", 2),
    ])
  func widths(text: String, columns: Int) { #expect(Text.columns(of: text, on: .paper) == columns) }

  @Test(
    "Filled up to a width",
    arguments: [
      ("清", 4, false, "清  "), ("清", 4, true, "  清"), ("清远", 4, false, "清远"),
      ("", 2, false, "  "),
    ])
  func padded(text: String, width: Int, onRight: Bool, expected: String) {
    #expect(Text.padded(text, to: width, alignment: onRight ? .right : .left, on: .paper) == expected)
  }

  @Test(
    "Pieces of at most a width lose nothing and halve no character",
    arguments: [
      ("清远市", 6, ["清远市"]), ("清远市", 5, ["清远", "市"]), ("清远市", 4, ["清远", "市"]), ("清远市", 2, ["清", "远", "市"]),
      ("清远", 1, ["清", "远"]), ("", 4, [""]), ("ab清", 3, ["ab", "清"]),
      ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
    ])
  func pieces(text: String, width: Int, pieces: [String]) {
    #expect(Text.pieces(of: text, to: width, on: .paper) == pieces)
  }

  private func bar(_ part: Int128, _ whole: Int128) -> String? {
    ShareBar(MoneyTotal(fen: part), of: MoneyTotal(fen: whole))?.text
  }

  /// Of 50 000.00: a fen shows, a fen less than all is not all, and a bar of twenty signs is full only then.
  @Test(
    "A share is rounded, but nothing is nothing and all is all",
    arguments: [
      (0, "  0.0% ░░░░░░░░░░░░░░░░░░░░"), (1, "  0.1% █░░░░░░░░░░░░░░░░░░░"),
      (250_000, "  5.0% █░░░░░░░░░░░░░░░░░░░"),
      (499_999, " 10.0% █░░░░░░░░░░░░░░░░░░░"), (500_000, " 10.0% ██░░░░░░░░░░░░░░░░░░"),
      (2_502_499, " 50.0% ██████████░░░░░░░░░░"), (2_502_500, " 50.1% ██████████░░░░░░░░░░"),
      (4_999_999, " 99.9% ███████████████████░"), (5_000_000, "100.0% ████████████████████"),
      (5_000_001, "100.1% ████████████████████"), (10_000_000, "200.0% ████████████████████"),
    ])
  func shares(part: Int128, text: String) { #expect(bar(part, 5_000_000) == text) }

  @Test("Where there is no whole, or something below nothing, there is no bar")
  func none() {
    for (part, whole) in [(0, 0), (1, 0), (1, -1), (-1, 100), (.max, 100), (1, .max)] as [(Int128, Int128)] {
      #expect(bar(part, whole) == nil, "\(part) of \(whole)")
    }
    #expect(ShareBar(MoneyTotal(fen: 1), of: MoneyTotal(fen: 3))?.percentage == "33.3%")
  }

  @Test(
    "Days in the lines of a letter are written out, with the blanks that stood around them",
    arguments: [
      ("自 2019-03-01 起", "自2019年3月1日起"), ("2019-03-01至2019-12-31", "2019年3月1日至2019年12月31日"),
      ("（2020-02-29）", "（2020年2月29日）"),
      // No days, or no day that there is.
      ("2019-02-30", "2019-02-30"), ("收件编号 441802-2019-000007", "收件编号 441802-2019-000007"),
      ("12019-03-01", "12019-03-01"),
      ("2019-03-011", "2019-03-011"), ("2019-3-1", "2019-3-1"), ("", ""),
    ])
  func days(text: String, written: String) {
    #expect(
      NumberedLine.all(["甲", text]) == [
        NumberedLine(number: 1, text: "甲"), NumberedLine(number: 2, text: written),
      ])
  }
}
