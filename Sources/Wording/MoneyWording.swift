public import CaseModel

/// Sums of money in figures, as screens and tables show them.
public enum MoneyWording {
  /// Yuan with two decimals and a comma before every three digits: 49,900.00. Sums so written line up on the right.
  public static func grouped(_ money: Money) -> String { grouped(MoneyTotal(money)) }

  /// The same for a total of any size; one below zero has a hyphen in front.
  public static func grouped(_ total: MoneyTotal) -> String {
    let text = total.description
    let sign = text.hasPrefix("-") ? "-" : ""
    let digits = Array(text.dropFirst(sign.count).dropLast(3))
    var whole = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { whole += "," }
      whole.append(digit)
    }
    return sign + whole + text.suffix(3)
  }

  /// The same without decimals where there are none: 50,000, as a policy states its figures.
  public static func short(_ money: Money) -> String {
    let text = grouped(money)
    return text.hasSuffix(".00") ? String(text.dropLast(3)) : text
  }

  /// A sum in running text: 100.00 元.
  public static func yuan(_ money: Money) -> String { "\(money) 元" }
}
