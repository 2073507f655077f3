/// A rate such as 30 % or 12.5 %, exact: its digits and how many of them are decimals.
public struct Percentage: Hashable, Sendable, CustomStringConvertible {
  /// The rate is `numerator` / `denominator` per cent; the denominator is 1, 10, 100 or 1000.
  public let numerator: Int64
  public let denominator: Int64

  /// Reads "30%" or "12.5%": up to 100 %, at most three decimals.
  public init?(_ text: String) {
    guard text.utf8.last == UInt8(ascii: "%") else { return nil }
    var numerator: Int64 = 0
    var denominator: Int64 = 1
    var digits = 0
    var decimals: Int?
    for byte in text.utf8.dropLast() {
      if byte == UInt8(ascii: "."), decimals == nil, digits > 0 {
        decimals = 0
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      digits += 1
      if let count = decimals {
        decimals = count + 1
        denominator *= 10
      }
      guard digits <= 6, decimals ?? 0 <= 3 else { return nil }
      numerator = numerator * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    guard digits > 0, decimals != 0, numerator <= 100 * denominator else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// That share of a sum, rounded down to the fen.
  public func share(of money: Money) -> Money {
    Money(fen: Int64(Int128(money.fen) * Int128(numerator) / (100 * Int128(denominator))))
  }

  /// Compares `part` with this rate of `whole` by cross-multiplication alone, so that nothing is divided:
  /// negative where the part is short, 0 where it is exact. Also defined where the whole is zero or negative.
  public func compare(part: Int, whole: Int) -> Int128 {
    Int128(part) * 100 * Int128(denominator) - Int128(numerator) * Int128(whole)
  }

  public var description: String {
    guard denominator > 1 else { return "\(numerator)%" }
    let fraction = String(denominator + numerator % denominator).dropFirst()
    return "\(numerator / denominator).\(fraction)%"
  }
}
