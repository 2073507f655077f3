public import CaseModel

/// What a filing comes to by itself, before anybody asks who was served first.
public struct Judgement: Sendable {
  var outcome: Outcome
  /// The award before shared caps; zero where it does not stand.
  var gross: Money
  var reasons: [Reason]
  var warnings: [Warning]
  var event: CivilDate?
  /// What is asked of the ledger; nil where the filing takes neither room nor key.
  public internal(set) var claim: Claim?
  /// The once-only key where it can be read, also of a filing that is refused.
  var key: String?
  let received: CivilDate
  let filing: String
  var writer: TraceWriter
  /// The step that worked the gross out; 0 where no trace is kept.
  var grossStep = 0
}

extension Policy {
  /// Judges one filing by itself; `tracing` keeps its working.
  public func judge(_ filing: Filing, of facts: Facts, tracing: Bool) -> Judgement {
    guard let item = item(filing.item) else {
      return Judgement(
        outcome: .incomplete, gross: .zero, reasons: [.invalid("item")], warnings: [], event: nil,
        claim: nil, key: nil, received: filing.received, filing: filing.id,
        writer: TraceWriter(isOn: tracing, article: "closing"))
    }
    var judge = Judge(policy: self, item: item, filing: filing, facts: facts, tracing: tracing)
    return judge.judgement()
  }
}

/// Works through one filing in the order in which an officer would: is it closed, was it decided, is it
/// complete, do the conditions hold, what is the sum.
struct Judge {
  let policy: Policy
  let item: Item
  let filing: Filing
  let facts: Facts
  var writer: TraceWriter
  var inputs: [ReadInput] = []
  var inputSteps: [Int] = []
  var valueTerms: [Term?]

  init(policy: Policy, item: Item, filing: Filing, facts: Facts, tracing: Bool) {
    self.policy = policy
    self.item = item
    self.filing = filing
    self.facts = facts
    writer = TraceWriter(isOn: tracing, article: item.article)
    valueTerms = Array(repeating: nil, count: item.values.count)
  }

  mutating func judgement() -> Judgement {
    if filing.stage.isClosed { return closed() }
    let gaps = readInputs()
    if let decided = filing.decided { return self.decided(decided, isComplete: gaps.isEmpty) }
    return gaps.isEmpty ? judged() : incomplete(gaps)
  }

  // MARK: - Filings that are not judged

  private mutating func closed() -> Judgement {
    let stage = Value.text(filing.stage.rawValue)
    let step = writer.add(.fact, [.name("status")], stage)
    writer.condition(.holds, [.step(step), .name("!="), .value(stage)], false)
    return result(.closed)
  }

  private mutating func incomplete(_ gaps: [Reason]) -> Judgement {
    writer.condition(.holds, [.value(.number(gaps.count)), .name("="), .value(.number(0))], false)
    return result(.incomplete, reasons: gaps)
  }

  /// An approved award no longer moves, whatever the inputs say; it takes room and key where they can be read.
  private mutating func decided(_ decided: Money, isComplete: Bool) -> Judgement {
    addFacts()
    let back = filing.reclaimed ?? .zero
    let kept = decided.lessAtLeastZero(back)
    let decidedStep = writer.add(.fact, [.name("decided")], .money(decided))
    let backStep = writer.add(.fact, [.name("reclaimed")], .money(back))
    let step = writer.add(.subtract, [.step(decidedStep), .step(backStep)], .money(kept))
    let event = silently { $0.event() }
    let key = isComplete ? onceKey() : nil
    var judgement = result(.decided, gross: decided, event: event)
    judgement.key = key
    judgement.grossStep = step
    judgement.claim = claim(
      amount: kept, key: key, isDecided: true, shares: isComplete ? silently { $0.shares(event) } : [])
    return judgement
  }

  // MARK: - Filings that are judged

  private mutating func judged() -> Judgement {
    var reasons: [Reason] = []
    let steps = addFacts()
    checkApplicant(steps, &reasons)
    let event = checkEvent(received: steps.received, &reasons)
    let gross = grossAmount(&reasons)
    let differing = checkConditions(&reasons, reachesAmount: gross.isReached)
    let key = onceKey()
    var warnings = differing.map(Warning.readingDiffers)
    guard reasons.isEmpty else {
      var judgement = result(.refused, reasons: reasons, warnings: warnings, event: event)
      judgement.key = key
      return judgement
    }
    if let event, policy.periods.contains(where: { $0.isRetroactive && $0.from <= event && event <= $0.to }) {
      warnings.append(.retroactive)
    }
    var judgement = result(.pay, gross: gross.amount, warnings: warnings, event: event)
    judgement.key = key
    judgement.grossStep = gross.step
    judgement.claim = claim(amount: gross.amount, key: key, isDecided: false, shares: shares(event))
    return judgement
  }

  // MARK: - Results

  private func result(
    _ outcome: Outcome, gross: Money = .zero, reasons: [Reason] = [], warnings: [Warning] = [],
    event: CivilDate? = nil
  ) -> Judgement {
    Judgement(
      outcome: outcome, gross: gross, reasons: reasons, warnings: warnings, event: event, claim: nil,
      key: nil, received: filing.received, filing: filing.id, writer: writer)
  }

  private func claim(amount: Money, key: String?, isDecided: Bool, shares: [Claim.Share]) -> Claim {
    Claim(
      place: .init(isDecided: isDecided, received: filing.received, filing: filing.id), key: key,
      shares: shares, amount: amount)
  }

  /// Works something out without a line in the trace.
  mutating func silently<T>(_ work: (inout Judge) -> T) -> T {
    guard writer.isOn else { return work(&self) }
    var copy = self
    copy.writer = TraceWriter(isOn: false, article: item.article)
    return work(&copy)
  }
}
