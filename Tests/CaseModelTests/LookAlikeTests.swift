import CaseModel
import Testing

/// Names that an eye can't tell apart, and names that it can.
@Suite struct LookAlikeTests {
  @Test(
    arguments: [
      // Cyrillic and Greek letters, a digit, a small l, full width; U+0410 is Cyrillic A.
      ("王A", "王\u{410}"), ("王O", "王0"), ("王O", "王\u{39F}"), ("李Il", "李II"), ("李1", "李I"), ("李l", "李I"),
      ("Xu", "\u{425}u"), ("王Ａ", "王a"), ("王〇", "王0"),
      // A katakana for an ideograph, a stroke that is longer, another form of one character.
      ("王力", "王カ"), ("王日", "王曰"), ("王末", "王未"), ("王己", "王已"), ("周德", "周徳"), ("吴主管", "吳主管"),
      ("Al", "AL"), ("经办 甲", "经办甲"),
    ]) func cannotBeToldApart(_ a: String, _ b: String)
  {
    #expect(LookAlike.areAlike(a, b) && LookAlike.areAlike(b, a))
  }

  @Test(arguments: [("王甲", "王乙"), ("王A", "王B"), ("李1", "李2"), ("王木", "王本"), ("王大", "王太"), ("", "王")])
  func canBeToldApart(_ a: String, _ b: String) {
    #expect(!LookAlike.areAlike(a, b))
  }
}
