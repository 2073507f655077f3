/// What stands in the way of a filing already while nothing but the office's own figures is missing: it is told before
/// anybody works them out. The filing stays incomplete.
public struct AdvanceNotice: Hashable, Sendable {
  public var reasons: [Reason]
  /// How they were found.
  public var trace: Trace

  public init(reasons: [Reason], trace: Trace) {
    self.reasons = reasons
    self.trace = trace
  }
}

extension Judge {
  /// Nil where the applicant's own inputs are missing too, or no working is asked for; without reasons where nothing
  /// stands in the way so far as one can tell.
  mutating func ahead(of gaps: [Reason]) -> AdvanceNotice? {
    guard writer.isOn, gaps.allSatisfy(isOfficesGap) else { return nil }
    let before = writer
    isAhead = true
    var reasons: [Reason] = []
    let steps = addFacts()
    checkApplicant(steps, &reasons)
    _ = checkEvent(received: steps.received, &reasons)
    _ = grossAmount(&reasons)
    _ = checkConditions(&reasons, reachesAmount: false)
    let notice = AdvanceNotice(reasons: reasons, trace: writer.trace)
    writeKey()
    // The decision that stands knows nothing of it.
    isAhead = false
    writer = before
    for index in valueTerms.indices { valueTerms[index] = nil }
    return notice
  }

  private func isOfficesGap(_ gap: Reason) -> Bool {
    if case .missing(let input) = gap { item.input(input)?.source == .office } else { false }
  }
}
