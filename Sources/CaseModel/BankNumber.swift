/// The number of a bank branch in the payment system (支付系统行号): twelve digits, the last a check.
public struct BankNumber: Hashable, Sendable {
  /// The twelve digits. The last one differs from `expectedCheck` only where a clerk has overridden the check.
  public let digits: String

  /// What a text turns out to be where a bank number belongs.
  public enum Reading: Hashable, Sendable {
    case number(BankNumber)
    /// Everything but the check digit is right; a clerk may override it with a reason.
    case wrongCheck(BankNumber, expected: Character)
    case empty
    /// Not twelve digits; the count found.
    case wrongLength(Int)
    case unreadable
  }

  /// Reads twelve digits, of whatever width, with or without spaces.
  public static func read(_ text: String) -> Reading {
    let values = TypedText.folded(text).map(TypedText.digit)
    let digits = values.compactMap { $0 }
    guard digits.count == values.count else { return .unreadable }
    guard let check = digits.last else { return .empty }
    guard digits.count == 12 else { return .wrongLength(digits.count) }
    let number = BankNumber(digits: digits.map(String.init).joined())
    let expected = mod11And10(digits.dropLast())
    return check == expected ? .number(number) : .wrongCheck(number, expected: digitCharacter(expected))
  }

  /// The check digit of ISO 7064 MOD 11,10.
  private static func mod11And10(_ digits: some Sequence<Int>) -> Int {
    var product = 10
    for digit in digits {
      let sum = (product + digit) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (11 - product) % 10
  }
}

/// A digit from 0 to 9 as a character.
func digitCharacter(_ digit: Int) -> Character {
  Character(Unicode.Scalar(UInt8(truncatingIfNeeded: digit) % 10 + UInt8(ascii: "0")))
}
