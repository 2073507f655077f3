import Testing

@testable import Cells

/// The classes of Unicode's UAX #11, table by table: W and F take two columns, H, Na and N one, A nobody knows.
struct EastAsianWidthTests {
  @Test(
    "Wide and full width",
    arguments: [
      "\u{1100}", "\u{115F}", "\u{2E80}", "\u{2F00}", "\u{3000}", "\u{3001}", "\u{3042}", "\u{30A2}",
      "\u{3105}",
      "\u{3131}", "\u{31A0}", "\u{3220}", "\u{3400}", "\u{4E00}", "\u{9FFF}", "\u{A000}", "\u{A960}",
      "\u{AC00}",
      "\u{D7A3}", "\u{F900}", "\u{FE10}", "\u{FE30}", "\u{FF01}", "\u{FF21}", "\u{FF5E}", "\u{FF60}",
      "\u{FFE0}",
      "\u{FFE5}", "\u{FFE6}", "\u{1F004}", "\u{1F200}", "\u{20000}", "\u{2A700}", "\u{2F800}", "\u{30000}",
    ] as [Unicode.Scalar])
  func two(scalar: Unicode.Scalar) { #expect(CharacterWidth(of: scalar) == .two) }

  @Test(
    "Half width, narrow and neutral",
    arguments: [
      "!", "~", "\u{A2}", "\u{A3}", "\u{A5}", "\u{A6}", "\u{AC}", "\u{AF}", "\u{20A9}", "\u{27E6}",
      "\u{2985}",
      "\u{303F}", "\u{FF61}", "\u{FF71}", "\u{FFA1}", "\u{FFE8}", "\u{A0}", "\u{A9}", "\u{2011}", "\u{20AA}",
      "\u{2212}", "\u{5D0}", "\u{627}", "\u{E01}", "\u{10000}",
    ] as [Unicode.Scalar])
  func one(scalar: Unicode.Scalar) { #expect(CharacterWidth(of: scalar) == .one) }

  @Test(
    "Ambiguous: a stand-in of ASCII or the mark of two columns is painted",
    arguments: [
      "\u{A1}", "\u{A7}", "\u{B0}", "\u{B1}", "\u{B7}", "\u{D7}", "\u{F7}", "\u{391}", "\u{3C9}", "\u{410}",
      "\u{44F}",
      "\u{2010}", "\u{2014}", "\u{2018}", "\u{201D}", "\u{2026}", "\u{2030}", "\u{203B}", "\u{20AC}",
      "\u{2103}",
      "\u{2116}", "\u{2160}", "\u{2190}", "\u{2211}", "\u{2260}", "\u{2460}", "\u{24EB}", "\u{2500}",
      "\u{2573}",
      "\u{2588}", "\u{25A0}", "\u{25CF}", "\u{2605}", "\u{2640}", "\u{3248}", "\u{E000}", "\u{FFFD}",
      "\u{F0000}",
    ] as [Unicode.Scalar])
  func ambiguous(scalar: Unicode.Scalar) {
    #expect(CharacterWidth(of: scalar) == .ambiguous)
    let painted = Glyph(scalar).painted
    #expect(!painted.isEmpty && painted.allSatisfy { $0.isASCII || $0 == Glyph.missing || $0 == "〇" })
  }

  @Test(
    "Marks that stand over others, joiners and signs of direction take none, and nothing is painted for them",
    arguments: [
      "\u{300}", "\u{301}", "\u{36F}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{202A}", "\u{202E}",
      "\u{2066}",
      "\u{20DD}", "\u{302A}", "\u{3099}", "\u{FE00}", "\u{FE0F}", "\u{FEFF}", "\u{E0100}", "\u{1160}",
    ] as [Unicode.Scalar])
  func none(scalar: Unicode.Scalar) {
    #expect(CharacterWidth(of: scalar) == .zero)
    #expect(Glyph(scalar).painted.isEmpty && Text.columns(of: "中\(scalar)") == 2)
  }

  /// Roman numbers, circled ones, and the signs of units in old tables say the same in ASCII.
  @Test(
    "What a stand-in says",
    arguments: [
      ("Ⅻ", "XII"), ("ⅹ", "x"), ("⑩", "(10)"), ("⑴", "(1)"), ("⒛", "20."), ("ⓐ", "(a)"), ("Ⓩ", "(Z)"),
      ("⒵", "(z)"),
      ("⓫", "(11)"), ("⓵", "(1)"), ("❿", "(10)"), ("№", "No."), ("℃", "'C"), ("‰", "o/oo"), ("½", "1/2"),
      ("×", "x"),
      ("→", "->"), ("≤", "<="), ("§", "S"), ("￥", "￥"), ("€", "EUR"), ("²", "2"), ("㈠", "㈠"), ("┼", "+"),
      ("║", "|"),
      ("═", "-"), ("▓", "#"), ("ǚ", "v"), ("Щ", "Shch"), ("ψ", "ps"), ("\u{2028}", " "), ("\r", " "),
      ("\u{AD}", "-"),
    ])
  func standIns(text: String, painted: String) {
    let shown = text.unicodeScalars.flatMap { Glyph($0).painted }
    #expect(String(String.UnicodeScalarView(shown)) == painted)
    #expect(Text.columns(of: text) == Text.columns(of: painted))
  }
}
