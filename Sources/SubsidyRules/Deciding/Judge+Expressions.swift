import CaseModel

extension Judge {
  /// Works the expression of a number out; nil where an input it needs is not there.
  mutating func term(_ number: Int) -> Term? { term(number, name: nil) }

  /// A derived value is worked out once, the first time it is asked for.
  mutating func namedTerm(_ index: Int) -> Term? {
    guard plan.values.indices.contains(index) else { return nil }
    if let known = valueTerms[index], known.step > 0 || !writer.isOn { return known }
    let term = term(plan.values[index], name: index)
    valueTerms[index] = term
    return term
  }

  /// `name` is the index of the derived value that the expression works out.
  private mutating func term(_ number: Int, name: Int?) -> Term? {
    switch plan.formulas[number] {
    case .input(let index):
      let index = Int(index)
      guard inputs.indices.contains(index), let value = inputs[index].value else { return nil }
      return Term(value: value, step: inputSteps[index])
    case .value(let index): return namedTerm(Int(index))
    case .kind:
      return Term(
        value: .text(facts.kind.rawValue),
        step: writer.add(.fact, [.name("kind")], .text(facts.kind.rawValue)))
    case .number(let number): return Term(value: .number(number), step: 0)
    case .money(let money): return Term(value: .money(money), step: 0)
    case .date(let date): return Term(value: .date(date), step: 0)
    case .flag(let flag): return Term(value: .flag(flag), step: 0)
    case .type(let of):
      guard let number = term(Int(of)), case .patent(let patent) = number.value else { return nil }
      return add(.type, [number], .text(patent.type.rawValue), name)
    case .year(let of):
      guard let inner = term(Int(of)) else { return nil }
      switch inner.value {
      case .date(let date): return add(.year, [inner], .number(date.year), name)
      case .patent(let number): return add(.year, [inner], .number(number.year), name)
      default: return nil
      }
    case .lastDay(let of):
      guard let year = term(Int(of)), case .number(let number) = year.value,
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
    }
  }

  private mutating func add(
    _ operation: Trace.Operation, _ terms: @autoclosure () -> [Term], _ result: Value, _ name: Int?
  ) -> Term {
    guard writer.isOn else { return Term(value: result, step: 0) }
    let name = name.map { item.values[$0].id }
    return Term(value: result, step: writer.add(operation, terms().map(\.operand), result, name: name))
  }

  private mutating func dates(_ a: Int32, _ b: Int32) -> (Term, Term, CivilDate, CivilDate)? {
    guard let first = term(Int(a)), let second = term(Int(b)), case .date(let x) = first.value,
      case .date(let y) = second.value
    else { return nil }
    return (first, second, x, y)
  }

  private mutating func numbers(_ a: Int32, _ b: Int32) -> (Term, Term, Int, Int)? {
    guard let first = term(Int(a)), let second = term(Int(b)), case .number(let x) = first.value,
      case .number(let y) = second.value
    else { return nil }
    return (first, second, x, y)
  }

}
