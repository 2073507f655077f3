import CaseModel
import SubsidyRules

/// Checks one step for one filing against the rules of the stage table and works out what it states.
struct StepCheck {
  /// As it stands with the batch's earlier rows taken in.
  let state: OfficeState
  let request: StepRequest
  let who: Operator
  let moment: Moment
  let rules: OtherRules
  /// The number of the batch that the request would make.
  let batch: String
  /// The patents of the request's filings.
  let cards: [UInt64: PatentCard]
  /// Whether what comes of it is going to be saved: an approval then keeps its decision whole.
  let isForGood: Bool

  /// What a step comes to: the step itself, and steps of other filings that go with it.
  struct Outcome {
    var taken: StepTaken
    /// What the filing comes to with the figures entered.
    var award: Money
    var others: [Change] = []
  }

  /// What is gathered while the needs of a step are checked.
  struct Findings {
    let number: Int
    let file: FiledFiling
    /// The filing with the figures of the request, and what it then comes to.
    var filing: Filing
    var decision: Decision
    let day: CivilDate
    var taken: StepTaken
    var others: [Change] = []
  }

  func outcome(for id: String) throws(Refusal) -> Outcome {
    guard let number = state.number(ofFile: id) else { throw .unknownFiling(id) }
    let file = state.files[number]
    let rule = StageRule.of(request.step)
    let needed = request.step == .undo ? file.steps.last.map { StageRule.of($0.step.step).role } : nil
    guard who.role >= needed ?? rule.role else { throw .roleTooLow(needed: needed ?? rule.role) }
    guard rule.from.contains(file.standing) else { throw .step(.wrongStanding(file.standing, request.step)) }
    // What an objection was right about is refused, whatever list it stands on.
    let isUpheld = request.step == .reject && file.openObjection != nil
    if let open = file.openBatch, !request.step.leavesBatch, !isUpheld { throw .step(.inBatch(open.batch)) }
    let day = request.day ?? moment.today
    guard day <= moment.today else { throw .step(.dayInFuture(day)) }
    guard day >= file.filing.received else {
      throw .step(.dayBeforeReceipt(day, received: file.filing.received))
    }
    let signed = state.document(of: file.filing).signed
    if [.approve, .commit, .batch, .pay].contains(request.step), day < signed {
      throw .step(.beforeSigning(day, signed: signed))
    }
    try checkOffices(file)
    let filing = try withFigures(file)
    var findings = Findings(
      number: number, file: file, filing: filing, decision: state.decision(of: filing, at: number), day: day,
      taken: StepTaken(
        request.step, day: day, note: request.note, grounds: request.grounds, paper: request.paper))
    if filing != file.filing { findings.taken.detail = .figures(changedFigures(file)) }
    for need in rule.needs { try check(need, &findings) }
    try checkPlace(findings)
    // Behind the needs: whoever may not take the step at all is told that first, whatever day they name.
    if let last = file.lastLegalDay, day < last.day {
      throw .step(.dayBeforeLastStep(day, last: last.step, on: last.day))
    }
    return Outcome(taken: findings.taken, award: findings.decision.award, others: findings.others)
  }

  // MARK: - Figures

  private func withFigures(_ file: FiledFiling) throws(Refusal) -> Filing {
    guard !request.figures.isEmpty else { return file.filing }
    guard request.step == .accept || request.step == .review else {
      throw .step(.noFiguresHere(request.step))
    }
    for figure in request.figures {
      guard let rule = state.policy.item(file.filing.item)?.input(figure.name) else {
        throw .step(.unknownInput(figure.name))
      }
      guard rule.source == .applicant || request.step == .review else {
        throw .step(.figureAtReview(figure.name))
      }
    }
    return file.filing.with(request.figures)
  }

  private func changedFigures(_ file: FiledFiling) -> [Filing.Input] {
    request.figures.filter { file.filing.input($0.name) != $0.value }
  }

  // MARK: - Needs

  private func check(_ need: StageRule.Need, _ findings: inout Findings) throws(Refusal) {
    switch need {
    case .otherEyes, .eyesBesideNews: try checkEyes(&findings)
    case .inputs:
      // Whatever else is missing is said at once.
      let papers =
        StageRule.of(request.step).needs.contains(.papers) ? state.paperPoints(of: findings.file) : []
      let inputs = state.inputPoints(of: findings.filing, findings.decision)
      guard inputs.isEmpty else { throw .step(.incomplete(papers + inputs)) }
    case .papers:
      let points = state.paperPoints(of: findings.file)
      guard points.isEmpty else { throw .step(.papers(points)) }
    case .checkedPapers: try checkLookedAt(findings.file)
    case .figures: try checkFigures(findings)
    case .award: try checkAward(&findings)
    case .readings: try checkReadings(findings)
    case .answered:
      let losers = state.unansweredLosers(at: findings.number)
      guard losers.isEmpty else { throw .step(.turnTaken(losers)) }
    case .turn: try checkTurn(&findings)
    case .noNews:
      let news = state.news(against: findings.file.filing) ?? state.news(holding: findings.file)
      if let news { throw .step(.badNews(news.id)) }
    case .points, .due, .dueOver, .dueOverOrPaper, .publicity, .publicityOver, .decision:
      try checkTime(need, &findings)
    case .city:
      guard state.offices.city != nil || isOfRetired(findings.file) else { throw .step(.noCity) }
    case .noConflict:
      if let open = state.joint.inConflict[findings.file.filing.id] { throw .step(.inConflict(open)) }
    case .noObjection:
      if let open = findings.file.openObjection { throw .step(.objectionOpen(open.day)) }
    case .objection: guard findings.file.openObjection != nil else { throw .step(.noObjection) }
    case .ground: try checkGround(&findings)
    case .note: guard TextFolding.isReason(request.note) else { throw .noteMissing }
    case .errorSaid: try checkError()
    case .amount, .owed, .account, .kept, .proposal: try checkMoney(need, &findings)
    case .lastStep: try checkUndo(&findings)
    }
  }

  /// Every paper that is always asked for, where the policy lets this step wait for that.
  private func checkLookedAt(_ file: FiledFiling) throws(Refusal) {
    guard state.document(of: file.filing).waitsForPapers(request.step) else { return }
    let open = state.openPapers(of: file)
    guard open.isEmpty else { throw .step(.papersUnchecked(open.map(\.id))) }
  }

  private func checkEyes(_ findings: inout Findings) throws(Refusal) {
    let conflicts = state.conflicts(
      of: who.name, request.step, number: findings.number, at: moment, rules)
    guard let conflict = conflicts.first else { return }
    if state.isAlone(who.name) {
      let retired = state.retired(at: moment)
      guard retired.isEmpty else { throw .step(.aloneByRetirement(retired)) }
      findings.taken.isAlone = true
      return
    }
    let others = state.others(for: request.step, number: findings.number, at: moment, rules)
    throw .step(.duty(conflict, mayAct: others))
  }

  private func checkFigures(_ findings: Findings) throws(Refusal) {
    let missing = findings.decision.reasons.compactMap { reason in
      switch reason {
      case .missing(let input), .invalid(let input): input
      default: nil
      }
    }
    guard missing.isEmpty else { throw .step(.figuresMissing(missing)) }
  }

  private func checkAward(_ findings: inout Findings) throws(Refusal) {
    let decision = findings.decision
    // What a county hands up under a cap that is used up is decided, at nothing.
    let isNothingLeft = request.step == .commit && decision.outcome == .exhausted
    guard decision.outcome == .pay || decision.outcome == .reduced || isNothingLeft else {
      for case .duplicate(let holder) in decision.reasons { throw .step(.keyHeld(by: holder)) }
      throw .step(.notPayable(decision.outcome))
    }
    try expect(decision.award)
    var approval = Approval(amount: decision.award)
    let filing = findings.file.filing
    // Whoever approves is told what is kept.
    approval.doubts = state.doubts(of: filing, cards: cards, award: decision.award)
    if isForGood {
      approval.kept = KeptDecision(
        state.decision(of: findings.file, findings.number), under: state.document(of: filing),
        hash: state.policyHash(of: filing.item))
    }
    findings.taken.detail = .approval(approval)
  }

  private func checkReadings(_ findings: Findings) throws(Refusal) {
    let open = rules.openReadings(for: findings.number, in: state).filter { state.rules.choices[$0] == nil }
    guard !open.isEmpty else { return }
    let touched = state.files.indices.filter { other in
      other != findings.number && state.files.rows[other].stage.isUndecided
        && open.contains { rules.doesMatter($0, for: other, in: state) }
    }
    throw .step(.readingOpen(open, others: touched.count))
  }

  private func checkTurn(_ findings: inout Findings) throws(Refusal) {
    // Whoever has not been heard since may have received something earlier.
    let silent = state.silentOffices(before: findings.number)
    guard silent.isEmpty || TextFolding.isReason(request.note) else { throw .step(.officesSilent(silent)) }
    if let open = state.openOrder(of: findings.filing, at: findings.number, on: findings.day) {
      throw .step(.orderOpen(cap: open.cap, until: open.until))
    }
    if case .waiting(let cap, let year)? = state.policy.lot(of: findings.filing) {
      throw .step(.lotNotDrawn(cap: cap, year: year))
    }
    guard let overtaken = state.overtaken(by: findings.number) else { return }
    guard TextFolding.isReason(request.note) else {
      throw .step(.outOfTurn(cap: overtaken.cap, overtakes: overtaken.filings))
    }
    guard case .approval(var approval) = findings.taken.detail else { return }
    approval.overtakes = overtaken.filings
    findings.taken.detail = .approval(approval)
  }

  /// With figures, or open again, a filing may ask for what others have.
  private func checkPlace(_ findings: Findings) throws(Refusal) {
    guard request.step == .undo || findings.filing != findings.file.filing else { return }
    var after = findings.file
    after.take(findings.taken, item: nil, by: who.name, at: moment.at)
    let losers = state.unansweredLosers(by: after, at: findings.number)
    guard losers.isEmpty else { throw .step(.turnTaken(losers)) }
  }

  private func checkGround(_ findings: inout Findings) throws(Refusal) {
    // What a cap only cuts has money: the cap is no reason to refuse it.
    let isRefused = request.step == .reject && findings.decision.award == .zero
    let ofDecision = isRefused ? findings.decision.reasons.map(\.code) : []
    let known = state.grounds(for: request.step, of: findings.file)
    for ground in request.grounds where !known.contains(ground) {
      throw .step(.unknownGround(ground, known: known))
    }
    guard request.grounds.isEmpty else { return }
    if !ofDecision.isEmpty {
      findings.taken.grounds = ofDecision
    } else if TextFolding.isReason(request.note) {
      findings.taken.grounds = [Ground.other.rawValue]
    } else {
      throw .step(.groundMissing(request.step))
    }
  }

  private func checkError() throws(Refusal) {
    let known = Ground.of(request.step).map(\.rawValue)
    for ground in request.grounds where !known.contains(ground) {
      throw .step(.unknownGround(ground, known: known))
    }
    guard !request.grounds.isEmpty else { return }
    guard who.role >= .reviewer else { throw .roleTooLow(needed: .reviewer) }
    guard TextFolding.isReason(request.note) else { throw .noteMissing }
  }

  /// An amount that is named with an approval or a payment must be what it comes to.
  func expect(_ amount: Money) throws(Refusal) {
    if let asked = request.amount, asked != amount { throw .step(.amountDiffers(asked: asked, is: amount)) }
  }
}

extension OfficeState {
  /// What a filing would come to with other inputs, in its own place.
  func decision(of filing: Filing, at number: Int) -> Decision {
    let file = files[number]
    guard filing != file.filing else { return file.decision }
    let judgement = policy.judge(filing, of: file.facts, tracing: false)
    let settled = ledger.preview([number: judgement.claim])
    return policy.decide(judgement, in: ledger, settlement: settled[number])
  }
}
