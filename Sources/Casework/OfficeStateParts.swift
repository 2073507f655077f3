public import CaseModel
public import SubsidyRules

/// Which policies and readings are in force, and how that came about.
public struct RulesInForce: Sendable {
  /// The policies' files.
  public internal(set) var inForce: PoliciesInForce
  /// The options chosen, by reading.
  public internal(set) var choices: [String: String] = [:]
  /// Choices of readings and adoptions of policies, in order.
  public internal(set) var changes: [RuleChange] = []
}

/// The office itself: what it is, who works in it, and how it goes about its work.
public struct House: Sendable {
  public internal(set) var identity: OfficeIdentity?
  public internal(set) var operators: [Operator] = []
  /// Whether somebody who is alone in the office may approve what they accepted; every such step is marked.
  public internal(set) var isAloneAllowed = false
  /// How long things take, as supervisors have set it, in the order in which they did.
  public internal(set) var periods: [OfficePeriod] = []
  /// Serials given out, by the beginning of the number.
  var serials: [String: Int] = [:]
}

/// What filings come to together; the ledger and the sums are kept current.
public struct Sums: Sendable {
  public internal(set) var byYear: [Int: Totals] = [:]
  /// Every cap that a served filing draws on, with its use.
  public internal(set) var capUses: [Claim.Group: CapUse] = [:]
  var ledgerHolder = LedgerHolder()
}

/// What the office keeps books of beside its filings.
public struct Books: Sendable {
  public internal(set) var register = WorkRegister()
  public internal(set) var news: [News] = []
  /// Every sealing of a year, in order; one that was opened again stays with the reason.
  public internal(set) var seals: [YearSeal] = []
  /// Every payment batch, in the order in which they were made.
  public internal(set) var batches: [PaymentBatch] = []
}

/// How far the journal has been folded, and what its lines say of time.
public struct Folded: Sendable {
  var version = 0
  /// The number of the last save that moves more than people, their PINs and what was sent to others; lines of the program's
  /// own are none.
  public internal(set) var lastMove = 0
  /// When the last save was made, by the device's clock in UTC.
  public internal(set) var lastAt: String?
  /// Saves before which the device's clock had run back or ahead by more than a day.
  public internal(set) var clockJumps: [ClockJump] = []
  /// While a whole journal is replayed nothing is decided; `settle` does it once at the end.
  var isReplaying = false
}

/// What whoever opens the store makes known: no line of the journal says it.
public struct GivenAtOpening: Sendable {
  /// The policy files that the store keeps, by their hash.
  public var policies: [String: Policy]
  /// The holidays of the years that the office knows.
  public var calendar = WorkCalendar()
  /// The official annuities.
  public var tariff = AnnuityTariff()
  /// What the city's last reply said of the other offices, in a county.
  public var advice = CityAdvice()
  /// The links of records of the office's own journal, in hexadecimal, by their numbers: what a reply brings takes effect
  /// only where its basis stands there. Without it everything stands.
  public var linksOfOwn: (@Sendable (Set<Int>) -> [Int: String])?
  /// Whether the office is another's to read: what its city did with its filings is then known from the city itself.
  public var isGathered = false
}
