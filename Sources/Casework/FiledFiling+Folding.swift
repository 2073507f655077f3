public import CaseModel
import SubsidyRules

/// How what was done to a filing changes it.
extension FiledFiling {
  /// Takes in its data as they stand from now on; where it stands and what was decided stays as it is.
  mutating func take(_ changed: Filing, item: Item?, by name: String, at: String) {
    var changed = changed
    changed.stage = filing.stage
    changed.decided = filing.decided
    changed.reclaimed = filing.reclaimed
    let differing = filing.differences(to: changed)
    mark(differing, item: item, by: name, at: at)
    filing = changed
    history.append(HistoryEntry(deed: .changed(differing), by: name, at: at))
  }

  mutating func take(_ taken: StepTaken, item: Item?, by name: String, at: String) {
    let step = taken.inStory
    var steps = steps
    let undone = step.step == .undo ? steps.popLast()?.step.step : nil
    if step.step != .undo { steps.append(Held(entry: history.count, step: step)) }
    if case .figures(let figures) = step.detail {
      let changed = filing.with(figures)
      mark(filing.differences(to: changed), item: item, by: name, at: at)
      filing = changed
    }
    history.append(HistoryEntry(deed: .stepped(step), by: name, at: at))
    let balance = self.balance(after: steps)
    switch undone ?? step.step {
    case .accept where undone == nil: put(Mark(.accepted, by: name, at: at))
    case .handUp where undone == nil: put(Mark(.handedUp, by: name, at: at))
    case .revise: put(Mark(.amount, by: name, at: at))
    case .reclaim, .waive:
      // Whoever has proposed an amount that waits to be confirmed stays marked beside.
      put(Mark(.amount, by: name, at: at), beside: balance.proposal != nil)
    default: break
    }
    standing = standing(after: steps)
    filing.stage = standing.stage
    filing.decided = balance.decided
    filing.reclaimed = balance.released > .zero ? balance.released : nil
  }

  /// What is decided no more asks for room in one family: the one of its day of receipt as it is known now.
  mutating func askAgain(in family: String) {
    guard filing.decided == nil, !received.further.isEmpty else { return }
    received.family = family
    received.further = []
  }

  mutating func take(_ ticks: [PaperTick], by name: String, at: String) {
    for tick in ticks { put(Mark(.paper(tick.paper), by: name, at: at)) }
    history.append(HistoryEntry(deed: .papersTicked(ticks), by: name, at: at))
  }

  mutating func take(_ facts: FactsAtReceipt, by name: String, at: String) {
    received = facts
    put(Mark(.facts, by: name, at: at))
    history.append(HistoryEntry(deed: .factsChanged(facts), by: name, at: at))
  }

  /// Marks who changed what. The office's own figure entered where none stood is review, not a change.
  private mutating func mark(_ names: [String], item: Item?, by name: String, at: String) {
    for input in names {
      let isFirstFigure = item?.input(input)?.source == .office && !filing.states(input)
      if !isFirstFigure { put(Mark(.input(input), by: name, at: at)) }
    }
  }
}

extension Filing {
  /// Whether anything stands for an input.
  func states(_ name: String) -> Bool {
    switch input(name) {
    case nil, .null?, .text("")?: false
    default: true
    }
  }

  /// The same filing with figures in place of those that stood.
  public func with(_ figures: [Input]) -> Filing {
    var changed = self
    for figure in figures {
      if let index = changed.inputs.firstIndex(where: { $0.name == figure.name }) {
        changed.inputs[index] = figure
      } else {
        changed.inputs.append(figure)
      }
    }
    return changed
  }

  /// The inputs that differ, or whose override does, in the order of the forms; `received` for the day of receipt.
  func differences(to other: Filing) -> [String] {
    var names: [String] = received == other.received ? [] : ["received"]
    for name in inputs.map(\.name) + other.inputs.map(\.name) + (overrides + other.overrides).map(\.input)
    where !names.contains(name)
      && (input(name) != other.input(name) || override(of: name) != other.override(of: name))
    {
      names.append(name)
    }
    return names
  }
}
