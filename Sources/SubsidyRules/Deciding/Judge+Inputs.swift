import CaseModel

extension Judge {
  /// Reads every input into the trace and names what is missing or unreadable.
  mutating func readInputs() -> [Reason] {
    inputs = item.inputs.map { rule in
      rule.read(filing.input(rule.id), isOverridden: filing.override(of: rule.id) != nil)
    }
    for (index, rule) in item.inputs.enumerated() {
      guard let bound = rule.atMost, case .value(.number(let number)) = inputs[index],
        case .value(.number(let most)) = inputs[bound], number > most
      else { continue }
      inputs[index] = .invalid
    }
    var gaps: [Reason] = []
    for (index, rule) in item.inputs.enumerated() {
      switch inputs[index] {
      case .missing where rule.isNeeded(policy.readings): gaps.append(.missing(rule.id))
      case .invalid: gaps.append(.invalid(rule.id))
      case .missing, .value: break
      }
      inputSteps.append(inputStep(rule, inputs[index]))
    }
    return gaps
  }

  /// Writes an input down, and gives its step; 0 where there is no value to reckon with.
  private mutating func inputStep(_ rule: InputRule, _ input: ReadInput) -> Int {
    if let value = input.value { return writer.add(.input, [.name(rule.id)], value) }
    // The paper has it, if only as an empty field that nothing needs: the working shows that it was seen.
    if input == .missing, !rule.isNeeded(policy.readings), filing.input(rule.id) != nil {
      writer.add(.input, [.name(rule.id)], nil)
    }
    return 0
  }

  struct FactSteps {
    var kind = 0
    var district = 0
    var received = 0
  }

  @discardableResult
  mutating func addFacts() -> FactSteps {
    FactSteps(
      kind: writer.add(.fact, [.name("kind")], .text(facts.kind.rawValue)),
      district: writer.add(.fact, [.name("district")], .text(facts.district)),
      received: writer.add(.fact, [.name("received")], .date(filing.received)))
  }

  mutating func checkApplicant(_ steps: FactSteps, _ reasons: inout [Reason]) {
    let isApplicant = item.applicants.contains(facts.kind)
    writer.condition(
      .among, [.step(steps.kind), .texts(item.applicants.map(\.rawValue))], isApplicant,
      reason: .applicantKind)
    if !isApplicant { reasons.append(.applicantKind) }

    let isLocal = policy.districts.contains(facts.district)
    writer.condition(
      .among, [.step(steps.district), .texts(policy.districts)], isLocal, reason: .notLocal)
    if !isLocal { reasons.append(.notLocal) }
  }

  /// Checks the day the award attaches to: in the policy's life, not after receipt, not before the number.
  mutating func checkEvent(received: Int, _ reasons: inout [Reason]) -> CivilDate? {
    guard let term = term(item.event), case .date(let event) = term.value else { return nil }
    checkValidity(of: event, term, &reasons)
    if !item.mayFollowReceipt {
      let isReceivedAfter = event <= filing.received
      writer.condition(
        .holds, [term.operand, .name("<="), .step(received)], isReceivedAfter, reason: .eventAfterReceived)
      if !isReceivedAfter { reasons.append(.eventAfterReceived) }
    }
    for (index, input) in inputs.enumerated() {
      guard case .value(.patent(let number)) = input else { continue }
      let numberYear = writer.add(.year, [.step(inputSteps[index])], .number(number.year))
      let eventYear = writer.add(.year, [term.operand], .number(event.year))
      let isNumberFirst = number.year <= event.year
      writer.condition(
        .holds, [.step(numberYear), .name("<="), .step(eventYear)], isNumberFirst,
        reason: .numberAfterEvent)
      if !isNumberFirst { reasons.append(.numberAfterEvent) }
    }
    return event
  }

  private mutating func checkValidity(of event: CivilDate, _ term: Term, _ reasons: inout [Reason]) {
    var holds = true
    func check(_ comparison: Comparison, _ day: CivilDate?, article: String?) {
      guard let day else { return }
      let isInside = comparison.holds(event, day)
      writer.condition(
        .holds, [term.operand, .name(comparison.rawValue), .value(.date(day))], isInside,
        reason: .outsideValidity, article: article)
      holds = holds && isInside
    }
    check(.atLeast, policy.periods.first?.from, article: policy.periods.first?.article)
    check(.atMost, policy.periods.last?.to, article: policy.periods.last?.article)
    check(.atLeast, item.since, article: nil)
    check(.atMost, item.until, article: nil)
    if !holds { reasons.append(.outsideValidity) }
  }

  mutating func event() -> CivilDate? {
    if case .date(let date) = term(item.event)?.value { date } else { nil }
  }
}
