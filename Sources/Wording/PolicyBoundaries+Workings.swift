import CaseModel
import SubsidyRules

/// Boundaries inside of sums that are worked out, and of values.
extension PolicyBoundaries {
  /// Every row, step, share and upper bound that a sum is worked out of, once.
  static func workings(_ item: Item, _ terms: ItemTerms) -> [String] {
    var sums = item.values.map(\.expression)
    if case .worked(let sum) = item.amount.basis { sums.append(sum) }
    if case .worked(let sum)? = item.amount.ceiling { sums.append(sum) }
    return sums.flatMap { lines($0, terms) }.eachOnce
  }

  private static func lines(_ expression: Expression, _ terms: ItemTerms) -> [String] {
    own(expression, terms) + expression.parts.flatMap { lines($0, terms) }
  }

  private static func own(_ expression: Expression, _ terms: ItemTerms) -> [String] {
    switch expression {
    case .tiers(let of, let rows): [line(terms.name(of: of), self.rows(rows, terms))]
    case .steps(let of, .number(let threshold), let size):
      [
        line(
          terms.name(of: of),
          [threshold + size - 1, threshold + size, threshold + 2 * size].map { number in
            (String(number), "计 \(max((number - threshold) / size, 0))")
          })
      ]
    case .share(let of, .figure(_, .percentage(let rate))): [share(rate, terms.name(of: of))]
    case .least(let of, .figure(_, .money(let top))), .least(.figure(_, .money(let top)), let of):
      [
        line(
          terms.name(of: of),
          around(top).map { ("\(MoneyWording.grouped($0)) 元", "取 \(MoneyWording.grouped(min($0, top))) 元") })
      ]
    default: []
    }
  }

  private static func rows(_ rows: [Expression.Row], _ terms: ItemTerms) -> [(String, String)] {
    func paid(_ probe: Value) -> String {
      let reached = rows.last { row in
        switch (probe, row.bound) {
        case (.number(let a), .number(let b)): row.comparison.holds(a, b)
        case (.money(let a), .money(let b)): row.comparison.holds(a, b)
        default: false
        }
      }
      return reached.map { terms.name(of: $0.amount) } ?? "为零"
    }
    return rows.flatMap { row -> [(String, String)] in
      switch row.bound {
      case .number(let number):
        [number - 1, number, number + 1].map { (String($0), paid(.number($0))) }
      case .money(let money):
        around(money).map { ("\(MoneyWording.grouped($0)) 元", paid(.money($0))) }
      default: []
      }
    }
  }

  /// A round sum, and the least that still gives a fen.
  static func share(_ rate: Percentage, _ name: String) -> String {
    let least = (1...1_000_000).lazy.map { Money(fen: Int64($0)) }.first { rate.share(of: $0) > .zero }
    let probes = [Money(yuan: 1000)] + (least.map { [$0.lessAtLeastZero(Money(fen: 1)), $0] } ?? [])
    return line(
      "\(name)的 \(rate)",
      probes.map { ("\(MoneyWording.grouped($0)) 元", "为 \(MoneyWording.grouped(rate.share(of: $0))) 元") })
  }
}
