import CaseModel

/// Expressions laid out as numbers: each is a node, and names the nodes it works on.
struct Formulas {
  enum Node: BitwiseCopyable {
    case input(Int32)
    case value(Int32)
    case kind
    case number(Int)
    case money(Money)
    case date(CivilDate)
    case flag(Bool)
    case type(Int32)
    case year(Int32)
    case later(Int32, Int32)
    case lastDay(Int32)
    case annuity(Int32, Int32)
    case add(Int32, Int32)
    case subtract(Int32, Int32)
  }

  private var nodes: [Node] = []

  subscript(_ number: Int) -> Node { nodes[number] }

  /// Lays an expression out and gives its number.
  mutating func add(_ expression: Expression) -> Int {
    let node: Node =
      switch expression {
      case .input(let index): .input(Int32(index))
      case .value(let index): .value(Int32(index))
      case .kind: .kind
      case .number(let number): .number(number)
      case .money(let money): .money(money)
      case .date(let date): .date(date)
      case .flag(let flag): .flag(flag)
      case .type(let of): .type(place(of))
      case .year(let of): .year(place(of))
      case .later(let a, let b): .later(place(a), place(b))
      case .lastDay(let of): .lastDay(place(of))
      case .annuity(let a, let b): .annuity(place(a), place(b))
      case .add(let a, let b): .add(place(a), place(b))
      case .subtract(let a, let b): .subtract(place(a), place(b))
      }
    nodes.append(node)
    return nodes.count - 1
  }

  private mutating func place(_ expression: Expression) -> Int32 { Int32(add(expression)) }
}
