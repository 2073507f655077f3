/// One claim (申报) of one item by one applicant, on paper.
public struct Filing: Hashable, Sendable, Identifiable {
  public var id: String
  /// The item (项目) claimed, by its code in the policy.
  public var item: String
  public var applicant: String
  public var received: CivilDate
  public var stage: Stage
  /// The inputs as the paper states them, readable or not, in the order given.
  public var inputs: [Input]
  /// Why the clerk accepts what a check refuses, by input.
  public var overrides: [Override]
  /// What was approved (核定额); it no longer moves.
  public var decided: Money?
  /// What came back of the decided amount, never more than it.
  public var reclaimed: Money?
  /// The facts that it was received with, where a file states others than its applicant's today; a store keeps them
  /// beside the filing, not here.
  public var asReceived: FactsAtReceipt?

  public init(
    id: String, item: String, applicant: String, received: CivilDate, stage: Stage = .received,
    inputs: [Input] = [], overrides: [Override] = [], decided: Money? = nil, reclaimed: Money? = nil
  ) {
    self.id = id
    self.item = item
    self.applicant = applicant
    self.received = received
    self.stage = stage
    self.inputs = inputs
    self.overrides = overrides
    self.decided = decided
    self.reclaimed = reclaimed
  }

  public struct Input: Hashable, Sendable {
    public var name: String
    public var value: RawInput

    /// What it states, where that is a text.
    public var text: String? { if case .text(let text) = value { text } else { nil } }

    public init(_ name: String, _ value: RawInput) {
      self.name = name
      self.value = value
    }
  }

  public struct Override: Hashable, Sendable {
    public var input: String
    public var reason: String

    public init(_ input: String, reason: String) {
      self.input = input
      self.reason = reason
    }
  }

  /// Under what name of an override the reason stands why the day of receipt comes before that of others.
  public static let receipt = "received"

  /// Under what name of an override the reason stands why a filing is taken although its applicant gets nothing for a time.
  public static let ban = "ban"

  /// The names under which reasons stand that are none of an input's.
  public static let otherOverrides: Set<String> = [receipt, ban]

  /// What is stated for an input; nil where nothing is.
  public func input(_ name: String) -> RawInput? { inputs.first { $0.name == name }?.value }

  /// Why the clerk accepts an input that a check refuses, in words; nil where none are there.
  public func reason(for input: String) -> String? {
    override(of: input).flatMap { TextFolding.isReason($0) ? $0 : nil }
  }

  /// The same as it was kept, before signs alone were no reason.
  public func override(of input: String) -> String? {
    overrides.first { $0.input == input && !TextFolding.isBlank($0.reason) }?.reason
  }
}

extension Filing {
  /// What a filing's record has, in the order of files; each goes by its word in them.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    case id, item, applicant, received, status, inputs, overrides, decided, reclaimed, asReceived

    /// Whether no record is without it.
    public var isNeeded: Bool { self == .id || self == .item || self == .applicant || self == .received }
  }

  /// All of them, made once.
  public static let fields = Field.allCases

  /// What stands in a field that is a text in files; nil where nothing does, and for what is an object there.
  public subscript(field: Field) -> String? {
    switch field {
    case .id: id
    case .item: item
    case .applicant: applicant
    case .received: received.description
    case .status: stage.rawValue
    case .decided: decided?.description
    case .reclaimed: reclaimed?.description
    case .inputs, .overrides, .asReceived: nil
    }
  }

  /// Puts a text into a field, or takes away what stands there; what is an object in files stays as it is.
  public mutating func put(_ text: String?, in field: Field) throws(FieldMistake) {
    switch field {
    case .id: id = try FieldMistake.written(text)
    case .item: item = try FieldMistake.needed(text)
    case .applicant: applicant = try FieldMistake.needed(text)
    case .received: received = try FieldMistake.day(text)
    case .status: stage = try FieldMistake.word(text)
    case .decided: decided = try FieldMistake.money(text)
    case .reclaimed: reclaimed = try FieldMistake.money(text)
    case .inputs, .overrides, .asReceived: break
    }
  }
}

/// A filing's input before anybody has judged it, kept as it came so that nothing is lost.
public enum RawInput: Hashable, Sendable {
  case null
  case text(String)
  case count(Int)
  case flag(Bool)
  /// JSON of another shape (12.5, a list …), kept as its text; no input takes it.
  case other(String)
}
