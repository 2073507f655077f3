import Testing
import Wording

/// What goes to a terminal, and what of input is said again.
@Suite struct HarmlessTextTests {
  /// C0 apart from line feed and tab, DEL, C1, and the characters of UAX 9 that turn the direction of writing.
  private static let harmful: [Unicode.Scalar] =
    ([
      0x00...0x08, 0x0B...0x1F, 0x7F...0x9F, 0x061C...0x061C, 0x200E...0x200F, 0x202A...0x202E,
      0x2066...0x2069,
    ]
    as [ClosedRange<UInt32>]).joined().compactMap(Unicode.Scalar.init)

  @Test func eachHarmfulCharacterBecomesAMark() {
    #expect(Self.harmful.count == 9 + 21 + 33 + 1 + 2 + 5 + 4)
    for scalar in Self.harmful {
      #expect(TerminalText.harmless("甲\(scalar)乙") == "甲〓乙", "U+\(String(scalar.value, radix: 16))")
      #expect(TerminalText.harmless("\(scalar)") == "〓", "U+\(String(scalar.value, radix: 16))")
    }
    #expect(TerminalText.harmless("公司\u{1B}]0;PWNED\u{07}\u{1B}[31m红\u{1B}[2J") == "公司〓]0;PWNED〓〓[31m红〓[2J")
  }

  @Test func whatHarmsNobodyStays() {
    let text = "第一行\t栏\r\n清远·甲（陶瓷）\u{FEFF}é\u{301} 𠮷 〓\n£\u{A0}ض\u{2010}\u{2028}"
    #expect(TerminalText.harmless(text) == text)
    #expect(TerminalText.harmless("") == "")
    // Alone it takes the cursor back over what was written.
    #expect(TerminalText.harmless("甲\r乙\r") == "甲〓乙〓")
    // A text that is cut in the middle of a character.
    #expect(TerminalText.harmless([0x41, 0xE2]) == [0x41, 0xE2] && TerminalText.harmless([0xC2]) == [0xC2])
  }

  @Test(
    arguments: [
      ("没有编号为“13807639753”的申报。", "没有编号为“1380*******”的申报。"),
      ("44180219900307001X", "4418*************X"), ("6228480000000000000", "6228***************"),
      ("账号６２２８４８０００００", "账号６２２８*******"), ("a6228480000000000000b", "a6228***************b"),
      ("138076397531234567890.5", "1380*****************.5"),
      // Ten digits are nobody's telephone; an application number with its check digit and a hash are anybody's.
      ("1380763975", "1380763975"), ("441881-2019-000007", "441881-2019-000007"),
      ("201820123456.0 和 ZL201010146372.X", "201820123456.0 和 ZL201010146372.X"),
      ("201820123456", "2018********"), ("201820123456.01", "2018********.01"),
      ("138076397531.5", "1380********.5"),
      (String(repeating: "0123456789abcdef", count: 4), String(repeating: "0123456789abcdef", count: 4)),
      (
        String(repeating: "12345678901234567890abcd", count: 2) + "0123456789abcdef",
        String(repeating: "12345678901234567890abcd", count: 2) + "0123456789abcdef"
      ),
      // A random id of the store has a run of eleven digits now and then.
      ("journal/87b4ce31b46719df112123456789012c/x", "journal/87b4ce31b46719df112123456789012c/x"),
      ("87b4ce31b46719df112123456789012", "87b4ce31b46719df1121***********"),
      (String(repeating: "1", count: 32), "1111" + String(repeating: "*", count: 28)),
      (String(repeating: "1", count: 65), "1111" + String(repeating: "*", count: 61)),
    ])
  func longNumbersAreMasked(_ text: String, _ masked: String) { #expect(EchoedDigits.masked(text) == masked) }
}
