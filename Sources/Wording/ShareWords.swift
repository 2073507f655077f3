import CaseModel
import SubsidyRules

/// A part's share of a whole in words, and what the part lacks; nothing is rounded up.
struct ShareWords {
  var part: Int
  var whole: Int
  var rate: Percentage
  var comparison: Comparison
  var holds: Bool

  init?(_ node: Trace.Node, _ words: TraceWords) {
    guard node.operation == .holdsShare, node.operands.count == 4,
      let part = words.number(node.operands[0]), let whole = words.number(node.operands[3]),
      let comparison = Relation.comparison(node.operands[1]),
      case .percentage(let rate)? = words.value(node.operands[2])
    else { return nil }
    self.part = part
    self.whole = whole
    self.rate = rate
    self.comparison = comparison
    holds = node.result == .flag(true)
  }

  /// The share with at most two decimals, rounded towards zero so that 19.999 % never reads as 20 %.
  /// Nil where the whole is not above zero, since there is no share then.
  var percentage: String? {
    guard whole > 0 else { return nil }
    let hundredths = Int128(part) * 10_000 / Int128(whole)
    let magnitude = hundredths.magnitude
    let decimals = magnitude % 100
    let fraction = decimals == 0 ? "" : ".\(decimals / 10)" + (decimals % 10 == 0 ? "" : "\(decimals % 10)")
    return "\(hundredths < 0 ? "-" : "")\(magnitude / 100)\(fraction)%"
  }

  /// The least part that reaches the rate, the whole staying as it is; nil where more would not help.
  var needed: Int128? {
    guard !holds, comparison == .atLeast || comparison == .more else { return nil }
    let (product, unit) = (Int128(rate.numerator) * Int128(whole), 100 * Int128(rate.denominator))
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: unit)
    let floor = rest < 0 ? quotient - 1 : quotient
    return comparison == .more || rest != 0 ? floor + 1 : floor
  }

  /// How much the part lacks.
  var short: Int128? { needed.map { $0 - Int128(part) } }
}
