import CaseModel
import SubsidyRules

/// Computes an award again by someone who knows only the table of a trace's operations.
struct TraceRecomputation {
  struct Wrong: Error {
    var step: Int
    var problem: String
  }

  private let nodes: [Trace.Node]

  init(_ trace: Trace) { nodes = trace.nodes }

  /// The award; throws where a step does not give what it says, or refers to a later one.
  func award() throws -> Money {
    for (index, node) in nodes.enumerated() {
      guard node.step == index + 1 else { throw Wrong(step: index + 1, problem: "number") }
      guard let result = try recomputed(node) else { continue }
      guard result == node.result else {
        throw Wrong(
          step: node.step,
          problem: "\(node.operation) gives \(result), says \(String(describing: node.result))")
      }
    }
    guard let last = nodes.last, last.operation == .award, case .money(let award) = last.result else {
      throw Wrong(step: nodes.count, problem: "no award at the end")
    }
    return award
  }

  /// The value of a node; nil where it is given, not computed.
  private func recomputed(_ node: Trace.Node) throws -> Value? {
    func value(_ place: Int) throws -> Value { try self.value(node, place) }
    switch node.operation {
    case .input, .fact, .figure: return nil
    case .type:
      guard case .patent(let number) = try value(0) else { throw Wrong(step: node.step, problem: "type") }
      return .text(number.type.rawValue)
    case .year:
      switch try value(0) {
      case .date(let day): return .number(day.year)
      case .patent(let number): return .number(number.year)
      default: throw Wrong(step: node.step, problem: "year")
      }
    case .later: return .date(max(try date(node, 0), try date(node, 1)))
    case .lastDay: return CivilDate(year: try number(node, 0), month: 12, day: 31).map(Value.date)
    case .annuity:
      let (filed, day) = (try date(node, 0), try date(node, 1))
      let hasTurned = (filed.month, filed.day) <= (day.month, day.day)
      return .number(day.year - filed.year + (hasTurned ? 1 : 0))
    case .add:
      if case .money(let a) = try value(0), case .money(let b) = try value(1) {
        return .money(Money(fen: a.fen + b.fen))
      }
      return .number(try number(node, 0) + number(node, 1))
    case .subtract:
      if case .money(let a) = try value(0), case .money(let b) = try value(1) {
        return .money(Money(fen: max(0, a.fen - b.fen)))
      }
      return .number(try number(node, 0) - number(node, 1))
    case .min, .max:
      let isLeast = node.operation == .min
      if case .number(let a) = try value(0), case .number(let b) = try value(1) {
        return .number(isLeast ? min(a, b) : max(a, b))
      }
      let (a, b) = (try money(node, 0), try money(node, 1))
      return .money(isLeast ? min(a, b) : max(a, b))
    case .share:
      guard case .percentage(let rate) = try value(1) else { throw Wrong(step: node.step, problem: "share") }
      let sum = Int128(try money(node, 0).fen)
      return .money(Money(fen: Int64(sum * Int128(rate.numerator) / (100 * Int128(rate.denominator)))))
    case .times: return .money(Money(fen: try money(node, 0).fen * Int64(try number(node, 1))))
    case .steps:
      return .number(max(0, (try number(node, 0) - number(node, 1)) / (try number(node, 2))))
    case .holds: return .flag(try holds(node))
    case .holdsShare:
      guard case .percentage(let rate) = try value(2) else { throw Wrong(step: node.step, problem: "rate") }
      let part = Int128(try number(node, 0)) * 100 * Int128(rate.denominator)
      let whole = Int128(try number(node, 3)) * Int128(rate.numerator)
      return .flag(try comparison(node).holds(part, whole))
    case .among:
      guard case .text(let text) = try value(0), case .texts(let texts) = node.operands[1] else {
        throw Wrong(step: node.step, problem: "among")
      }
      return .flag(texts.contains(text))
    case .room:
      guard case .served(let served) = node.operands[4] else {
        throw Wrong(step: node.step, problem: "served")
      }
      let used = served.reduce(Int128(0)) { $0 + Int128($1.amount.fen) }
      return .money(Money(fen: Int64(max(0, Int128(try money(node, 3).fen) - used))))
    case .first: return .flag(node.operands[1] == .none)
    case .award:
      guard case .steps(let steps) = node.operands[1] else { throw Wrong(step: node.step, problem: "steps") }
      let holds = try steps.allSatisfy { step in
        guard step < node.step else { throw Wrong(step: node.step, problem: "a later step") }
        return nodes[step - 1].result == .flag(true)
      }
      return .money(holds ? try money(node, 0) : .zero)
    }
  }

  // MARK: - Operands

  private func value(_ node: Trace.Node, _ place: Int) throws -> Value {
    guard node.operands.indices.contains(place) else {
      throw Wrong(step: node.step, problem: "operand \(place)")
    }
    switch node.operands[place] {
    case .value(let value): return value
    case .step(let step):
      guard step >= 1, step < node.step, let result = nodes[step - 1].result else {
        throw Wrong(step: node.step, problem: "refers to step \(step)")
      }
      return result
    default: throw Wrong(step: node.step, problem: "no value at \(place)")
    }
  }

  private func number(_ node: Trace.Node, _ place: Int) throws -> Int {
    guard case .number(let number) = try value(node, place) else {
      throw Wrong(step: node.step, problem: "number")
    }
    return number
  }

  private func money(_ node: Trace.Node, _ place: Int) throws -> Money {
    guard case .money(let money) = try value(node, place) else {
      throw Wrong(step: node.step, problem: "money")
    }
    return money
  }

  private func date(_ node: Trace.Node, _ place: Int) throws -> CivilDate {
    guard case .date(let date) = try value(node, place) else { throw Wrong(step: node.step, problem: "date") }
    return date
  }

  private func comparison(_ node: Trace.Node) throws -> SubsidyRules.Comparison {
    guard case .name(let name) = node.operands[1], let comparison = SubsidyRules.Comparison(rawValue: name)
    else {
      throw Wrong(step: node.step, problem: "comparison")
    }
    return comparison
  }

  private func holds(_ node: Trace.Node) throws -> Bool {
    let comparison = try comparison(node)
    switch (try value(node, 0), try value(node, 2)) {
    case (.number(let a), .number(let b)): return comparison.holds(a, b)
    case (.money(let a), .money(let b)): return comparison.holds(a, b)
    case (.date(let a), .date(let b)): return comparison.holds(a, b)
    case (.text(let a), .text(let b)): return comparison.holds(a, b)
    case (.flag(let a), .flag(let b)): return comparison.holds(a ? 1 : 0, b ? 1 : 0)
    default: throw Wrong(step: node.step, problem: "holds")
    }
  }
}
