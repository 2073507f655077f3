/// The digits of a number that a clerk typed, with commas in groups of three or none.
struct TypedDigits {
  /// Digits before the dot, without leading zeros; empty for zero.
  var whole: [Int] = []
  /// Digits behind the dot, without trailing zeros.
  var decimals: [Int] = []

  /// Reads what is left of a text when its units are off; no number is less than zero.
  static func read<Issue: NumberIssue>(
    _ scalars: [Unicode.Scalar], of text: String
  ) -> Result<TypedDigits, Issue> {
    guard !scalars.isEmpty else { return .failure(TextFolding.isBlank(text) ? .empty : .unreadable) }
    var scalars = scalars
    let isNegative = TypedText.drop(first: ["-", "负"], from: &scalars)
    return read(scalars).flatMap { isNegative ? .failure(.negative) : .success($0) }
  }

  private static func read<Issue: NumberIssue>(_ scalars: [Unicode.Scalar]) -> Result<TypedDigits, Issue> {
    let parts = scalars.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2 else { return .failure(.unreadable) }
    let groups = first.split(separator: ",", omittingEmptySubsequences: false)
    var number = TypedDigits()
    for group in groups {
      for scalar in group {
        guard let digit = TypedText.digit(scalar) else { return .failure(.unreadable) }
        if digit > 0 || !number.whole.isEmpty { number.whole.append(digit) }
      }
    }
    guard groups.allSatisfy({ !$0.isEmpty }) else { return .failure(.unreadable) }
    let isGrouped = groups.count > 1
    guard !isGrouped || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }) else {
      return .failure(.badGrouping)
    }
    if parts.count == 2 {
      for scalar in parts[1] {
        guard let digit = TypedText.digit(scalar) else { return .failure(.unreadable) }
        number.decimals.append(digit)
      }
      guard !number.decimals.isEmpty else { return .failure(.unreadable) }
      while number.decimals.last == 0 { number.decimals.removeLast() }
    }
    return .success(number)
  }
}

/// What may be wrong with any number that is typed.
protocol NumberIssue: Error {
  static var empty: Self { get }
  static var unreadable: Self { get }
  static var badGrouping: Self { get }
  static var negative: Self { get }
}

extension Count.TypingIssue: NumberIssue {}
extension Money.TypingIssue: NumberIssue {}
