public import CaseModel

/// How an award is worked out: a basis, and a ceiling on it where there is one.
public struct Amount: Sendable {
  public indirect enum Basis: Sendable {
    /// A sum that the policy states.
    case fixed(Figure<Money>)
    /// A sum that an input states: a fee repaid, or the office's own figure.
    case paid(Int)
    /// A share of a sum that an input states, rounded down to the fen.
    case share(of: Int, Figure<Percentage>)
    /// The sum of the highest row that a quantity reaches.
    case tiers(of: Expression, [Tier])
    /// So much for every whole step of a quantity beyond a threshold.
    case steps(of: Expression, beyond: Int, every: Int, Figure<Money>)
    /// A sum that is worked out of others.
    case worked(Expression)
  }

  /// The most that is paid: what the policy states, or a sum that is worked out, such as fees less what others paid.
  public enum Ceiling: Sendable {
    case stated(Figure<Money>)
    case worked(Expression)
  }

  public struct Tier: Sendable {
    /// Where the tier begins: a number of things, or a sum where the quantity is money.
    public var bound: Value
    /// Whether the bound itself does not reach the tier (超过).
    public var isStrict: Bool
    public var amount: Figure<Money>

    public init(bound: Value, isStrict: Bool, amount: Figure<Money>) {
      self.bound = bound
      self.isStrict = isStrict
      self.amount = amount
    }

    public var comparison: Comparison { isStrict ? .more : .atLeast }
  }

  public var basis: Basis
  public var ceiling: Ceiling?

  public init(basis: Basis, ceiling: Ceiling?) {
    self.basis = basis
    self.ceiling = ceiling
  }
}

extension Item {
  /// Whether a quantity may reach none of the rows that the amount is worked out of.
  var mayReachNothing: Bool {
    switch amount.basis {
    case .tiers, .steps: true
    case .fixed, .paid, .share: false
    case .worked(let sum): hasRows(sum)
    }
  }

  func hasRows(_ expression: Expression) -> Bool {
    switch expression {
    case .tiers: true
    case .value(let index): values.indices.contains(index) && hasRows(values[index].expression)
    default: expression.parts.contains(where: hasRows)
    }
  }
}

/// A figure of the policy file, by name: one for all, or one for each case of something.
public enum Figure<Value: Sendable & Hashable>: Sendable {
  case one(String, Value)
  /// What the cases are told by, and for each case the figure's name and the figure.
  case cases(Expression, [String: Named])

  public struct Named: Hashable, Sendable {
    public var name: String
    public var value: Value

    public init(name: String, value: Value) {
      self.name = name
      self.value = value
    }
  }
}
