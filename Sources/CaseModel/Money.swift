/// A sum of money, exact, in fen.
///
/// Values read from a file or a key are 0.00 to 999 999 999 999.99 yuan; `MoneyTotal` adds up any number of them.
public struct Money: Hashable, BitwiseCopyable, Sendable, Comparable {
  public var fen: Int64

  public init(fen: Int64) { self.fen = fen }
  public init(yuan: Int64) { self.fen = yuan * 100 }

  public static let zero = Money(fen: 0)
  /// The largest sum an interchange file can state: twelve digits of yuan and two decimals.
  public static let largest = Money(fen: 99_999_999_999_999)

  /// Reads the interchange form: one to twelve digits of yuan, then at most two decimals behind a dot.
  public init?(_ text: String) {
    var text = text
    guard let money = text.withUTF8({ Money(utf8: UnsafeRawBufferPointer($0)) }) else { return nil }
    self = money
  }

  /// Reads the same from the bytes of a text.
  public init?(utf8: UnsafeRawBufferPointer) {
    var fen: Int64 = 0
    var yuanDigits = 0
    var decimals: Int?
    for byte in utf8 {
      if byte == UInt8(ascii: "."), decimals == nil {
        decimals = 0
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      if let count = decimals { decimals = count + 1 } else { yuanDigits += 1 }
      guard yuanDigits <= 12, decimals ?? 0 <= 2 else { return nil }
      fen = fen * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    guard yuanDigits >= 1, decimals != 0 else { return nil }
    for _ in (decimals ?? 0)..<2 { fen *= 10 }
    self.fen = fen
  }

  public static func < (a: Money, b: Money) -> Bool { a.fen < b.fen }

  /// The difference, but never below zero.
  public func lessAtLeastZero(_ other: Money) -> Money { Money(fen: max(fen - other.fen, 0)) }
}

extension Money: CustomStringConvertible {
  /// Yuan with two decimals, as in "500.00".
  public var description: String {
    guard fen >= 0 else { return MoneyTotal(fen: Int128(fen)).description }
    let (yuan, rest) = fen.quotientAndRemainder(dividingBy: 100)
    return String(yuan) + (rest < 10 ? ".0" : ".") + String(rest)
  }
}

/// A sum of many sums of money, exact, in fen; wide enough for any office.
public struct MoneyTotal: Hashable, BitwiseCopyable, Sendable, Comparable, CustomStringConvertible {
  public var fen: Int128

  public init(fen: Int128 = 0) { self.fen = fen }
  public init(_ money: Money) { fen = Int128(money.fen) }

  public static let zero = MoneyTotal()

  public static func < (a: MoneyTotal, b: MoneyTotal) -> Bool { a.fen < b.fen }
  public static func + (a: MoneyTotal, b: MoneyTotal) -> MoneyTotal { MoneyTotal(fen: a.fen + b.fen) }
  public static func - (a: MoneyTotal, b: MoneyTotal) -> MoneyTotal { MoneyTotal(fen: a.fen - b.fen) }
  public static func += (a: inout MoneyTotal, b: Money) { a.fen += Int128(b.fen) }
  public static func -= (a: inout MoneyTotal, b: Money) { a.fen -= Int128(b.fen) }

  /// Yuan with two decimals, as in "500.00".
  public var description: String {
    let digits = fen.magnitude.padded(to: 3)
    return (fen < 0 ? "-" : "") + digits.dropLast(2) + "." + digits.suffix(2)
  }

  /// Reads what `description` wrote of a sum that is not below zero: digits of yuan, a dot, two decimals.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isPlain = text.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
    guard isPlain, parts.count == 2, !parts[0].isEmpty, parts[1].count == 2,
      let fen = Int128(parts[0] + parts[1])
    else { return nil }
    self.fen = fen
  }

  /// What is left of a limit, as money; nothing where the limit is used up.
  public func room(under limit: Money) -> Money {
    let left = Int128(limit.fen) - fen
    return left > 0 ? Money(fen: Int64(left)) : .zero
  }
}
