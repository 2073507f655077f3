import CaseModel

/// Expressions laid out as numbers: each is a node, and names the nodes it works on.
struct Formulas {
  enum Node: BitwiseCopyable {
    case input(Int32)
    case value(Int32)
    case kind
    case received
    case number(Int)
    case money(Money)
    case date(CivilDate)
    case flag(Bool)
    /// By its place among the figures.
    case figure(Int32)
    /// What tells the cases, and their place among the lists of cases.
    case cases(Int32, Int32)
    case type(Int32)
    case year(Int32)
    case later(Int32, Int32)
    case lastDay(Int32)
    /// The year, and the place of the day among the days of a year.
    case day(Int32, Int32)
    /// The day that a term runs from, and the place of the term among the terms.
    case after(Int32, Int32)
    case annuity(Int32, Int32)
    case add(Int32, Int32)
    case subtract(Int32, Int32)
    case least(Int32, Int32)
    case most(Int32, Int32)
    case share(Int32, Int32)
    /// The sum, and the place of part and whole among the pairs.
    case portion(Int32, Int32)
    /// Of a reading that is not there.
    case nothing
    case times(Int32, Int32)
    case steps(Int32, beyond: Int32, every: Int32)
    /// The quantity, and the place of the rows among the lists of rows.
    case tiers(Int32, Int32)
  }

  struct Row {
    var bound: Value
    var comparison: Comparison
    /// The number of its sum.
    var amount: Int
  }

  private var nodes: [Node] = []
  private(set) var figures: [(name: String, value: Value)] = []
  private(set) var cases: [[(word: String, value: Int)]] = []
  private(set) var days: [(name: String, month: Int, day: Int)] = []
  private(set) var terms: [(name: String, months: Int, days: Int)] = []
  private(set) var rows: [[Row]] = []
  private(set) var pairs: [(name: String, part: Int, whole: Int)] = []
  /// Which option of each reading is chosen, by the reading's index.
  private let choices: [Int]

  init(choices: [Int] = []) { self.choices = choices }

  subscript(_ number: Int) -> Node { nodes[number] }

  /// Lays an expression out and gives its number.
  mutating func add(_ expression: Expression) -> Int {
    if case .reading(let reading, let options) = expression, choices.indices.contains(reading),
      options.indices.contains(choices[reading])
    {
      return add(options[choices[reading]])
    }
    let node: Node =
      switch expression {
      case .input(let index): .input(Int32(index))
      case .value(let index): .value(Int32(index))
      case .kind: .kind
      case .received: .received
      case .number(let number): .number(number)
      case .money(let money): .money(money)
      case .date(let date): .date(date)
      case .flag(let flag): .flag(flag)
      case .figure(let name, let value): .figure(keep((name, value), in: \.figures))
      case .cases(let by, let cases):
        .cases(place(by), keep(cases.map { ($0.key, add($0.value)) }, in: \.cases))
      case .type(let of): .type(place(of))
      case .year(let of): .year(place(of))
      case .later(let a, let b): .later(place(a), place(b))
      case .lastDay(let of): .lastDay(place(of))
      case .day(let name, let month, let day, let of):
        .day(place(of), keep((name, month, day), in: \.days))
      case .after(let name, let of, let months, let days):
        .after(place(of), keep((name, months, days), in: \.terms))
      case .annuity(let a, let b): .annuity(place(a), place(b))
      case .add(let a, let b): .add(place(a), place(b))
      case .subtract(let a, let b): .subtract(place(a), place(b))
      case .least(let a, let b): .least(place(a), place(b))
      case .most(let a, let b): .most(place(a), place(b))
      case .share(let of, let rate): .share(place(of), place(rate))
      case .portion(let name, let sum, let part, let whole):
        .portion(place(sum), keep((name, add(part), add(whole)), in: \.pairs))
      case .reading: .nothing
      case .times(let sum, let number): .times(place(sum), place(number))
      case .steps(let of, let threshold, let size):
        .steps(place(of), beyond: place(threshold), every: Int32(clamping: size))
      case .tiers(let of, let rows):
        .tiers(
          place(of),
          keep(
            rows.map { Row(bound: $0.bound, comparison: $0.comparison, amount: add($0.amount)) }, in: \.rows))
      }
    nodes.append(node)
    return nodes.count - 1
  }

  private mutating func place(_ expression: Expression) -> Int32 { Int32(add(expression)) }

  private mutating func keep<One>(_ one: One, in list: WritableKeyPath<Formulas, [One]>) -> Int32 {
    self[keyPath: list].append(one)
    return Int32(self[keyPath: list].count - 1)
  }
}
