import CaseModel
import SubsidyRules

/// Payments, what comes back, and what is changed after payment.
extension StepCheck {
  func checkMoney(_ need: StageRule.Need, _ findings: inout Findings) throws(Refusal) {
    let balance = findings.file.balance
    switch need {
    case .amount:
      guard let amount = request.amount else { throw .step(.amountMissing) }
      guard amount != balance.whole, amount <= .largest else { throw .step(.amountUnchanged) }
      findings.taken.detail = .whole(amount)
    case .owed:
      guard balance.owed > .zero else { throw .step(.nothingOwed) }
      try expect(balance.owed)
    case .account: try pay(balance, &findings)
    case .kept where request.step == .bounce:
      guard let amount = balance.lastPayment, amount > .zero else { throw .step(.nothingKept) }
      findings.taken.detail = .bounced(amount, due: findings.day)
    case .kept: try reclaim(balance, &findings)
    default: try confirm(balance, &findings)
    }
  }

  // MARK: - Paying

  private func pay(_ balance: Balance, _ findings: inout Findings) throws(Refusal) {
    guard let applicant = state.applicant(findings.filing.applicant) else {
      throw .unknownApplicant(findings.filing.applicant)
    }
    guard let account = applicant.account, CardNumber.isAccount(account) else {
      throw .step(.accountMissing)
    }
    let payee = Payment.Payee(name: applicant.name, bank: applicant.bank ?? "", account: account)
    if findings.file.standing == .returned, findings.file.payment?.payment.payee == payee,
      TextFolding.isBlank(request.note)
    {
      throw .step(.accountUnchanged)
    }
    var payment = Payment(amount: balance.owed, payee: payee)
    if let other = request.setOff { try setOff(against: other, &payment, &findings) }
    findings.taken.detail = .payment(payment)
  }

  /// Settles another filing's open recovery out of this payment: with the supervisor's word and reason.
  private func setOff(
    against id: String, _ payment: inout Payment, _ findings: inout Findings
  ) throws(Refusal) {
    guard let other = state.file(id) else { throw .unknownFiling(id) }
    guard other.filing.applicant == findings.filing.applicant else { throw .step(.otherApplicant(id)) }
    let open = other.balance.openRecovery
    guard open > .zero, StageRule.of(.reclaim).from.contains(other.standing) else {
      throw .step(.noOpenRecovery(id))
    }
    guard !TextFolding.isBlank(request.note) else { throw .noteMissing }
    if let last = other.lastLegalDay, findings.day < last.day {
      throw .step(.dayBeforeLastStep(findings.day, last: last.step, on: last.day))
    }
    let amount = min(open, payment.amount)
    payment.setOff = .init(filing: id, amount: amount)
    let grounds = other.steps.last { $0.step.step == .revise }?.step.grounds ?? [Ground.overpaid.rawValue]
    findings.others.append(
      .stepped(
        filing: id,
        StepTaken(
          .reclaim, day: findings.day, note: request.note, grounds: grounds,
          detail: .recovery(Recovery(amount: amount, setOffAgainst: findings.filing.id)))))
  }

  // MARK: - Money that comes back

  private func reclaim(_ balance: Balance, _ findings: inout Findings) throws(Refusal) {
    guard balance.kept > .zero else { throw .step(.nothingKept) }
    let amount = request.amount ?? (balance.openRecovery > .zero ? balance.openRecovery : balance.kept)
    guard amount > .zero else { throw .step(.amountMissing) }
    guard amount <= balance.kept else {
      throw .step(.amountTooLarge(asked: amount, most: balance.kept))
    }
    findings.taken.detail = .recovery(Recovery(amount: amount))
  }

  // MARK: - Changes after payment

  private func confirm(_ balance: Balance, _ findings: inout Findings) throws(Refusal) {
    guard let proposal = balance.proposal else { throw .step(.noProposal) }
    try expect(proposal)
    let held = (balance.decided ?? .zero).lessAtLeastZero(balance.released)
    let more = max(proposal, balance.kept).lessAtLeastZero(held)
    if more > .zero { try checkRoom(for: more, findings) }
    findings.taken.detail = .whole(proposal)
  }

  /// What is paid on top needs room that no decided filing uses; undecided ones give way.
  private func checkRoom(for more: Money, _ findings: Findings) throws(Refusal) {
    for share in state.policy.claim(findings.filing, of: findings.file.facts)?.shares ?? [] {
      var used = MoneyTotal.zero
      for number in state.ledger.members(of: share.group) where state.files[number].filing.decided != nil {
        used += state.files[number].decision.award
      }
      let left = used.room(under: share.limit)
      guard more <= left else { throw .step(.noRoom(cap: share.group.cap, left: left)) }
    }
  }

  // MARK: - Undoing

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
  }
}
