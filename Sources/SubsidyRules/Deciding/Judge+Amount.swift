import CaseModel

extension Judge {
  struct Gross {
    var amount: Money
    var step: Int
    /// Whether the quantity reaches the amount at all (a tier, a step); always, where there is no threshold.
    var isReached = true
  }

  /// The award before shared caps: the basis, and the ceiling on it.
  mutating func grossAmount(_ reasons: inout [Reason]) -> Gross {
    let basis = basis(item.amount.basis, &reasons)
    guard basis.isReached, let ceiling = item.amount.ceiling, let top = money(ceiling) else { return basis }
    let amount = min(basis.amount, top.amount)
    let step = writer.add(.min, [.step(basis.step), .step(top.step)], .money(amount))
    return Gross(amount: amount, step: step)
  }

  private mutating func basis(_ basis: Amount.Basis, _ reasons: inout [Reason]) -> Gross {
    switch basis {
    case .fixed(let figure): return money(figure) ?? Gross(amount: .zero, step: 0, isReached: false)
    case .paid(let input): return paid(input)
    case .share(let input, let rate):
      let sum = paid(input)
      guard
        let (percentage, rateStep) = named(rate).map({ named in
          (named.value, writer.add(.figure, [.name(named.name)], .percentage(named.value)))
        })
      else { return Gross(amount: .zero, step: 0, isReached: false) }
      let share = percentage.share(of: sum.amount)
      return Gross(
        amount: share, step: writer.add(.share, [.step(sum.step), .step(rateStep)], .money(share)))
    case .tiers(let quantity, let tiers): return tier(quantity, tiers, &reasons)
    case .steps(let quantity, let threshold, let size, let each):
      return steps(quantity, beyond: threshold, every: size, each, &reasons)
    }
  }

  private func paid(_ input: Int) -> Gross {
    guard inputs.indices.contains(input), case .value(.money(let money)) = inputs[input] else {
      return Gross(amount: .zero, step: 0, isReached: false)
    }
    return Gross(amount: money, step: inputSteps[input])
  }

  // MARK: - Figures

  private mutating func money(_ figure: Figure<Money>) -> Gross? {
    guard let named = named(figure) else { return nil }
    return Gross(
      amount: named.value, step: writer.add(.figure, [.name(named.name)], .money(named.value)))
  }

  /// The figure for this filing: the one for all, or the one of its case.
  private mutating func named<T>(_ figure: Figure<T>) -> Figure<T>.Named? {
    switch figure {
    case .one(let name, let value): return .init(name: name, value: value)
    case .cases(let expression, let cases):
      guard let word = term(expression)?.value.caseWord else { return nil }
      return cases[word]
    }
  }

  // MARK: - Thresholds

  private mutating func tier(
    _ quantity: Expression, _ tiers: [Amount.Tier], _ reasons: inout [Reason]
  ) -> Gross {
    let nothing = Gross(amount: .zero, step: 0, isReached: false)
    guard let term = term(quantity), let lowest = tiers.first else { return nothing }
    let reached = tiers.lastIndex { compare(term.value, $0.comparison, $0.bound) ?? false }
    // The row reached, and that the next one is not, so that nobody has to take the choice on trust.
    let shown = reached.map { tiers[$0] } ?? lowest
    let quantityOperand = operand(term)
    writer.condition(
      .holds, [quantityOperand, .name(shown.comparison.rawValue), .value(shown.bound)],
      reached != nil, reason: .belowThreshold)
    guard let reached else {
      reasons.append(.belowThreshold)
      return nothing
    }
    if tiers.indices.contains(reached + 1) {
      let next = tiers[reached + 1]
      let short: Comparison = next.isStrict ? .atMost : .less
      writer.condition(
        .holds, [quantityOperand, .name(short.rawValue), .value(next.bound)], true)
    }
    return money(tiers[reached].amount) ?? nothing
  }

  private mutating func steps(
    _ quantity: Expression, beyond threshold: Int, every size: Int, _ each: Figure<Money>,
    _ reasons: inout [Reason]
  ) -> Gross {
    guard let term = term(quantity), case .number(let number) = term.value, size > 0,
      let each = money(each)
    else { return Gross(amount: .zero, step: 0, isReached: false) }
    let count = max((number - threshold) / size, 0)
    let quantityOperand = operand(term)
    let countStep = writer.add(
      .steps, [quantityOperand, .value(.number(threshold)), .value(.number(size))], .number(count))
    // Told by the quantity itself, so that whoever falls short sees how much is missing to the first step.
    writer.condition(
      .holds, [quantityOperand, .name(">="), .value(.number(threshold + size))], count >= 1,
      reason: .belowThreshold)
    if count < 1 { reasons.append(.belowThreshold) }
    // The file's reader bounds figures and counts so that their product fits.
    let (fen, overflows) = each.amount.fen.multipliedReportingOverflow(by: Int64(count))
    let sum = Money(fen: overflows ? .max : fen)
    let step = writer.add(.times, [.step(each.step), .step(countStep)], .money(sum))
    return Gross(amount: sum, step: step, isReached: count >= 1)
  }
}
