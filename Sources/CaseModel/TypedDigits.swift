/// The digits of a number that a clerk typed, with commas in groups of three or none.
struct TypedDigits {
  enum Mistake: Error { case unreadable, grouping }

  /// Digits before the dot, without leading zeros; empty for zero.
  var whole: [Int] = []
  /// Digits behind the dot, without trailing zeros.
  var decimals: [Int] = []

  static func read(_ scalars: some Collection<Unicode.Scalar>) -> Result<TypedDigits, Mistake> {
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
      return .failure(.grouping)
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
