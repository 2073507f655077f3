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
    if request.step == .batch, TextFolding.isBlank(applicant.bank ?? "") { throw .step(.bankMissing) }
    let payee = Payment.Payee(name: applicant.name, bank: applicant.bank ?? "", account: account)
    if let entry = findings.file.openBatch { return try payAsListed(entry, payee, balance, &findings) }
    if findings.file.standing == .returned, findings.file.payment?.payment.payee == payee,
      !TextFolding.isReason(request.note)
    {
      throw .step(.accountUnchanged)
    }
    var payment = Payment(amount: balance.owed, payee: payee)
    let debtor =
      request.setOff ?? (request.setsOffWhatIsOwed ? state.oldestDebt(of: applicant.id)?.filing : nil)
    if let debtor { payment.setOff = try setOff(against: debtor, payment.amount, findings) }
    if request.step == .batch {
      findings.taken.detail = .batched(BatchEntry(batch: batch, payment: payment))
    } else {
      try settle(payment.setOff, saying: request.note, &findings)
      findings.taken.detail = .payment(payment)
    }
  }

  /// Pays what a batch lists, and nothing else: the treasury has that list.
  private func payAsListed(
    _ entry: BatchEntry, _ payee: Payment.Payee, _ balance: Balance, _ findings: inout Findings
  ) throws(Refusal) {
    let listed = entry.payment
    guard listed.payee == payee, listed.amount == balance.owed,
      request.setOff == nil || request.setOff == listed.setOff?.filing
    else { throw .step(.batchDiffers(entry.batch)) }
    if let setOff = listed.setOff {
      // Listed while both were one unit: one person's money settles no other's debt.
      guard let other = state.file(setOff.filing), setOff.amount <= other.balance.openRecovery,
        state.isOneUnit(other.filing.applicant, findings.filing.applicant),
        StageRule.of(.reclaim).from.contains(other.standing)
      else { throw .step(.batchDiffers(entry.batch)) }
    }
    // The reason was given when the batch was made.
    let word = findings.file.steps.last { $0.step.step == .batch }?.step.note ?? ""
    try settle(
      listed.setOff, saying: TextFolding.isReason(request.note) ? request.note : word, &findings)
    findings.taken.detail = .payment(listed)
  }

  /// What of a payment settles another filing's open recovery: with the supervisor's word and reason.
  private func setOff(
    against id: String, _ amount: Money, _ findings: Findings
  ) throws(Refusal) -> Payment.SetOff {
    guard let other = state.file(id) else { throw .unknownFiling(id) }
    guard state.isOneUnit(other.filing.applicant, findings.filing.applicant) else {
      throw .step(.otherApplicant(id))
    }
    let open = state.unclaimedRecovery(of: other)
    guard open > .zero, StageRule.of(.reclaim).from.contains(other.standing) else {
      throw .step(.noOpenRecovery(id))
    }
    guard TextFolding.isReason(request.note) else { throw .noteMissing }
    return .init(filing: id, amount: min(open, amount))
  }

  /// Takes what is set off back on the other filing.
  private func settle(
    _ setOff: Payment.SetOff?, saying note: String, _ findings: inout Findings
  ) throws(Refusal) {
    guard let setOff, let other = state.file(setOff.filing) else { return }
    if let last = other.lastLegalDay, findings.day < last.day {
      throw .step(.dayBeforeLastStep(findings.day, last: last.step, on: last.day))
    }
    let grounds = other.steps.last { $0.step.step == .revise }?.step.grounds ?? [Ground.overpaid.rawValue]
    findings.others.append(
      .stepped(
        filing: setOff.filing,
        StepTaken(
          .reclaim, day: findings.day, note: note, grounds: grounds,
          detail: .recovery(Recovery(amount: setOff.amount, setOffAgainst: findings.filing.id)))))
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
    if balance.kept.lessAtLeastZero(proposal) > balance.openRecovery {
      findings.taken.due = try recoveryDue(after: findings.day)
    }
  }

  /// What is paid on top needs room that no decided filing uses; undecided ones give way.
  private func checkRoom(for more: Money, _ findings: Findings) throws(Refusal) {
    let claim = state.policy.claim(findings.filing, of: findings.file.facts)
    if let full = state.fullCap(for: more, beside: findings.file.decision.award, claim?.shares ?? []) {
      throw .step(.noRoom(cap: full.cap, left: full.left))
    }
  }
}

extension OfficeState {
  /// The first cap that decided filings leave too little of for more money of a filing, with what is left; nil where all
  /// have room.
  ///
  /// - Parameter held: what of the filing stands under its caps already: a piece that was taken is taken, however much is
  ///   paid for it.
  func fullCap(for more: Money, beside held: Money, _ shares: [Claim.Share]) -> (cap: String, left: Money)? {
    for share in shares {
      let left = (ledger.capUse(share.group)?.decided ?? .zero).room(under: share.limit)
      let needed = share.isInPieces && held > .zero ? .zero : share.use(of: more)
      if needed > left { return (share.group.cap, left) }
    }
    return nil
  }
}
