public import CaseModel
import SubsidyRules

/// What a step would come to for each of its filings, before anything is done.
public struct BatchVerdict: Sendable {
  public struct Row: Sendable {
    public var filing: String
    public var result: Result<StepTaken, Refusal>
    /// What the step moves: the award approved, the sum paid, returned or taken back; else what the filing comes to.
    public var amount: Money
    /// Steps of other filings that go with it.
    var others: [Change]

    /// What it is saved as; nothing where it is refused.
    var changes: [Change] {
      guard case .success(let taken) = result else { return [] }
      return [.stepped(filing: filing, taken)] + others
    }
  }

  /// In the order in which the filings are served.
  public var rows: [Row]

  /// The rows that fit.
  public var fitting: [Row] {
    rows.filter { row in
      if case .success = row.result { true } else { false }
    }
  }

  public var refused: [RefusedRow] {
    rows.compactMap { row in
      if case .failure(let refusal) = row.result {
        RefusedRow(filing: row.filing, refusal: refusal)
      } else {
        nil
      }
    }
  }

  /// The sum over the rows that fit.
  public var sum: MoneyTotal { fitting.reduce(into: .zero) { $0 += $1.amount } }
}

extension OfficeState {
  /// Tries a step on each of its filings, in the order in which they are served, each on the state that the rows
  /// before it leave. Nothing is changed.
  ///
  /// - Parameter cards: what is known of the filings' patents (`cards(for:)`), where whoever asks again and again has looked
  ///   already; nil to look for it.
  public func verdict(
    on request: StepRequest, by name: String, at moment: Moment, cards: [UInt64: PatentCard]? = nil
  ) -> Result<BatchVerdict, Refusal> {
    do throws(Refusal) {
      return .success(try verdict(on: request, by: try active(name), at: moment, cards: cards))
    } catch {
      return .failure(error)
    }
  }

  /// The cards that an approval of filings is held against, found by one look for all of them; none of any other step.
  public func cards(for request: StepRequest) -> [UInt64: PatentCard] {
    guard request.step.isApproval else { return [:] }
    return cards(of: request.rows.compactMap { file($0.filing).flatMap { patent(of: $0.filing) } })
  }

  /// - Parameter isForGood: whether what comes of it is saved.
  func verdict(
    on request: StepRequest, by who: Operator, at moment: Moment, cards known: [UInt64: PatentCard]? = nil,
    isForGood: Bool = false
  ) throws(Refusal) -> BatchVerdict {
    var scratch = self
    let rules = OtherRules()
    // All rows of one making stand under one number.
    let batch = nextBatchID(on: request.day ?? moment.today)
    // What is known of a patent is in no step.
    let cards = known ?? cards(for: request)
    var verdict = BatchVerdict(rows: [])
    for row in inOrder(request.rows) {
      do throws(Refusal) {
        try checkSeen(row, request.step)
        if let file = scratch.file(row.filing) { try checkOpen(file) }
        // Nothing keeps the state of this row, so that folding it in below copies nothing.
        let outcome = try StepCheck(
          state: scratch, request: request, who: who, moment: moment, rules: rules, batch: batch,
          cards: cards, isForGood: isForGood
        ).outcome(for: row.filing)
        let tried = BatchVerdict.Row(
          filing: row.filing, result: .success(outcome.taken),
          amount: outcome.taken.amount ?? outcome.award, others: outcome.others)
        verdict.rows.append(tried)
        guard request.rows.count > 1 else { continue }
        let changes = tried.changes
        scratch.fold(Transaction(by: who.name, at: moment.at, policy: policyHash, changes: changes))
        for change in changes {
          guard case .stepped(let id, _) = change, let number = scratch.number(ofFile: id) else { continue }
          rules.follow(number, in: scratch)
        }
      } catch {
        verdict.rows.append(.init(filing: row.filing, result: .failure(error), amount: .zero, others: []))
      }
    }
    return verdict
  }

  /// What a batch is saved as: one event for each filing.
  func changes(for request: StepRequest, by who: Operator, at moment: Moment) throws(Refusal) -> [Change] {
    let verdict = try verdict(on: request, by: who, at: moment, isForGood: true)
    if let refused = verdict.refused.first {
      // A single filing needs no list of refusals.
      if request.rows.count == 1 { throw refused.refusal }
      guard request.mode == .thoseThatFit, !verdict.fitting.isEmpty else {
        throw .rows(verdict.refused)
      }
    }
    return verdict.rows.flatMap(\.changes)
  }

  /// Each filing once, in the order in which they are served.
  private func inOrder(_ rows: [StepRequest.Row]) -> [StepRequest.Row] {
    var seen: Set<String> = []
    return rows.filter { seen.insert($0.filing).inserted }
      .map { row in (row: row, place: file(row.filing).map { policy.placeByReceipt(of: $0.filing) }) }
      .sorted { a, b in
        guard let first = a.place, let second = b.place else { return false }
        return first < second
      }.map(\.row)
  }

  /// Whoever moves a filing on must have seen it as it stands.
  private func checkSeen(_ row: StepRequest.Row, _ step: Step) throws(Refusal) {
    guard let file = file(row.filing) else { throw .unknownFiling(row.filing) }
    guard row.seen.revision == revision(of: file) else {
      let last = lastHand(on: file)
      throw .step(.movedOn(by: last.by, at: last.at))
    }
    guard !step.isApproval || row.seen.award == file.decision.award else {
      throw .step(.awardMoved(seen: row.seen.award, now: file.decision.award))
    }
  }

  /// Who was the last to change a filing or its applicant.
  func lastHand(on file: FiledFiling) -> (by: String, at: String) {
    let filing = file.history.last.map { ($0.by, $0.at) } ?? ("", "")
    guard let change = people.changes[file.filing.applicant]?.last, change.at > filing.1 else {
      return filing
    }
    return (change.by, change.at)
  }
}

extension StepTaken {
  /// The sum that the step moves, where it moves one.
  public var amount: Money? {
    switch detail {
    case .approval(let approval): approval.amount
    case .payment(let payment): payment.amount
    case .batched(let entry): entry.payment.amount
    case .bounced(let amount, _), .whole(let amount): amount
    case .recovery(let recovery): recovery.amount
    case .none, .figures, .notice, .service, .undone: nil
    }
  }
}
