import CaseModel

extension Judge {
  /// Checks the item's conditions and gives the readings under whose other option one would come out
  /// differently, so far as the inputs allow to tell.
  mutating func checkConditions(_ reasons: inout [Reason], reachesAmount: Bool) -> [String] {
    var differing: [String] = []
    for index in plan.conditions.indices {
      let (choice, reading) = (plan.conditions[index].choice, plan.conditions[index].reading)
      if writer.isOn { writer.reading = reading.map { policy.readings[$0].id } }
      for test in plan.conditions[index].options[choice] { check(test, &reasons) }
      writer.reading = nil
      // Where the quantity reaches no tier, no reading of the share could make a difference.
      if let reading, reachesAmount, doesDiffer(index) { differing.append(policy.readings[reading].id) }
    }
    return differing
  }

  private mutating func doesDiffer(_ condition: Int) -> Bool {
    silently { judge in
      let condition = judge.plan.conditions[condition]
      let chosen = judge.holdsAll(condition.options[condition.choice])
      for (index, tests) in condition.options.enumerated() where index != condition.choice {
        if let other = judge.holdsAll(tests), other != chosen { return true }
      }
      return false
    }
  }

  private mutating func holdsAll(_ tests: [ItemPlan.Test]) -> Bool? {
    var all = true
    for test in tests {
      guard let holds = evaluate(test) else { return nil }
      all = all && holds
    }
    return all
  }

  private mutating func check(_ test: ItemPlan.Test, _ reasons: inout [Reason]) {
    // Whoever is judged has every input that is needed; a test that still can't be made does not hold.
    let holds = evaluate(test) ?? isAhead
    if !holds, !reasons.contains(test.reason) { reasons.append(test.reason) }
  }

  /// Whether a test holds; nil where it can't be made, and then it stands in no trace.
  private mutating func evaluate(_ test: ItemPlan.Test) -> Bool? { evaluate(test.form, test.reason) }

  private mutating func evaluate(_ form: ItemPlan.Test.Form, _ reason: Reason) -> Bool? {
    switch form {
    case .compare(let left, let comparison, let right):
      guard let a = term(left), let b = term(right), let holds = compare(a.value, comparison, b.value)
      else { return nil }
      writer.condition(
        .holds, [a.operand, .name(comparison.rawValue), b.operand], holds, reason: reason)
      return holds
    case .among(let expression, let texts):
      guard let a = term(expression), case .text(let text) = a.value else { return nil }
      let holds = texts.contains(text)
      writer.condition(.among, [a.operand, .texts(texts)], holds, reason: reason)
      return holds
    case .share(let part, let comparison, let rate, let whole):
      guard let a = term(part), let b = term(whole), case .number(let x) = a.value,
        case .number(let y) = b.value
      else { return nil }
      let holds = comparison.holds(rate.compare(part: x, whole: y), 0)
      writer.condition(
        .holdsShare, [a.operand, .name(comparison.rawValue), .value(.percentage(rate)), b.operand], holds,
        reason: reason)
      return holds
    case .any(let forms): return evaluate(any: forms, reason)
    }
  }

  /// The one that holds stands in the trace; where none does, all of them.
  private mutating func evaluate(any forms: [ItemPlan.Test.Form], _ reason: Reason) -> Bool? {
    let found = silently { judge in forms.map { judge.evaluate($0, reason) } }
    if let holding = found.firstIndex(of: true) { return evaluate(forms[holding], reason) }
    // What can't be looked at yet might hold.
    guard found.allSatisfy({ $0 != nil }) else { return nil }
    for form in forms { _ = evaluate(form, reason) }
    return false
  }

  func compare(_ a: Value, _ comparison: Comparison, _ b: Value) -> Bool? {
    switch (a, b) {
    case (.number(let x), .number(let y)): comparison.holds(x, y)
    case (.money(let x), .money(let y)): comparison.holds(x, y)
    case (.date(let x), .date(let y)): comparison.holds(x, y)
    case (.text(let x), .text(let y)): comparison.holds(x, y)
    case (.flag(let x), .flag(let y)): comparison.holds(x ? 1 : 0, y ? 1 : 0)
    default: nil
    }
  }
}
