public import CaseModel

/// How an award was worked out, step by step, so that a program which knows only the operations can compute it
/// again, and so that all prose about it is made from it.
public struct Trace: Hashable, Sendable {
  public var nodes: [Node] = []

  public init() {}

  public enum Operation: String, Hashable, Sendable, CaseIterable {
    case input, fact, figure, type, year, later, annuity, add, subtract, min, max, share, times, steps, holds
    case among, room, first, award
    case lastDay = "last-day"
    case holdsShare = "holds-share"
  }

  public struct Node: Hashable, Sendable {
    /// From 1, in order.
    public var step: Int
    /// The item's article, or `closing` for the validity.
    public var article: String
    public var operation: Operation
    public var operands: [Operand]
    /// Nil where an input is missing or unreadable.
    public var result: Value?
    /// The reason that a false condition gives.
    public var reason: Reason?
    /// The name of a derived value, where the step works one out.
    public var name: String?
    /// The reading under whose choice the step stands.
    public var reading: String?

    public init(
      step: Int, article: String, operation: Operation, operands: [Operand], result: Value?,
      reason: Reason? = nil, name: String? = nil, reading: String? = nil
    ) {
      self.step = step
      self.article = article
      self.operation = operation
      self.operands = operands
      self.result = result
      self.reason = reason
      self.name = name
      self.reading = reading
    }
  }

  public enum Operand: Hashable, Sendable {
    case step(Int)
    case value(Value)
    /// A name: of an input, fact, figure or cap; a comparison; a key.
    case name(String)
    case none
    case texts([String])
    /// Filings that were served before and got more than 0.00, with what each got.
    case served(ServedList)
    /// The same kept short, in a trace that is kept with an approval.
    case summary(ServedSummary)
    /// Steps that must all be true.
    case steps([Int])
  }

  /// A filing that used room under a cap before another one.
  public struct Served: Hashable, Sendable {
    public var filing: String
    public var amount: Money

    public init(filing: String, amount: Money) {
      self.filing = filing
      self.amount = amount
    }
  }

  /// The node of a step; nil where there is none.
  public subscript(step step: Int) -> Node? {
    nodes.indices.contains(step - 1) ? nodes[step - 1] : nil
  }
}

/// A value with the step of the trace that worked it out.
struct Term {
  var value: Value
  var step: Int

  /// A value that no step worked out stands in the trace as itself.
  var operand: Trace.Operand { step > 0 ? .step(step) : .value(value) }
}

/// Writes the steps of one decision down while it is made, or nothing where nobody asks for them.
struct TraceWriter {
  var isOn: Bool
  let article: String
  private(set) var trace = Trace()
  /// Steps that the award needs to be true.
  private(set) var conditions: [Int] = []
  /// The reading whose option is being judged.
  var reading: String?

  init(isOn: Bool, article: String) {
    self.isOn = isOn
    self.article = article
  }

  /// Adds a step and gives its number, 0 where no trace is kept.
  @discardableResult
  mutating func add(
    _ operation: Trace.Operation, _ operands: @autoclosure () -> [Trace.Operand], _ result: Value?,
    reason: Reason? = nil, name: String? = nil, article: String? = nil
  ) -> Int {
    guard isOn else { return 0 }
    let step = trace.nodes.count + 1
    trace.nodes.append(
      .init(
        step: step, article: article ?? self.article, operation: operation, operands: operands(),
        result: result, reason: reason, name: name, reading: reading))
    return step
  }

  /// Adds a step that the award needs to be true.
  mutating func condition(
    _ operation: Trace.Operation, _ operands: @autoclosure () -> [Trace.Operand], _ holds: Bool,
    reason: Reason? = nil, article: String? = nil
  ) {
    guard isOn else { return }
    let step = add(operation, operands(), .flag(holds), reason: holds ? nil : reason, article: article)
    conditions.append(step)
  }
}
