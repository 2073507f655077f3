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

  /// Reads a sum as clerks type it: 3,000 · 3000.5 · ３０００ · ¥3000 · 3000元 · 1.5万, with Chinese comma and full
  /// stop too.
  public static func typed(_ text: String) -> Result<Money, TypingIssue> {
    var scalars = TypedText.folded(text)
    TypedText.drop(first: ["人民币"], from: &scalars)
    TypedText.drop(first: ["¥", "RMB", "CNY"], from: &scalars)
    TypedText.drop(last: ["元", "圆", "元整", "圆整"], from: &scalars)
    let isTenThousands = TypedText.drop(last: ["万"], from: &scalars)
    guard !scalars.isEmpty else {
      return .failure(TextFolding.isBlank(text) ? .empty : .unreadable)
    }
    let isNegative = TypedText.drop(first: ["-", "负"], from: &scalars)

    let number: TypedDigits
    switch TypedDigits.read(scalars) {
    case .failure(.grouping): return .failure(.badGrouping)
    case .failure(.unreadable): return .failure(.unreadable)
    case .success(let read): number = read
    }
    guard !isNegative else { return .failure(.negative) }
    // Shifting the dot keeps the sum exact.
    let places = isTenThousands ? 6 : 2
    guard number.decimals.count <= places else { return .failure(.tooFine) }
    guard number.whole.count + places <= 14 else { return .failure(.tooLarge) }
    let zeros = repeatElement(0, count: places - number.decimals.count)
    let fen = (number.whole + number.decimals + zeros).reduce(Int64(0)) { $0 * 10 + Int64($1) }
    return .success(Money(fen: fen))
  }
}
