import CaseModel
import Testing

@Suite("Folding of text")
struct TextFoldingTests {
  @Test("What makes a filing unique: half width, upper case, single spaces")
  func unique() {
    #expect(TextFolding.unique("　ｄｂ4418／ｔ  12－2019 ") == "DB4418/T 12-2019")
    #expect(TextFolding.unique("pzaa 2019\u{00A0}\t001") == "PZAA 2019 001")
    #expect(TextFolding.unique("国知发〔2019〕57号") == "国知发(2019)57号")
    #expect(TextFolding.unique(" 　") == "")
  }

  @Test("What is searched: no spaces either, brackets in one width")
  func search() {
    #expect(TextFolding.search("清远（英德） 甲 有限公司") == TextFolding.search("清远(英德)甲有限公司"))
    #expect(TextFolding.search("abc ｄｅｆ") == "ABCDEF")
    #expect(TextFolding.search("straße") == "STRASSE")
  }

  @Test("What says something is a reason, signs and digits alone are none")
  func reasons() {
    for text in ["邮戳为 5 月 31 日", "x", "见 3 号纪要", "\u{2CB4E}"] {
      #expect(TextFolding.isReason(text), "\(text)")
    }
    for text in ["", "　", "。", "？？", "——", "…", "12", "(1)", "\u{200B}", "✓"] {
      #expect(!TextFolding.isReason(text), "\(text)")
    }
    for text in ["2019-3", "清财〔2019〕1号"] { #expect(TextFolding.isPaper(text), "\(text)") }
    for text in [" ", "。", "——"] { #expect(!TextFolding.isPaper(text), "\(text)") }
  }

  @Test("Rare characters are kept code point by code point")
  func rare() {
    #expect(TextFolding.search("\u{2CB4E}\u{31350}") == "\u{2CB4E}\u{31350}")
    #expect(TextFolding.search("e\u{301}").unicodeScalars.count == 2)
  }

  @Test("Blank is blank in every width")
  func blank() {
    #expect(TextFolding.isBlank(""))
    #expect(TextFolding.isBlank(" \t\u{3000}\u{00A0}\n"))
    #expect(!TextFolding.isBlank(" . "))
  }
}
