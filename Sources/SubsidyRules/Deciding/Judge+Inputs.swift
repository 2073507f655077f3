import CaseModel

extension Judge {
  /// Writes every input into the trace and names what is missing or unreadable.
  mutating func checkInputs() -> [Reason] {
    for index in plan.inputs.indices {
      guard let bound = plan.bounds[index], case .value(.number(let number)) = inputs[index],
        case .value(.number(let most)) = inputs[bound], number > most
      else { continue }
      inputs[index] = .invalid
    }
    var gaps: [Reason] = []
    for index in plan.inputs.indices {
      switch inputs[index] {
      case .missing where plan.isNeeded[index]: gaps.append(.missing(plan.inputs[index]))
      case .invalid: gaps.append(.invalid(plan.inputs[index]))
      case .missing, .value: break
      }
      if writer.isOn { inputSteps[index] = inputStep(index) }
    }
    return gaps
  }

  /// Writes an input down, and gives its step; 0 where there is no value to reckon with.
  private mutating func inputStep(_ index: Int) -> Int {
    let name = plan.inputs[index]
    if let value = inputs[index].value { return writer.add(.input, [.name(name)], value) }
    // The paper has it, if only as an empty field that nothing needs: the working shows that it was seen.
    if inputs[index] == .missing, !plan.isNeeded[index], isGiven[index] {
      writer.add(.input, [.name(name)], nil)
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
    guard writer.isOn else { return FactSteps() }
    return FactSteps(
      kind: writer.add(.fact, [.name("kind")], .text(facts.kind.rawValue)),
      district: writer.add(.fact, [.name("district")], .text(facts.district)),
      received: writer.add(.fact, [.name("received")], .date(head.received)))
  }

  mutating func checkApplicant(_ steps: FactSteps, _ reasons: inout [Reason]) {
    let isApplicant = plan.applicants.contains(facts.kind)
    writer.condition(
      .among, [.step(steps.kind), .texts(plan.applicants.map(\.rawValue))], isApplicant,
      reason: .applicantKind)
    if !isApplicant { reasons.append(.applicantKind) }

    let isLocal = plan.districts.contains(facts.district)
    writer.condition(
      .among, [.step(steps.district), .texts(plan.districts)], isLocal, reason: .notLocal)
    if !isLocal { reasons.append(.notLocal) }
  }

  /// Checks the day the award attaches to: in the policy's life, not after receipt, not before the number.
  mutating func checkEvent(received: Int, _ reasons: inout [Reason]) -> CivilDate? {
    guard let term = term(plan.event), case .date(let event) = term.value else { return nil }
    checkValidity(of: event, term, &reasons)
    checkReceipt(of: event, term, received: received, &reasons)
    for index in inputs.indices {
      guard case .value(.patent(let number)) = inputs[index] else { continue }
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

  /// The event comes first, then the receipt; lists of a year may come before its last day, but not before the year.
  private mutating func checkReceipt(
    of event: CivilDate, _ term: Term, received: Int, _ reasons: inout [Reason]
  ) {
    let isReceivedAfter: Bool
    if item.mayFollowReceipt {
      isReceivedAfter = event.year <= head.received.year
      let eventYear = writer.add(.year, [term.operand], .number(event.year))
      let receiptYear = writer.add(.year, [.step(received)], .number(head.received.year))
      writer.condition(
        .holds, [.step(eventYear), .name("<="), .step(receiptYear)], isReceivedAfter,
        reason: .eventAfterReceived)
    } else {
      isReceivedAfter = event <= head.received
      writer.condition(
        .holds, [term.operand, .name("<="), .step(received)], isReceivedAfter, reason: .eventAfterReceived)
    }
    if !isReceivedAfter { reasons.append(.eventAfterReceived) }
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
    check(.atLeast, plan.periods.first?.from, article: plan.periods.first?.article)
    check(.atMost, plan.periods.last?.to, article: plan.periods.last?.article)
    check(.atLeast, item.since, article: nil)
    check(.atMost, item.until, article: nil)
    if !holds { reasons.append(.outsideValidity) }
  }

  mutating func event() -> CivilDate? {
    if case .date(let date) = term(plan.event)?.value { date } else { nil }
  }
}
