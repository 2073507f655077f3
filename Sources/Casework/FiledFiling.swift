public import CaseModel
public import SubsidyRules

/// A filing in the office's files, with the facts as of its receipt, its decision and its story.
public struct FiledFiling: Sendable {
  public var filing: Filing
  public var received: FactsAtReceipt
  /// Without the working, which is worked out when somebody asks.
  public var decision: Decision
  public var isTakenOver: Bool
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

  public var facts: Facts {
    Facts(
      applicant: filing.applicant, family: received.family, kind: received.kind,
      district: received.district)
  }

  /// The year that the award belongs to: of its event, of receipt where that can't be read.
  public var year: Int { decision.event?.year ?? filing.received.year }

  /// The month of that day, as `2019-03`.
  public var month: String { String((decision.event ?? filing.received).description.prefix(7)) }
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

  public init(deed: Deed, by: String, at: String) {
    self.deed = deed
    self.by = by
    self.at = at
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
