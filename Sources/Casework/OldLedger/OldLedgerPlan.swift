public import CaseModel

/// What taking an old ledger in would do, row by row; nothing is changed by making it.
public struct OldLedgerPlan: Hashable, Sendable {
  public enum Verdict: Hashable, Sendable {
    /// It goes in under this receipt number.
    case taken(String)
    /// It is in the files already, under this receipt number.
    case known(String)
    /// A filing in the files claims the same thing.
    case duplicate(filing: String)
    /// A row above it, at this line, claims the same thing.
    case repeated(line: Int)
    case unfit([OldLedgerFault])
  }

  public struct Row: Hashable, Sendable {
    public var line: Int
    public var verdict: Verdict
    public var remarks: [OldLedgerRemark] = []
    /// What only the other rows and the files tell.
    public var doubts: [Doubt] = []
  }

  /// One for each row given, in their order.
  public var rows: [Row] = []
  /// Applicants that are new.
  public var applicants: [Applicant] = []
  public var filings: [Filing] = []

  /// The sum of what was decided in the filings that go in.
  public var decided: MoneyTotal { filings.reduce(into: .zero) { $0 += $1.decided ?? .zero } }

  /// The rows that stay out because they say no reason, by line, with what asks for it.
  public var unanswered: [Int: Refusal] {
    var unanswered: [Int: Refusal] = [:]
    for row in rows {
      if case .unfit(let faults) = row.verdict, case .unanswered(let refusal)? = faults.first {
        unanswered[row.line] = refusal
      }
    }
    return unanswered
  }

  /// The lines of those that come before others who lose by it.
  public var early: Set<Int> {
    Set(unanswered.filter { if case .turnTaken = $0.value { true } else { false } }.keys)
  }

  /// The lines of filings that would go in, with why they do not.
  fileprivate func lines(of refused: [RefusedRow]) -> [Int: Refusal] {
    let why = Dictionary(first: refused.map { ($0.filing, $0.refusal) })
    var lines: [Int: Refusal] = [:]
    for row in rows {
      if case .taken(let id) = row.verdict, let refusal = why[id] { lines[row.line] = refusal }
    }
    return lines
  }
}

extension OfficeState {
  /// What taking in these rows would do.
  ///
  /// A row is known again by its receipt number, by what makes its item unique (the once-only key), or by saying
  /// just what a filing of the same applicant says; so a file that is taken in twice changes nothing. With
  /// `repeats` a second claim for the same thing goes in too, as far as it says something else: what an old office
  /// paid twice has been paid twice. What comes in undecided is held against bans and receipts like what any other file
  /// brings; a row that says no reason stays out.
  ///
  /// - Parameters:
  ///   - apart: rows that stay out for that, by line.
  ///   - held: holds applicants and filings against what is there; the office's own state where nobody says otherwise.
  public func plan(
    oldLedger rows: [OldLedgerRow], repeats: Bool, today: CivilDate, apart: [Int: Refusal] = [:],
    holding held: (([Applicant], [Filing]) -> CaseImport)? = nil
  ) -> OldLedgerPlan {
    let hold = held ?? { self.plan(applicants: $0, filings: $1) }
    var apart = apart
    while true {
      var planner = OldLedgerPlanner(self, repeats: repeats, today: today, rows: rows, apart: apart)
      for row in rows { planner.take(row) }
      let plan = planner.plan
      guard plan.filings.contains(where: \.stage.isUndecided) else { return plan }
      let unanswered = plan.lines(of: hold(plan.applicants, plan.filings).unanswered)
      // Where a row stays out, another may come to what it would have had.
      guard !unanswered.isEmpty else { return plan }
      apart.merge(unanswered) { first, _ in first }
    }
  }

  /// The changes of a plan that still holds.
  func changes(
    takingIn rows: [OldLedgerRow], repeats: Bool, seen: OldLedgerPlan, by who: Operator, at moment: Moment
  ) throws(Refusal) -> [Change] {
    let plan = plan(oldLedger: rows, repeats: repeats, today: moment.today, apart: seen.unanswered)
    guard plan == seen else { throw .ledgerMoved }
    var parties: [String: Applicant] = [:]
    for applicant in plan.applicants { parties[applicant.id] = applicant }
    func find(_ id: String) -> Applicant? { parties[id] ?? applicant(id) }
    var changes = plan.applicants.map(Change.applicantEntered)
    for filing in plan.filings {
      guard let applicant = find(filing.applicant) else { throw .unknownApplicant(filing.applicant) }
      let facts = FactsAtReceipt(
        kind: applicant.kind, district: applicant.district,
        family: family(of: applicant.id, on: filing.received, find))
      let isTakenOver = filing.stage != .received || filing.decided != nil
      guard !isTakenOver || who.role == .supervisor else { throw .takeOverNeedsSupervisor(filing.id) }
      changes.append(isTakenOver ? .filingTakenOver(filing, facts) : .filingReceived(filing, facts))
    }
    return changes
  }
}
