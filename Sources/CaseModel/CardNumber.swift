/// The digits of a bank account (银行账号), which for a person is often the number of a card.
///
/// Units' accounts follow no common check; a card's last digit is the check of ISO/IEC 7812-1 (Luhn), and
/// where it fails the clerk is warned, no more.
public struct CardNumber: Hashable, Sendable {
  public let digits: String

  /// What a text turns out to be where an account belongs.
  public enum Reading: Hashable, Sendable {
    case account(CardNumber)
    case empty
    /// Something stands there that is neither a digit nor a space or hyphen.
    case unreadable
  }

  /// Reads the digits, of whatever width; spaces and hyphens are dropped.
  public static func read(_ text: String) -> Reading {
    let scalars = TypedText.folded(text).filter { $0 != "-" }
    guard !scalars.isEmpty else { return .empty }
    guard scalars.allSatisfy({ TypedText.digit($0) != nil }) else { return .unreadable }
    return .account(CardNumber(digits: String(String.UnicodeScalarView(scalars))))
  }

  /// Whether it is as long as accounts are: 6 to 32 digits.
  public var isAccountLong: Bool { (6...32).contains(digits.utf8.count) }

  /// Whether a text is an account: what a spreadsheet or a clerk leaves in its place (6.22848E18, 无) is none.
  public static func isAccount(_ text: String) -> Bool {
    guard case .account(let number) = read(text) else { return false }
    return number.isAccountLong
  }

  /// Whether it is as long as the number of a card: 16 to 19 digits.
  public var isCardLong: Bool { (16...19).contains(digits.utf8.count) }

  /// Whether it looks as if a spreadsheet had kept fifteen digits of it and made zeros of the others.
  public var isCut: Bool {
    let rest = digits.utf8.dropFirst(15)
    guard !rest.isEmpty, rest.allSatisfy({ $0 == UInt8(ascii: "0") }) else { return false }
    return rest.count > 1 || digits.hasSuffix("000")
  }

  /// Whether the last digit is right by Luhn's formula.
  public var passesLuhn: Bool {
    var sum = 0
    for (place, byte) in digits.utf8.reversed().enumerated() {
      let digit = Int(byte) - Int(UInt8(ascii: "0"))
      let weighted = place.isMultiple(of: 2) ? digit : digit * 2
      sum += weighted > 9 ? weighted - 9 : weighted
    }
    return sum.isMultiple(of: 10)
  }
}
