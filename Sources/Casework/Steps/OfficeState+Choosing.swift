import CaseModel
import SubsidyRules

/// Choosing filings for a batch, and what somebody is offered to do with one.
extension OfficeState {
  /// The filings that stand somewhere, in the order in which they are served.
  public func filings(
    at standing: Standing, item: String? = nil, year: Int? = nil, district: String? = nil
  ) -> [String] {
    files.indices.filter { number in
      let row = files.rows[number]
      guard row.stage == standing.stage, year == nil || row.year == year else { return false }
      guard item == nil || files.item(of: row) == item else { return false }
      let file = files[number]
      return file.standing == standing
        && (district == nil || county(file.received.district) == district.map(county))
    }
    .map { policy.placeByReceipt(of: files[$0].filing) }.sorted().map(\.filing)
  }

  /// The steps that somebody's role may take from where a filing stands: what they may not do is not offered.
  public func steps(offeredTo name: String, for file: FiledFiling) -> [StageRule] {
    guard let who = house.operators.first(where: { $0.name == name }), !who.isRetired else { return [] }
    let isElsewhere = waitsElsewhere(file)
    return (StageRule.byStanding[file.standing] ?? []).filter { rule in
      // An applicant may always take back what is theirs, at the office that has it.
      guard !isElsewhere || rule.step == .withdraw && origin(of: file.filing.id) == nil else {
        return false
      }
      guard rule.step == .undo else {
        guard who.role >= rule.role, isOffered(rule.step), isOpen(rule, file) else { return false }
        return file.openBatch == nil || rule.step.leavesBatch
          || rule.step == .reject && file.openObjection != nil
      }
      return file.steps.last.map { who.role >= StageRule.of($0.step.step).role } ?? false
    }
  }

  /// Whether the office, as it stands to others, takes such a step at all.
  private func isOffered(_ step: Step) -> Bool {
    switch step {
    case .approve: offices.city == nil
    case .handUp: offices.city != nil
    case .commit, .sendBack: offices.isCity
    default: true
    }
  }

  /// Whether a step from a standing with more than one way on has anything to do there.
  private func isOpen(_ rule: StageRule, _ file: FiledFiling) -> Bool {
    let balance = file.balance
    return rule.needs.allSatisfy { need in
      switch need {
      case .owed: balance.owed > .zero
      case .kept: rule.step == .bounce ? balance.lastPayment != nil : balance.kept > .zero
      case .proposal: balance.proposal != nil
      case .objection: file.openObjection != nil
      case .decision: file.decisionToServe != nil
      default: true
      }
    }
  }
}
