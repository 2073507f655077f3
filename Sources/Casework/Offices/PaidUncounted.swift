public import CaseModel

/// Money that the city paid on lines of an office's journal which do not count, as behind a fork: the steps are suspended,
/// and what has gone out is shown. Source: offices.md, Conflicts, 3.
public struct PaidUncounted: Hashable, Sendable {
  /// As its office has it.
  public var filing: OfficeFiling
  /// What the applicant has of it.
  public var kept: Money

  /// What was paid by steps that have no effect, by filing in the order of the steps.
  static func all(of suspended: [CityStep]) -> [PaidUncounted] {
    var order: [OfficeFiling] = []
    var steps: [OfficeFiling: [StepTaken]] = [:]
    for step in suspended {
      if steps[step.filing] == nil { order.append(step.filing) }
      if step.step.step == .undo {
        _ = steps[step.filing]?.popLast()
      } else {
        steps[step.filing, default: []].append(step.step)
      }
    }
    return order.compactMap { filing in
      var balance = Balance(began: .received, decided: nil, reclaimed: nil)
      for step in steps[filing] ?? [] { balance.take(step) }
      return balance.kept > .zero ? PaidUncounted(filing: filing, kept: balance.kept) : nil
    }
  }
}
