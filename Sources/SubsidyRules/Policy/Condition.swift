public import CaseModel

/// What must hold for an item to be paid.
public enum Condition: Sendable {
  case always(Test)
  /// A reading's index, and for each of its options what must hold under it.
  case byReading(Int, [[Test]])

  /// One thing that holds or does not.
  public struct Test: Sendable {
    public indirect enum Form: Hashable, Sendable {
      case compare(Expression, Comparison, Expression)
      case among(Expression, [String])
      /// Whether a part has a share of a whole, by cross-multiplication.
      case share(part: Expression, Comparison, Percentage, whole: Expression)
      /// Whether one of several holds.
      case any([Form])
    }

    public var form: Form
    /// The reason a filing is refused for where it does not hold.
    public var reason: Reason

    public init(form: Form, reason: Reason) {
      self.form = form
      self.reason = reason
    }
  }
}
