public import CaseModel
public import SubsidyRules

/// Every filing of an office decided under one policy, with the caps and totals that follow.
public struct Assessment: Sendable {
  public struct Row: Sendable {
    public var filing: Filing
    public var decision: Decision
  }

  /// In the order in which the filings were given, without their working.
  public var rows: [Row]
  public var caps: [CapRow]
  public var totals: Totals
  private let ledger: Ledger
  private let policy: Policy
  private let facts: any FactsOfFilings

  /// Decides the filings.
  public init(policy: Policy, applicants: [Applicant], filings: [Filing]) {
    self.init(
      policy, filings, FactsOfApplicants(applicants, units: Units(applicants)), besides: ClaimSheet())
    caps = ledger.capRows
  }

  /// Decides a file's filings with an office's in the ledger too, all served in the usual order; one with the id
  /// of an office's filing stands in its place. The caps are those that the file's filings draw on.
  public init(
    policy: Policy, applicants: [Applicant], filings: [Filing], besides office: OfficeState
  ) {
    let replaced = Set(filings.map(\.id))
    let known = Set(applicants.map(\.id))
    let units = Units(office.people.applicants.filter { !known.contains($0.id) } + applicants)
    var others = ClaimSheet()
    var judges = Judges(policy)
    for file in office.files where !replaced.contains(file.filing.id) {
      _ = judges.judge(file.filing, of: file.counted(in: units).facts, into: &others)
    }
    self.init(policy, filings, FactsOfApplicants(applicants, units: units), besides: others)
    let drawnOn = Set(filings.indices.filter { rows[$0].decision.outcome.isServed }.flatMap(ledger.groups))
    caps = ledger.capRows.filter { drawnOn.contains($0.group) }
  }

  /// Decides all of an office's filings under a policy, which may be another than its own.
  public init(office: OfficeState, policy: Policy) {
    self.init(policy, office.files.map(\.filing), office.files.map(\.facts), besides: ClaimSheet())
    caps = ledger.capRows
  }

  private init(
    _ policy: Policy, _ filings: [Filing], _ facts: some FactsOfFilings, besides others: ClaimSheet
  ) {
    let pieces = inPieces(filings.count) { numbers in
      var judges = Judges(policy)
      var sheet = ClaimSheet()
      let judgements = numbers.map { number in
        let filing = filings[number]
        let judgement = judges.judge(filing, of: facts.facts(of: filing, at: number))
        sheet.append(judgement.claim)
        return judgement
      }
      return (judgements: judgements, sheet: sheet)
    }
    var sheet = ClaimSheet()
    for piece in pieces { sheet.append(piece.sheet) }
    sheet.append(others)
    let ledger = Ledger(sheet)
    // Who is served first is settled: each decision follows by itself.
    let judgements = pieces.flatMap(\.judgements)
    let decisions = inParallel(filings.count) { [policy] numbers in
      numbers.map { policy.decide(judgements[$0], in: ledger, settlement: ledger.settlement($0)) }
    }
    var totals = Totals()
    rows = []
    rows.reserveCapacity(filings.count)
    for (filing, decision) in zip(filings, decisions) {
      totals.add(
        decision.award, item: filing.item, year: decision.event?.year ?? filing.received.year)
      rows.append(Row(filing: filing, decision: decision))
    }
    self.ledger = ledger
    self.policy = policy
    self.facts = facts
    self.totals = totals
    caps = []
  }

  /// Whether the limit of a cap is in pieces, `Cap.onePiece` for each.
  public func isInPieces(_ row: CapRow) -> Bool { policy.isInPieces(row.group.cap) }

  /// Some of the rows with their working, which is made when it is asked for: all of an office's at once would take
  /// many times the room of the filings themselves.
  public func traced(_ numbers: Range<Int>) -> [Row] {
    var judges = Judges(policy, tracing: true)
    return numbers.map { number in
      let filing = rows[number].filing
      let judgement = judges.judge(filing, of: facts.facts(of: filing, at: number))
      let decision = policy.decide(judgement, in: ledger, settlement: ledger.settlement(number))
      return Row(filing: filing, decision: decision)
    }
  }
}

/// Where the facts of a filing come from: its applicant as a file states it, or what the office kept with it.
private protocol FactsOfFilings: Sendable {
  func facts(of filing: Filing, at number: Int) -> Facts
}

extension FactsOfApplicants: FactsOfFilings {
  fileprivate func facts(of filing: Filing, at number: Int) -> Facts { self.facts(of: filing) }
}

extension [Facts]: FactsOfFilings {
  fileprivate func facts(of filing: Filing, at number: Int) -> Facts { self[number] }
}

/// The facts of every applicant that decisions rest on, with the head of each family worked out once.
public struct FactsOfApplicants: Sendable {
  private var facts: [String: Facts] = [:]
  private let units: Units
  /// What offices that share no ids call them, where the facts speak of them so.
  private var names: (names: HolderNames, writer: String)?

  /// - Parameter units: which of them caps and keys take as one.
  public init(_ applicants: [Applicant], units: Units = Units()) {
    self.units = units
    let parents = Dictionary(
      first: applicants.compactMap { applicant in applicant.parent.map { (applicant.id, $0) } })
    let heads = Families.heads(parents)
    for applicant in applicants {
      facts[applicant.id] = Facts(
        applicant: units.head(of: applicant.id),
        family: units.head(of: heads[applicant.id].flatMap(\.self) ?? applicant.id), kind: applicant.kind,
        district: applicant.district)
    }
  }

  /// The facts that a filing is decided by: those it was received with where it states them.
  public func facts(of filing: Filing) -> Facts {
    guard let received = filing.asReceived else { return self[filing.applicant] }
    return named(Facts(applicant: filing.applicant, as: received, units: units))
  }

  /// The same with the names of applicants in place of their ids (`HolderNames.facts`).
  public func named(by names: HolderNames, writer: String) -> FactsOfApplicants {
    var named = self
    named.names = (names, writer)
    named.facts = facts.mapValues(named.named)
    return named
  }

  private func named(_ facts: Facts) -> Facts {
    names.map { $0.names.facts(facts, writer: $0.writer) } ?? facts
  }

  /// The facts of an applicant; of one that nobody knows, those of an individual from nowhere, who is refused.
  public subscript(_ id: String) -> Facts {
    facts[id] ?? named(Facts(applicant: id, family: id, kind: .individual, district: ""))
  }
}

extension Facts {
  /// The facts of a filing as they were at its receipt, as caps and keys take units together.
  init(applicant: String, as received: FactsAtReceipt, units: Units) {
    self.init(
      applicant: units.head(of: applicant), family: units.head(of: received.family),
      further: received.further.map(units.head), kind: received.kind, district: received.district)
  }
}
