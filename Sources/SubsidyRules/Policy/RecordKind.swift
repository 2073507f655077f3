public import CaseModel

/// A kind of record in the work register (工作台账): what the office does under an article that pays nothing by
/// itself, as the policy file declares it.
public struct RecordKind: Sendable {
  public var id: String
  public var article: String
  public var label: String
  /// What a record states, besides the county that every record has.
  public var fields: [Field]
  /// The field, a date or a year, that says to which year a record belongs.
  public var day: Int
  /// How a matter goes on, each stage reached on the day of its field; empty where records have no stages.
  public var stages: [Stage]
  /// Fields of which a county has one record for each combination; empty where it may have any number.
  public var once: [Int]
  /// The field that is a county's budget of the fund (专项资金, article 19) for the record's year; nil in other kinds.
  public var budget: Int?

  public struct Field: Sendable {
    public var rule: InputRule
    public var isOptional: Bool
    /// Whether a count of records adds the field up.
    public var isSummed: Bool

    public init(rule: InputRule, isOptional: Bool = false, isSummed: Bool = false) {
      self.rule = rule
      self.isOptional = isOptional
      self.isSummed = isSummed
    }
  }

  public struct Stage: Hashable, Sendable {
    public var label: String
    /// Index of the date on which it is reached.
    public var field: Int
    /// Whether nothing has to come after it.
    public var endsMatter: Bool

    public init(label: String, field: Int, endsMatter: Bool = false) {
      self.label = label
      self.field = field
      self.endsMatter = endsMatter
    }
  }

  public init(
    id: String, article: String, label: String, fields: [Field], day: Int, stages: [Stage] = [],
    once: [Int] = [], budget: Int? = nil
  ) {
    self.id = id
    self.article = article
    self.label = label
    self.fields = fields
    self.day = day
    self.stages = stages
    self.once = once
    self.budget = budget
  }

  public func field(_ id: String) -> Field? { fields.first { $0.rule.id == id } }

  /// Index of a field.
  public func index(of id: String) -> Int? { fields.firstIndex { $0.rule.id == id } }
}

extension InputRule {
  /// What a raw input means under this rule, for whoever reads inputs outside a filing.
  public func value(of raw: RawInput?) -> ReadInput { kind.read(raw, isOverridden: false) }
}
