import CaseModel

/// What can be told of an incomplete filing already: which conditions hold or fail of those whose inputs are there, so that
/// nobody fetches papers or works a figure out for nothing. The filing stays incomplete.
///
/// It is judged by whatever is there, whether the applicant's inputs or the office's are missing
/// (`Decision.ahead` and `working`); what is said of it, and who has to add what, is
/// `ReasonWording.sentences`.
public struct AdvanceNotice: Hashable, Sendable {
  /// What stands in its way; empty where nothing does so far as one can tell.
  public var reasons: [Reason]
  /// The working as far as it goes.
  public var trace: Trace
}

extension Judge {
  /// Judges what can be judged in spite of the gaps; what rests on an input that is not there is passed over. Nil where no
  /// working is asked for.
  mutating func ahead(of gaps: [Reason]) -> AdvanceNotice? {
    guard writer.isOn else { return nil }
    let before = writer
    isAhead = true
    var reasons: [Reason] = []
    let steps = addFacts()
    checkApplicant(steps, &reasons)
    _ = checkEvent(received: steps.received, &reasons)
    _ = grossAmount(&reasons)
    _ = checkConditions(&reasons, reachesAmount: false)
    addGaps(gaps)
    writer.addAward(nil, .zero)
    let notice = AdvanceNotice(reasons: reasons, trace: writer.trace)
    writeKey()
    silently {
      $0.writeNeeds()
      $0.rank()
    }
    // The decision that stands knows nothing of it.
    isAhead = false
    writer = before
    for index in valueTerms.indices { valueTerms[index] = nil }
    return notice
  }
}
