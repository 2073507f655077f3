import CaseModel

extension Judge {
  /// Works an expression out; nil where an input it needs is not there.
  mutating func term(_ expression: Expression) -> Term? {
    switch expression {
    case .input(let index):
      guard inputs.indices.contains(index), let value = inputs[index].value else { return nil }
      return Term(value: value, step: inputSteps[index])
    case .value(let index): return namedTerm(index)
    case .kind:
      return Term(
        value: .text(facts.kind.rawValue),
        step: writer.add(.fact, [.name("kind")], .text(facts.kind.rawValue)))
    case .number(let number): return Term(value: .number(number), step: 0)
    case .money(let money): return Term(value: .money(money), step: 0)
    case .date(let date): return Term(value: .date(date), step: 0)
    case .flag(let flag): return Term(value: .flag(flag), step: 0)
    case .type, .year, .lastDay, .later, .annuity, .add, .subtract: return operation(expression, name: nil)
    }
  }

  /// A derived value is worked out once, the first time it is asked for.
  private mutating func namedTerm(_ index: Int) -> Term? {
    guard item.values.indices.contains(index) else { return nil }
    if let known = valueTerms[index], known.step > 0 || !writer.isOn { return known }
    let term = operation(item.values[index].expression, name: item.values[index].id)
    valueTerms[index] = term
    return term
  }

  private mutating func operation(_ expression: Expression, name: String?) -> Term? {
    switch expression {
    case .type(let of):
      guard let number = term(of), case .patent(let patent) = number.value else { return nil }
      return add(.type, [number], .text(patent.type.rawValue), name)
    case .year(let of):
      guard let inner = term(of) else { return nil }
      switch inner.value {
      case .date(let date): return add(.year, [inner], .number(date.year), name)
      case .patent(let number): return add(.year, [inner], .number(number.year), name)
      default: return nil
      }
    case .lastDay(let of):
      guard let year = term(of), case .number(let number) = year.value,
        let day = CivilDate.lastDay(of: number)
      else { return nil }
      return add(.lastDay, [year], .date(day), name)
    case .later(let a, let b):
      guard let (first, second, x, y) = dates(a, b) else { return nil }
      return add(.later, [first, second], .date(max(x, y)), name)
    case .annuity(let a, let b):
      guard let (first, second, filed, day) = dates(a, b) else { return nil }
      return add(.annuity, [first, second], .number(filed.annuityYear(of: day)), name)
    case .add(let a, let b):
      guard let (first, second, x, y) = numbers(a, b) else { return nil }
      return add(.add, [first, second], .number(x + y), name)
    case .subtract(let a, let b):
      guard let (first, second, x, y) = numbers(a, b) else { return nil }
      return add(.subtract, [first, second], .number(x - y), name)
    case .input, .value, .kind, .number, .money, .date, .flag: return term(expression)
    }
  }

  private mutating func add(
    _ operation: Trace.Operation, _ terms: [Term], _ result: Value, _ name: String?
  ) -> Term {
    let operands = writer.isOn ? terms.map(operand) : []
    return Term(value: result, step: writer.add(operation, operands, result, name: name))
  }

  private mutating func dates(_ a: Expression, _ b: Expression) -> (Term, Term, CivilDate, CivilDate)? {
    guard let first = term(a), let second = term(b), case .date(let x) = first.value,
      case .date(let y) = second.value
    else { return nil }
    return (first, second, x, y)
  }

  private mutating func numbers(_ a: Expression, _ b: Expression) -> (Term, Term, Int, Int)? {
    guard let first = term(a), let second = term(b), case .number(let x) = first.value,
      case .number(let y) = second.value
    else { return nil }
    return (first, second, x, y)
  }

  /// A value that no step worked out stands in the trace as itself.
  func operand(_ term: Term) -> Trace.Operand { term.step > 0 ? .step(term.step) : .value(term.value) }
}
