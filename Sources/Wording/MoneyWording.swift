public import CaseModel

/// Sums of money in figures, as screens and tables show them.
public enum MoneyWording {
  /// Yuan with two decimals and a comma before every three digits: 49,900.00. Sums so written line up on the right.
  public static func grouped(_ money: Money) -> String { grouped(MoneyTotal(money)) }

  /// The same for a total of any size; one below zero has a hyphen in front.
  public static func grouped(_ total: MoneyTotal) -> String {
    // Put together from the end, since a screen has many sums; 39 digits, 12 commas, a dot and a sign at most.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { bytes in
      var first = bytes.count
      func put(_ byte: UInt8) {
        first -= 1
        bytes[first] = byte
      }
      var rest = total.fen.magnitude
      var digits = 0
      while rest > 0 || digits < 3 {
        if digits == 2 { put(UInt8(ascii: ".")) }
        if digits > 2, (digits - 2).isMultiple(of: 3) { put(UInt8(ascii: ",")) }
        let (higher, digit) = rest.quotientAndRemainder(dividingBy: 10)
        put(UInt8(ascii: "0") + UInt8(digit))
        rest = higher
        digits += 1
      }
      if total.fen < 0 { put(UInt8(ascii: "-")) }
      return String(decoding: bytes[first...], as: UTF8.self)
    }
  }

  /// The same for a column so wide: without the commas where it has no room for them, so that no digit is cut.
  public static func grouped(_ total: MoneyTotal, in columns: Int) -> String {
    let text = grouped(total)
    return text.utf8.count <= columns ? text : text.replacing(",", with: "")
  }

  public static func grouped(_ money: Money, in columns: Int) -> String {
    grouped(MoneyTotal(money), in: columns)
  }

  /// The same without decimals where there are none: 50,000, as a policy states its figures.
  public static func short(_ money: Money) -> String {
    let text = grouped(money)
    return text.hasSuffix(".00") ? String(text.dropLast(3)) : text
  }

  /// A sum in running text: 1,100.00 元.
  public static func yuan(_ money: Money) -> String { grouped(money) + " 元" }
  public static func yuan(_ money: MoneyTotal) -> String { grouped(money) + " 元" }
}
