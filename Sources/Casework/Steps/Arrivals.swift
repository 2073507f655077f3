import CaseModel
import SubsidyRules

/// Filings that come in by one save, each held against those that stand in the office's files: two that alone take nothing
/// from anybody may do so together.
///
/// What comes in decided takes its room first, whoever waits: that is an old office's word. Of what is undecided each is
/// asked for what it takes beside those before it.
///
/// They come by a list or a file. Whatever lets a filing that stands there already take the place asks as
/// well: an amendment, figures, an undone step, renewed facts (`OfficeState+EarlyPlace`).
struct Arrivals {
  /// A filing that nobody has said why of, and who loses by it what they had.
  struct Unanswered {
    var filing: String
    var losers: [LiveDecision.Moved]
  }

  private let state: OfficeState
  private let units: Units
  private var judges: Judges
  private var ledger: Ledger
  private var next: Int
  /// What those get by now that something was taken from or given back to.
  private var awards: [Int: Money] = [:]

  /// - Parameter applicants: those who come in with them.
  private init(_ state: OfficeState, with applicants: [Applicant]) {
    self.state = state
    units = applicants.isEmpty ? state.files.units : state.unitsNow(with: applicants)
    judges = Judges(state.policy)
    ledger = state.ledger
    next = state.files.count
  }

  /// Those of some filings, in their order, that come before others who lose by it, and say no reason.
  static func unanswered(
    _ filings: [(filing: Filing, received: FactsAtReceipt)], with applicants: [Applicant],
    in state: OfficeState
  ) -> [Unanswered] {
    let early = filings.filter { $0.filing.stage.isUndecided && !state.files.isBehindAll($0.filing) }
    guard early.contains(where: { $0.filing.reason(for: Filing.receipt) == nil }) else { return [] }
    var arrivals = Arrivals(state, with: applicants)
    for decided in filings where !decided.filing.stage.isUndecided { _ = arrivals.take(decided) }
    return early.compactMap { one in
      let losers = arrivals.take(one)
      guard !losers.isEmpty, one.filing.reason(for: Filing.receipt) == nil else { return nil }
      return Unanswered(filing: one.filing.id, losers: losers)
    }
  }

  /// Puts one behind those before it, and gives those who were there that get less by it.
  private mutating func take(_ one: (filing: Filing, received: FactsAtReceipt)) -> [LiveDecision.Moved] {
    let filing = state.atHome(one.filing, as: one.received, takenOver: one.filing.isOfAnotherOffice)
    let facts = Facts(applicant: filing.applicant, as: one.received, units: units)
    let others = ledger.put(judges.judge(filing, of: facts).claim, under: next)
    next += 1
    var losers: [LiveDecision.Moved] = []
    for other in others where other < state.files.count {
      let before = awards[other] ?? state.files.rows[other].award
      let after = ledger.award(of: other)
      awards[other] = after
      let id = state.files.id(of: other)
      if after < before, state.isByReceipt(filing, before: id) {
        losers.append(.init(filing: id, before: before, after: after))
      }
    }
    return losers.sorted { $0.filing < $1.filing }
  }
}

extension OfficeState {
  /// The facts that a filing comes in with: those that it states, else its applicant's of that day, who may be coming in
  /// beside it.
  func factsComing(with filing: Filing, _ find: (String) -> Applicant?) -> FactsAtReceipt? {
    if let stated = filing.asReceived { return stated }
    return find(filing.applicant).map { applicant in
      FactsAtReceipt(
        kind: applicant.kind, district: applicant.district,
        family: family(of: applicant.id, on: filing.received, find))
    }
  }
}
