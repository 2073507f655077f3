import CaseModel

/// A county's filing with what the city did.
extension FiledFiling {
  /// Puts the city's steps where they were taken: behind the county's line that each rests on. Gives their places in the
  /// history.
  mutating func put(citySteps steps: [CityStep]) -> Set<Int> {
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
    return places
  }
}
