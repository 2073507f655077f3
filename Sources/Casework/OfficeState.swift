public import CaseModel
public import SubsidyRules

/// Everything the office knows, folded from its transactions; the ledger and the totals are kept current.
public struct OfficeState: Sendable {
  /// The policies in force as one, with the readings the office has chosen.
  public internal(set) var policy: Policy
  /// Their files.
  public internal(set) var inForce: PoliciesInForce
  /// The policy files that the store keeps, by their hash; whoever opens the store makes them known.
  public var policies: [String: Policy] = [:]
  public internal(set) var office: OfficeIdentity?
  public internal(set) var operators: [Operator] = []
  public internal(set) var applicants: [Applicant] = []
  public internal(set) var files = FileList()
  public internal(set) var totalsByYear: [Int: Totals] = [:]
  /// Every cap that a served filing draws on, with its use.
  public internal(set) var capUses: [Claim.Group: CapUse] = [:]
  public internal(set) var readingChoices: [String: String] = [:]
  public internal(set) var search: SearchIndex
  /// Moves with every change, so that whoever keeps a list made from the state knows when to make it anew.
  public internal(set) var version = 0

  /// Changes of applicants' data, by applicant; the first entry of one is no change.
  public internal(set) var applicantChanges: [String: [ApplicantChange]] = [:]
  /// What applicants were called before, by applicant, oldest first.
  public internal(set) var formerNames: [String: [FormerName]] = [:]
  /// The days on which parents became others, by applicant, oldest first; before the first one another parent counts.
  public internal(set) var parentChanges: [String: [ParentChange]] = [:]
  /// What supervisors have said of who is who among the records, in order.
  public internal(set) var personWords: [PersonWord] = []
  /// Choices of readings and adoptions of policies, in order.
  public internal(set) var ruleChanges: [RuleChange] = []
  public internal(set) var news: [News] = []
  public internal(set) var register = WorkRegister()
  /// Every sealing of a year, in order; one that was opened again stays with the reason.
  public internal(set) var seals: [YearSeal] = []
  /// How long things take, as supervisors have set it, in the order in which they did.
  public internal(set) var periods: [OfficePeriod] = []
  /// Every payment batch, in the order in which they were made.
  public internal(set) var batches: [PaymentBatch] = []
  /// What the office knows of others: of its counties, or of its city.
  public internal(set) var offices = OfficesBook()
  /// The city's own steps that its journal lacks, empty but where offices are looked at together.
  public internal(set) var lostVerdicts = LostVerdicts()
  /// What the city paid on lines that do not count, empty but where offices are looked at together.
  public internal(set) var paidUncounted: [PaidUncounted] = []
  /// What stands between several offices that are looked at together.
  public internal(set) var conflicts: [OfficeConflict] = []
  /// Filings that the city has put first among the undecided claimants of their once-only keys.
  public internal(set) var keptFilings: Set<String> = []
  /// Pairs of applicants of one name that the city has told apart.
  var namesakesApart: Set<Set<String>> = []
  /// Who of other offices counts as one person with somebody here, where several offices are looked at together.
  var otherEyes = OtherEyes()
  /// Files of others that lie in the store and are no part of what counts.
  public internal(set) var waitingFiles: [WaitingFile] = []
  /// Filings of several offices that nothing is committed or paid of before the city has ruled, with the kinds of what is
  /// open; empty but where offices are looked at together.
  public internal(set) var inConflict: [String: [ConflictKind]] = [:]
  /// Whose filings these are, where several offices are looked at together.
  public internal(set) var origins = Origins()
  /// The office whose part alone is listed and summed, where several are looked at together; what commands call it.
  public internal(set) var shownOffice: String?
  /// Whose filings that office has.
  var shownApplicants: Set<String> = []
  /// Whether the office is another's to read: what its city did with its filings is then known from the city itself.
  public var isGathered = false
  /// The links of records of the office's own journal, in hexadecimal, by their numbers: what a reply brings takes effect
  /// only where its basis stands there. Whoever opens the store makes it known; without it everything stands.
  public var linksOfOwn: (@Sendable (Set<Int>) -> [Int: String])?
  /// Whether somebody who is alone in the office may approve what they accepted; every such step is marked.
  public internal(set) var isAloneAllowed = false
  /// The number of the last save that moves more than people, their PINs and what was sent to others; lines of the program's
  /// own are none.
  public internal(set) var lastMove = 0
  /// When the last save was made, by the device's clock in UTC.
  public internal(set) var lastAt: String?
  /// Saves before which the device's clock had run back or ahead by more than a day.
  public internal(set) var clockJumps: [ClockJump] = []
  /// The holidays of the years that the office knows; whoever opens the store makes them known.
  public var calendar = WorkCalendar()
  /// The same, for the years that a city has told of as the city has them: what runs in working days runs by these.
  public var workingDays: WorkCalendar {
    offices.holidays.isEmpty ? calendar : calendar.taking(offices.holidays)
  }
  /// The official annuities; whoever opens the store makes them known.
  public var tariff = AnnuityTariff()
  /// What the city's last reply said of the other offices; whoever opens a county's store makes it known.
  public var advice = CityAdvice()

  var ledgerHolder = LedgerHolder()
  var applicantNumbers: [String: Int] = [:]
  /// What was done to each applicant, by its number.
  var applicantHistories: [[HistoryEntry]] = []
  /// Serials given out, by the beginning of the number.
  var serials: [String: Int] = [:]
  /// While a whole journal is replayed nothing is decided; `settle` does it once at the end.
  var isReplaying = false
  /// Whether applicants were put since the units among them were found.
  var areUnitsOld = false

  public init(policy: Policy, hash: String = "", pinyin: PinyinTable = PinyinTable()) {
    self.policy = policy
    inForce = PoliciesInForce([.init(id: policy.id, hash: hash)])
    policies = [hash: policy]
    search = SearchIndex(pinyin: pinyin)
  }

  // MARK: - Looking things up

  /// SHA-256 of the policy file that the next line names.
  public var policyHash: String { inForce.hash }

  /// SHA-256 of the policy file that an item is of.
  public func policyHash(of item: String) -> String {
    inForce.hash(of: policy.document(of: item).id) ?? policyHash
  }

  /// A policy in force as its file states it, by its id.
  public func file(ofPolicy id: String) -> Policy? { inForce.hash(of: id).flatMap { policies[$0] } }

  /// The office's districts, by the names that they go by in it.
  public var districts: [District] { policy.districts }

  public func applicant(_ id: String) -> Applicant? { applicantNumbers[id].map { applicants[$0] } }
  public func file(_ id: String) -> FiledFiling? { files.number(of: id).map { files[$0] } }
  public func number(ofApplicant id: String) -> Int? { applicantNumbers[id] }
  public func number(ofFile id: String) -> Int? { files.number(of: id) }

  /// What was done to an applicant's data, oldest first.
  public func history(ofApplicant id: String) -> [HistoryEntry] {
    applicantNumbers[id].map { applicantHistories[$0] } ?? []
  }

  /// Who was served first under every cap, and what each got. Settled when first asked for after opening.
  public internal(set) var ledger: Ledger {
    _read { yield ledgerHolder.value }
    _modify { yield &ledgerHolder.value }
  }

  /// Whether the ledger can be looked at without waiting until it is settled.
  public var isLedgerSettled: Bool { ledgerHolder.isSettled }

  /// The files of one applicant, in the order in which they were entered.
  public func files(of applicant: String) -> [FiledFiling] {
    files.numbers(ofApplicant: applicant).map { files[$0] }
  }

  /// The facts of an applicant as they stand today, with the family of the day on which a filing is received.
  public func facts(of applicant: Applicant, on day: CivilDate) -> FactsAtReceipt {
    FactsAtReceipt(
      kind: applicant.kind, district: applicant.district,
      family: family(of: applicant.id, on: day) { $0 == applicant.id ? applicant : self.applicant($0) })
  }

  /// The facts that a filing of an applicant is judged by.
  func facts(of applicant: String, as received: FactsAtReceipt) -> Facts {
    Facts(applicant: applicant, as: received, units: files.units)
  }

  /// The latest year with filings; nil in an empty office.
  public var latestYear: Int? { files.indices.lazy.map { files.rows[$0].year }.max() }

  /// The caps of a year with their use; the order is the caller's to choose.
  ///
  /// In a county what is left is what the city's last reply leaves of it, where others use it too.
  public func capUses(of year: Int) -> [CapUse] {
    besidesOthers(capUses.values.filter { $0.row.group.year == year || $0.row.group.year == nil })
  }

  /// The caps of a year, by cap and holder.
  public func caps(of year: Int) -> [CapRow] { capUses(of: year).map(\.row).sorted { $0.group < $1.group } }

  /// The full decision of a filing, with its working.
  public func decision(of id: String) -> Decision? {
    files.number(of: id).map { decision(of: files[$0], $0) }
  }

  /// The full decision of a filing that was read already, by its number.
  public func decision(of file: FiledFiling, _ number: Int) -> Decision {
    policy.decide(
      file.filing, of: file.facts, in: ledger, settlement: ledger.settlement(number), tracing: true)
  }
}
