public import CaseModel
public import SubsidyRules

/// Everything the office knows, folded from its transactions; the ledger and the totals are kept current.
public struct OfficeState: Sendable {
  /// The policies in force as one, with the readings the office has chosen.
  public internal(set) var policy: Policy
  public internal(set) var rules: RulesInForce
  public internal(set) var house = House()
  public internal(set) var people = People()
  public internal(set) var files = FileList()
  public internal(set) var sums = Sums()
  public internal(set) var search: SearchIndex
  public internal(set) var books = Books()
  /// What the office knows of others: of its counties, or of its city.
  public internal(set) var offices = OfficesBook()
  /// What stands between several offices that are looked at together.
  public internal(set) var joint = JointMatters()
  public internal(set) var folded = Folded()
  public var given: GivenAtOpening

  public init(policy: Policy, hash: String = "", pinyin: PinyinTable = PinyinTable()) {
    self.policy = policy
    rules = RulesInForce(inForce: PoliciesInForce([.init(id: policy.id, hash: hash)]))
    given = GivenAtOpening(policies: [hash: policy])
    search = SearchIndex(pinyin: pinyin)
  }

  // MARK: - Looking things up

  public var office: OfficeIdentity? { house.identity }

  /// Moves with every change, so that whoever keeps a list made from the state knows when to make it anew.
  public var version: Int { folded.version }

  /// The holidays of the years that the office knows, and for the years that a city has told of as the city has them:
  /// what runs in working days runs by these.
  public var workingDays: WorkCalendar {
    offices.holidays.isEmpty ? given.calendar : given.calendar.taking(offices.holidays)
  }

  /// SHA-256 of the policy file that the next line names.
  public var policyHash: String { rules.inForce.hash }

  /// SHA-256 of the policy file that an item is of.
  public func policyHash(of item: String) -> String {
    rules.inForce.hash(of: policy.document(of: item).id) ?? policyHash
  }

  /// A policy in force as its file states it, by its id.
  public func file(ofPolicy id: String) -> Policy? {
    rules.inForce.hash(of: id).flatMap { given.policies[$0] }
  }

  /// The office's districts, by the names that they go by in it.
  public var districts: [District] { policy.districts }

  public func applicant(_ id: String) -> Applicant? { people.numbers[id].map { people.applicants[$0] } }
  public func file(_ id: String) -> FiledFiling? { files.number(of: id).map { files[$0] } }
  public func number(ofApplicant id: String) -> Int? { people.numbers[id] }
  public func number(ofFile id: String) -> Int? { files.number(of: id) }

  /// What was done to an applicant's data, oldest first.
  public func history(ofApplicant id: String) -> [HistoryEntry] {
    people.numbers[id].map { people.histories[$0] } ?? []
  }

  /// Who was served first under every cap, and what each got. Settled when first asked for after opening.
  public internal(set) var ledger: Ledger {
    _read { yield sums.ledgerHolder.value }
    _modify { yield &sums.ledgerHolder.value }
  }

  /// Whether the ledger can be looked at without waiting until it is settled.
  public var isLedgerSettled: Bool { sums.ledgerHolder.isSettled }

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
    besidesOthers(sums.capUses.values.filter { $0.row.group.year == year || $0.row.group.year == nil })
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
