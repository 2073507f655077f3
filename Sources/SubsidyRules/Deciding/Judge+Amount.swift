import CaseModel

extension Judge {
  struct Gross {
    var amount: Money
    var step: Int
    /// Whether the quantity reaches the amount at all (a tier, a step); always, where there is no threshold.
    var isReached = true

    static let none = Gross(amount: .zero, step: 0, isReached: false)
  }

  /// The award before shared caps: the basis, and the ceiling on it.
  mutating func grossAmount(_ reasons: inout [Reason]) -> Gross {
    let basis = basis(&reasons)
    guard basis.isReached, let ceiling = plan.ceiling, let top = top(ceiling) else { return basis }
    let amount = min(basis.amount, top.amount)
    let step = writer.add(.min, [.step(basis.step), .step(top.step)], .money(amount))
    return Gross(amount: amount, step: step)
  }

  private mutating func top(_ ceiling: ItemPlan.Ceiling) -> Gross? {
    switch ceiling {
    case .stated(let figure): money(figure)
    case .worked(let number): sum(number)
    }
  }

  /// A sum that is worked out.
  private mutating func sum(_ number: Int) -> Gross? {
    guard let term = term(number), case .money(let money) = term.value else { return nil }
    return Gross(amount: money, step: term.step)
  }

  private mutating func basis(_ reasons: inout [Reason]) -> Gross {
    switch plan.basis {
    case .nothing: return .none
    case .fixed(let figure): return money(figure) ?? .none
    case .paid(let input): return paid(input)
    case .share(let input, let rate):
      let sum = paid(input)
      guard sum.isReached, let index = caseIndex(rate) else { return .none }
      let percentage = rate.cases[index].value
      let rateStep = writer.add(.figure, [.name(rate.cases[index].name)], .percentage(percentage))
      let share = percentage.share(of: sum.amount)
      return Gross(
        amount: share, step: writer.add(.share, [.step(sum.step), .step(rateStep)], .money(share)))
    case .tiers(let quantity, let tiers): return tier(quantity, tiers, &reasons)
    case .steps(let quantity, let threshold, let size, let each):
      return steps(quantity, beyond: threshold, every: size, each, &reasons)
    case .worked(let number, let mayReachNothing):
      guard var sum = sum(number) else { return .none }
      guard mayReachNothing else { return sum }
      sum.isReached = sum.amount > .zero
      let operand: Trace.Operand = sum.step > 0 ? .step(sum.step) : .value(.money(sum.amount))
      writer.condition(
        .holds, [operand, .name(">"), .value(.money(.zero))], sum.isReached, reason: .belowThreshold)
      if !sum.isReached { reasons.append(.belowThreshold) }
      return sum
    }
  }

  private func paid(_ input: Int) -> Gross {
    guard inputs.indices.contains(input), case .value(.money(let money)) = inputs[input] else {
      return .none
    }
    return Gross(amount: money, step: inputSteps[input])
  }

  // MARK: - Figures

  private mutating func money(_ figure: ItemPlan.Figure<Money>) -> Gross? {
    guard let index = caseIndex(figure) else { return nil }
    let value = figure.cases[index].value
    return Gross(
      amount: value, step: writer.add(.figure, [.name(figure.cases[index].name)], .money(value)))
  }

  /// Which figure counts for this filing: the one for all, or the one of its case.
  mutating func caseIndex<T>(_ figure: ItemPlan.Figure<T>) -> Int? {
    guard let by = figure.by else { return 0 }
    guard let word = term(by)?.value.caseWord else { return nil }
    return figure.cases.firstIndex { $0.word == word }
  }

  // MARK: - Thresholds

  private mutating func tier(
    _ quantity: Int, _ tiers: [ItemPlan.Tier], _ reasons: inout [Reason]
  ) -> Gross {
    guard let term = term(quantity), let lowest = tiers.first else { return .none }
    let reached = tiers.lastIndex { compare(term.value, $0.comparison, $0.bound) ?? false }
    // The row reached, and that the next one is not, so that nobody has to take the choice on trust.
    let shown = reached.map { tiers[$0] } ?? lowest
    let quantityOperand = term.operand
    writer.condition(
      .holds, [quantityOperand, .name(shown.comparison.rawValue), .value(shown.bound)],
      reached != nil, reason: .belowThreshold)
    guard let reached else {
      reasons.append(.belowThreshold)
      return .none
    }
    if tiers.indices.contains(reached + 1) {
      let next = tiers[reached + 1]
      let short: Comparison = next.isStrict ? .atMost : .less
      writer.condition(
        .holds, [quantityOperand, .name(short.rawValue), .value(next.bound)], true)
    }
    return money(tiers[reached].amount) ?? .none
  }

  private mutating func steps(
    _ quantity: Int, beyond threshold: Int, every size: Int, _ each: ItemPlan.Figure<Money>,
    _ reasons: inout [Reason]
  ) -> Gross {
    guard let term = term(quantity), case .number(let number) = term.value, size > 0,
      let each = money(each)
    else { return .none }
    let count = max((number - threshold) / size, 0)
    let quantityOperand = term.operand
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
