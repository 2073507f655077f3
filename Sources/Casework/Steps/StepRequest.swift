public import CaseModel
import SubsidyRules

/// One step for one filing or many, as somebody asks for it.
public struct StepRequest: Hashable, Sendable {
  /// A filing, and what whoever asks has seen of it.
  public struct Row: Hashable, Sendable {
    public var filing: String
    public var seen: Seen

    public init(filing: String, seen: Seen) {
      self.filing = filing
      self.seen = seen
    }
  }

  /// What to do where a row is refused.
  public enum Mode: Hashable, Sendable {
    case allOrNothing
    case thoseThatFit
  }

  public enum Due: Hashable, Sendable {
    case day(CivilDate)
    case workingDays(Int)
  }

  public var step: Step
  public var rows: [Row]
  public var mode = Mode.allOrNothing
  /// The legal day; nil is today.
  public var day: CivilDate?
  public var note = ""
  public var grounds: [String] = []
  public var paper = ""
  /// Until when the applicant has time; nil is `defaultDue` working days.
  public var due: Due?
  /// What to take back or to propose; of an approval or payment, what it is expected to come to.
  public var amount: Money?
  /// Inputs entered with the step.
  public var figures: [Filing.Input] = []
  /// How a decision was served.
  public var way: Service.Way?
  /// The filing whose open recovery the payment settles first.
  public var setOff: String?
  /// Whether each payment first settles what its applicant owes, the oldest demand first.
  public var setsOffWhatIsOwed = false

  public init(_ step: Step, _ rows: [Row]) {
    self.step = step
    self.rows = rows
  }

  /// Working days that an applicant has to correct a filing or an account, where nobody says otherwise.
  public static let defaultDue = 10
}

/// What somebody has seen of a filing, so that nothing is done on a state that has moved on since.
public struct Seen: Hashable, Sendable {
  /// How many things had been done to the filing and its applicant.
  public var revision: Int
  public var award: Money

  public init(revision: Int, award: Money) {
    self.revision = revision
    self.award = award
  }
}

extension OfficeState {
  /// What there is to see of a filing now; nil where it is not known.
  public func seen(_ id: String) -> Seen? {
    file(id).map { Seen(revision: revision(of: $0), award: $0.decision.award) }
  }

  /// Counts everything that was done to a filing and to its applicant's data.
  public func revision(of file: FiledFiling) -> Int {
    file.history.count + (people.changes[file.filing.applicant]?.count ?? 0)
  }

  /// A row for a step on what stands now.
  public func row(_ id: String) -> StepRequest.Row {
    .init(filing: id, seen: seen(id) ?? Seen(revision: 0, award: .zero))
  }
}
