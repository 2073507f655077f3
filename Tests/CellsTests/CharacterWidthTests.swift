import Glibc
import Testing

@testable import Cells

struct CharacterWidthTests {
  @Test(
    "A scalar is as wide as the C library says",
    arguments: [
      ("a", CharacterWidth.one), ("中", .two), ("\u{2CB4E}", .two), ("\u{36C3}", .two), ("〇", .two),
      ("３", .two), ("，", .two), ("¥", .one), ("é", .ambiguous), ("\u{301}", .zero), ("\u{200B}", .zero),
      ("\u{200D}", .zero), ("\u{FE0F}", .zero), ("\u{1F600}", .two), ("\u{31350}", .unmeasurable),
      ("\u{1B}", .unmeasurable), ("\u{7F}", .unmeasurable), ("\u{9B}", .unmeasurable),
      ("\u{E000}", .ambiguous), ("●", .ambiguous), ("─", .ambiguous), ("…", .ambiguous), ("“", .ambiguous),
      ("①", .ambiguous), ("\u{10FFFF}", .unmeasurable),
    ] as [(Unicode.Scalar, CharacterWidth)])
  func width(scalar: Unicode.Scalar, expected: CharacterWidth) {
    #expect(CharacterWidth(of: scalar) == expected)
  }

  @Test func runsAscendFromTheFirstScalarAndAlternate() {
    #expect((CharacterWidth.runs.first ?? .max) >> 3 == 0)
    for (run, next) in zip(CharacterWidth.runs, CharacterWidth.runs.dropFirst()) {
      #expect(run >> 3 < next >> 3)
      #expect(run & 7 != next & 7)
      #expect(CharacterWidth(rawValue: UInt8(next & 7)) != nil)
    }
  }

  /// Every one of the planes that have characters, of the others as many as fall on a prime step; all of them where
  /// there is time (`ZIZHU_LONG_TESTS`).
  @Test func everyScalarIsPaintedWithScalarsOfKnownWidthOrNotAtAll() {
    let step = getenv("ZIZHU_LONG_TESTS") == nil ? 97 : 1
    let emptyPlanes = stride(from: UInt32(0x3_2400), through: 0x10_FFFF, by: step)
    for value in Array(0..<UInt32(0x3_2400)) + emptyPlanes {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let glyph = Glyph(scalar)
      let widths = glyph.painted.map { CharacterWidth(of: $0) }
      if !widths.allSatisfy({ $0 == .one || $0 == .two }) {
        Issue.record("U+\(String(value, radix: 16)) is painted as \(glyph.painted)")
      }
      if glyph.columns == 0 && CharacterWidth(of: scalar) == .unmeasurable {
        Issue.record("U+\(String(value, radix: 16)) is not shown")
      }
      if Glyph.columns(of: scalar) != glyph.columns {
        Issue.record("U+\(String(value, radix: 16)) is measured otherwise than painted")
      }
      if Text.columns(of: String(scalar)) != glyph.columns {
        Issue.record("U+\(String(value, radix: 16)) is measured otherwise in a text")
      }
      if Text.columns(of: String(scalar), on: .paper) != Medium.paper.columns(of: scalar) {
        Issue.record("U+\(String(value, radix: 16)) is measured otherwise in a text on paper")
      }
    }
  }

  @Test(
    "What has no width of its own is painted as something that has",
    arguments: [
      ("\u{31350}", "〓"), ("\u{E000}", "〓"), ("\u{FFFD}", "〓"), ("\u{1B}", "〓"), ("\t", " "), ("“", "\""),
      ("…", "..."), ("●", "*"), ("·", "."), ("①", "(1)"), ("⑳", "(20)"), ("⒈", "1."), ("Ⅳ", "IV"),
      ("○", "〇"), ("─", "-"), ("┃", "|"), ("╬", "+"), ("█", "#"), ("é", "e"), ("ü", "v"), ("α", "a"),
      ("Я", "Ya"), ("\u{1F1E8}", "C"), ("e\u{301}", "e"), ("≠", "!="), ("\u{1F44D}\u{1F3FD}", "\u{1F44D}"),
    ])
  func standIns(typed: String, painted: String) {
    let scalars = typed.unicodeScalars.flatMap { Glyph($0).painted }
    #expect(String(String.UnicodeScalarView(scalars)) == painted)
    #expect(Text.columns(of: typed) == Text.columns(of: painted))
  }

  @Test func standInsAreGivenForAmbiguousScalarsOnceEach() {
    let keys = StandIn.entries.split(whereSeparator: \.isWhitespace).compactMap(\.unicodeScalars.first)
    #expect(Set(keys).count == keys.count)
    for entry in StandIn.entries.split(whereSeparator: \.isWhitespace) {
      let scalars = Array(entry.unicodeScalars)
      #expect(scalars.count > 2 && scalars[1] == "=", "\(entry)")
    }
  }
}
