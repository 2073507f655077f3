public import CaseModel

/// A thing that the policy pays for, under one article (项目).
///
/// A class, since every filing that is judged holds its item: one reference, not a dozen.
public final class Item: Sendable {
  /// Its name in the office: that of its file, behind the policy's id and `/` where the office had another policy first.
  public let id: String
  /// Its name in its own policy file.
  public let name: String
  /// What its once-only keys begin with: its id, or that of the item whose keys it continues.
  public let keyName: String
  /// The item of an earlier policy whose once-only keys count for this one too, as `policy/item`.
  public let continues: String?
  public let article: String
  public let label: String
  public let applicants: [ApplicantKind]
  public let inputs: [InputRule]
  /// Values worked out from the inputs, named so that conditions and people can speak of them.
  public let values: [DerivedValue]
  /// The day an award attaches to.
  public let event: Expression
  /// Whether the event may lie after the day of receipt, as with lists of a year taken in December.
  public let mayFollowReceipt: Bool
  /// The last day on which an event is paid, where the item ends before the policy; and the first.
  public let since: CivilDate?
  public let until: CivilDate?
  public let conditions: [Condition]
  public let amount: Amount
  /// Index and alternatives of what may be paid once only.
  public let once: Chosen<[KeyPart]>
  public let papers: [Paper]
  /// What the clause says that the forms can't, and why; such an award waits for a person.
  public let unexpressed: Unexpressed?
  /// Single conditions that the office confirms.
  public let confirmations: [Confirmation]
  /// The award of another item that must come first.
  public let needs: NeededAward?

  public init(
    id: String, article: String, label: String, applicants: [ApplicantKind], inputs: [InputRule],
    values: [DerivedValue], event: Expression, mayFollowReceipt: Bool, since: CivilDate?,
    until: CivilDate?, conditions: [Condition], amount: Amount, once: Chosen<[KeyPart]>,
    papers: [Paper], unexpressed: Unexpressed?,
    confirmations: [Confirmation] = [], needs: NeededAward? = nil, continues: String? = nil
  ) {
    self.id = id
    name = id
    keyName = id
    self.continues = continues
    self.article = article
    self.label = label
    self.applicants = applicants
    self.inputs = inputs
    self.values = values
    self.event = event
    self.mayFollowReceipt = mayFollowReceipt
    self.since = since
    self.until = until
    self.conditions = conditions
    self.amount = amount
    self.once = once
    self.papers = papers
    self.unexpressed = unexpressed
    self.confirmations = confirmations
    self.needs = needs
  }

  /// The same item under another id, with keys that begin otherwise.
  init(_ item: Item, id: String, keyName: String) {
    self.id = id
    name = item.name
    self.keyName = keyName
    continues = item.continues
    article = item.article
    label = item.label
    applicants = item.applicants
    inputs = item.inputs
    values = item.values
    event = item.event
    mayFollowReceipt = item.mayFollowReceipt
    since = item.since
    until = item.until
    conditions = item.conditions
    amount = item.amount
    once = item.once
    papers = item.papers
    unexpressed = item.unexpressed
    confirmations = item.confirmations
    needs = item.needs
  }

  public func input(_ id: String) -> InputRule? { inputs.first { $0.id == id } }

  /// Whether agencies alone may claim it: for what they did for others, and not for what is their own.
  public var isForAgencies: Bool {
    !applicants.isEmpty && applicants.allSatisfy { $0 == .agency || $0 == .agencyBranch }
  }

  /// A named value worked out from inputs.
  public struct DerivedValue: Sendable {
    public var id: String
    public var label: String
    public var expression: Expression

    public init(id: String, label: String, expression: Expression) {
      self.id = id
      self.label = label
      self.expression = expression
    }
  }

  public struct Unexpressed: Hashable, Sendable {
    public var clause: String
    public var reason: String

    public init(clause: String, reason: String) {
      self.clause = clause
      self.reason = reason
    }
  }
}

/// Something that is one way, or differs by the option of a reading.
public enum Chosen<Value: Sendable>: Sendable {
  case always(Value)
  /// The reading's index in the policy, and a value for each of its options in their order.
  case byReading(Int, [Value])

  /// What holds where the readings have these choices.
  public func chosen(_ readings: [ReadingRule]) -> Value? {
    switch self {
    case .always(let value): return value
    case .byReading(let reading, let values):
      guard readings.indices.contains(reading), values.indices.contains(readings[reading].choice) else {
        return nil
      }
      return values[readings[reading].choice]
    }
  }

  /// What is said under any option.
  public var all: [Value] {
    switch self {
    case .always(let value): [value]
    case .byReading(_, let values): values
    }
  }
}

/// A part of the once-only key.
public enum KeyPart: Hashable, Sendable {
  case applicant
  /// An agency with its branches.
  case family
  /// An input, by its index in the item; texts are folded, numbers go without dress and check digit.
  case input(Int)
  /// A derived value, by its index in the item, such as the year of a day.
  case value(Int)
}
