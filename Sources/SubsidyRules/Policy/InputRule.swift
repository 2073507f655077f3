/// What an item asks for: one field of the entry form.
public struct InputRule: Sendable {
  public enum Kind: Hashable, Sendable {
    case date, money, flag, text, year
    /// A whole number in a range; 0 to 1 000 000 where the policy names none.
    case count(ClosedRange<Int>)
    case choice([Option])
    case applicationNumber
  }

  public struct Option: Hashable, Sendable {
    public var id: String
    public var label: String

    public init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }

  /// Who fills the input in.
  public enum Source: String, Hashable, Sendable, CaseIterable {
    case applicant
    /// The office's own figure, entered at review.
    case office
  }

  public var id: String
  public var label: String
  public var hint: String?
  public var unit: String?
  public var kind: Kind
  public var source: Source
  /// Index of an input that this one may not exceed.
  public var atMost: Int?
  /// The reading and option under which alone the input is needed; otherwise it always is.
  public var neededUnder: (reading: Int, option: Int)?

  public init(
    id: String, label: String, hint: String? = nil, unit: String? = nil, kind: Kind,
    source: Source = .applicant, atMost: Int? = nil, neededUnder: (reading: Int, option: Int)? = nil
  ) {
    self.id = id
    self.label = label
    self.hint = hint
    self.unit = unit
    self.kind = kind
    self.source = source
    self.atMost = atMost
    self.neededUnder = neededUnder
  }

  /// Columns that the entry form has for a label; a Chinese character takes two.
  public static let labelColumns = 16

  /// Columns that it has for what is chosen, an item or an option, where the terminal has 80.
  public static let choiceColumns = 24

  /// The bounds of a count where a policy names none.
  public static let countRange = 0...1_000_000

  /// Whether the input must be there under these choices of readings.
  public func isNeeded(_ readings: [ReadingRule]) -> Bool {
    guard let neededUnder else { return true }
    return readings.indices.contains(neededUnder.reading)
      && readings[neededUnder.reading].choice == neededUnder.option
  }
}
