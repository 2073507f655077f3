/// Stand-ins of known width for scalars whose own width is unknown.
///
/// They are ASCII wherever that stays readable, so that a column after them is where it should be on every
/// terminal; all else becomes the missing-character mark, never a blank.
enum StandIn {
  /// The text painted for `scalar`, made only of scalars of one or two columns; never empty.
  static func of(_ scalar: Unicode.Scalar) -> String {
    if let known = table[scalar] { return known }
    let value = scalar.value
    switch value {
    // Tab, line feed, carriage return, line and paragraph separator part words.
    case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: return " "
    case 0x2460...0x2473: return "(\(value - 0x2460 + 1))"
    case 0x2474...0x2487: return "(\(value - 0x2474 + 1))"
    case 0x2488...0x249B: return "\(value - 0x2488 + 1)."
    case 0x249C...0x24B5: return "(\(latin(value - 0x249C, from: 0x61)))"
    case 0x24B6...0x24CF: return "(\(latin(value - 0x24B6, from: 0x41)))"
    case 0x24D0...0x24E9: return "(\(latin(value - 0x24D0, from: 0x61)))"
    case 0x24EB...0x24F4: return "(\(value - 0x24EB + 11))"
    case 0x24F5...0x24FE: return "(\(value - 0x24F5 + 1))"
    case 0x2776...0x277F: return "(\(value - 0x2776 + 1))"
    case 0x2580...0x2595: return "#"
    default: return lineDrawing(value) ?? String(Glyph.missing)
    }
  }

  private static func latin(_ offset: UInt32, from first: UInt32) -> String {
    Unicode.Scalar(first + offset).map { String($0) } ?? String(Glyph.missing)
  }

  /// Lines pasted from a document keep their direction, which is all that they say.
  private static func lineDrawing(_ value: UInt32) -> String? {
    switch value {
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550: "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551: "|"
    case 0x2500...0x257F: "+"
    default: nil
    }
  }

  private static let table: [Unicode.Scalar: String] = {
    // Spelled by number: the soft hyphen is invisible, the signs of ohm and ångström look like letters.
    var table: [Unicode.Scalar: String] = ["\u{AD}": "-", "\u{2126}": "O", "\u{212B}": "A"]
    for entry in entries.split(whereSeparator: \.isWhitespace) {
      let scalars = entry.unicodeScalars
      guard let key = scalars.first else { continue }
      table[key] = String(String.UnicodeScalarView(scalars.dropFirst(2)))
    }
    return table
  }()

  /// What was typed, `=`, what is painted. A circle among numerals is the numeral zero.
  static let entries = """
    “=" ”=" ‘=' ’=' ‵=' ′=' ″=" ‴=''' ´=' ¨=" ˝=" ¡=! ¿=? ¦=| ‖=|| ∥=|| ∣=| ˊ=' ˋ=` ˇ=^
    ‐=- –=- —=- ―=- ‾=- ˉ=- …=... ‥=.. ·=. •=. ‧=. ∙=. ․=. ⋅=. ˙=' ※=* †=* ‡=** §=S ¶=P
    ●=* ◎=@ ○=〇 ◯=〇 ◇=* ◆=* ■=# □=[] ▣=# ▲=^ △=^ ▶=> ▷=> ▼=v ▽=v ◀=< ◁=< ★=* ☆=* ☎=T ☏=T
    ←=<- →=-> ↑=^ ↓=v ↔=<-> ↕=| ⇒==> ⇔=<=> ♀=F ♂=M √=v ×=x ÷=/ ±=+- ∶=: ∷=:: ∕=/ ∼=~ ∽=~ ≈=~= ≒=~= ≌=~=
    ≠=!= ≡=== ≤=<= ≥=>= ≦=<= ≧=>= ≪=<< ≫=>> ∧=^ ∨=v ∞=oo ∴=.:. ∵=:.: ∑=S ∏=P ∟=L ∠=L
    °=o ℃='C ℉='F ‰=o/oo €=EUR №=No. ℡=TEL ™=(TM) ®=(R) ¤=$ ℅=c/o ℓ=l µ=u ª=a º=o
    ¹=1 ²=2 ³=3 ⁴=4 ⁿ=n ₁=1 ₂=2 ₃=3 ₄=4 ¼=1/4 ½=1/2 ¾=3/4 ⅓=1/3 ⅔=2/3 ⅛=1/8 ⅜=3/8 ⅝=5/8 ⅞=7/8
    Ⅰ=I Ⅱ=II Ⅲ=III Ⅳ=IV Ⅴ=V Ⅵ=VI Ⅶ=VII Ⅷ=VIII Ⅸ=IX Ⅹ=X Ⅺ=XI Ⅻ=XII
    ⅰ=i ⅱ=ii ⅲ=iii ⅳ=iv ⅴ=v ⅵ=vi ⅶ=vii ⅷ=viii ⅸ=ix ⅹ=x
    à=a á=a ā=a ǎ=a è=e é=e ē=e ě=e ê=e ì=i í=i ī=i ǐ=i ò=o ó=o ō=o ǒ=o ù=u ú=u ū=u ǔ=u
    ü=v ǖ=v ǘ=v ǚ=v ǜ=v ń=n ň=n ɑ=a ɡ=g æ=ae œ=oe Æ=AE Œ=OE ß=ss ð=d ø=o þ=th đ=d ł=l ı=i ŋ=ng
    Ð=D Ø=O Þ=TH Đ=D Ł=L Ŋ=NG ħ=h Ħ=H ŧ=t Ŧ=T ŀ=l Ŀ=L ĳ=ij Ĳ=IJ ĸ=k ŉ='n
    Α=A Β=B Γ=G Δ=D Ε=E Ζ=Z Η=E Θ=Th Ι=I Κ=K Λ=L Μ=M Ν=N Ξ=X Ο=O Π=P Ρ=R Σ=S Τ=T Υ=Y Φ=Ph Χ=Ch Ψ=Ps Ω=O
    α=a β=b γ=g δ=d ε=e ζ=z η=e θ=th ι=i κ=k λ=l μ=u ν=n ξ=x ο=o π=p ρ=r σ=s τ=t υ=y φ=ph χ=ch ψ=ps ω=o
    Ё=Yo А=A Б=B В=V Г=G Д=D Е=E Ж=Zh З=Z И=I Й=J К=K Л=L М=M Н=N О=O П=P Р=R С=S Т=T У=U Ф=F Х=Kh
    Ц=Ts Ч=Ch Ш=Sh Щ=Shch Ъ=' Ы=Y Ь=' Э=E Ю=Yu Я=Ya ё=yo а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=j
    к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ=' ы=y ь=' э=e ю=yu я=ya
    """
}
