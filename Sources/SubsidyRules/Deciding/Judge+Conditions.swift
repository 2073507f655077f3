import CaseModel

extension Judge {
  /// Checks the item's conditions and gives the readings under whose other option one would come out
  /// differently, so far as the inputs allow to tell.
  mutating func checkConditions(_ reasons: inout [Reason], reachesAmount: Bool) -> [String] {
    var differing: [String] = []
    for condition in item.conditions {
      switch condition {
      case .always(let test): check(test, &reasons)
      case .byReading(let index, let options):
        guard policy.readings.indices.contains(index) else { continue }
        let reading = policy.readings[index]
        guard options.indices.contains(reading.choice) else { continue }
        writer.reading = reading.id
        for test in options[reading.choice] { check(test, &reasons) }
        writer.reading = nil
        // Where the quantity reaches no tier, no reading of the share could make a difference.
        if reachesAmount, doesDiffer(options, from: reading.choice) { differing.append(reading.id) }
      }
    }
    return differing
  }

  private mutating func doesDiffer(_ options: [[Condition.Test]], from choice: Int) -> Bool {
    silently { judge in
      let chosen = judge.holdsAll(options[choice])
      for (index, tests) in options.enumerated() where index != choice {
        if let other = judge.holdsAll(tests), other != chosen { return true }
      }
      return false
    }
  }

  private mutating func holdsAll(_ tests: [Condition.Test]) -> Bool? {
    var all = true
    for test in tests {
      guard let holds = evaluate(test) else { return nil }
      all = all && holds.result
    }
    return all
  }

  private mutating func check(_ test: Condition.Test, _ reasons: inout [Reason]) {
    // Whoever gets here has every input that is needed; a test that still can't be made does not hold.
    let made = evaluate(test)
    let holds = made?.result ?? false
    if let made { writer.condition(made.operation, made.operands, holds, reason: test.reason) }
    if !holds, !reasons.contains(test.reason) { reasons.append(test.reason) }
  }

  private struct Evaluated {
    var operation: Trace.Operation
    var operands: [Trace.Operand]
    var result: Bool
  }

  private mutating func evaluate(_ test: Condition.Test) -> Evaluated? {
    switch test.form {
    case .compare(let left, let comparison, let right):
      guard let a = term(left), let b = term(right), let result = compare(a.value, comparison, b.value)
      else { return nil }
      return Evaluated(
        operation: .holds, operands: [operand(a), .name(comparison.rawValue), operand(b)], result: result)
    case .among(let expression, let texts):
      guard let a = term(expression), case .text(let text) = a.value else { return nil }
      return Evaluated(
        operation: .among, operands: [operand(a), .texts(texts)], result: texts.contains(text))
    case .share(let part, let comparison, let rate, let whole):
      guard let a = term(part), let b = term(whole), case .number(let x) = a.value,
        case .number(let y) = b.value
      else { return nil }
      return Evaluated(
        operation: .holdsShare,
        operands: [operand(a), .name(comparison.rawValue), .value(.percentage(rate)), operand(b)],
        result: comparison.holds(rate.compare(part: x, whole: y), 0))
    }
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
