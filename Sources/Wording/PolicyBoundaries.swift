import CaseModel
public import SubsidyRules

/// For every threshold, day, share and limit of a policy what comes out just below it, at it and just above, for a person
/// who holds the file against the text: 以上 or 超过, the day in or out.
public enum PolicyBoundaries {
  /// The boundaries item by item, those of the caps behind them; a heading before each.
  public static func lines(_ policy: Policy) -> [String] {
    var lines: [String] = []
    for item in policy.items {
      lines += ["", "\(Labels.articleName(item.article)) \(item.label)"]
      let terms = ItemTerms(item)
      lines += days(item, policy).map { "  " + $0 }
      for condition in item.conditions { lines += self.lines(condition, terms, policy).map { "  " + $0 } }
      lines += amount(item, terms).map { "  " + $0 }
      lines += workings(item, terms).map { "  " + $0 }
    }
    for cap in policy.caps {
      lines +=
        ["", "\(Labels.articleName(cap.article)) \(cap.label)"] + limits(cap, policy).map { "  " + $0 }
    }
    return lines
  }

  /// The probes of one boundary, each with what comes out.
  static func line(_ subject: String, _ probes: [(String, String)]) -> String {
    "\(subject)：" + probes.map { "\($0.0) \($0.1)" }.joined(separator: "；")
  }

  private static func holds(_ holds: Bool) -> String { holds ? "符合" : "不符合" }

  // MARK: - Days

  /// The day of the event around the first and the last on which the item is paid.
  private static func days(_ item: Item, _ policy: Policy) -> [String] {
    let first = [policy.periods.first?.from, item.since].compactMap(\.self).max()
    let last = [policy.periods.last?.to, item.until].compactMap(\.self).min()
    guard let first, let last else { return [] }
    let days = [first.adding(days: -1), first, last, last.adding(days: 1)].compactMap(\.self)
    let name = ItemTerms(item).name(of: item.event)
    return [line(name, days.map { ($0.description, $0 >= first && $0 <= last ? "在期间内" : "不在期间内") })]
  }

  // MARK: - Conditions

  private static func lines(_ condition: Condition, _ terms: ItemTerms, _ policy: Policy) -> [String] {
    switch condition {
    case .always(let test): return lines(test.form, terms)
    case .byReading(let index, let options):
      guard policy.readings.indices.contains(index) else { return [] }
      let reading = policy.readings[index]
      return reading.options.indices.filter(options.indices.contains).flatMap { option in
        options[option].flatMap { lines($0.form, terms) }
          .map { "\(reading.label)取“\(reading.options[option].label)”时，\($0)" }
      }
    }
  }

  private static func lines(_ form: Condition.Test.Form, _ terms: ItemTerms) -> [String] {
    switch form {
    case .compare(let value, let comparison, let bound):
      let probes = probes(comparison, bound, terms, in: range(of: value, terms.item))
      return probes.isEmpty ? [] : [line(terms.name(of: value), probes)]
    case .share(let part, let comparison, let rate, let whole):
      // The least whole of which the rate is a whole number.
      let whole = (part: part, name: terms.name(of: whole), size: 100 * Int(rate.denominator))
      let at = Int(rate.numerator)
      let probes = [at - 1, at, at + 1].filter { $0 >= 0 }.map { part in
        (String(part), holds(comparison.holds(rate.compare(part: part, whole: whole.size), 0)))
      }
      return [line("\(whole.name)为 \(whole.size) 时，\(terms.name(of: whole.part))", probes)]
    case .any(let forms): return forms.flatMap { lines($0, terms) }.map { "（几个条件满足一个）\($0)" }
    case .among: return []
    }
  }

  /// A bound that the policy states, with what lies next to it; none where the bound is another value.
  private static func probes(
    _ comparison: Comparison, _ bound: Expression, _ terms: ItemTerms, in range: ClosedRange<Int>
  ) -> [(String, String)] {
    switch bound {
    case .number(let number):
      [number - 1, number, number + 1].filter(range.contains)
        .map { (String($0), holds(comparison.holds($0, number))) }
    case .money(let money):
      around(money).map { ("\(MoneyWording.grouped($0)) 元", holds(comparison.holds($0, money))) }
    case .date(let day):
      [day.adding(days: -1), day, day.adding(days: 1)].compactMap(\.self)
        .map { ($0.description, holds(comparison.holds($0, day))) }
    case .day, .after:
      [(-1, "的前一天"), (0, "当天"), (1, "的后一天")]
        .map { ("\(terms.name(of: bound))\($0.1)", holds(comparison.holds($0.0, 0))) }
    default: []
    }
  }

  /// What a number can be where an input states it.
  private static func range(of value: Expression, _ item: Item) -> ClosedRange<Int> {
    guard case .input(let index) = value, item.inputs.indices.contains(index),
      case .count(let range) = item.inputs[index].kind
    else { return -1_000_000...2_000_000 }
    return range
  }

  static func around(_ money: Money) -> [Money] {
    [money.fen - 1, money.fen, money.fen + 1].filter { $0 >= 0 }.map { Money(fen: $0) }
  }

  // MARK: - Sums

  private static func amount(_ item: Item, _ terms: ItemTerms) -> [String] {
    var lines: [String] = []
    switch item.amount.basis {
    case .tiers(let quantity, let tiers): lines.append(line(terms.name(of: quantity), rows(tiers, terms)))
    case .steps(let quantity, let threshold, let size, let each):
      let ends = [threshold + size - 1, threshold + size, threshold + 2 * size - 1, threshold + 2 * size]
      let probes = ends.map { number in
        let count = max((number - threshold) / size, 0)
        return (String(number), count == 0 ? "不资助" : "\(count) 个 \(PolicyWording.money(each, terms))")
      }
      lines.append(line(terms.name(of: quantity), probes))
    case .share(let input, .one(_, let rate)): lines.append(share(rate, terms.input(input)))
    case .share(let input, .cases(let by, let cases)):
      for (word, figure) in cases.sorted(by: { $0.key < $1.key }) {
        lines.append(share(figure.value, "\(terms.name(word, of: by))，\(terms.input(input))"))
      }
    case .fixed, .paid, .worked: break
    }
    if case .stated(.one(_, let top))? = item.amount.ceiling {
      lines.append(
        line(
          "封顶前应得",
          around(top).map { ("\(MoneyWording.grouped($0)) 元", "资助 \(MoneyWording.grouped(min($0, top))) 元") })
      )
    }
    return lines
  }

  private static func rows(_ tiers: [Amount.Tier], _ terms: ItemTerms) -> [(String, String)] {
    func paid(_ reaches: (Amount.Tier) -> Bool) -> String {
      tiers.last(where: reaches).map { PolicyWording.money($0.amount, terms) } ?? "不资助"
    }
    return tiers.flatMap { tier -> [(String, String)] in
      switch tier.bound {
      case .number(let number):
        return [number - 1, number, number + 1].map { probe in
          (
            String(probe),
            paid {
              if case .number(let bound) = $0.bound { $0.comparison.holds(probe, bound) } else { false }
            }
          )
        }
      case .money(let money):
        return around(money).map { probe in
          (
            "\(MoneyWording.grouped(probe)) 元",
            paid { if case .money(let bound) = $0.bound { $0.comparison.holds(probe, bound) } else { false } }
          )
        }
      default: return []
      }
    }
  }

  // MARK: - Limits

  /// What is left where nearly all or all of a limit is used.
  private static func limits(_ cap: Cap, _ policy: Policy) -> [String] {
    guard let item = cap.items.first.flatMap({ policy.item($0) }), let limit = cap.limit[item.id] else {
      return []
    }
    let least = cap.isInPieces ? Cap.onePiece : cap.piece ?? Money(fen: 1)
    func shown(_ money: Money) -> String {
      cap.isInPieces ? CapWording.figure(money, isInPieces: true) : "\(MoneyWording.grouped(money)) 元"
    }
    func probes(_ money: Money) -> [(String, String)] {
      [money.lessAtLeastZero(least), money].map { used in
        ("已用 \(shown(used))", "余 \(shown(money.lessAtLeastZero(used)))")
      }
    }
    switch limit {
    case .one(_, let money): return [line("上限 \(shown(money))", probes(money))]
    case .cases(let by, let cases):
      return cases.sorted { $0.key < $1.key }.map { word, figure in
        line(
          "\(ItemTerms(item).name(word, of: by))，上限 \(shown(figure.value))",
          probes(figure.value))
      }
    }
  }
}
