public import CaseModel

extension Policy {
  /// What a filing asks of the ledger; nil where it takes neither room nor key.
  public func claim(_ filing: Filing, of facts: Facts) -> Claim? {
    judge(filing, of: facts, tracing: false).claim
  }

  /// Decides one filing against a ledger in which it stands under `number`, or, where `settlement` is given,
  /// as a preview would settle it.
  ///
  /// Pure: the same policy, facts and ledger give the same decision. With `tracing` the decision carries its
  /// working, complete enough to compute the award again from it alone.
  public func decide(
    _ filing: Filing, of facts: Facts, in ledger: Ledger, settlement: Settlement?, tracing: Bool = true
  ) -> Decision {
    decide(judge(filing, of: facts, tracing: tracing), in: ledger, settlement: settlement)
  }

  /// The decision that a judgement comes to when the ledger has had its say; for whoever has judged already.
  public func decide(_ judgement: Judgement, in ledger: Ledger, settlement: Settlement?) -> Decision {
    var judgement = judgement
    guard let claim = judgement.claim, claim.place.isDecided == false else {
      return unsettled(&judgement, ledger)
    }
    let settlement = settlement ?? .nothingAsked
    judgement.writer.addNeeded(claim.needs, settlement.needed)
    judgement.writer.addFirst(
      claim.key, holder: settlement.holder, isReason: settlement.needed != .lacking)
    let amountStep = judgement.writer.addRooms(
      settlement.isServed ? claim : nil, ledger: ledger, gross: judgement.gross, step: judgement.grossStep)
    judgement.writer.addAward(settlement.isServed ? amountStep : nil, settlement.award)

    var decision = Decision(judgement, award: settlement.award)
    decision.take(settlement)
    return decision
  }

  /// A filing that the ledger has no say in: decided already, refused, incomplete or closed.
  private func unsettled(_ judgement: inout Judgement, _ ledger: Ledger) -> Decision {
    if judgement.outcome == .refused {
      let holder = judgement.key.flatMap { ledger.holder(of: $0, before: judgement.place) }
      judgement.writer.addFirst(judgement.key, holder: holder, isReason: false)
    }
    let kept = judgement.claim?.amount ?? .zero
    judgement.writer.addAward(judgement.outcome == .decided ? judgement.grossStep : nil, kept)
    var decision = Decision(judgement, award: kept)
    decision.ahead = ahead(of: judgement, ledger)
    return decision
  }

  /// What an incomplete filing can be told already, with what the ledger knows; nil where no working was asked for.
  private func ahead(of judgement: Judgement, _ ledger: Ledger) -> AdvanceNotice? {
    guard var ahead = judgement.ahead, ahead.reasons.isEmpty else { return judgement.ahead }
    let place = judgement.place
    if let needs = judgement.needs, ledger.holder(of: needs, before: place) == nil {
      ahead.reasons = [.neededAward]
    } else if let holder = judgement.key.flatMap({ ledger.holder(of: $0, before: place) }) {
      ahead.reasons = [.duplicate(holder)]
    }
    return ahead
  }
}

extension Decision {
  init(_ judgement: Judgement, award: Money) {
    self.init(
      outcome: judgement.outcome, gross: judgement.gross, award: award, reasons: judgement.reasons,
      warnings: judgement.warnings, trace: judgement.writer.trace, event: judgement.event)
  }
}

extension Decision {
  /// Takes in what the ledger says to a filing that would be paid: that another came first, or what room is left.
  public mutating func take(_ settlement: Settlement) {
    award = settlement.award
    if settlement.needed == .lacking {
      outcome = .refused
      gross = .zero
      reasons = [.neededAward]
      warnings.removeAll { $0 == .retroactive }
    } else if let holder = settlement.holder {
      outcome = .refused
      gross = .zero
      reasons = [.duplicate(holder)]
      warnings.removeAll { $0 == .retroactive }
    } else if !settlement.binding.isEmpty {
      outcome = settlement.award == .zero ? .exhausted : .reduced
      reasons = settlement.binding.map(Reason.cap)
    }
  }
}

extension TraceWriter {
  /// Writes down who holds the once-only key already.
  mutating func addFirst(_ key: String?, holder: String?, isReason: Bool) {
    let reason = isReason ? holder.map(Reason.duplicate) : nil
    condition(
      .first, [.name(key ?? ""), holder.map(Trace.Operand.name) ?? .none], holder == nil, reason: reason)
  }

  /// Writes down who has the award that is needed; nothing where none is.
  mutating func addNeeded(_ key: String?, _ needed: Settlement.Needed) {
    guard let key, needed != .nothing else { return }
    let holder: String? = if case .found(let filing) = needed { filing } else { nil }
    let isFree = add(
      .first, [.name(key), holder.map(Trace.Operand.name) ?? .none], .flag(holder == nil))
    condition(
      .holds, [.step(isFree), .name("="), .value(.flag(false))], holder != nil, reason: .neededAward)
  }

  /// Writes down the room under each cap, and gives the step that works out what is left for the award.
  mutating func addRooms(_ claim: Claim?, ledger: Ledger, gross: Money, step: Int) -> Int {
    guard isOn, let claim else { return step }
    var amount = gross
    var step = step
    for share in claim.shares {
      let served = ledger.served(from: share.group, before: claim.place)
      if share.isInPieces {
        step = addPiece(share, served, &amount, step)
        continue
      }
      let room = served.total.room(under: share.limit)
      let limit = add(.figure, [.name(share.figure)], .money(share.limit), article: share.article)
      let roomStep = add(
        .room,
        [
          .name(share.group.cap), .name(share.group.holder),
          share.group.year.map { .value(.number($0)) } ?? .none, .step(limit), .served(served),
        ], .money(room), article: share.article)
      amount = min(amount, room)
      step = add(.min, [.step(step), .step(roomStep)], .money(amount), article: share.article)
    }
    return step
  }

  /// Whether a piece is left is worked out as a number, 1 or 0, by which the amount is multiplied.
  private mutating func addPiece(
    _ share: Claim.Share, _ served: ServedList, _ amount: inout Money, _ step: Int
  ) -> Int {
    func number(_ number: Int) -> Value { .number(number) }
    let pieces = Int(share.limit.fen / Cap.onePiece.fen)
    let limit = add(.figure, [.name(share.figure)], number(pieces), article: share.article)
    let taken = add(
      .fact,
      [
        .name(share.group.cap), .name(share.group.holder),
        share.group.year.map { .value(.number($0)) } ?? .none, .served(served),
      ], number(served.count), article: share.article)
    let left = add(
      .subtract, [.step(limit), .step(taken)], number(pieces - served.count), article: share.article)
    let oneAtMost = add(
      .min, [.step(left), .value(number(1))], number(min(pieces - served.count, 1)), article: share.article)
    let count = pieces > served.count ? 1 : 0
    let one = add(.max, [.step(oneAtMost), .value(number(0))], number(count), article: share.article)
    amount = count > 0 ? amount : .zero
    return add(.times, [.step(step), .step(one)], .money(amount), article: share.article)
  }

  /// The last step: the amount, or nothing where a condition is false.
  mutating func addAward(_ step: Int?, _ award: Money) {
    guard isOn else { return }
    let amount: Trace.Operand = step.map(Trace.Operand.step) ?? .value(.money(.zero))
    let needed = conditions
    add(.award, [amount, .steps(needed)], .money(award))
  }
}
