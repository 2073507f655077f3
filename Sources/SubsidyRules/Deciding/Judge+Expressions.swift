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
    case .kind: return fact("kind", .text(facts.kind.rawValue))
    case .received: return fact("received", .date(head.received))
    case .number(let number): return Term(value: .number(number), step: 0)
    case .money(let money): return Term(value: .money(money), step: 0)
    case .date(let date): return Term(value: .date(date), step: 0)
    case .flag(let flag): return Term(value: .flag(flag), step: 0)
    case .figure(let place):
      let figure = plan.formulas.figures[Int(place)]
      return add(.figure, [.name(figure.name)], figure.value, name)
    case .cases(let by, let place): return oneCase(of: Int(place), by: Int(by), name)
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
    case .day(let of, let place): return day(Int(place), of: Int(of), name)
    case .after(let of, let place): return after(Int(place), Int(of), name)
    case .annuity(let a, let b):
      guard let (first, second, filed, day) = dates(a, b) else { return nil }
      return add(.annuity, [first, second], .number(filed.annuityYear(of: day)), name)
    case .add(let a, let b): return joined(.add, a, b, name)
    case .subtract(let a, let b): return joined(.subtract, a, b, name)
    case .least(let a, let b): return joined(.min, a, b, name)
    case .most(let a, let b): return joined(.max, a, b, name)
    case .share(let of, let rate): return share(Int(of), Int(rate), name)
    case .portion(let of, let place): return portion(Int(of), plan.formulas.pairs[Int(place)], name)
    case .nothing: return nil
    case .times(let sum, let number): return times(Int(sum), Int(number), name)
    case .steps(let of, let threshold, let size):
      guard size > 0, let (first, second, x, y) = numbers(of, threshold) else { return nil }
      return add(
        .steps, [first, second, Term(value: .number(Int(size)), step: 0)],
        .number(max((x - y) / Int(size), 0)), name)
    case .tiers(let of, let place): return row(of: Int(place), Int(of), name)
    }
  }

  private mutating func fact(_ name: String, _ value: Value) -> Term {
    Term(value: value, step: writer.add(.fact, [.name(name)], value))
  }

  private mutating func add(
    _ operation: Trace.Operation, _ terms: @autoclosure () -> [Term], _ result: Value, _ name: Int?
  ) -> Term {
    guard writer.isOn else { return Term(value: result, step: 0) }
    return add(operation, terms().map(\.operand), result, name)
  }

  private mutating func add(
    _ operation: Trace.Operation, _ operands: @autoclosure () -> [Trace.Operand], _ result: Value,
    _ name: Int?
  ) -> Term {
    guard writer.isOn else { return Term(value: result, step: 0) }
    let name = name.map { item.values[$0].id }
    return Term(value: result, step: writer.add(operation, operands(), result, name: name))
  }

  // MARK: - Sums

  /// Two numbers or two sums, joined by one operation.
  private mutating func joined(_ operation: Trace.Operation, _ a: Int32, _ b: Int32, _ name: Int?) -> Term? {
    guard let first = term(Int(a)), let second = term(Int(b)) else { return nil }
    let result: Value
    switch (first.value, second.value) {
    case (.number(let x), .number(let y)):
      switch operation {
      case .add: result = .number(x + y)
      case .subtract: result = .number(x - y)
      case .min: result = .number(min(x, y))
      default: result = .number(max(x, y))
      }
    case (.money(let x), .money(let y)):
      switch operation {
      // The file's reader bounds sums so that they can be added.
      case .add: result = .money(Money(fen: x.fen + y.fen))
      case .subtract: result = .money(x.lessAtLeastZero(y))
      case .min: result = .money(min(x, y))
      default: result = .money(max(x, y))
      }
    default: return nil
    }
    return add(operation, [first, second], result, name)
  }

  private mutating func share(_ of: Int, _ rate: Int, _ name: Int?) -> Term? {
    guard let sum = term(of), let rate = term(rate), case .money(let money) = sum.value,
      case .percentage(let percentage) = rate.value
    else { return nil }
    return add(.share, [sum, rate], .money(percentage.share(of: money)), name)
  }

  /// What is divided stands in the trace as a figure, and behind it the steps that prove it, since no operation divides:
  /// it is not more than the part's share, and with one fen more it would be.
  private mutating func portion(
    _ of: Int, _ pair: (name: String, part: Int, whole: Int), _ name: Int?
  ) -> Term? {
    guard let sum = term(of), let part = term(pair.part), let whole = term(pair.whole),
      case .money(let money) = sum.value, case .number(let x) = part.value, case .number(let y) = whole.value
    else { return nil }
    let product = Int128(money.fen) * Int128(x)
    guard y > 0 else { return Term(value: .money(.zero), step: 0) }
    let fen = Int64(clamping: product / Int128(y))
    let found = add(
      .figure, [.name(pair.name), sum.operand, part.operand, whole.operand], .money(Money(fen: fen)), name)
    guard writer.isOn else { return found }
    let asked = times(sum, part, Int64(clamping: product))
    let given = times(found, whole, fen * Int64(y))
    writer.condition(.holds, [given.operand, .name("<="), asked.operand], true)
    let more = add(
      .add, [found, Term(value: .money(Money(fen: 1)), step: 0)], .money(Money(fen: fen + 1)), nil)
    let beyond = times(more, whole, (fen + 1) * Int64(y))
    writer.condition(.holds, [beyond.operand, .name(">"), asked.operand], true)
    return found
  }

  private mutating func times(_ sum: Term, _ number: Term, _ fen: Int64) -> Term {
    add(.times, [sum, number], .money(Money(fen: fen)), nil)
  }

  private mutating func times(_ sum: Int, _ number: Int, _ name: Int?) -> Term? {
    guard let sum = term(sum), let number = term(number), case .money(let money) = sum.value,
      case .number(let count) = number.value
    else { return nil }
    // The file's reader bounds sums and counts so that their product fits.
    let (fen, overflows) = money.fen.multipliedReportingOverflow(by: Int64(count))
    return add(.times, [sum, number], .money(Money(fen: overflows ? .max : fen)), name)
  }

  private mutating func oneCase(of list: Int, by number: Int, _ name: Int?) -> Term? {
    guard let word = term(number)?.value.caseWord,
      let found = plan.formulas.cases[list].first(where: { $0.word == word })
    else { return nil }
    return term(found.value, name: name)
  }

  /// The row reached stands in the trace with what proves it, as where the tiers are the amount itself.
  private mutating func row(of list: Int, _ quantity: Int, _ name: Int?) -> Term? {
    guard let term = term(quantity), let lowest = plan.formulas.rows[list].first else { return nil }
    let rows = plan.formulas.rows[list]
    let reached = rows.lastIndex { compare(term.value, $0.comparison, $0.bound) ?? false }
    let shown = reached.map { rows[$0] } ?? lowest
    writer.add(
      .holds, [term.operand, .name(shown.comparison.rawValue), .value(shown.bound)], .flag(reached != nil))
    guard let reached else { return Term(value: .money(.zero), step: 0) }
    if rows.indices.contains(reached + 1) {
      let next = rows[reached + 1]
      writer.add(
        .holds, [term.operand, .name(next.comparison.rawValue), .value(next.bound)], .flag(false))
    }
    return self.term(rows[reached].amount, name: name)
  }

  // MARK: - Days

  /// A day of a year stands in the trace as a figure of the policy, behind it the year.
  private mutating func day(_ place: Int, of year: Int, _ name: Int?) -> Term? {
    let day = plan.formulas.days[place]
    guard let year = term(year), case .number(let number) = year.value,
      let date = CivilDate(year: number, month: day.month, day: day.day)
    else { return nil }
    return add(.figure, [.name(day.name), year.operand], .date(date), name)
  }

  /// So does the last day of a term, behind it the day that the term runs from.
  private mutating func after(_ place: Int, _ of: Int, _ name: Int?) -> Term? {
    let length = plan.formulas.terms[place]
    guard let from = term(of), case .date(let day) = from.value,
      let last = day.adding(months: length.months)?.adding(days: length.days)
    else { return nil }
    return add(.figure, [.name(length.name), from.operand], .date(last), name)
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
