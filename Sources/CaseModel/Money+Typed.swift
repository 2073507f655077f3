extension Money {
  /// Why what a clerk typed is no sum of money.
  public enum TypingIssue: Error, Hashable, Sendable {
    case empty
    case unreadable
    case negative
    /// Parts of a fen.
    case tooFine
    /// Above `Money.largest`.
    case tooLarge
    /// Commas that do not part groups of three: perhaps a comma typed for the dot.
    case badGrouping
  }

  /// Reads a sum as clerks type it: 3,000 · 3000.5 · ３０００ · ¥3000 · 3000元 · 1.5万 · 3千元 · 叁仟元整 ·
  /// 叁仟元伍角整, with Chinese comma and full stop too.
  public static func typed(_ text: String) -> Result<Money, TypingIssue> {
    var scalars = TypedText.folded(text)
    TypedText.drop(first: ["人民币"], from: &scalars)
    TypedText.drop(first: ["¥", "RMB", "CNY"], from: &scalars)
    TypedText.drop(last: ["整", "正"], from: &scalars)
    if let money = inWords(scalars) { return money }
    TypedText.drop(last: ["元", "圆", "块"], from: &scalars)
    let places =
      TypedText.drop(last: ["万", "萬"], from: &scalars)
      ? 6 : TypedText.drop(last: ["千", "仟"], from: &scalars) ? 5 : 2
    return TypedDigits.read(scalars, of: text).flatMap { number in
      // Shifting the dot keeps the sum exact.
      guard number.decimals.count <= places else { return .failure(.tooFine) }
      guard number.whole.count + places <= 14 else { return .failure(.tooLarge) }
      let zeros = repeatElement(0, count: places - number.decimals.count)
      let fen = (number.whole + number.decimals + zeros).reduce(Int64(0)) { $0 * 10 + Int64($1) }
      return .success(Money(fen: fen))
    }
  }

  /// A sum in words: 壹万陆仟肆佰零玖元零贰分. Nil where none of it is in words, or a unit stands behind figures.
  private static func inWords(_ scalars: [Unicode.Scalar]) -> Result<Money, TypingIssue>? {
    let isAllWords = scalars.allSatisfy {
      ChineseNumeral.isWord($0) || "元圆块角毛分".unicodeScalars.contains($0)
    }
    guard isAllWords, scalars.contains(where: { ChineseNumeral.isWord($0) }) else { return nil }
    var fen = 0
    var part: [Unicode.Scalar] = []
    var last = Int.max
    for scalar in scalars {
      let unit: Int
      switch scalar {
      case "元", "圆", "块": unit = 100
      case "角", "毛": unit = 10
      case "分": unit = 1
      default:
        part.append(scalar)
        continue
      }
      guard unit < last, let value = ChineseNumeral.value(part), value <= 1_000_000_000_000 else {
        return .failure(.unreadable)
      }
      fen += value * unit
      (part, last) = ([], unit)
    }
    if !part.isEmpty {
      // Without a unit whole yuan are meant.
      guard last == .max, let value = ChineseNumeral.value(part), value <= 1_000_000_000_000 else {
        return .failure(.unreadable)
      }
      fen = value * 100
    }
    return fen > Money.largest.fen ? .failure(.tooLarge) : .success(Money(fen: Int64(fen)))
  }
}
