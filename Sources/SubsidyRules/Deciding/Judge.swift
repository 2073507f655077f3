public import CaseModel

/// Works through filings of one item in the order in which an officer would: is it closed, was it decided, is it
/// complete, do the conditions hold, what is the sum.
///
/// One filing at a time: `begin`, its inputs by `put`, then `judge`. A judge of many filings takes room once.
public struct Judge {
  /// The document that the item belongs to.
  let policy: Policy
  let item: Item
  let plan: ItemPlan
  var writer: TraceWriter
  private(set) var head = FilingHead(received: .first, stage: .received)
  var facts = Facts(applicant: "", family: "", kind: .individual, district: "")
  var inputs: [ReadInput]
  var isGiven: [Bool]
  var inputSteps: [Int]
  var valueTerms: [Term?]
  /// Whether a condition that can't be looked at yet is passed over.
  var isAhead = false
  /// What is asked of the ledger.
  var demand = Demand()

  /// A judge of one item under a policy's readings, for many filings; with `tracing` the working is written down.
  public init(_ policy: Policy, _ item: Item, tracing: Bool) {
    let home = policy.document(of: item)
    self.init(home, item, ItemPlan(item, home), tracing: tracing)
  }

  init(_ policy: Policy, _ item: Item, _ plan: ItemPlan, tracing: Bool) {
    self.policy = policy
    self.item = item
    self.plan = plan
    writer = TraceWriter(isOn: tracing, article: item.article)
    inputs = Array(repeating: .missing, count: item.inputs.count)
    isGiven = Array(repeating: false, count: item.inputs.count)
    inputSteps = Array(repeating: 0, count: item.inputs.count)
    valueTerms = Array(repeating: nil, count: item.values.count)
  }

  /// Begins with another filing, of which nothing is stated yet.
  public mutating func begin() {
    if writer.isOn { writer = TraceWriter(isOn: true, article: item.article) }
    for index in inputs.indices {
      inputs[index] = .missing
      isGiven[index] = false
      inputSteps[index] = 0
    }
    for index in valueTerms.indices { valueTerms[index] = nil }
    demand.clear()
  }

  /// Takes in what the filing states for the input of an index in the item; what is stated first counts.
  public mutating func put(_ raw: RawInput, at index: Int, isOverridden: Bool) {
    guard !isGiven[index] else { return }
    inputs[index] = plan.kinds[index].read(raw, isOverridden: isOverridden)
    isGiven[index] = true
  }

  /// Takes in an input that is stated as a text, by its bytes.
  public mutating func put(text: UnsafeRawBufferPointer, at index: Int) {
    guard !isGiven[index] else { return }
    inputs[index] = text.isEmpty ? .missing : plan.kinds[index].read(utf8: text, isOverridden: false)
    isGiven[index] = true
  }

  /// Judges what was taken in.
  mutating func judge(_ head: FilingHead, of facts: Facts) -> Judgement {
    self.head = head
    self.facts = facts
    if head.stage.isClosed { return closed() }
    let gaps = checkInputs()
    if let decided = head.decided { return self.decided(decided) }
    guard !gaps.isEmpty else { return judged() }
    let ahead = ahead(of: gaps)
    var judgement = incomplete(gaps)
    judgement.ahead = ahead
    return judgement
  }

  /// Takes in what a filing rests on beside its inputs, to work single values out.
  mutating func look(_ head: FilingHead, _ facts: Facts) {
    self.head = head
    self.facts = facts
  }

  // MARK: - Filings that are not judged

  private mutating func closed() -> Judgement {
    let stage = Value.text(head.stage.rawValue)
    let step = writer.add(.fact, [.name("status")], stage)
    writer.condition(.holds, [.step(step), .name("!="), .value(stage)], false)
    return result(.closed)
  }

  private mutating func incomplete(_ gaps: [Reason]) -> Judgement {
    addGaps(gaps)
    return result(.incomplete, reasons: gaps)
  }

  /// Writes down that inputs are missing or unreadable.
  mutating func addGaps(_ gaps: [Reason]) {
    writer.condition(.holds, [.value(.number(gaps.count)), .name("="), .value(.number(0))], false)
  }

  /// An approved award no longer moves, whatever the inputs say. It takes its key where the inputs of the key can be
  /// read, and its room where those of holder and year can: old ledgers have no more.
  private mutating func decided(_ decided: Money) -> Judgement {
    addFacts()
    let back = head.reclaimed ?? .zero
    let kept = decided.lessAtLeastZero(back)
    let decidedStep = writer.add(.fact, [.name("decided")], .money(decided))
    let backStep = writer.add(.fact, [.name("reclaimed")], .money(back))
    let step = writer.add(.subtract, [.step(decidedStep), .step(backStep)], .money(kept))
    let event = silently { $0.event() }
    writeKey()
    silently {
      $0.drawOnCaps(event)
      $0.takeInFurtherFamilies(event)
    }
    demand.claim(kept, isDecided: true)
    return result(.decided, gross: decided, event: event, step: step)
  }

  // MARK: - Filings that are judged

  private mutating func judged() -> Judgement {
    var reasons: [Reason] = []
    let steps = addFacts()
    checkApplicant(steps, &reasons)
    let event = checkEvent(received: steps.received, &reasons)
    let gross = grossAmount(&reasons)
    let differing = checkConditions(&reasons, reachesAmount: gross.isReached)
    writeKey()
    silently { $0.rank() }
    var warnings = differing.map(Warning.readingDiffers)
    guard reasons.isEmpty else {
      return result(.refused, reasons: reasons, warnings: warnings, event: event)
    }
    if let event,
      plan.periods.contains(where: { $0.isRetroactive && $0.from <= event && event <= $0.to })
    {
      warnings.append(.retroactive)
    }
    silently {
      $0.drawOnCaps(event)
      $0.writeNeeds()
    }
    demand.claim(gross.amount, isDecided: false)
    return result(.pay, gross: gross.amount, warnings: warnings, event: event, step: gross.step)
  }

  private func result(
    _ outcome: Outcome, gross: Money = .zero, reasons: [Reason] = [], warnings: [Warning] = [],
    event: CivilDate? = nil, step: Int = 0
  ) -> Judgement {
    Judgement(
      outcome: outcome, gross: gross, reasons: reasons, warnings: warnings, event: event, writer: writer,
      grossStep: step)
  }

  /// Works something out without a line in the trace.
  mutating func silently<T>(_ work: (inout Judge) -> T) -> T {
    let isOn = writer.isOn
    writer.isOn = false
    defer { writer.isOn = isOn }
    return work(&self)
  }
}
