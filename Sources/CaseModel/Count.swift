/// Whole numbers of things (件数): filings, patents, annuities.
public enum Count {
  /// What an interchange file can state.
  public static let range = 0...1_000_000

  /// Why what a clerk typed is no count.
  public enum TypingIssue: Error, Hashable, Sendable {
    case empty
    case unreadable
    case negative
    case notWhole
    /// Above the largest that is taken.
    case tooLarge
    /// Commas that do not part groups of three.
    case badGrouping
  }

  /// Reads a count as clerks type it: 12, １２, 1,200, 12件, 3个, 第3年, 十二, 12.0.
  ///
  /// - Parameter most: the largest that is taken, where that is more than an interchange file can state.
  public static func typed(_ text: String, upTo most: Int = Count.range.upperBound) -> Result<
    Int, TypingIssue
  > {
    let range = 0...max(most, Self.range.upperBound)
    var scalars = TypedText.folded(text)
    TypedText.drop(first: ["第"], from: &scalars)
    TypedText.drop(last: ["件", "个", "项", "次", "人", "名", "家", "年", "年度", "学时"], from: &scalars)
    if let value = ChineseNumeral.value(scalars) {
      return range.contains(value) ? .success(value) : .failure(.tooLarge)
    }
    return TypedDigits.read(scalars, of: text).flatMap { number in
      guard number.decimals.isEmpty else { return .failure(.notWhole) }
      guard number.whole.count <= String(range.upperBound).count else { return .failure(.tooLarge) }
      let value = number.whole.reduce(0) { $0 * 10 + $1 }
      return range.contains(value) ? .success(value) : .failure(.tooLarge)
    }
  }
}
