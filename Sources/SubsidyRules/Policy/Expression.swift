public import CaseModel

/// How a value is had from a filing: an input, a named value, a fact, or one operation of the trace on such.
///
/// The file's reader checks the types once; a value that is not there (an input not given) gives nothing.
///
/// `ItemReader+Sums` reads what a sum is worked out of, `Formulas` lays it out, `Judge+Expressions` works it
/// out. A new operation goes into all three, into `ItemTerms`, the guide (`PolicyGuide`) and a gallery of
/// mistakes.
public indirect enum Expression: Hashable, Sendable {
  /// An input, by its index in the item.
  case input(Int)
  /// A derived value, by its index in the item.
  case value(Int)
  case kind
  /// The day of receipt.
  case received
  case number(Int)
  case money(Money)
  case date(CivilDate)
  case flag(Bool)
  /// A sum or a rate that the policy states inside of a working, with its place in the file as its name.
  case figure(String, Value)
  /// A value for each case of another one.
  case cases(Expression, [String: Expression])
  /// The patent type that an application number tells.
  case type(Expression)
  /// The year of a date or of an application number.
  case year(Expression)
  case later(Expression, Expression)
  case lastDay(Expression)
  /// A day of a year: its name, month and day.
  case day(String, month: Int, day: Int, of: Expression)
  /// The last day of a term that runs from a day on: its name, and how many months or days it lasts.
  case after(String, Expression, months: Int, days: Int)
  /// Which annuity year of a filing (first) a date (second) falls in.
  case annuity(Expression, Expression)
  /// Of numbers or sums.
  case add(Expression, Expression)
  /// Of numbers or sums; a sum is never below zero.
  case subtract(Expression, Expression)
  /// The lower of two numbers or sums (从低).
  case least(Expression, Expression)
  /// The higher of two numbers or sums (就高).
  case most(Expression, Expression)
  /// A sum's share at a rate, rounded down to the fen.
  case share(Expression, Expression)
  /// A sum's share as a part is of a whole, with its place in the file as its name; rounded down to the fen; nothing where the whole is nothing.
  case portion(String, Expression, part: Expression, whole: Expression)
  /// A sum so many times.
  case times(Expression, Expression)
  /// How many whole steps of a size a number lies above a threshold, never below zero.
  case steps(Expression, beyond: Expression, every: Int)
  /// The sum of the highest row that a quantity reaches, nothing where it reaches none.
  case tiers(Expression, [Row])
  /// A value for each option of a reading, by the reading's index in the policy.
  case reading(Int, [Expression])

  public struct Row: Hashable, Sendable {
    /// Where the row begins: a number of things, or a sum where the quantity is money.
    public var bound: Value
    /// Whether the bound itself does not reach the row (超过).
    public var isStrict: Bool
    public var amount: Expression

    public init(bound: Value, isStrict: Bool, amount: Expression) {
      self.bound = bound
      self.isStrict = isStrict
      self.amount = amount
    }

    public var comparison: Comparison { isStrict ? .more : .atLeast }
  }

  /// What it is worked out from, one level down.
  public var parts: [Expression] {
    switch self {
    case .input, .value, .kind, .received, .number, .money, .date, .flag, .figure: []
    case .cases(let by, let cases): [by] + cases.sorted { $0.key < $1.key }.map(\.value)
    case .type(let of), .year(let of), .lastDay(let of), .day(_, _, _, let of), .after(_, let of, _, _): [of]
    case .later(let a, let b), .annuity(let a, let b), .add(let a, let b), .subtract(let a, let b),
      .least(let a, let b), .most(let a, let b), .share(let a, let b), .times(let a, let b),
      .steps(let a, let b, _):
      [a, b]
    case .portion(_, let a, let b, let c): [a, b, c]
    case .tiers(let of, let rows): [of] + rows.map(\.amount)
    case .reading(_, let options): options
    }
  }
}

extension Expression {
  /// The readings that make a difference to it, by their index in the policy.
  var readings: Set<Int> {
    let inside = parts.reduce(into: Set<Int>()) { $0.formUnion($1.readings) }
    if case .reading(let reading, _) = self { return inside.union([reading]) }
    return inside
  }
}

/// The comparisons a policy can make; each bound includes its figure unless it is strict.
public enum Comparison: String, Hashable, Sendable, CaseIterable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case atMost = "<="
  case more = ">"
  case atLeast = ">="

  public func holds<T: Comparable>(_ a: T, _ b: T) -> Bool {
    switch self {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .atMost: a <= b
    case .more: a > b
    case .atLeast: a >= b
    }
  }
}
