public import CaseModel
public import SubsidyRules

/// What it would change if a policy joined those in force or were taken back; nothing is changed by looking.
public struct PolicyEffect: Sendable {
  /// A filing that would be of another policy, or come to something else.
  public struct Row: Sendable {
    public var filing: String
    /// The item before, and after.
    public var item: (before: String, after: String)
    public var outcome: (before: Outcome, after: Outcome)
    public var award: (before: Money, after: Money)
  }

  /// In the order in which the office entered them.
  public var rows: [Row]
  public var caps: [PolicyComparison.CapMove]
  /// Undecided filings whose event no policy would hold.
  public var homeless: [String]
  /// The policies that would be in force, as one.
  public var policy: Policy

  public var before: MoneyTotal { rows.reduce(into: .zero) { $0 += $1.award.before } }
  public var after: MoneyTotal { rows.reduce(into: .zero) { $0 += $1.award.after } }
}

extension OfficeState {
  /// What a change of the policies in force would do.
  public func effect(of change: Change) -> PolicyEffect {
    var state = self
    state.fold(Transaction(by: "", at: "", policy: policyHash, changes: [change]))
    let rows = files.indices.compactMap { number -> PolicyEffect.Row? in
      let (now, then) = (files.rows[number], state.files.rows[number])
      let item = (before: files.item(of: now), after: state.files.item(of: then))
      guard item.before != item.after || now.outcome != then.outcome || now.award != then.award else {
        return nil
      }
      return .init(
        filing: files.id(of: number), item: item, outcome: (now.outcome, then.outcome),
        award: (now.award, then.award))
    }
    return PolicyEffect(
      rows: rows, caps: moves(to: state.ledger, of: state.policy, year: nil), homeless: state.homeless(),
      policy: state.policy)
  }

  /// The undecided filings whose event no policy holds.
  public func homeless() -> [String] {
    files.indices.compactMap { number in
      let (filing, received) = files.statement(number)
      guard !filing.isSettled else { return nil }
      let facts = facts(of: filing.applicant, as: received)
      guard case .none = policy.home(of: filing, of: facts) else { return nil }
      return filing.id
    }
  }
}
