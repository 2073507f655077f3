/// The number of a resident identity card (居民身份证号码, GB 11643-1999): seventeen digits and a check.
public struct ResidentID: Hashable, Sendable {
  /// Seventeen digits and the check as written, X for 10. The check differs from the expected one only where a
  /// clerk has overridden it.
  public let text: String
  public let birthDate: CivilDate

  /// What a text turns out to be where an identity number belongs.
  public enum Reading: Hashable, Sendable {
    case id(ResidentID)
    /// Everything but the check is right; a clerk may override it with a reason.
    case wrongCheck(ResidentID, expected: Character)
    /// The old number of fifteen digits.
    case oldNumber
    /// The birth date is in no calendar.
    case noSuchDay(year: Int, month: Int, day: Int)
    case bornInFuture(CivilDate)
    case empty
    /// Neither eighteen nor fifteen; the count found.
    case wrongLength(Int)
    /// A character that can't stand there; its place from 1.
    case badCharacter(at: Int)
  }

  /// Reads a number in full or half width, with or without spaces, x for X.
  ///
  /// - Parameter today: nobody is born after it.
  public static func read(_ text: String, today: CivilDate) -> Reading {
    let scalars = TypedText.folded(text)
    guard !scalars.isEmpty else { return .empty }
    let digits = scalars.prefix(17).compactMap(TypedText.digit)
    let firstBad = scalars.prefix(17).firstIndex { TypedText.digit($0) == nil }
    if let firstBad { return .badCharacter(at: firstBad + 1) }
    guard scalars.count == 18, let last = scalars.last else {
      return scalars.count == 15 ? .oldNumber : .wrongLength(scalars.count)
    }
    guard last == "X" || TypedText.digit(last) != nil else { return .badCharacter(at: 18) }

    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    let (year, month, day) = (number(6..<10), number(10..<12), number(12..<14))
    guard let birthDate = CivilDate(year: year, month: month, day: day) else {
      return .noSuchDay(year: year, month: month, day: day)
    }
    guard birthDate <= today else { return .bornInFuture(birthDate) }
    let id = ResidentID(text: String(String.UnicodeScalarView(scalars)), birthDate: birthDate)
    let expected = check(of: digits)
    return Character(last) == expected ? .id(id) : .wrongCheck(id, expected: expected)
  }

  /// Weights 2^(18−i) modulo 11 for places i from 1 (7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2).
  private static func check(of digits: [Int]) -> Character {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let remainder = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11
    let value = (12 - remainder) % 11
    return value == 10 ? "X" : digitCharacter(value)
  }

  /// Whether it ends as one of which a spreadsheet has kept fifteen digits.
  public var isCut: Bool { text.hasSuffix("000") }

  /// Hides the middle of any text that was taken for an identity number, readable or not.
  public static func masked(_ text: String) -> String {
    let shown = text.count > 8 ? 4 : 0
    return text.prefix(shown) + String(repeating: "*", count: text.count - 2 * shown) + text.suffix(shown)
  }
}
