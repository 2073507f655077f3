import CaseModel
public import SubsidyRules

/// Undoing the last step that holds.
extension StepCheck {
  func checkUndo(_ findings: inout Findings) throws(Refusal) {
    guard let last = findings.file.steps.last?.step else { throw .step(.nothingToUndo) }
    if case .recovery(let recovery) = last.detail, let payer = recovery.setOffAgainst {
      throw .step(.boundToSetOff(payer))
    }
    if case .payment(let payment) = last.detail, let setOff = payment.setOff {
      guard let other = state.file(setOff.filing),
        case .recovery(let recovery)? = other.steps.last?.step.detail,
        recovery.setOffAgainst == findings.filing.id
      else { throw .step(.boundToSetOff(setOff.filing)) }
      let undone = StepTaken(.undo, day: findings.day, note: request.note, detail: .undone(.reclaim))
      findings.others.append(.stepped(filing: setOff.filing, undone))
    }
    findings.taken.detail = .undone(last.step)
    // That money came back is a fact that was recorded: where it did not, the books say so, and the cap is over.
    if last.step != .reclaim { try checkStillFree(findings) }
  }

  /// What the office gave up by a step is its own again only while nobody else was given it: the room under caps, the
  /// once-only key.
  private func checkStillFree(_ findings: Findings) throws(Refusal) {
    var after = findings.file
    after.take(findings.taken, item: nil, by: who.name, at: moment.at)
    guard let decided = after.filing.decided, !after.filing.stage.isClosed else { return }
    let held = decided.lessAtLeastZero(after.filing.reclaimed ?? .zero)
    let before = findings.file.filing.decided == nil ? .zero : findings.file.decision.award
    guard held > before, let claim = state.policy.claim(after.filing, of: after.facts) else { return }
    if let key = claim.key, let holder = state.ledger.holder(of: key).flatMap({ state.file($0) }),
      holder.filing.id != after.filing.id, holder.filing.decided != nil, holder.decision.award > .zero
    {
      throw .step(.keyGivenAway(holder.filing.id))
    }
    if let full = state.fullCap(for: held.lessAtLeastZero(before), beside: before, claim.shares) {
      throw .step(.roomGivenAway(cap: full.cap, left: full.left))
    }
  }
}

extension OfficeState {
  /// The caps that undoing a recovery, by itself or with the payment that it was set off against, leaves over, or further
  /// over than they are: said before it is done.
  public func overruns(undoing verdict: BatchVerdict) -> [CapRow] {
    let changes = verdict.fitting.flatMap(\.changes).filter { change in
      if case .stepped(_, let taken) = change, case .undone(.reclaim) = taken.detail { true } else { false }
    }
    guard !changes.isEmpty else { return [] }
    var after = self
    after.fold(Transaction(by: "", at: "", policy: policyHash, changes: changes))
    let numbers = changes.compactMap { change in
      if case .stepped(let filing, _) = change { number(ofFile: filing) } else { nil }
    }
    let groups = Set(numbers.flatMap(after.ledger.groups))
    return groups.compactMap(after.ledger.capRow).filter { row in
      row.over > (ledger.capRow(row.group)?.over ?? .zero)
    }.sorted { $0.group < $1.group }
  }
}
