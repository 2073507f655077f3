/// A patent application number (ZC 0006-2003, and the eight-digit form used before October 2003), with its
/// check digit.
///
/// The patent number is the same with ZL in front.
public struct ApplicationNumber: Hashable, Sendable {
  /// The digits without the check digit as one number: twelve digits, or eight where below 10^8.
  public let digits: UInt64
  /// The check digit, 0 to 10, where 10 is written X. It differs from `expectedCheck` only where a clerk has
  /// overridden the check.
  public let check: UInt8

  /// The old form of eight digits.
  public var isOld: Bool { digits < 100_000_000 }

  /// The year of the application: 2003 or later in the new form, 1985 to 2003 in the old one.
  public var year: Int {
    guard isOld else { return Int(digits / 100_000_000) }
    let short = Int(digits / 1_000_000)
    return short >= 85 ? 1900 + short : 2000 + short
  }

  /// The type that the number's own digit tells; it is never typed in.
  public var type: PatentType {
    switch typeDigit {
    case 1, 8: .invention
    case 2, 9: .utility
    default: .design
    }
  }

  private var typeDigit: UInt64 { isOld ? digits / 100_000 % 10 : digits / 10_000_000 % 10 }

  /// Whether the application came through the PCT.
  public var isInternational: Bool { typeDigit >= 8 }

  /// Makes a number of its digits; nil where the year or the type can't be, or the check is above 10.
  /// Without a check digit the right one is taken.
  public init?(digits: UInt64, count: Int, check: UInt8? = nil) {
    guard check ?? 0 <= 10 else { return nil }
    switch count {
    case 12: guard digits / 100_000_000 >= 2003, digits < 1_000_000_000_000 else { return nil }
    case 8:
      guard digits < 100_000_000, digits / 1_000_000 >= 85 || digits / 1_000_000 <= 3 else { return nil }
    default: return nil
    }
    self.digits = digits
    self.check = check ?? Self.check(of: digits, count: count)
    guard [1, 2, 3, 8, 9].contains(typeDigit) else { return nil }
  }

  /// The check digit that the digits ask for.
  public var expectedCheck: UInt8 { Self.check(of: digits, count: isOld ? 8 : 12) }

  /// Weights 2 3 4 5 6 7 8 9 2 3 4 5 from the left, sum modulo 11 (ZC 0006-2003).
  private static func check(of digits: UInt64, count: Int) -> UInt8 {
    var rest = digits
    var sum: UInt64 = 0
    for place in stride(from: count - 1, through: 0, by: -1) {
      sum += rest % 10 * UInt64(place % 8 + 2)
      rest /= 10
    }
    return UInt8(sum % 11)
  }

  /// The digits alone, as once-only keys compare them.
  public var bareText: String { digits.padded(to: isOld ? 8 : 12) }
}

extension ApplicationNumber: CustomStringConvertible {
  /// With dot and check digit, as in "201710601862.3".
  public var description: String { bareText + "." + (check == 10 ? "X" : String(check)) }
}

/// What a patent protects, told by the digit in its application number.
public enum PatentType: String, Hashable, Sendable, CaseIterable {
  case invention, utility, design
}
