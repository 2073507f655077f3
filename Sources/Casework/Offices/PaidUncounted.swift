public import CaseModel

/// Money that the city paid on lines of an office's journal which do not count, as behind a fork: the verdicts are
/// suspended, the money stays counted, and is shown. Source: offices.md, Conflicts, 3.
///
/// It is a row of `tieout`.
public struct PaidUncounted: Hashable, Sendable {
  /// As its office has it.
  public var filing: OfficeFiling
  /// What the applicant has of it.
  public var kept: Money

  /// What was paid on filings whose steps are suspended, less what came back since, in the order of the steps.
  static func all(of suspended: [CityStep], among steps: [CityStep]) -> [PaidUncounted] {
    let touched = Set(suspended.map(\.filing))
    var order: [OfficeFiling] = []
    for step in suspended where !order.contains(step.filing) { order.append(step.filing) }
    let byFiling = Dictionary(grouping: steps.filter { touched.contains($0.filing) }, by: \.filing)
    return order.compactMap { filing in
      let kept = kept(of: byFiling[filing] ?? [])
      return kept > .zero ? PaidUncounted(filing: filing, kept: kept) : nil
    }
  }

  /// Whether money went out by steps that are suspended, and the bank has not sent it back.
  public static func isPaid(by suspended: [CityStep]) -> Bool {
    kept(of: suspended) > .zero
  }

  /// Whether money went out or came back by those of the steps on one filing that do not stand: without them the applicant
  /// would seem to have something else than they have.
  static func isMoved(by steps: [CityStep], where stands: (CityStep) -> Bool) -> Bool {
    kept(of: steps) != kept(of: steps.filter(stands))
  }

  /// What steps on one filing leave the applicant with.
  private static func kept(of steps: [CityStep]) -> Money {
    var balance = Balance(began: .received, decided: nil, reclaimed: nil)
    for step in held(steps) { balance.take(step) }
    return balance.kept
  }

  /// Of the steps on one filing those that are not undone.
  private static func held(_ steps: [CityStep]) -> [StepTaken] {
    steps.reduce(into: []) { held, step in
      if step.step.step == .undo { _ = held.popLast() } else { held.append(step.step) }
    }
  }
}
