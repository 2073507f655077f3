public import CaseModel
public import SubsidyRules

/// Every filing of an office decided under one policy, with the caps and totals that follow.
public struct Assessment: Sendable {
  public struct Row: Sendable {
    public var filing: Filing
    public var decision: Decision
  }

  /// In the order in which the filings were given.
  public var rows: [Row]
  public var caps: [CapRow]
  public var totals: Totals

  /// Decides the filings; `tracing` adds to each its working.
  public init(policy: Policy, applicants: [Applicant], filings: [Filing], tracing: Bool) {
    let facts = FactsOfApplicants(applicants)
    let judgements = filings.map {
      policy.judge($0, of: facts[$0.applicant], tracing: tracing)
    }
    let ledger = Ledger(judgements.map(\.claim))
    var totals = Totals()
    rows = []
    rows.reserveCapacity(filings.count)
    for (number, filing) in filings.enumerated() {
      let decision = policy.decide(
        judgements[number], in: ledger, settlement: ledger.settlement(number))
      totals.add(
        decision.award, item: filing.item, year: decision.event?.year ?? filing.received.year)
      rows.append(Row(filing: filing, decision: decision))
    }
    self.totals = totals
    caps = ledger.capRows
  }
}

/// The facts of every applicant that decisions rest on, with the head of each family worked out once.
public struct FactsOfApplicants: Sendable {
  private var facts: [String: Facts] = [:]

  public init(_ applicants: [Applicant]) {
    let parents = Dictionary(
      applicants.compactMap { applicant in applicant.parent.map { (applicant.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    for applicant in applicants {
      facts[applicant.id] = Facts(
        applicant: applicant.id,
        family: Families.root(of: applicant.id, parent: { parents[$0] }) ?? applicant.id,
        kind: applicant.kind, district: applicant.district)
    }
  }

  /// The facts of an applicant; of one that nobody knows, those of an individual from nowhere, who is refused.
  public subscript(_ id: String) -> Facts {
    facts[id] ?? Facts(applicant: id, family: id, kind: .individual, district: "")
  }
}
