public import CaseModel
public import SubsidyRules

/// A filing in the office's files, with the facts as of its receipt, its decision and its story.
public struct FiledFiling: Hashable, Sendable {
  public var filing: Filing
  public var received: FactsAtReceipt
  /// Without the working, which is worked out when somebody asks.
  public var decision: Decision
  public var isTakenOver: Bool
  /// The records under which its caps and keys stand, where several are one unit.
  var unit: Unit?
  public internal(set) var standing: Standing
  /// Everything that was done with the filing, in order; nothing is ever taken out.
  public internal(set) var history: [HistoryEntry]
  /// Who handled what of it: the last of each kind, but everybody who accepted it.
  public internal(set) var marks: [Mark] = []

  init(_ filing: Filing, _ facts: FactsAtReceipt, _ entry: HistoryEntry) {
    self.filing = filing
    received = facts
    decision = .none
    standing = Standing(filing.stage)
    if case .takenOver = entry.deed { isTakenOver = true } else { isTakenOver = false }
    history = [entry]
  }

  /// A filing as it was kept.
  init(
    _ filing: Filing, _ received: FactsAtReceipt, _ decision: Decision, isTakenOver: Bool, standing: Standing,
    history: [HistoryEntry], marks: [Mark]
  ) {
    self.filing = filing
    self.received = received
    self.decision = decision
    self.isTakenOver = isTakenOver
    self.standing = standing
    self.history = history
    self.marks = marks
  }

  public var facts: Facts { received.facts(of: filing.applicant, unit) }

  /// The same as of one unit with others.
  func counted(in units: Units) -> FiledFiling {
    var file = self
    file.unit = Unit(filing.applicant, received, in: units)
    return file
  }

  struct Unit: Hashable, Sendable {
    var applicant: String
    var family: String
    var further: [String]

    /// Who a filing counts for; nil where nobody is of one unit with another.
    init?(_ applicant: String, _ received: FactsAtReceipt, in units: Units) {
      guard !units.isEmpty else { return nil }
      self.applicant = units.head(of: applicant)
      family = units.head(of: received.family)
      further = received.further.map(units.head)
    }
  }

  /// The year that the award belongs to: of its event, of receipt where that can't be read.
  public var year: Int { decision.event?.year ?? filing.received.year }
}

extension FactsAtReceipt {
  /// What a decision on a filing of an applicant rests on, as of one unit with others.
  func facts(of applicant: String, _ unit: FiledFiling.Unit?) -> Facts {
    Facts(
      applicant: unit?.applicant ?? applicant, family: unit?.family ?? family,
      further: unit?.further ?? further, kind: kind, district: district)
  }
}

extension Decision {
  /// Stands where nothing has been decided yet.
  static let none = Decision(
    outcome: .incomplete, gross: .zero, award: .zero, reasons: [], warnings: [], trace: Trace(), event: nil)
}

/// Who did what to a record, and when.
public struct HistoryEntry: Hashable, Sendable {
  public var deed: Deed
  public var by: String
  /// UTC, by the device's clock.
  public var at: String
  /// The day that was set by `--today`, where it was not the clock's.
  public var day: CivilDate?
  /// The journal's number of the save, by which its line is found; 0 where it is not known.
  public var sequence: Int
  /// The number of the save that was undone, where one was.
  public var undoes: Int?

  public init(
    deed: Deed, by: String, at: String, day: CivilDate? = nil, sequence: Int = 0, undoes: Int? = nil
  ) {
    self.deed = deed
    self.by = by
    self.at = at
    self.day = day
    self.sequence = sequence
    self.undoes = undoes
  }
}

/// What was done to a filing.
public indirect enum Deed: Hashable, Sendable {
  case received
  /// Taken over from an old office's records, with the stage and the amounts it had there.
  case takenOver(Standing, decided: Money?, reclaimed: Money?)
  /// The inputs, overrides or day of receipt that were changed.
  case changed([String])
  case stepped(StepTaken)
  case papersTicked([PaperTick])
  /// The applicant's facts that the decision rests on were renewed.
  case factsChanged(FactsAtReceipt)
}
