import CaseModel

/// A county's filing with what the city did.
extension FiledFiling {
  /// Puts the city's steps where they were taken: behind the county's line that each rests on. Gives their places in the
  /// history.
  ///
  /// Of what the city has committed nothing moves by what the county does afterwards: it stands in the county's journal
  /// alone, and is told as a conflict, unless `countyGoesOn` because the city has ruled so.
  mutating func put(citySteps steps: [CityStep], countyGoesOn: Bool) -> Set<Int> {
    let whole = history
    var places = merge(steps)
    if !countyGoesOn, isCommitted, let commit = steps.last(where: { $0.step.step == .commit }) {
      history = whole.filter { $0.sequence <= commit.basis.filing.sequence }
      places = merge(steps)
    }
    stand(steps)
    return places
  }

  private mutating func merge(_ steps: [CityStep]) -> Set<Int> {
    var merged: [HistoryEntry] = []
    var places: Set<Int> = []
    var next = 0
    func place(_ step: CityStep) {
      places.insert(merged.count)
      merged.append(step.entry)
    }
    for entry in history {
      while next < steps.count, steps[next].basis.filing.sequence < entry.sequence {
        place(steps[next])
        next += 1
      }
      merged.append(entry)
    }
    for step in steps[next...] { place(step) }
    history = merged
    return places
  }

  private mutating func stand(_ steps: [CityStep]) {
    for step in steps {
      switch step.step.step {
      case .revise: put(Mark(.amount, by: step.by, at: step.at))
      case .reclaim, .waive: put(Mark(.amount, by: step.by, at: step.at), beside: true)
      default: break
      }
    }
    let held = self.steps
    let balance = balance(after: held)
    standing = standing(after: held)
    filing.stage = standing.stage
    filing.decided = balance.decided
    filing.reclaimed = balance.released > .zero ? balance.released : nil
  }
}
