public import CaseModel

/// How a value is had from a filing: an input, a named value, a fact, or one operation of the trace on such.
///
/// The file's reader checks the types once; a value that is not there (an input not given) gives nothing.
public indirect enum Expression: Hashable, Sendable {
  /// An input, by its index in the item.
  case input(Int)
  /// A derived value, by its index in the item.
  case value(Int)
  case kind
  case number(Int)
  case money(Money)
  case date(CivilDate)
  case flag(Bool)
  /// The patent type that an application number tells.
  case type(Expression)
  /// The year of a date or of an application number.
  case year(Expression)
  case later(Expression, Expression)
  case lastDay(Expression)
  /// Which annuity year of a filing (first) a date (second) falls in.
  case annuity(Expression, Expression)
  case add(Expression, Expression)
  case subtract(Expression, Expression)
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
