import CaseModel
import Foundation
import Testing

/// What a reader of a screen or a paper can see of a text, and what a spreadsheet makes of it.
struct VisibleTextTests {
  @Test(arguments: ["王甲", "Qingyuan 1", "（英德）有限公司", "\u{2CB4E}", "é", "①", " "])
  func `Each character of a name is seen`(text: String) { #expect(TextFolding.isVisible(text)) }

  @Test(arguments: [
    // A zero-width space, a change of direction, a variation selector, a tab, a line end, a replacement, a private one,
    // a soft hyphen and a code point that nobody has given a character yet.
    "王\u{200B}甲", "\u{202E}甲王", "王\u{FE0F}", "王\t甲", "王甲\n", "王\u{FFFD}", "王\u{E000}", "王\u{AD}甲",
    "王\u{2028}甲",
    "王\u{0378}",
  ])
  func `Nobody bears a name with what can't be seen`(text: String) { #expect(!TextFolding.isVisible(text)) }

  @Test func `A control is no blank, and an invisible character is`() {
    #expect(TextFolding.isBlank("\u{200B}\u{FEFF}\u{2060}"))
    #expect(!TextFolding.isBlank("\u{7}") && !TextFolding.isBlank("\u{7F}"))
    #expect(TextFolding.isInvisible("\u{7}") && TextFolding.isInvisible("\u{200D}"))
    #expect(!TextFolding.isInvisible("\t") && !TextFolding.isInvisible("甲") && !TextFolding.isInvisible("A"))
  }

  @Test func `Half width is exact for all ninety-four signs and the space`() {
    for value in UInt32(0x21)...0x7E {
      guard let wide = Unicode.Scalar(value + 0xFEE0), let half = Unicode.Scalar(value) else { continue }
      #expect(TextFolding.halfWidth(wide) == half)
    }
    #expect(TextFolding.halfWidth("\u{3000}") == " ")
    // Next to them on both sides, and what has a meaning of its own.
    for scalar in "\u{FF00}\u{FF5F}。、甲".unicodeScalars { #expect(TextFolding.halfWidth(scalar) == scalar) }
  }

  /// Foundation brings ICU's NFKC, of which the table is a copy by hand: what folds there folds here, in capitals.
  @Test func `What has another shape folds as by NFKC`() {
    let signs = TextFolding.search("·•・‧․。-—－()（）〔〕【】")
    #expect(signs == "......---()()()()")
    for run in [
      0x2460...0x24FF, 0x2160...0x217F, 0x2F00...0x2FD5, 0x3220...0x3247, 0xF900...0xFA0D, 0xFF66...0xFF9D,
    ] {
      for value in run {
        guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
        let folded = TextFolding.search(String(scalar))
        // Brackets, dots and dashes go by their own table.
        guard !folded.contains(where: { "-.()".contains($0) }) else { continue }
        let normal = String(scalar).precomposedStringWithCompatibilityMapping.uppercased()
        #expect(folded == normal, "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test(arguments: ["锟斤拷", "有限公司\u{FFFD}", "锘縜", "烫烫烫", "屯屯", "王\u{E123}", "斤拷"])
  func `What a wrong encoding leaves is known`(text: String) { #expect(BrokenText.isBroken(text)) }

  @Test(arguments: ["清远市", "烫金厂", "屯昌县", "一斤", "ABC", "", "斤，拷"])
  func `What only looks like it is not`(text: String) { #expect(!BrokenText.isBroken(text)) }

  /// A cell that begins as a formula, or that a spreadsheet would round, is kept as text by a tab in front.
  @Test(arguments: [
    "=1+1", "+86 763", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠甲", "  =1", "441802199003070013", "１２３", "1E5",
    "2019-01-01", "12.50", "100%", "12，000", "1 000",
  ])
  func `A cell that a spreadsheet would change is guarded`(text: String) {
    #expect(SpreadsheetText.guarded(text) == "\t" + text)
  }

  @Test(arguments: ["清远市", "91441802MAFARM019H", "E", "", "3件", "粤财〔2019〕1号", ". - /", "A=1"])
  func `Any other cell stands as it is`(text: String) { #expect(SpreadsheetText.guarded(text) == text) }

  /// RFC 4180: each field in quotes, a quote twice, lines ended by CR LF.
  @Test func `A line of a table is quoted as RFC 4180 says`() {
    #expect(
      SpreadsheetText.line(["甲", "a\"b", "x,y", "", "两\n行"]) == "\"甲\",\"a\"\"b\",\"x,y\",\"\",\"两\n行\"\r\n")
    #expect(SpreadsheetText.line([]) == "\r\n")
    #expect(SpreadsheetText.byteOrderMark == [0xEF, 0xBB, 0xBF])
  }
}
