/// Where an item's rules rest on the choice of a reading.
extension Item {
  /// The readings that make a difference to this item, by their index in its own policy.
  public var readings: Set<Int> {
    var readings: Set<Int> = []
    for case .byReading(let reading, _) in conditions { readings.insert(reading) }
    if case .byReading(let reading, _) = once { readings.insert(reading) }
    for expression in expressions { readings.formUnion(expression.readings) }
    return readings
  }

  /// All that event, values, conditions and amount are worked out of.
  private var expressions: [Expression] {
    let tests = conditions.flatMap { condition in
      switch condition {
      case .always(let test): [test]
      case .byReading(_, let options): options.flatMap(\.self)
      }
    }
    return [event] + values.map(\.expression) + tests.flatMap(\.form.expressions) + amount.expressions
  }
}

extension Condition.Test.Form {
  fileprivate var expressions: [Expression] {
    switch self {
    case .compare(let a, _, let b), .share(let a, _, _, let b): [a, b]
    case .among(let value, _): [value]
    case .any(let forms): forms.flatMap(\.expressions)
    }
  }
}

extension Amount {
  fileprivate var expressions: [Expression] {
    var all: [Expression] =
      switch basis {
      case .fixed(let figure): figure.expressions
      case .paid: []
      case .share(_, let rate): rate.expressions
      case .tiers(let of, let tiers): [of] + tiers.flatMap(\.amount.expressions)
      case .steps(let of, _, _, let each): [of] + each.expressions
      case .worked(let sum): [sum]
      }
    switch ceiling {
    case .stated(let figure): all += figure.expressions
    case .worked(let sum): all.append(sum)
    case nil: break
    }
    return all
  }
}

extension Figure {
  /// What its cases are told by.
  fileprivate var expressions: [Expression] {
    if case .cases(let by, _) = self { [by] } else { [] }
  }
}
